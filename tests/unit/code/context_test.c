/* Subject tags, and modes by the means: code/context.h, codebook 5 and 12.1. */
#include "../base/check.h"
#include "tree.h"

static void test_contexts(void **state)
{
    static const code_case CASES[] = {
        {"5: words of the sentence", "Poland/NNP>condemned:nsubj condemned/VBD the/DT West/NNP>condemned:obj over/IN trade/NN>condemned:obl "
         "./.", "ACCUSE:disapprove POL {economic}"},
        {"5: two governments: diplomatic", "Poland/NNP>condemned:nsubj condemned/VBD Russia/NNP>condemned:obj ./.", "ACCUSE:disapprove POL "
         "-> RUS {diplomatic}"},
        {"5: a government and its own people: not diplomatic", "Poland/NNP>condemned:nsubj condemned/VBD Polish/JJ "
         "farmers/NNS>condemned:obj ./.", "ACCUSE:disapprove POL -> POL AGR {}"},
        {"5: meetings of heads of state or government: executive and diplomatic",
         "Anton/NNP>met:nsubj Belov/NNP>Anton:flat met/VBD=meet Liang/NNP>met:obj Wen/NNP>Liang:flat ./.", "CONSULT RUS GOV, CHN GOV "
         "{executive diplomatic}"},
        {"5: of ministers: diplomatic only",
         "Pavel/NNP>met:nsubj Orlov/NNP>Pavel:flat met/VBD=meet Tao/NNP>met:obj Wang/NNP>Tao:flat ./.", "CONSULT RUS GOV, CHN GOV {diplomatic}"},
        {"5: mode cyber adds its context", "Russia/NNP>hacked:nsubj hacked/VBD the/DT Polish/JJ parliament/NN>hacked:obj ./.",
         "COERCE:cyber RUS -> POL LEG {cyber}",
         NULL},
        {"5: crime where nothing more specific applies",
         "Polish/JJ police/NN>arrested:nsubj arrested/VBD a/DT Polish/JJ student/NN>arrested:obj for/IN robbery/NN>arrested:obl ./.",
         "COERCE:arrest POL COP -> POL EDU {crime}"},
        {"5: crime is dropped where corruption applies",
         "Polish/JJ police/NN>arrested:nsubj arrested/VBD a/DT Polish/JJ student/NN>arrested:obj for/IN robbery/NN>arrested:obl and/CC "
         "bribery/NN>robbery:conj ./.",
         "COERCE:arrest POL COP -> POL EDU {corruption}"},
    };
    code_and_check(*state, CASES, COUNT(CASES), SHOW_CONTEXT);
}

static void test_means(void **state)
{
    static const code_case CASES[] = {
        {"3.16 the means stated give the mode", "Russia/NNP>attacked:nsubj attacked/VBD Kharkiv/NNP>attacked:obj with/IN "
         "drones/NNS>attacked:obl ./.", "ASSAULT:drone RUS -> UKR CVL"},
        {"3.16 several means, several modes",
         "Russia/NNP>attacked:nsubj attacked/VBD Kharkiv/NNP>attacked:obj with/IN drones/NNS>attacked:obl and/CC missiles/NNS>drones:conj ./.",
         "ASSAULT:drone+heavy-weapons RUS -> UKR CVL"},
        {"3.16 the means as subject", "Russian/JJ missiles/NNS>hit:nsubj hit/VBD=hit Kharkiv/NNP>hit:obj ./.", "ASSAULT:heavy-weapons RUS "
         "MIL -> UKR CVL"},
        {"3.16 none stated", "Russia/NNP>attacked:nsubj attacked/VBD Kharkiv/NNP>attacked:obj ./.", "ASSAULT RUS -> UKR CVL"},
        {"12.1 of another clause: no evidence",
         "Russia/NNP>attacked:nsubj attacked/VBD Kharkiv/NNP>attacked:obj after/IN>fell:mark drones/NNS>fell:nsubj "
         "fell/VBD=fall>attacked:advcl ./.", "ASSAULT RUS -> UKR CVL"},
        {"12.1 means of one type are none of another", "Russia/NNP>arrested:nsubj arrested/VBD Polish/JJ farmers/NNS>arrested:obj with/IN "
         "drones/NNS>arrested:obl ./.",
         "COERCE:arrest RUS -> POL AGR"},
    };
    code_and_check(*state, CASES, COUNT(CASES), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_contexts), cmocka_unit_test(test_means)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}

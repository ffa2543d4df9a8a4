/* Pronouns, surnames, bare titles, "both sides", damaged names: code/refer.c, codebook 12.9 and D33. */
#include "../base/check.h"
#include "tree.h"

/* The reading of the word `word` in the last sentence. */
typedef struct {
    const char *why, *tree, *word, *want;
} refer_case;

#define BELOV "Anton/NNP>met:nsubj Belov/NNP>Anton:flat met/VBD=meet "
#define MARCHUK "Olena/NNP>met:obj Marchuk/NNP>Olena:flat ./.\n"

static void run(const world *w, const refer_case *cases, size_t n)
{
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < n; i++) {
        tree t;
        tree_read(&t, cases[i].why, "2025-03-18", cases[i].tree);
        tree_prepare(&t, w);
        const dem_mention *m = dem_mention_of(&t.coding.mentions[t.n - 1], tree_token(&t, t.n - 1, cases[i].word));
        dem_buf_clear(&got);
        if (m) side_note(&got, m->entity, m->n);
        for (unsigned f = 0; m && f < DEM_FLAG_COUNT; f++)
            if ((m->flags >> f) & 1) dem_buf_addf(&got, " !%s", dem_flag_name(f));
        if (!got.n) dem_buf_addz(&got, "open");
        note_check(&failed, cases[i].why, &got, cases[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_pronouns(void **state)
{
    static const refer_case CASES[] = {
        {"12.9 he", BELOV MARCHUK "He/PRP>left:nsubj left/VBD=leave ./.", "He", "RUS GOV"},
        {"12.9 she, by gender", BELOV MARCHUK "She/PRP>left:nsubj left/VBD=leave ./.", "She", "UKR GOV"},
        {"12.9 it is a state or a body, not a person",
         "China/NNP>praised:nsubj praised/VBD=praise Anton/NNP>praised:obj "
         "Belov/NNP>Anton:flat ./.\nIt/PRP>left:nsubj left/VBD=leave ./.",
         "It", "CHN"},
        {"12.9 they are several",
         "Russian/JJ troops/NNS=troops>met:nsubj met/VBD=meet China/NNP>met:obj ./.\nThey/PRP>left:nsubj "
         "left/VBD=leave ./.",
         "They", "RUS MIL"},
        {"12.9 they after two persons named apart", BELOV MARCHUK "They/PRP>left:nsubj left/VBD=leave ./.",
         "They", "RUS GOV, UKR GOV"},
        {"12.9 in the same sentence",
         "China/NNP>said:nsubj said/VBD=say it/PRP>left:nsubj left/VBD=leave>said:ccomp ./.", "it", "CHN"},
        {"12.9 he is no parliament",
         "The/DT Polish/JJ parliament/NN>met:nsubj met/VBD=meet ./.\nHe/PRP>left:nsubj left/VBD=leave ./.",
         "He", "open"},
        {"12.4 who says it is not named in the quotation",
         BELOV "China/NNP>met:obj ./.\n``/`` Carl/NNP>slept:nsubj Huber/NNP>Carl:flat "
               "slept/VBD=sleep>said:ccomp ''/'' he/PRP>said:nsubj said/VBD=say ./.",
         "he", "RUS GOV"},
        {"12.9 not resolvable stays open", "He/PRP>left:nsubj left/VBD=leave ./.", "He", "open"},
        {"12.9 the antecedent is too far back",
         BELOV MARCHUK "Rain/NN>fell:nsubj fell/VBD=fall ./.\nRain/NN>fell:nsubj fell/VBD=fall "
                       "./.\nRain/NN>fell:nsubj fell/VBD=fall "
                       "./.\nHe/PRP>left:nsubj left/VBD=leave ./.",
         "He", "open"},
        {"12.9 its ministry is the possessor's country's",
         "China/NNP>left:nsubj left/VBD=leave ./.\nIts/PRP$ government/NN>left:nsubj "
         "left/VBD=leave ./.",
         "government", "CHN GOV"},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_names(void **state)
{
    static const refer_case CASES[] = {
        {"12.9 surname after the full name",
         "Pavel/NNP>left:nsubj Orlov/NNP>Pavel:flat left/VBD=leave ./.\nOrlov/NNP>slept:nsubj "
         "slept/VBD=sleep ./.",
         "Orlov", "RUS GOV"},
        {"12.9 surname without the full name before", "Orlov/NNP>slept:nsubj slept/VBD=sleep ./.", "Orlov",
         "open"},
        {"12.9 surname of an unknown name with a title",
         "Polish/JJ lawmaker/NN Jan/NNP>left:nsubj Zielony/NNP>Jan:flat left/VBD=leave "
         "./.\nZielony/NNP>slept:nsubj slept/VBD=sleep ./.",
         "Zielony", "POL LEG"},
        {"D33 the flag follows the name",
         "Russian/JJ President/NNP=president Ivan/NNP>left:nsubj Ivanov/NNP>Ivan:flat left/VBD=leave "
         "./.\nIvanov/NNP>slept:nsubj "
         "slept/VBD=sleep ./.",
         "Ivanov", "RUS GOV !unknown_person"},
        {"D33 a damaged name is repaired if the report has the right one elsewhere",
         "Tao/NNP>left:nsubj Wang/NNP>Tao:flat left/VBD=leave ./.\nKing/NNP>slept:nsubj slept/VBD=sleep ./.",
         "King", "CHN GOV !name_repaired"},
        {"D33 otherwise it is not",
         "Pavel/NNP>left:nsubj Orlov/NNP>Pavel:flat left/VBD=leave ./.\nKing/NNP>slept:nsubj slept/VBD=sleep "
         "./.",
         "King", "open"},
        {"D33 a surname glued to a small word", BELOV MARCHUK "Belovthey/NNP>slept:nsubj slept/VBD=sleep ./.",
         "Belovthey", "RUS GOV !name_repaired"},
        {"D33 a surname in two", BELOV MARCHUK "Mar/NNP>slept:nsubj chuk/NNP>Mar:flat slept/VBD=sleep ./.",
         "Mar", "UKR GOV !name_repaired"},
        {"D33 not glued to another", BELOV MARCHUK "Belovsky/NNP>slept:nsubj slept/VBD=sleep ./.", "Belovsky",
         "open"},
        {"12.9 the head of a country that the report names",
         "Ukraine/NNP>left:nsubj left/VBD=leave ./.\nMarchuk/NNP>slept:nsubj "
         "slept/VBD=sleep ./.",
         "Marchuk", "UKR GOV"},
        {"12.9 half of a country's name, its twin named",
         "South/NNP>Korea:compound Korea/NNP>met:nsubj met/VBD=meet North/NNP>Korea:compound Korea/NNP>met:obj "
         "./.\n"
         "The/DT>North:det North/NNP>slept:nsubj slept/VBD=sleep ./.",
         "North", "PRK"},
        {"12.9 but in no report on others",
         "France/NNP>met:nsubj met/VBD=meet Germany/NNP>met:obj ./.\n"
         "The/DT>North:det North/NNP>slept:nsubj slept/VBD=sleep ./.",
         "North", "open"},
        {"12.9 and not without its article",
         "South/NNP>Korea:compound Korea/NNP>met:nsubj met/VBD=meet Poland/NNP>met:obj ./.\n"
         "South/NNP>slept:nsubj slept/VBD=sleep ./.",
         "South", "open"},
        {"12.9 but of none that it does not name", "Marchuk/NNP>slept:nsubj slept/VBD=sleep ./.", "Marchuk",
         "open"},
        {"12.9 what the report has called somebody holds",
         "Former/JJ Russian/JJ president/NN Anton/NNP>left:nsubj Belov/NNP>Anton:flat "
         "left/VBD=leave ./.\nBelov/NNP>slept:nsubj slept/VBD=sleep ./.",
         "Belov", "RUS ELI"},
        {"12.9 a name that stands alone", "Belov/NNP>slept:nsubj slept/VBD=sleep ./.", "Belov", "RUS GOV"},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_titles(void **state)
{
    static const refer_case CASES[] = {
        {"12.9 a bare title refers to the last-named holder",
         "Tao/NNP>left:nsubj Wang/NNP>Tao:flat left/VBD=leave ./.\nThe/DT foreign/JJ minister/NN>slept:nsubj "
         "slept/VBD=sleep ./.",
         "minister", "CHN GOV"},
        {"12.9 not to one who held it before",
         "Carl/NNP>left:nsubj Huber/NNP>Carl:flat left/VBD=leave ./.\nThe/DT "
         "chancellor/NN>slept:nsubj slept/VBD=sleep ./.",
         "chancellor", "DEU GOV"},
        {"12.9 the army is that of who moved it",
         "Russia/NNP>left:nsubj left/VBD=leave Poland/NNP>left:obj ./.\nPoland/NNP>moved:nsubj moved/VBD=move "
         "troops/NNS=troops>moved:obj ./.",
         "troops", "POL MIL"},
        {"12.9 failing that, to the holder in the country that the report is about",
         "Russia/NNP>left:nsubj left/VBD=leave ./.\nThe/DT foreign/JJ minister/NN>slept:nsubj slept/VBD=sleep "
         "./.",
         "minister", "RUS GOV"},
        {"12.7 whose a weapon is, the place where it falls does not say",
         "Poland/NNP>left:nsubj left/VBD=leave Russia/NNP>left:obj ./.\nThe/DT "
         "missile/NN>fell:nsubj fell/VBD=fall in/IN Poland/NNP>fell:obl ./.",
         "missile", "open"},
        {"12.9 police without a country: that of the event's place",
         "Russia/NNP>left:nsubj left/VBD=leave ./.\nPolice/NN>slept:nsubj slept/VBD=sleep in/IN "
         "Minsk/NNP>slept:obl ./.",
         "Police", "BLR COP"},
        {"12.9 no country anywhere", "The/DT government/NN>slept:nsubj slept/VBD=sleep ./.", "government",
         "open"},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_pairs(void **state)
{
    static const refer_case CASES[] = {
        {"7.6 both sides, by antecedent", "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj ./.\nBoth/DT sides/NNS>slept:nsubj "
         "slept/VBD=sleep ./.", "sides", "RUS, CHN"},
        {"12.9 the two leaders are persons", BELOV MARCHUK "The/DT two/CD leaders/NNS>slept:nsubj slept/VBD=sleep ./.", "leaders",
         "RUS GOV, UKR GOV"},
        {"12.9 the two countries have no sectors", BELOV MARCHUK "The/DT two/CD countries/NNS=country>slept:nsubj slept/VBD=sleep ./.",
         "countries", "RUS, UKR"},
        {"7.6 both sides of one country", "Polish/JJ rebels/NNS>met:nsubj met/VBD=meet the/DT Polish/JJ police/NN>met:obj ./.\nBoth/DT "
         "sides/NNS>slept:nsubj slept/VBD=sleep ./.", "sides", "POL REB, POL COP"},
        {"12.9 the kingdom is the country of the subject before", "Poland/NNP>left:nsubj left/VBD=leave Paris/NNP>left:obj ./.\nThe/DT "
         "kingdom/NN>slept:nsubj slept/VBD=sleep ./.", "kingdom", "POL"},
        {"12.9 the bloc", "The/DT EU/NNP>left:nsubj left/VBD=leave ./.\nThe/DT group/NN>slept:nsubj slept/VBD=sleep ./.", "group", "EUR"},
        {"12.9 accused of something, the bloc is no new one", "The/DT EU/NNP>left:nsubj left/VBD=leave ./.\nPoland/NNP>accused:nsubj accused/VBD=accuse "
         "the/DT group/NN>accused:obj of/IN>bias:case bias/NN>group:nmod ./.", "group", "EUR"},
        {"12.9 a group of somebody is a new one", "The/DT EU/NNP>left:nsubj left/VBD=leave ./.\nPoland/NNP>accused:nsubj accused/VBD=accuse "
         "the/DT group/NN>accused:obj of/IN>Paris:case Paris/NNP>group:nmod ./.", "group", "open"},
        {"12.9 the former general", BELOV MARCHUK "The/DT former/JJ general/NN>slept:nsubj slept/VBD=sleep ./.", "general", "RUS GOV"},
        {"12.9 his country", BELOV MARCHUK "He/PRP>left:nsubj left/VBD=leave his/PRP$ country/NN>left:obj ./.", "country", "RUS"},
        {"7.6 otherwise not coded", "Russia/NNP>left:nsubj left/VBD=leave ./.\nBoth/DT sides/NNS>slept:nsubj slept/VBD=sleep ./.", "sides", "open"},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_focus(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *want; } CASES[] = {
        {"the country named most", "Russia/NNP>met:nsubj met/VBD=meet Russian/JJ farmers/NNS>met:obj in/IN Moscow/NNP>met:obl with/IN "
         "China/NNP>met:obl ./.", "RUS"},
        {"nothing named", "Rain/NN>fell:nsubj fell/VBD=fall ./.", ""},
        {"an organisation is no country", "NATO/NNP>met:nsubj met/VBD=meet ./.", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        tree_prepare(&t, w);
        check_str(CASES[i].why, dem_str_from(t.coding.focus), CASES[i].want);
        tree_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pronouns), cmocka_unit_test(test_names), cmocka_unit_test(test_titles),
                                       cmocka_unit_test(test_pairs), cmocka_unit_test(test_focus)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}

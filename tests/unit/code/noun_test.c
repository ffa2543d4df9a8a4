/* Whether an event noun is asserted: code/noun.h, codebook 12.5 rule 1. */
#include "../base/check.h"
#include "code/noun.h"
#include "tree.h"

static void test_use(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *noun; bool coded; const char *aux, *control;
    } CASES[] = {
        {"12.5 subject of an affirmative predicate",
         "The/DT attack/NN>shows:nsubj shows/VBZ nothing/NN>shows:obj ./.", "attack", true, "", "-"},
        {"12.5 its possible effect leaves it asserted",
         "The/DT attack/NN>raise:nsubj may/MD raise/VB tension/NN>raise:obj ./.", "attack", true, "", "-"},
        {"12.5 subject of a verb of occurrence", "Talks/NNS>followed:nsubj followed/VBD ./.", "Talks", true, "",
         "-"},
        {"12.5 the occurrence itself only possible", "Talks/NNS>follow:nsubj may/MD follow/VB ./.", "Talks",
         true, "hypothetical", "-"},
        {"12.5 object of an aspect verb",
         "Poland/NNP>continued:nsubj continued/VBD=continue talks/NNS>continued:obj ./.", "talks", true, "",
         "-"},
        {"12.5 object of a light verb", "Poland/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj ./.", "talks",
         true, "", "-"},
        {"12.5 held talks, negated", "Poland/NNP>hold:nsubj did/VBD not/RB hold/VB talks/NNS>hold:obj ./.",
         "talks", true, "negation", "-"},
        {"12.5 no talks were held", "No/DT talks/NNS>held:nsubj:pass were/VBD held/VBN=hold ./.", "talks", true,
         "negation", "-"},
        {"12.5 talks will be held", "Talks/NNS>held:nsubj:pass will/MD be/VB held/VBN=hold ./.", "Talks", true,
         "future", "-"},
        {"12.5 adjunct of time; the clause's verb controls it",
         "After/IN talks/NNS>left:obl Poland/NNP>left:nsubj left/VBD=leave ./.", "talks", true, "", "left"},
        {"12.5 adjunct, capitals or not",
         "Following/IN>talks:case talks/NNS>left:obl Poland/NNP>left:nsubj left/VBD=leave ./.", "talks", true,
         "", "left"},
        {"12.5 object of a factive verb",
         "Poland/NNP>condemned:nsubj condemned/VBD the/DT attack/NN>condemned:obj ./.", "attack", true, "",
         "-"},
        {"12.5 below a container noun",
         "Poland/NNP>condemned:nsubj condemned/VBD a/DT series/NN>condemned:obj of/IN "
         "attacks/NNS>series:nmod ./.",
         "attacks", true, "", "-"},
        {"6.2 object of announce is planned",
         "Poland/NNP>announced:nsubj announced/VBD=announce talks/NNS>announced:obj ./.", "talks", true,
         "future", "-"},
        {"6.2 planned by its adjective",
         "Poland/NNP>welcomed:nsubj welcomed/VBD=welcome the/DT upcoming/JJ talks/NNS>welcomed:obj ./.",
         "talks", true, "future", "-"},
        {"12.5 agent of a passive",
         "Houses/NNS>destroyed:nsubj:pass were/VBD destroyed/VBN by/IN the/DT attack/NN>destroyed:obl:agent "
         "./.",
         "attack", true, "", "-"},
        {"12.6 what somebody is criticised over",
         "Poland/NNP>criticised:nsubj criticised/VBD=criticise Russia/NNP>criticised:obj over/IN the/DT "
         "attack/NN>criticised:obl ./.",
         "attack", true, "", "-"},
        {"12.5 what came of it",
         "Poland/NNP>praised:nsubj praised/VBD=praise the/DT results/NNS=result>praised:obj of/IN the/DT "
         "talks/NNS>results:nmod ./.",
         "talks", true, "", "-"},
        {"12.5 what is answered",
         "It/PRP>response:nsubj was/VBD=be>response:cop a/DT response/NN to/IN the/DT attack/NN>response:nmod "
         "./.",
         "attack", true, "", "-"},
        {"12.5 a preposition that the tree hangs elsewhere",
         "Poland/NNP>left:nsubj left/VBD=leave following/VBG>left:advcl the/DT "
         "talks/NNS>left:obl ./.",
         "talks", true, "", "left"},
        {"12.5 a topic", "Poland/NNP>discussed:nsubj discussed/VBD=discuss the/DT attack/NN>discussed:obj ./.",
         "attack", false, "", "-"},
        {"12.5 about it", "Questions/NNS>rose:nsubj about/IN the/DT attack/NN>Questions:nmod rose/VBD=rise ./.",
         "attack", false, "", "-"},
        {"12.5 a possible one",
         "Poland/NNP>condemned:nsubj condemned/VBD the/DT possible/JJ attack/NN>condemned:obj ./.", "attack",
         false, "", "-"},
        {"12.5 without it", "Poland/NNP>left:nsubj left/VBD=leave without/IN talks/NNS>left:obl ./.", "talks",
         false, "", "-"},
        {"12.5 part of a label",
         "Poland/NNP>praised:nsubj praised/VBD=praise the/DT talks/NNS>process:compound process/NN>praised:obj "
         "./.",
         "talks", false, "", "-"},
        {"12.5 negative", "No/DT attack/NN>shows:nsubj shows/VBZ it/PRP>shows:obj ./.", "attack", false, "",
         "-"},
        {"12.8 object of a wish", "Poland/NNP>wants:nsubj wants/VBZ talks/NNS>wants:obj ./.", "talks", false,
         "", "-"},
        {"12.11 in a question", "Did/VBD>hold:aux Poland/NNP>hold:nsubj hold/VB talks/NNS>hold:obj ?/.",
         "talks", false, "", "-"},
    };
    int failed = 0;
    dem_buf got = {0}, want = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        dem_noun_use u = dem_noun_used(&w->rules, t.sentence, tree_token(&t, 0, CASES[i].noun));
        dem_buf_clear(&got);
        dem_buf_clear(&want);
        dem_buf_addz(&got, u.standing.coded ? "coded" : "not coded");
        for (unsigned x = 0; x < DEM_AUX_COUNT && u.standing.coded; x++)
            if ((u.standing.aux >> x) & 1) dem_buf_addf(&got, " %s", dem_aux_name(x));
        dem_buf_addz(&got, " by ");
        dem_buf_add(&got, u.control < 0 ? DEM_STR("-") : t.sentence[0].tok[u.control].form);
        dem_buf_addf(&want, "%s%s%s by %s", CASES[i].coded ? "coded" : "not coded", *CASES[i].aux ? " " : "", CASES[i].aux, CASES[i].control);
        note_check(&failed, CASES[i].why, &got, want.p);
        tree_free(&t);
    }
    dem_buf_release(&got);
    dem_buf_release(&want);
    assert_int_equal(failed, 0);
}

static void test_verb(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *noun, *verb; bool light; } CASES[] = {
        {"a light verb dates its noun", "Poland/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj ./.", "talks", "held", true},
        {"an aspect verb too", "Poland/NNP>began:nsubj began/VBD=begin talks/NNS>began:obj ./.", "talks", "began", false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        dem_noun_use u = dem_noun_used(&w->rules, t.sentence, tree_token(&t, 0, CASES[i].noun));
        check_int(CASES[i].why, u.verb, tree_token(&t, 0, CASES[i].verb));
        check_int(CASES[i].why, u.light, CASES[i].light);
        tree_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_use), cmocka_unit_test(test_verb)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}

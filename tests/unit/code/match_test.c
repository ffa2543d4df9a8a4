/* Which frame a word tells and who fills its roles: code/match.h. */
#include "../base/check.h"
#include "tree.h"

static void candidate_note(dem_buf *b, const tree *t, const dem_candidate *k)
{
    const dem_sentence *s = t->sentence;
    type_note(b, k->frame->type, k->frame->modes);
    dem_buf_addc(b, ' ');
    side_note(b, k->actor.entity, k->actor.n);
    if (k->recipient.n) dem_buf_addz(b, " -> ");
    side_note(b, k->recipient.entity, k->recipient.n);
    if (k->content >= 0) dem_buf_addf(b, " [%.*s]", DEM_STR_ARG(s->tok[k->content].form));
    if (k->actor.open) dem_buf_addz(b, " actor?");
    if (k->recipient.open) dem_buf_addz(b, " recipient?");
    dem_buf_addf(b, " \"%.*s\"", DEM_STR_ARG(dem_str_sub(t->report.text, s->tok[k->pred].start, s->tok[k->trigger_to - 1].end)));
}

static void test_match(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *word; dem_pos pos; bool loose; const char *want; } CASES[] = {
        {"roles of a verb", "Pavel/NNP>visited:nsubj Orlov/NNP>Pavel:flat visited/VBD China/NNP>visited:obj ./.", "visited", DEM_POS_VERB, false,
         "CONSULT:visit RUS GOV -> CHN \"visited\""},
        {"a recipient that must be there is not", "Pavel/NNP>visited:nsubj Orlov/NNP>Pavel:flat visited/VBD a/DT museum/NN>visited:obj "
         "./.", "visited", DEM_POS_VERB, false, "no match"},
        {"reading a content, participants may be missing", "They/PRP>visited:nsubj visited/VBD a/DT museum/NN>visited:obj ./.", "visited",
         DEM_POS_VERB, true,
         "CONSULT:visit  recipient? \"visited\""},
        {"a word condition decides between frames", "Poland/NNP>lifted:nsubj lifted/VBD the/DT curfew/NN>lifted:obj ./.", "lifted",
         DEM_POS_VERB, false, "CONCEDE POL \"lifted\""},
        {"the other frame of the same word", "Poland/NNP>lifted:nsubj lifted/VBD sanctions/NNS>lifted:obj on/IN Russia/NNP>sanctions:nmod "
         "./.", "lifted", DEM_POS_VERB, false,
         "RETREAT POL -> RUS \"lifted\""},
        {"neither", "Poland/NNP>lifted:nsubj lifted/VBD a/DT stone/NN>lifted:obj ./.", "lifted", DEM_POS_VERB, false, "no match"},
        {"a list condition", "Germany/NNP>delivered:nsubj delivered/VBD=deliver tanks/NNS>delivered:obj to/IN Ukraine/NNP>delivered:obl "
         "./.", "delivered", DEM_POS_VERB, false,
         "AID DEU -> UKR \"delivered\""},
        {"a list condition on what is coordinated",
         "Germany/NNP>delivered:nsubj delivered/VBD=deliver bread/NN>delivered:obj and/CC tanks/NNS>bread:conj to/IN "
         "Ukraine/NNP>delivered:obl ./.", "delivered", DEM_POS_VERB, false,
         "AID DEU -> UKR \"delivered\""},
        {"a class condition holds", "Polish/JJ farmers/NNS>marched:nsubj marched/VBD ./.", "marched", DEM_POS_VERB, false, "PROTEST:demo "
         "POL AGR \"marched\""},
        {"a class condition fails", "Polish/JJ troops/NNS=troops>marched:nsubj marched/VBD ./.", "marched", DEM_POS_VERB, false, "no match"},
        {"quantities are looked through", "Thousands/NNS=thousands>marched:nsubj of/IN Polish/JJ farmers/NNS>Thousands:nmod marched/VBD "
         "./.", "marched", DEM_POS_VERB, false,
         "PROTEST:demo POL AGR \"marched\""},
        {"a particle belongs to the trigger", "Russia/NNP>ruled:nsubj ruled/VBD=rule out/RP talks/NNS>ruled:obj ./.", "ruled",
         DEM_POS_VERB, false, "REJECT RUS [talks] \"ruled out\""},
        {"without its particle the frame does not match", "Russia/NNP>ruled:nsubj ruled/VBD=rule Poland/NNP>ruled:obj ./.", "ruled",
         DEM_POS_VERB, false, "no match"},
        {"a [NONE] frame blocks the word", "Russia/NNP>refused:nsubj refused/VBD=refuse to/TO comment/VB>refused:xcomp ./.", "refused",
         DEM_POS_VERB, false, "blocked"},
        {"content of a speech act", "Russia/NNP>urged:nsubj urged/VBD=urge China/NNP>urged:obj to/TO leave/VB>urged:xcomp ./.", "urged",
         DEM_POS_VERB, false,
         "REQUEST RUS -> CHN [leave] \"urged\""},
        {"predicate adjective", "Russia/NNP>ready:nsubj is/VBZ>ready:cop ready/JJ>:root to/TO leave/VB>ready:xcomp ./.", "ready",
         DEM_POS_ADJ, false, "AGREE RUS [leave] \"ready\""},
        {"added actors keep those that are there",
         "Russia/NNP>met:nsubj and/CC Poland/NNP>Russia:conj met/VBD=meet China/NNP>met:obj ./.", "met", DEM_POS_VERB, false,
         "CONSULT RUS, POL, CHN \"met\""},
        {"9: one entity twice is one member", "Russia/NNP>met:nsubj met/VBD=meet Russia/NNP>met:obj ./.", "met", DEM_POS_VERB, false,
         "CONSULT RUS \"met\""},
        {"12.1 the subject of a light verb acts", "Russia/NNP>launched:nsubj launched/VBD=launch an/DT attack/NN>launched:obj on/IN "
         "Kharkiv/NNP>attack:nmod ./.", "attack", DEM_POS_NOUN, false,
         "ASSAULT RUS -> UKR CVL \"attack\""},
        {"12.1 but not where the noun names its actor", "Poland/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj between/IN "
         "Russia/NNP>talks:nmod and/CC China/NNP>Russia:conj ./.", "talks",
         DEM_POS_NOUN, false, "CONSULT RUS, CHN \"talks\""},
        {"7.6 a capital that is shelled is its people", "Russia/NNP>shelled:nsubj shelled/VBD Kyiv/NNP>shelled:obj ./.", "shelled",
         DEM_POS_VERB, false,
         "ASSAULT:heavy-weapons RUS -> UKR CVL \"shelled\""},
        {"7.6 a capital that is criticised is its government", "Russia/NNP>criticised:nsubj criticised/VBD=criticise "
         "Kyiv/NNP>criticised:obj ./.", "criticised", DEM_POS_VERB, false,
         "ACCUSE:disapprove RUS -> UKR GOV \"criticised\""},
        {"7.6 a capital that is visited is its country", "Anton/NNP>visited:nsubj Belov/NNP>Anton:flat visited/VBD Kyiv/NNP>visited:obj "
         "./.", "visited", DEM_POS_VERB, false,
         "CONSULT:visit RUS GOV -> UKR \"visited\""},
        {"whose act is praised is praised", "Poland/NNP>welcomed:nsubj welcomed/VBD=welcome Kyiv/NNP>decision:nmod:poss 's/POS "
         "decision/NN>welcomed:obj ./.", "welcomed", DEM_POS_VERB, false,
         "SUPPORT POL -> UKR GOV \"welcomed\""},
        {"a word without a frame", "Russia/NNP>slept:nsubj slept/VBD=sleep ./.", "slept", DEM_POS_VERB, false, "no match"},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        dem_candidate k;
        bool blocked = false;
        tree_read(&t, CASES[i].why, "2025-03-18", CASES[i].tree);
        tree_prepare(&t, w);
        dem_buf_clear(&got);
        if (dem_match(&t.coding, 0, tree_token(&t, 0, CASES[i].word), CASES[i].pos, CASES[i].loose, &k, &blocked))
            candidate_note(&got, &t, &k);
        else
            dem_buf_addz(&got, blocked ? "blocked" : "no match");
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_have(void **state)
{
    (void)state;
    static const struct { const char *why, *code, *id; dem_sectors sectors; bool have; } CASES[] = {
        {"the same", "CHN", "Q1", DEM_BIT(DEM_SEC_GOV), true},
        {"the same without an identifier", "CHN", "", DEM_BIT(DEM_SEC_GOV), true},
        {"another person of the same office", "CHN", "Q2", DEM_BIT(DEM_SEC_GOV), false},
        {"other sectors", "CHN", "Q1", 0, false},
        {"another code", "RUS", "Q1", DEM_BIT(DEM_SEC_GOV), false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_members side = {.entity = {{.code = "CHN", .sectors = DEM_BIT(DEM_SEC_GOV), .wikidata = DEM_STR("Q1")}}, .n = 1};
        dem_entity e = {.sectors = CASES[i].sectors, .wikidata = dem_str_from(CASES[i].id)};
        memcpy(e.code, CASES[i].code, 4);
        check_int(CASES[i].why, dem_members_have(&side, &e), CASES[i].have);
    }
}

static void test_unresolved(void **state)
{
    const world *w = *state;
    tree t;
    dem_candidate k;
    bool blocked;
    tree_read(&t, "kept", "2025-03-18",
              "Jan/NNP>condemned:nsubj Zielony/NNP>Jan:flat condemned/VBD NATO/NNP>condemned:obj ./.");
    tree_prepare(&t, w);
    t.coding.keep_unresolved = true;
    assert_true(dem_match(&t.coding, 0, tree_token(&t, 0, "condemned"), DEM_POS_VERB, false, &k, &blocked));
    check_int("the unknown name takes part", k.actor.n, 1);
    check_str("without a code", dem_str_from(k.actor.entity[0].code), "");
    check_str("as it stands", dem_str_sub(t.report.text, k.actor.entity[0].span.start, k.actor.entity[0].span.end), "Jan Zielony");
    tree_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_match), cmocka_unit_test(test_have), cmocka_unit_test(test_unresolved)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}

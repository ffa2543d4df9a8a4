/* What a speech act asks, promises, refuses or threatens: code/content.h, codebook 3.1, 3.8, 3.10, 3.11. */
#include "../base/check.h"
#include "code/content.h"
#include "tree.h"

#define SUBJECT "Russia/NNP>promised:nsubj promised/VBD=promise "

static void test_read(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *word, *want; } CASES[] = {
        {"a deed", SUBJECT "to/TO deliver/VB>promised:xcomp tanks/NNS>deliver:obj to/IN Poland/NNP>deliver:obl ./.", "deliver", "AID"},
        {"an event noun", SUBJECT "talks/NNS>promised:obj ./.", "talks", "CONSULT"},
        {"light verb and noun", SUBJECT "to/TO hold/VB>promised:xcomp talks/NNS>hold:obj ./.", "hold", "CONSULT"},
        {"aspect verb", SUBJECT "to/TO begin/VB>promised:xcomp shelling/VBG>begin:xcomp Poland/NNP>shelling:obj ./.", "begin",
         "ASSAULT:heavy-weapons"},
        {"stop doing", SUBJECT "to/TO stop/VB>promised:xcomp shelling/VBG>stop:xcomp Poland/NNP>shelling:obj ./.", "stop",
         "ASSAULT:heavy-weapons ended"},
        {"an end to it", SUBJECT "an/DT end/NN>promised:obj to/IN the/DT blockade/NN>end:nmod ./.", "end", "COERCE:restrict ended"},
        {"a series of them", SUBJECT "a/DT series/NN>promised:obj of/IN talks/NNS>series:nmod ./.", "series", "CONSULT"},
        {"negated", SUBJECT "not/RB>attack:advmod to/TO attack/VB>promised:xcomp Poland/NNP>attack:obj ./.", "attack", "ASSAULT negated"},
        {"no act of the ontology", SUBJECT "to/TO create/VB>promised:xcomp jobs/NNS>create:obj ./.", "create", "NONE"},
        {"a noun that holds another is opaque", SUBJECT "a/DT book/NN>promised:obj about/IN talks/NNS>book:nmod ./.", "book", "NONE"},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        tree_read(&t, CASES[i].why, "2025-03-18", CASES[i].tree);
        tree_prepare(&t, w);
        dem_content x = dem_content_read(&t.coding, 0, tree_token(&t, 0, CASES[i].word));
        dem_buf_clear(&got);
        type_note(&got, x.type, x.modes);
        if (x.ended) dem_buf_addz(&got, " ended");
        if (x.negated) dem_buf_addz(&got, " negated");
        if (!x.present) dem_buf_addz(&got, " absent");
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_absent(void **state)
{
    const world *w = *state;
    tree t;
    tree_read(&t, "absent", NULL, "Russia/NNP>agreed:nsubj agreed/VBD=agree ./.");
    tree_prepare(&t, w);
    dem_content x = dem_content_read(&t.coding, 0, -1);
    check_int("nothing is promised", x.present, false);
    check_int("no type", x.type, DEM_EVENT_NONE);
    tree_free(&t);
}

static void test_decides(void **state)
{
    (void)state;
    static const struct { const char *why; dem_event_type family; const char *type, *mode; bool ended, negated; const char *want; } CASES[] = {
        {"3.8 aid asked for", DEM_REQUEST, "AID", "", false, false, "REQUEST:assist"},
        {"3.8 recognition asked for", DEM_REQUEST, "SUPPORT", "", false, false, "REQUEST:assist"},
        {"3.8 talks asked for", DEM_REQUEST, "CONSULT", "", false, false, "REQUEST:meet"},
        {"3.8 withdrawal asked for", DEM_REQUEST, "RETREAT", "withdraw", false, false, "REQUEST:yield"},
        {"3.8 release asked for", DEM_REQUEST, "RETREAT", "release", false, false, "REQUEST:yield"},
        {"3.8 a resignation is a change of leadership", DEM_REQUEST, "RETREAT", "resign", false, false, "REQUEST:change"},
        {"3.8 an end of sanctions", DEM_REQUEST, "SANCTION", "discontinue", true, false, "REQUEST:yield"},
        {"3.8 an end of shelling", DEM_REQUEST, "ASSAULT", "", true, false, "REQUEST:yield"},
        {"3.8 an end of arms deliveries", DEM_REQUEST, "AID", "", true, false, "REQUEST:change"},
        {"3.8 new sanctions asked for", DEM_REQUEST, "SANCTION", "discontinue", false, false, "REQUEST:change"},
        {"3.8 not to attack", DEM_REQUEST, "ASSAULT", "", false, true, "REQUEST:change"},
        {"3.8 change in doubt", DEM_REQUEST, NULL, "", false, false, "REQUEST:change"},
        {"3.10 talks refused", DEM_REJECT, "CONSULT", "", false, false, "REJECT:meet"},
        {"3.10 aid refused", DEM_REJECT, "AID", "", false, false, "REJECT:assist"},
        {"3.10 withdrawal refused", DEM_REJECT, "RETREAT", "withdraw", false, false, "REJECT:yield"},
        {"3.10 other conduct", DEM_REJECT, NULL, "", false, false, "REJECT:change"},
        {"3.1 promised aid", DEM_AGREE, "AID", "", false, false, "AGREE"},
        {"D26 promised withdrawal", DEM_AGREE, "RETREAT", "withdraw", false, false, "CONCEDE"},
        {"D26 promised end of a blockade", DEM_AGREE, "COERCE", "restrict", true, false, "CONCEDE"},
        {"3.1 promised not to attack", DEM_AGREE, "ASSAULT", "", false, true, "AGREE"},
        {"12.8 vowed to attack", DEM_AGREE, "ASSAULT", "", false, false, "THREATEN:violence"},
        {"3.11 arrest", DEM_THREATEN, "COERCE", "arrest", false, false, "THREATEN:arrest"},
        {"3.11 annexation", DEM_THREATEN, "COERCE", "seize", false, false, "THREATEN:territory"},
        {"3.11 blockade", DEM_THREATEN, "COERCE", "restrict", false, false, "THREATEN:restrict"},
        {"3.11 expulsion", DEM_THREATEN, "SANCTION", "expel", false, false, "THREATEN:expel"},
        {"3.11 break of relations", DEM_THREATEN, "SANCTION", "withdraw", false, false, "THREATEN:relations"},
        {"3.11 tariffs", DEM_THREATEN, "SANCTION", "discontinue", false, false, "THREATEN:restrict"},
        {"3.11 strike of workers", DEM_THREATEN, "PROTEST", "strike", false, false, "THREATEN:restrict"},
        {"3.11 attack", DEM_THREATEN, "ASSAULT", "", false, false, "THREATEN:violence"},
        {"3.11 unspecified", DEM_THREATEN, NULL, "", false, false, "THREATEN"},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_content x = {.type = CASES[i].type ? dem_event_by_name(dem_str_from(CASES[i].type)) : DEM_EVENT_NONE, .present = true,
                         .ended = CASES[i].ended, .negated = CASES[i].negated};
        if (*CASES[i].mode) x.modes = dem_modes_with(x.modes, dem_mode_by_name(x.type, dem_str_from(CASES[i].mode)));
        dem_modes modes;
        dem_event_type type = dem_content_decides(CASES[i].family, &x, &modes);
        dem_buf_clear(&got);
        type_note(&got, type, modes);
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_read), cmocka_unit_test(test_absent), cmocka_unit_test(test_decides)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}

/* Names, numbers and scores: record/ontology.h. */
#include "../base/check.h"
#include "record/ontology.h"

static void test_names_round_trip(void **state)
{
    (void)state;
    for (unsigned e = 0; e < DEM_EVENT_COUNT; e++) {
        const char *name = dem_event_name((dem_event_type)e);
        check_int(name, dem_event_by_name(dem_str_from(name)), e);
        assert_true(dem_event_what((dem_event_type)e)[0]);
        int quad = dem_event_quad((dem_event_type)e);
        assert_true(quad >= 1 && quad <= 4);
    }
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++) {
        const char *name = dem_mode_name(m);
        check_int(name, dem_mode_by_name(dem_mode_event(m), dem_str_from(name)), m);
        assert_true(dem_mode_what(m)[0]);
    }
    for (unsigned c = 0; c < DEM_CONTEXT_COUNT; c++) {
        check_int(dem_context_name(c), dem_context_by_name(dem_str_from(dem_context_name(c))), c);
        assert_true(dem_context_what(c)[0]);
    }
    for (unsigned s = 0; s < DEM_SECTOR_COUNT; s++) {
        check_int(dem_sector_name(s), dem_sector_by_name(dem_str_from(dem_sector_name(s))), s);
        assert_true(dem_sector_what(s)[0]);
    }
    for (unsigned a = 0; a < DEM_AUX_COUNT; a++)
        check_int(dem_aux_name(a), dem_aux_by_name(dem_str_from(dem_aux_name(a))), a);
}

static void test_unknown(void **state)
{
    (void)state;
    check_int("no such event", dem_event_by_name(DEM_STR("MEET")), DEM_EVENT_NONE);
    check_int("names are written one way", dem_event_by_name(DEM_STR("consult")), DEM_EVENT_NONE);
    check_int("a mode of another event", dem_mode_by_name(DEM_AGREE, DEM_STR("visit")), DEM_MODE_COUNT);
    check_int("no such context", dem_context_by_name(DEM_STR("")), DEM_CONTEXT_COUNT);
    check_int("no such sector", dem_sector_by_name(DEM_STR("GOVE")), DEM_SECTOR_COUNT);
    check_int("no such aux", dem_aux_by_name(DEM_STR("past")), DEM_AUX_COUNT);
    check_str("names beyond the end", dem_str_from(dem_event_name(DEM_EVENT_NONE)), "");
    check_str("names beyond the end", dem_str_from(dem_mode_name(DEM_MODE_COUNT)), "");
    check_str("names beyond the end", dem_str_from(dem_context_name(1000)), "");
    check_str("names beyond the end", dem_str_from(dem_sector_name(1000)), "");
    check_str("names beyond the end", dem_str_from(dem_aux_name(1000)), "");
}

static void test_scores(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        dem_event_type event;
        const char *modes[3];
        double score;
    } CASES[] = {
        {"event without mode", DEM_AGREE, {0}, 2.5},
        {"aid", DEM_AID, {0}, 10.0},
        {"assault without mode", DEM_ASSAULT, {0}, -9.0},
        {"a drone", DEM_ASSAULT, {"drone"}, -9.5},
        {"the mode farthest from zero", DEM_ASSAULT, {"beat", "unconventional", "drone"}, -10.0},
        {"a mode counts even if it is nearer to zero than the event", DEM_ASSAULT, {"beat"}, -7.5},
        {"a visit", DEM_CONSULT, {"visit"}, 4.0},
        {"a phone call", DEM_CONSULT, {"phone"}, 1.5},
        {"third party, multilateral", DEM_CONSULT, {"third-party", "multilateral"}, 4.0},
        {"no event", DEM_EVENT_NONE, {0}, 0.0},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_modes modes = {0};
        for (size_t k = 0; k < 3 && CASES[i].modes[k]; k++) {
            unsigned m = dem_mode_by_name(CASES[i].event, dem_str_from(CASES[i].modes[k]));
            assert_true(m < DEM_MODE_COUNT);
            modes = dem_modes_with(modes, m);
        }
        check_int(CASES[i].why, (long long)(dem_event_score(CASES[i].event, modes) * 10),
                  (long long)(CASES[i].score * 10));
    }
}

static void test_mode_sets(void **state)
{
    (void)state;
    dem_modes all = {0};
    assert_true(dem_modes_empty(all));
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++) {
        dem_modes one = dem_modes_with((dem_modes){0}, m);
        for (unsigned k = 0; k < DEM_MODE_COUNT; k++)
            check_int("one bit a mode", dem_modes_has(one, k), k == m);
        all = dem_modes_with(all, m);
        check_int("only the first is equal", dem_modes_eq(one, all), m == 0);
    }
}

static void test_needs(void **state)
{
    (void)state;
    for (unsigned e = 0; e < DEM_EVENT_COUNT; e++)
        check_int(dem_event_name((dem_event_type)e), dem_event_needs_recipient((dem_event_type)e),
                  e == DEM_COOPERATE || e == DEM_AID || e == DEM_SANCTION);
}

static void test_cameo(void **state)
{
    (void)state;
    static const struct {
        const char *why, *code, *label, *event;
    } CASES[] = {
        {"the first", "01", "Make public statement", ""},
        {"a hosted visit", "043", "Host a visit", "CONSULT"},
        {"four digits", "0211", "Appeal for economic cooperation", "REQUEST"},
        {"an arrest", "173", "Arrest, detain, or charge with legal action", "COERCE"},
        {"no such code", "999", NULL, NULL},
        {"empty", "", NULL, NULL},
        {"no prefix of a code", "0", NULL, NULL},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        const dem_cameo *c = dem_cameo_find(dem_str_from(CASES[i].code));
        check_int(CASES[i].why, c != NULL, CASES[i].label != NULL);
        if (!c) continue;
        check_str(CASES[i].why, dem_str_from(c->label), CASES[i].label);
        check_str(CASES[i].why, dem_str_from(c->event), CASES[i].event);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_round_trip), cmocka_unit_test(test_unknown), cmocka_unit_test(test_scores),
        cmocka_unit_test(test_mode_sets),        cmocka_unit_test(test_needs),   cmocka_unit_test(test_cameo),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What every statement must be: record/statement.h. */
#include "../base/check.h"
#include "record/statement.h"

#define ONE(a, b) ((dem_pieces){(dem_span[]){{(a), (b)}}, 1})

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(dem_speech_name(DEM_SPEECH_DIRECT), "direct");
    assert_string_equal(dem_speech_name(DEM_SPEECH_MIXED), "mixed");
    assert_string_equal(dem_speech_name(DEM_SPEECH_COUNT), "");
}

static void test_check(void **state)
{
    (void)state;
    /* "Zoë said so." */
    const dem_report r = {.id = DEM_STR("r"), .text = DEM_STR("Zo\xc3\xab said so.")};
    const struct {
        const char *why;
        dem_statement s;
        int rule; /* 0: sound */
    } CASES[] = {
        {"sound", {.source = ONE(0, 4), .cue = ONE(5, 9), .content = ONE(10, 12)}, 0},
        {"cue alone", {.cue = ONE(5, 9)}, 0},
        {"no cue", {.source = ONE(0, 4), .content = ONE(10, 12)}, 1},
        {"a blank at the end", {.cue = ONE(5, 10)}, 2},
        {"half a character", {.source = ONE(0, 3), .cue = ONE(5, 9)}, 2},
        {"behind the text", {.cue = ONE(5, 9), .content = ONE(10, 40)}, 2},
        {"empty", {.cue = ONE(5, 5)}, 2},
        {"out of order", {.cue = {(dem_span[]){{5, 9}, {0, 4}}, 2}}, 2},
        {"the cue in the content", {.cue = ONE(5, 9), .content = ONE(5, 12)}, 3},
        {"named by nothing", {.cue = ONE(5, 9), .named = true}, 4},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_error err = {0};
        char want[16];
        dem_status st = dem_statement_check(&CASES[i].s, &r, &err);
        check_int(CASES[i].why, st, CASES[i].rule ? DEM_E_FORMAT : DEM_OK);
        snprintf(want, sizeof want, "rule %d", CASES[i].rule);
        if (CASES[i].rule && !strstr(err.text, want)) fail_msg("%s: %s", CASES[i].why, err.text);
    }
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_check)};
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}

/* Quotation marks: said/quotation.h. */
#include "../base/check.h"
#include "said/quotation.h"

static const struct {
    const char *why, *form;
    bool space_after, inside;
    dem_quote_mark mark;
    bool then;
} CASES[] = {
    {"a word is none", "left", true, true, DEM_QUOTE_NONE, true},
    {"an apostrophe is none", "'", true, false, DEM_QUOTE_NONE, false},
    {"it opens", "“", false, false, DEM_QUOTE_OPENS, true},
    {"it closes", "”", true, true, DEM_QUOTE_CLOSES, false},
    {"it closes what was not open", "”", true, false, DEM_QUOTE_CLOSES, false},
    {"a straight one opens", "\"", false, false, DEM_QUOTE_TOGGLES, true},
    {"a straight one closes", "\"", true, true, DEM_QUOTE_TOGGLES, false},
    {"two apostrophes before a word open", "''", false, false, DEM_QUOTE_OPENS, true},
    {"two apostrophes inside close", "''", false, true, DEM_QUOTE_CLOSES, false},
    {"two apostrophes behind a word close", "''", true, false, DEM_QUOTE_CLOSES, false},
    {"guillemets", "«", false, false, DEM_QUOTE_OPENS, true},
};

static void test_marks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_token t = {.form = dem_str_from(CASES[i].form), .space_after = CASES[i].space_after};
        dem_quote_mark m = dem_quote_mark_of(&t, CASES[i].inside);
        check_int(CASES[i].why, m, CASES[i].mark);
        check_int(CASES[i].why, dem_quote_inside(m, CASES[i].inside), CASES[i].then);
    }
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {cmocka_unit_test(test_marks)};
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}

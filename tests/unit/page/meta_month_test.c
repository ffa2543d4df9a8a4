/* Names of months: page/meta_month.h. */
#include "../base/check.h"
#include "page/meta_month.h"

static void names(void **state)
{
    static const struct {
        const char *word;
        int month;
    } CASES[] = {
        {"January", 1},
        {"JAN", 1},
        {"J\xc3\xa4nner", 1},
        {"M\xc3\xa4rz", 3},
        {"mar\xc3\xa7o", 3},
        {"F\xc3\x89VRIER", 2},
        {"sept", 9},
        {"ao\xc3\xbbt", 8},
        {"dic", 12},
        {"giugno", 6},
        {"ja", 0},
        {"", 0},
        {"mark", 0},
        {"januaryjanuary", 0},
        {"ma\xd1\x80\xd1\x82", 0},
        {"\xc3", 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].word, dem_meta_month(dem_str_from(CASES[i].word)), CASES[i].month);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

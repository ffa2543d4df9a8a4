/* What is no text: reader/nature.h. */
#include "../base/check.h"
#include "reader/nature.h"

static void test_natures(void **state)
{
    (void)state;
    static const struct {
        dem_str head;
        const char *what;
    } CASES[] = {
        {{"%PDF-1.7", 8}, "a PDF document"},
        {{"RIFF\1\2\3\4WEBPVP8", 15}, "a picture"},
        {{"RIFF", 4}, NULL},
        {{"{\\rtf1\\ansi", 10}, "a word processor's document"},
        {{"\1\2\3\4\5\6abc", 9}, "binary"},
        {{"The talks\1\2\3\4 went on for hours, they said.", 43}, NULL},
        {{"", 0}, NULL},
        {{"\tA page\f\r\n", 9}, NULL},
        {{"ID3 talks", 9}, "a recording"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        check_str("nature", dem_str_from(dem_nature_of(CASES[i].head) ? dem_nature_of(CASES[i].head) : "text"),
                  CASES[i].what ? CASES[i].what : "text");
}

static void test_companions(void **state)
{
    (void)state;
    assert_true(dem_nature_companion(DEM_STR("/none/x.JS")));
    assert_true(dem_nature_companion(DEM_STR("style.css")));
    assert_false(dem_nature_companion(DEM_STR("style.css.txt")));
    assert_false(dem_nature_companion(DEM_STR(".css")));
    assert_false(dem_nature_companion(DEM_STR("/none/x_files/a.txt")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_natures), cmocka_unit_test(test_companions)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

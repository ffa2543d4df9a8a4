/* What went wrong: base/error.h. */
#include "base/error.h"
#include "check.h"

static void test_message(void **state)
{
    (void)state;
    static const struct {
        const char *why, *source;
        uint64_t line;
        const char *text, *out;
    } CASES[] = {
        {"file and line", "a.jsonl", 12, "no \"text\"", "a.jsonl:12: no \"text\""},
        {"file only", "a.txt", 0, "empty", "a.txt: empty"},
        {"nothing known", "", 3, "empty", "empty"},
        {"a name of two lines", "a\nb.txt", 1, "empty", "a\\nb.txt:1: empty"},
        {"a name that speaks to the terminal", "\x1b[2J\x7f.txt", 0, "empty", "\\x1b[2J\\x7f.txt: empty"},
        {"a control character of two bytes", "\xc2\x9b" "2J", 0, "\xc2\xa0", "\\x9b2J: \xc2\xa0"},
        {"quoted from the file", "a", 2, "\"x\r\ny\"", "a:2: \"x\\x0d\\ny\""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_error e;
        dem_buf b = {0};
        check_int(
            CASES[i].why,
            dem_fail(&e, DEM_E_FORMAT, dem_str_from(CASES[i].source), CASES[i].line, 5, "%s", CASES[i].text),
            DEM_E_FORMAT);
        check_int(CASES[i].why, e.code, DEM_E_FORMAT);
        check_int(CASES[i].why, (long long)e.offset, 5);
        dem_error_add(&b, &e);
        check_str(CASES[i].why, dem_buf_str(&b), CASES[i].out);
        dem_buf_release(&b);
    }
    check_int("without a place for it", dem_fail(NULL, DEM_E_IO, DEM_STR("x"), 0, 0, "y"), DEM_E_IO);
}

static void test_long_parts_are_cut(void **state)
{
    (void)state;
    dem_error e;
    char name[1000];
    memset(name, 'n', sizeof name);
    dem_fail(&e, DEM_E_IO, (dem_str){name, sizeof name}, 0, 0, "%.*s", (int)sizeof name, name);
    check_int("source fits", (long long)strlen(e.source), sizeof e.source - 1);
    check_int("text fits", (long long)strlen(e.text), sizeof e.text - 1);
}

static void test_words(void **state)
{
    (void)state;
    for (int a = DEM_OK; a <= DEM_E_USAGE; a++) {
        assert_true(dem_status_word((dem_status)a)[0]);
        for (int b = DEM_OK; b < a; b++)
            assert_string_not_equal(dem_status_word((dem_status)a), dem_status_word((dem_status)b));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_message),
                                       cmocka_unit_test(test_long_parts_are_cut), cmocka_unit_test(test_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What is kept of the things said: page/meta_found.h. */
#include "../base/check.h"
#include "page/meta_found.h"

static dem_arena arena;

static void plain(void **state)
{
    static const struct {
        const char *text, *want;
    } CASES[] = {
        {"Oil &amp; gas", "Oil & gas"},
        {"&quot;No&#39;&#x2019;", "\"No'\xe2\x80\x99"},
        {"a&nbsp;&nbsp; b &ndash; c", "a b \xe2\x80\x93 c"},
        {"AT&T; R&D &unknown; & &#; &#x;", "AT&T; R&D &unknown; & &#; &#x;"},
        {"&amp;lt;", "&lt;"}, /* once, not until nothing is left */
        {"&#0;&#xD800;&#x110000;x", "\xef\xbf\xbd\xef\xbf\xbdx"},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].text, dem_meta_plain(&arena, dem_str_from(CASES[i].text), 100), CASES[i].want);
    check_str("cut", dem_meta_plain(&arena, DEM_STR("&amp;&amp;&amp;"), 2), "&&");
}

static void saying(void **state)
{
    dem_meta_found f = {.arena = &arena};
    (void)state;
    dem_meta_say(&f, &f.title, 3, DEM_STR("  A \n &amp; B "));
    dem_meta_say(&f, &f.title, 3, DEM_STR(" \n "));
    check_int("blank is nothing", (int)f.title.n, 1);
    check_str("trimmed", f.title.at[0].text, "A & B");
    for (int i = 0; i < 1000; i++) dem_meta_say(&f, &f.title, 1, DEM_STR("x"));
    check_int("bounded", (int)f.title.n, DEM_META_VALUES);
}

static void dating(void **state)
{
    dem_meta_found f = {.arena = &arena};
    static const char *const NO[] = {"1970-01-01",           "1989-12-31", "2100-01-01",
                                     "0001-01-01T00:00:00Z", "never",      ""};
    (void)state;
    for (size_t i = 0; i < COUNT(NO); i++) dem_meta_date(&f, DEM_DATED_JSON, dem_str_from(NO[i]));
    check_int("no days of pages", (int)f.dated.n, 0);
    for (int i = 0; i < 1000; i++) dem_meta_date(&f, DEM_DATED_META, DEM_STR("2024-03-18"));
    check_int("bounded", (int)f.dated.n, DEM_META_DATES);
    check_int("day", f.dated.at[0].when.day, dem_date_from(2024, 3, 18));
    check_int("witness", f.dated.at[0].witness, DEM_DATED_META);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(plain), cmocka_unit_test(saying),
                                       cmocka_unit_test(dating)};
    dem_arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dem_arena_release(&arena);
    return failed;
}

/* Addresses: fetch/url.h. */
#include "../base/check.h"
#include "fetch/url.h"

static void test_url(void **state)
{
    (void)state;
    static const struct {
        const char *why, *given, *base, *text, *origin, *target;
    } CASES[] = {
        {"plain", "https://news.example/a?b=c", "", "https://news.example/a?b=c", "https://news.example",
         "/a?b=c"},
        {"capitals", "HTTPS://News.Example/A", "", "https://news.example/A", "https://news.example", "/A"},
        {"no path", "http://news.example", "", "http://news.example/", "http://news.example", "/"},
        {"the usual port", "https://news.example:443/a", "", "https://news.example/a", "https://news.example",
         "/a"},
        {"a port", "http://127.0.0.1:8080/a", "", "http://127.0.0.1:8080/a", "http://127.0.0.1:8080", "/a"},
        {"a fragment", "http://news.example/a#b", "", "http://news.example/a", "http://news.example", "/a"},
        {"blanks and letters", " http://news.example/a b/\xC3\xA9 ", "", "http://news.example/a%20b/%c3%a9",
         "http://news.example", "/a%20b/%c3%a9"},
        {"a path", "/x", "https://news.example/a/b?c", "https://news.example/x", "https://news.example", "/x"},
        {"a name", "x", "https://news.example/a/b?c", "https://news.example/a/x", "https://news.example",
         "/a/x"},
        {"another host", "//other.example/x", "https://news.example/a", "https://other.example/x",
         "https://other.example", "/x"},
        {"a whole one", "http://other.example/x", "https://news.example/a", "http://other.example/x",
         "http://other.example", "/x"},
        {"a name beyond ASCII",
         "http://b\xC3\xBC"
         "cher.example/",
         "", "http://xn--bcher-kva.example/", "http://xn--bcher-kva.example", "/"},
        {"the same with percent signs",
         "http://b%C3%BC"
         "cher.example/",
         "", "http://xn--bcher-kva.example/", "http://xn--bcher-kva.example", "/"},
        {"a number as a name", "http://%37/a", "", "http://0.0.0.7/a", "http://0.0.0.7", "/a"},
        {"dots", "../../../x", "https://news.example/a/b/", "https://news.example/x", "https://news.example",
         "/x"},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_url u;
        if (!dem_url_read(&a, dem_str_from(CASES[i].given), dem_str_from(CASES[i].base), &u))
            fail_msg("%s", CASES[i].why);
        check_str(CASES[i].why, u.text, CASES[i].text);
        check_str(CASES[i].why, u.origin, CASES[i].origin);
        check_str(CASES[i].why, u.target, CASES[i].target);
    }
    dem_arena_release(&a);
}

static void test_refused(void **state)
{
    (void)state;
    static const char *const CASES[][2] = {
        {"file:///etc/passwd", ""},
        {"file:///etc/passwd", "https://news.example/"},
        {"ftp://x.example/", ""},
        {"gopher://x.example:70/_", ""},
        {"javascript:alert(1)", "https://news.example/"},
        {"", "https://news.example/"},
        {"http://", ""},
        {"news.example/a", ""},
        {"http://x.example:99999/", ""},
        {"http://x%01y.example/", ""},
        {"http://x%0d%0ay.example/", ""},
        {"http://x%20y.example/", ""},
        {"http://x%2541.example/", ""},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_url u;
        if (dem_url_read(&a, dem_str_from(CASES[i][0]), dem_str_from(CASES[i][1]), &u))
            fail_msg("taken: %s as %.*s", CASES[i][0], DEM_STR_ARG(u.text));
    }
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_url), cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

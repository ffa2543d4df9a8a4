/* What nobody reads is taken out before parsing: page/clean.h. */
#include "page/clean.h"
#include "page_case.h"

static void test_clean(void **state)
{
    (void)state;
    static const struct {
        const char *why, *html, *want;
    } CASES[] = {
        {"text", "a < b & c", "a < b & c"},
        {"tags", "<p>a</p>", "<p>a</p>"},
        {"a comment", "a<!-- <p> -- > -->b", "ab"},
        {"a comment that ends at once", "a<!-->b", "ab"},
        {"a comment without an end", "a<!-- b", "a"},
        {"a script", "a<script>x < '</p>'</script >b", "ab"},
        {"a script in capitals", "a<SCRIPT SRC=x></ScRiPt>b", "ab"},
        {"a script that holds data", "<script type=\"application/ld+json\">{\"a\": \"<p>\"}</script>b",
         "<script type=\"application/ld+json\">{\"a\": \"<p>\"}</script>b"},
        {"a script without an end", "a<script>b", "a"},
        {"a style", "a<style>p > a</style>b", "ab"},
        {"a drawing", "a<svg><text>x</text></svg>b", "ab"},
        {"a drawing without content", "a<svg x=1 />b", "ab"},
        {"a drawing without an end", "a<svg><p>b", "a<p>b"},
        {"attributes that are read", "<p class=\"a b\" id=c>", "<p class=\"a b\" id=c>"},
        {"attributes that are not", "<a onclick='x > y' href=\"z\" rel=author data-x>", "<a rel=author>"},
        {"no blank between them", "<p title=\"a\"class=\"b\">", "<p class=\"b\">"},
        {"an empty element", "<br class=x />", "<br class=x/>"},
        {"all of a meta element", "<meta name=a content=b foo=c>", "<meta name=a content=b foo=c>"},
        {"a style that hides", "<p style=\"display: none\">", "<p style=\"display: none\">"},
        {"one that does not", "<p style=\"color: red\">", "<p>"},
        {"a second body", "<body class=a>b<body class=c>d",
         "<body class=a>b"
         "d"},
        {"a tag without an end", "a<p class=b", "a<p class=b"},
        {"a sign at the end", "a<", "a<"},
    };
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_str out;
        if (page_clean(&arena, dem_str_from(CASES[i].html), &out)) fail_msg("%s: refused", CASES[i].why);
        check_str(CASES[i].why, out, CASES[i].want);
    }
    dem_arena_release(&arena);
}

static void test_bytes(void **state)
{
    (void)state;
    dem_arena arena;
    dem_str out;
    dem_arena_init(&arena, 0);
    assert_null(page_clean(&arena, DEM_STR("a\0b<p \0>\xff"), &out));
    check_str("NUL and what is no UTF-8", out, "a b<p>\xEF\xBF\xBD");
    assert_null(page_clean(&arena, DEM_STR(""), &out));
    check_int("nothing", (long long)out.n, 0);
    dem_arena_release(&arena);
}

static void test_bounds(void **state)
{
    (void)state;
    static const struct {
        const char *why, *head, *part;
        size_t fits, breaks;
    } CASES[] = {
        {"attributes of one element", "<p ", "class=a ", PAGE_MAX_ATTRIBUTES, PAGE_MAX_ATTRIBUTES + 1},
        {"attributes that are not read", "<p ", "x=a ", PAGE_MAX_ATTRIBUTES, PAGE_MAX_ATTRIBUTES + 1},
        {"attributes of all", "", "<p a b c d>", PAGE_MAX_ALL_ATTRIBUTES / 4, PAGE_MAX_ALL_ATTRIBUTES / 4 + 1},
        {"references", "", "&a", PAGE_MAX_REFERENCES, PAGE_MAX_REFERENCES + 1},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        for (int over = 0; over < 2; over++) {
            dem_arena arena;
            dem_str out;
            char *html = page_case_repeat(CASES[i].head, CASES[i].part, over ? CASES[i].breaks : CASES[i].fits);
            dem_arena_init(&arena, 0);
            check_int(CASES[i].why, page_clean(&arena, dem_str_from(html), &out) != NULL, over);
            dem_arena_release(&arena);
            free(html);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_clean), cmocka_unit_test(test_bytes),
                                       cmocka_unit_test(test_bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

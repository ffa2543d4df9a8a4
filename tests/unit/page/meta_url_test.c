/* Addresses: page/meta_url.h. */
#include "../base/check.h"
#include "page/meta_url.h"

static dem_arena arena;

static void absolute(void **state)
{
    static const struct {
        const char *url, *base, *want;
    } CASES[] = {
        {"https://a.example/x#top", "", "https://a.example/x"},
        {"HTTP://A.example/", "", "HTTP://A.example/"},
        {"/b?c=1", "https://a.example/x/y", "https://a.example/b?c=1"},
        {"//b.example/z", "https://a.example/x", "https://b.example/z"},
        {"../q", "https://a.example/x/y/z", "https://a.example/x/q"},
        {"/b", "", ""},
        {"#top", "https://a.example/", ""},
        {"javascript:void(0)", "https://a.example/", ""},
        {"mailto:x@a.example", "https://a.example/", ""},
        {"ftp://a.example/x", "", ""},
        {"", "https://a.example/", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].url,
                  dem_meta_absolute(&arena, dem_str_from(CASES[i].url), dem_str_from(CASES[i].base)),
                  CASES[i].want);
}

static void parts(void **state)
{
    (void)state;
    check_str("host", dem_meta_host(DEM_STR("https://www.a.example:8080/x")), "a.example");
    check_str("host and query", dem_meta_host(DEM_STR("https://a.example?x")), "a.example");
    check_str("none", dem_meta_host(DEM_STR("a.example/x")), "");
    check_str("path", dem_meta_path(DEM_STR("https://a.example/x/y?z=1")), "/x/y?z=1");
    check_str("no path", dem_meta_path(DEM_STR("https://a.example")), "");
}

static void sites(void **state)
{
    static const struct {
        const char *a, *b;
        bool same;
    } CASES[] = {
        {"news.example", "NEWS.example", true},
        {"m.news.example", "news.example", true},
        {"m.news.example", "amp.news.example", true},
        {"news.example", "mynews.example", false},
        {"a.example", "b.example", false},
        {"a.co.uk", "b.co.uk", false},
        {"x.a.co.uk", "y.a.co.uk", true},
        {"", "a.example", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].a, dem_meta_same_site(dem_str_from(CASES[i].a), dem_str_from(CASES[i].b)),
                  CASES[i].same);
}

static void canonical(void **state)
{
    /* claims with weights 4, 3, 2 */
    static const struct {
        const char *why, *page, *base, *claims[3], *want;
    } CASES[] = {
        {"of the same site", "https://m.a.example/x?utm=1", "", {"https://a.example/x"}, "https://a.example/x"},
        {"relative", "https://a.example/x/y?z", "", {"/x/y"}, "https://a.example/x/y"},
        {"relative to the base",
         "https://a.example/x",
         "https://b.a.example/q/",
         {"w"},
         "https://b.a.example/q/w"},
        {"one claim of another site",
         "https://a.example/x",
         "",
         {"https://b.example/x"},
         "https://a.example/x"},
        {"a copy that says so twice",
         "https://a.example/x",
         "",
         {"https://b.example/x", "https://b.example/x"},
         "https://b.example/x"},
        {"the front page", "https://a.example/x", "", {"https://a.example/", "/x/z"}, "https://a.example/x/z"},
        {"the page is the front page",
         "https://a.example/",
         "",
         {"https://www.a.example/"},
         "https://www.a.example/"},
        {"no page known", "", "", {"https://b.example/x"}, "https://b.example/x"},
        {"nothing known", "", "", {"/x"}, ""},
        {"no claim", "https://a.example/x#y", "", {""}, "https://a.example/x"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_meta_found f = {
            .arena = &arena, .page = dem_str_from(CASES[i].page), .base = dem_str_from(CASES[i].base)};
        for (int k = 0; k < 3; k++)
            if (CASES[i].claims[k]) dem_meta_say(&f, &f.url, 4 - k, dem_str_from(CASES[i].claims[k]));
        check_str(CASES[i].why, dem_meta_canonical(&f), CASES[i].want);
    }
}

static void days(void **state)
{
    static const struct {
        const char *url, *want;
    } CASES[] = {
        {"https://a.example/2019/11/12/mayor-out", "2019-11-12"},
        {"https://a.example/news/2019/nov/12/mayor", "2019-11-12"},
        {"https://a.example/mayor-out-20191112/", "2019-11-12"},
        {"https://a.example/story/2019-11-12/mayor", "2019-11-12"},
        {"https://a.example/?day=2019/11/12", ""},
        {"https://a.example/2019/11/mayor", ""},
        {"https://a.example/id-98765432", ""},
        {"https://a.example/2019/13/40/x", ""},
        {"https://a.example/1919/11/12/x", ""},
        {"https://a.example/x2019/11/12", ""},
        {"https://a.example", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_meta_when w;
        bool any = dem_meta_url_day(dem_str_from(CASES[i].url), &w);
        check_str(CASES[i].url, any ? dem_meta_when_text(&arena, &w) : DEM_STR(""), CASES[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(absolute), cmocka_unit_test(parts),
                                       cmocka_unit_test(sites), cmocka_unit_test(canonical),
                                       cmocka_unit_test(days)};
    dem_arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dem_arena_release(&arena);
    return failed;
}

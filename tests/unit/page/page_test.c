/* A page into reports: page/page.h. */
#include "page/page.h"
#include "page_case.h"

#define P_BOATS PAGE_PARAGRAPH("boats")
#define P_MEN PAGE_PARAGRAPH("men")
#define P_BREAD PAGE_PARAGRAPH("bread")

static void test_article(void **state)
{
    (void)state;
    dem_arena arena;
    dem_page page;
    dem_arena_init(&arena, 0);
    dem_status st = dem_page_read(
        &arena,
        DEM_STR(
            "<html lang=en><title>Boats for Esk</title><meta property=article:published_time "
            "content=2024-05-06T20:00:00Z><nav><a href=/>Home</a></nav><article><h1>Boats for Esk</h1>" P_BOATS
            "<figure><figcaption>A boat</figcaption></figure>" P_MEN P_BREAD "</article>"),
        DEM_STR("https://gazette.example/boats"), &page, NULL);
    assert_int_equal(st, DEM_OK);
    check_int("one report", page.n, 1);
    check_int("not live", page.live, false);
    const dem_report *r = page.report;
    assert_null(r->id.p);
    check_str("title", r->title, "Boats for Esk");
    check_str("address", r->url, "https://gazette.example/boats");
    check_str("language", r->language, "en");
    check_str("published", r->published, "2024-05-06T20:00:00Z");
    check_int("zones", r->n_zones, 2);
    check_str("the headline", dem_str_sub(r->text, r->zones[0].start, r->zones[0].end), "Boats for Esk");
    check_int("is a heading", r->zones[0].kind, DEM_ZONE_HEADING);
    check_str("the caption", dem_str_sub(r->text, r->zones[1].start, r->zones[1].end), "A boat");
    check_int("is one", r->zones[1].kind, DEM_ZONE_CAPTION);
    check_int("the menu is left out", (long long)dem_str_find(r->text, DEM_STR("Home")), (long long)r->text.n);
    dem_arena_release(&arena);
}

static void test_none(void **state)
{
    (void)state;
    static const char *const PAGES[] = {"", "   ", "<html></html>",
                                        "<ul><li><a href=a>Home</a><li><a href=b>World</a></ul>",
                                        "<frameset><frame src=a><frame src=b></frameset>"};
    for (size_t i = 0; i < COUNT(PAGES); i++) {
        dem_arena arena;
        dem_page page;
        dem_error err = {0};
        dem_arena_init(&arena, 0);
        check_int(PAGES[i], dem_page_read(&arena, dem_str_from(PAGES[i]), (dem_str){NULL, 0}, &page, &err),
                  DEM_E_FORMAT);
        check_int(PAGES[i], page.n, 0);
        check_int("a reason", err.text[0] != 0, true);
        dem_arena_release(&arena);
    }
}

/* Its time grows with the page, not with its square: that would outlast the test's limit many times over. */
static void test_long(void **state)
{
    (void)state;
    static const struct {
        const char *why, *head, *part;
        size_t n;
    } CASES[] = {
        {"paragraphs", "", P_BOATS, 10000},
        {"short ones", "", "<p>a b", 50000},
        {"breaks in a deep box",
         "<div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div><div>",
         "a b.<br><br>", 50000},
        {"cells", "<table>", "<tr><td>a b<td>c", 30000},
        {"dated boxes", "<title>Floods: live</title>",
         "<div id=a><time datetime=2024-05-06>x</time>" P_BOATS "</div>", 8000},
        {"names", "", "<p class='related-posts share comment nav'>a", 30000},
        {"one text", "<p>", "word and word, ", 600000},
        {"unclosed", "", "<p><b><i><a href=x>b", 30000},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_arena arena;
        dem_page page;
        char *html = page_case_repeat(CASES[i].head, CASES[i].part, CASES[i].n);
        dem_arena_init(&arena, 0);
        dem_status st = dem_page_read(&arena, dem_str_from(html), (dem_str){NULL, 0}, &page, NULL);
        assert_true(st == DEM_OK ? page.n > 0 : st == DEM_E_LIMIT || st == DEM_E_FORMAT);
        dem_arena_release(&arena);
        free(html);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_article), cmocka_unit_test(test_none),
                                       cmocka_unit_test(test_long)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What paragraphs beside the article's are: page/kind.h. */
#include "page_case.h"

#define P_FORTY_BOATS PAGE_PARAGRAPH("forty boats")
#define P_A_HUNDRED_MEN PAGE_PARAGRAPH("a hundred men")
#define P_BREAD PAGE_PARAGRAPH("bread")
#define P_WATER_AND_TENTS PAGE_PARAGRAPH("water and tents")

static const char PAGE[] =
    "<title>Boats for Esk</title><header><nav><a href=a>Home page</a></nav></header><main><article><h1>Boats "
    "for Esk</h1>" P_FORTY_BOATS "<figure><figcaption>A boat on the Esk</figcaption></figure>" P_A_HUNDRED_MEN
    "<h2>Bridges</h2><div class=related-posts><p><a href=b>Rain in the south</a></p></div>" P_BREAD
    "<p>Read more: <a href=c>Snow in the "
    "north</a></p><table><tr><th>Town<th>Dead<tr><td>Esk<td>3<tr><td>Holm<td>1</table><nav "
    "class=toc><ul><li><a href=d>Contents of this page</a></ul></nav>" P_WATER_AND_TENTS
    "<div class=newsletter-signup><p>Get our letter every day</p></div><div class=paywall><p>Subscribe to "
    "continue reading</p></div></article><section id=comments><div "
    "class=comment><p>First!</p></div></section></main><footer><p>Contact of the publisher</p></footer>";

static void test_kinds(void **state)
{
    (void)state;
    static const struct {
        const char *head;
        dem_zone_kind kind;
    } WANT[] = {
        {"Home page", DEM_ZONE_COUNT},   {"The army sent forty", DEM_ZONE_BODY},
        {"A boat", DEM_ZONE_CAPTION},    {"Bridges", DEM_ZONE_HEADING},
        {"Rain in", DEM_ZONE_RELATED},   {"Read more", DEM_ZONE_RELATED},
        {"Town", DEM_ZONE_CAPTION},      {"Holm", DEM_ZONE_CAPTION},
        {"Contents", DEM_ZONE_COUNT},    {"Get our letter", DEM_ZONE_BOILERPLATE},
        {"Subscribe", DEM_ZONE_PAYWALL}, {"First!", DEM_ZONE_COMMENT},
        {"Contact", DEM_ZONE_COUNT},     {"Boats for", DEM_ZONE_COUNT},
    };
    page_case t;
    page_case_open(&t, PAGE);
    page_kinds k = page_kinds_find(&t.arena, &t.blocks, &t.choice, &t.witness);
    for (size_t i = 0; i < COUNT(WANT); i++)
        check_int(WANT[i].head, k.kind[page_case_block(&t, WANT[i].head)], WANT[i].kind);
    uint32_t town = page_case_block(&t, "Town"), dead = page_case_block(&t, "Dead"),
             holm = page_case_block(&t, "Holm");
    check_int("cells of a row", k.row[town] == k.row[dead] && k.table[town] == k.table[holm], true);
    check_int("of two rows", k.row[town] == k.row[holm], false);
    check_int("no table", (long long)k.table[page_case_block(&t, "Bridges")], PAGE_NO_TABLE);
    page_case_close(&t);
}

static void test_layout(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, "<table><tr><td><a href=a>Home</a><td>" P_FORTY_BOATS P_A_HUNDRED_MEN P_BREAD
                       "<td>Ad</table>");
    page_kinds k = page_kinds_find(&t.arena, &t.blocks, &t.choice, &t.witness);
    check_int("a table that lays out the page holds the article",
              k.kind[page_case_block(&t, "The army sent a hundred")], DEM_ZONE_BODY);
    page_case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds), cmocka_unit_test(test_layout)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

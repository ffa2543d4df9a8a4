/* What paragraphs beside the article's are: page/kind.h. */
#include "page_case.h"

static const char PAGE[] =
    "<title>Boats for Esk</title><header><nav><a href=a>Home page</a></nav></header><main><article><h1>Boats "
    "for Esk</h1>" PAGE_PARAGRAPH("forty boats") "<figure><figcaption>A boat on the "
                                                 "Esk</figcaption></figure>" PAGE_PARAGRAPH(
                                                     "a hundred men") "<h2>Bridges</h2>"
                                                                      "<div class=related-posts><p><a "
                                                                      "href=b>Rain in the "
                                                                      "south</a></p></div>" PAGE_PARAGRAPH(
                                                                          "bread") "<p>Read more: <a "
                                                                                   "href=c>Snow in the "
                                                                                   "north</a></p>"
                                                                                   "<table><tr><th>Town<th>"
                                                                                   "Dead<tr><td>Esk<td>3<tr><"
                                                                                   "td>Holm<td>1</table>"
                                                                                   "<nav class=toc><p>Contents "
                                                                                   "of this "
                                                                                   "page</p></"
                                                                                   "nav>" PAGE_PARAGRAPH(
                                                                                       "water and tents") "<div"
                                                                                                          " cla"
                                                                                                          "ss="
                                                                                                          "news"
                                                                                                          "lett"
                                                                                                          "er-"
                                                                                                          "sign"
                                                                                                          "up><"
                                                                                                          "p>"
                                                                                                          "Get "
                                                                                                          "our "
                                                                                                          "lett"
                                                                                                          "er "
                                                                                                          "ever"
                                                                                                          "y "
                                                                                                          "day<"
                                                                                                          "/p><"
                                                                                                          "/div"
                                                                                                          "><"
                                                                                                          "div "
                                                                                                          "clas"
                                                                                                          "s="
                                                                                                          "payw"
                                                                                                          "all>"
                                                                                                          "<p>"
                                                                                                          "Subs"
                                                                                                          "crib"
                                                                                                          "e "
                                                                                                          "to "
                                                                                                          "cont"
                                                                                                          "inue"
                                                                                                          " rea"
                                                                                                          "ding"
                                                                                                          "</"
                                                                                                          "p></"
                                                                                                          "div>"
                                                                                                          "</"
                                                                                                          "arti"
                                                                                                          "cle>"
                                                                                                          "<sec"
                                                                                                          "tion"
                                                                                                          " id="
                                                                                                          "comm"
                                                                                                          "ents"
                                                                                                          "><"
                                                                                                          "div "
                                                                                                          "clas"
                                                                                                          "s="
                                                                                                          "comm"
                                                                                                          "ent>"
                                                                                                          "<p>"
                                                                                                          "Firs"
                                                                                                          "t!</"
                                                                                                          "p></"
                                                                                                          "div>"
                                                                                                          "</"
                                                                                                          "sect"
                                                                                                          "ion>"
                                                                                                          "</"
                                                                                                          "main"
                                                                                                          ">"
                                                                                                          "<foo"
                                                                                                          "ter>"
                                                                                                          "<p>"
                                                                                                          "Cont"
                                                                                                          "act "
                                                                                                          "of "
                                                                                                          "the "
                                                                                                          "publ"
                                                                                                          "ishe"
                                                                                                          "r</"
                                                                                                          "p></"
                                                                                                          "foot"
                                                                                                          "er>";

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
    page_case_open(&t, "<table><tr><td><a href=a>Home</a><td>" PAGE_PARAGRAPH("forty boats")
                           PAGE_PARAGRAPH("a hundred men") PAGE_PARAGRAPH("bread") "<td>Ad</table>");
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

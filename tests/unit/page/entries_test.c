/* Entries of a live page: page/entries.h. */
#include "page/entries.h"
#include "page_case.h"

#define P_BREAD PAGE_PARAGRAPH("bread")
#define P_WATER PAGE_PARAGRAPH("water")
#define P_TENTS PAGE_PARAGRAPH("tents")
#define P_A PAGE_PARAGRAPH("a")
#define P_B PAGE_PARAGRAPH("b")
#define P_C PAGE_PARAGRAPH("c")
#define P_D PAGE_PARAGRAPH("d")
#define P_E PAGE_PARAGRAPH("e")
#define P_MEN PAGE_PARAGRAPH("men")
#define P_BOATS PAGE_PARAGRAPH("boats")

#define ENTRY(id, time, what)                                                                                  \
    "<div class=post id=" id "><time datetime=" time ">x</time>" PAGE_PARAGRAPH(what) "</div>"

/* The entries' names, with '|' behind each. */
static void check_boxes(const char *why, const char *html, bool live, const char *want)
{
    page_case t;
    dem_buf b = {0};
    page_case_open(&t, html);
    page_entries es = page_entries_boxes(&t.arena, &t.blocks, live);
    for (uint32_t i = 0; i < es.n; i++) dem_buf_addf(&b, "%.*s|", DEM_STR_ARG(es.at[i].name));
    check_str(why, b.n ? dem_buf_str(&b) : DEM_STR(""), want);
    dem_buf_release(&b);
    page_case_close(&t);
}

static void test_boxes(void **state)
{
    (void)state;
    static const char TWO[] =
        "<h1>Floods</h1><div>" ENTRY("b", "2024-05-06", "boats") ENTRY("a", "2024-05-05", "men") "</div>";
    check_boxes("a page that is live", TWO, true, "b|a|");
    check_boxes("one that is not", TWO, false, "");
    check_boxes("by its names",
                "<div class=live-blog-posts>" ENTRY("b", "2024-05-06", "boats")
                    ENTRY("a", "2024-05-05", "men") "</div>",
                false, "b|a|");
    check_boxes("comments",
                P_BREAD P_WATER P_TENTS "<div class=comments>" ENTRY("b", "2024-05-06", "boats")
                    ENTRY("a", "2024-05-05", "men") "</div>",
                true, "");
    check_boxes("little of the page",
                P_A P_B P_C P_D P_E "<div>" ENTRY("b", "2024-05-06", "boats")
                    ENTRY("a", "2024-05-05", "men") "</div>",
                true, "");
    check_boxes("one", "<div>" ENTRY("b", "2024-05-06", "boats") P_MEN "</div>", true, "");
    check_boxes("without times", "<div><div id=b>" P_BOATS "</div><div id=a>" P_MEN "</div></div>", true, "");
    check_boxes("the name within",
                "<ul><li><time datetime=2024-05-06>x</time><div id=b>" P_BOATS
                "</div><li><time datetime=2024-05-05>x</time>" P_MEN "</ul>",
                true, "b||");
}

static void test_moments(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t,
                   "<div>" ENTRY("b", "2024-05-06T10:00Z", "boats") ENTRY("a", "2024-05-05", "men") "</div>");
    page_entries es = page_entries_boxes(&t.arena, &t.blocks, true);
    check_int("two", es.n, 2);
    check_str("the first", page_moment_text(&t.arena, &es.at[0].moment), "2024-05-06T10:00:00Z");
    check_str("the second", page_moment_text(&t.arena, &es.at[1].moment), "2024-05-05");
    check_int("they follow each other", es.at[0].last, es.at[1].first);
    page_case_close(&t);
}

static void test_lines(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, "<div><h1>The Latest</h1>" P_BREAD "<p>9:30 p.m.</p>" P_BOATS P_MEN
                       "<p>6 p.m.</p>" P_TENTS "</div>");
    page_entries es = page_entries_lines(&t.arena, &t.blocks, &t.choice);
    check_int("two", es.n, 2);
    check_int("the first", es.at[0].first, page_case_block(&t, "The army sent boats"));
    check_int("of two paragraphs", es.at[0].last - es.at[0].first, 2);
    check_int("the second", es.at[1].first, page_case_block(&t, "The army sent tents"));
    check_int("minutes", es.at[1].moment.minute, 18 * 60);
    page_case_close(&t);
    page_case_open(&t, "<div>" P_BREAD "<p>9:30</p><p>9:40</p>" P_BOATS "</div>");
    check_int("a timetable", page_entries_lines(&t.arena, &t.blocks, &t.choice).n, 0);
    page_case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_boxes), cmocka_unit_test(test_moments),
                                       cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

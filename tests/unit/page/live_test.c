/* A live page into reports: page/live.h, through page/page.h. */
#include "page/page.h"
#include "page_case.h"

#define P_BREAD PAGE_PARAGRAPH("bread")
#define P_BOATS PAGE_PARAGRAPH("boats")
#define P_MEN PAGE_PARAGRAPH("men")
#define P_TENTS PAGE_PARAGRAPH("tents")

typedef struct part {
    const char *id, *published, *from, *title, *text;
} part;

static void check_parts(const char *why, const char *html, const part *want, uint32_t n)
{
    dem_arena arena;
    dem_page page;
    dem_error err = {0};
    dem_arena_init(&arena, 0);
    if (dem_page_read(&arena, dem_str_from(html), (dem_str){NULL, 0}, &page, &err) != DEM_OK)
        fail_msg("%s: %s", why, err.text);
    check_int(why, page.n, n);
    check_int(why, page.live, true);
    for (uint32_t i = 0; i < n; i++) {
        check_str(why, page.report[i].id, want[i].id);
        check_str(why, page.report[i].published, want[i].published);
        if (want[i].from) check_str(why, dem_str_from(page.report[i].published_from), want[i].from);
        check_str(why, page.report[i].title, want[i].title);
        check_str(why, page.report[i].text, want[i].text);
    }
    dem_arena_release(&arena);
}

#define THE_ARMY(what)                                                                                         \
    "The army sent " what " to the town of Esk on Monday, the defence ministry said, after two bridges were "  \
    "carried away by the river."

static void test_boxes(void **state)
{
    (void)state;
    static const part WANT[] = {
        {"top", "2024-05-06T14:20:00Z", NULL, "Floods: live updates",
         "Floods: live updates\n\n" THE_ARMY("bread")},
        {"p3", "2024-05-06T14:21:00Z", "json-ld", "Boats", "Boats\n\n" THE_ARMY("boats")},
        {"p2", "2024-05-06T11:05:00Z", "time", "Men arrive", "Men arrive\n\n" THE_ARMY("men")},
        {"p2-4", "2024-05-05", "time", "Floods: live updates", "A bridge has gone."},
    };
    check_parts(
        "boxes",
        "<script type='application/ld+json'>{\"@type\": \"LiveBlogPosting\", \"headline\": \"Floods: live "
        "updates\", \"datePublished\": \"2024-05-06T08:00:00Z\", \"liveBlogUpdate\": [{\"@type\": "
        "\"BlogPosting\", \"headline\": \"Boats\", \"datePublished\": \"2024-05-06T14:21:00Z\", \"url\": "
        "\"https://gazette.example/live#p3\"}]}</script><main><h1>Floods: live updates</h1>" P_BREAD
        "<div><article id=p3><time datetime=2024-05-06T14:20:00Z></time>" P_BOATS
        "</article><article id=p2><time datetime=2024-05-06T11:05:00Z></time><h2>Men arrive</h2>" P_MEN
        "</article><article id=p2><time datetime=2024-05-05></time><p>A bridge has gone.</p><a href=x>Share "
        "this entry with your friends</a></article></div></main>",
        WANT, 4);
}

static void test_lines(void **state)
{
    (void)state;
    static const part WANT[] = {
        {"2024-05-06T2130", "2024-05-06", "text", "The Latest: floods in Norvia", THE_ARMY("boats")},
        {"2024-05-06T0600", "2024-05-06", "text", "The Latest: floods in Norvia", THE_ARMY("men")},
        {"2024-05-05T2345", "2024-05-05", "text", "The Latest: floods in Norvia", THE_ARMY("tents")},
    };
    check_parts(
        "lines",
        "<meta property=og:title content='The Latest: floods in Norvia'><meta property=article:published_time "
        "content=2024-05-06T20:00:00Z><div><h1>The Latest: floods in Norvia</h1><p>9:30 p.m.</p>" P_BOATS
        "<p>___</p><p>6 a.m.</p>" P_MEN "<p>11:45 p.m.</p>" P_TENTS "</div>",
        WANT, 3);
}

static void test_json(void **state)
{
    (void)state;
    static const part WANT[] = {
        {"a9", "2024-05-06T14:20:00Z", "json-ld", "Victory claimed",
         "Victory claimed\n\nThe opposition claimed victory.\n\nIt thanked voters."},
        {"2", "2024-05-06T08:00:00Z", "json-ld", "Count: live", "Polls have closed\n\nin the north."},
    };
    check_parts(
        "a page that a script fills",
        "<script type='application/ld+json'>{\"@type\": \"LiveBlogPosting\", \"headline\": \"Count: live\", "
        "\"datePublished\": \"2024-05-06T08:00:00Z\", \"liveBlogUpdate\": [{\"@type\": \"BlogPosting\", "
        "\"headline\": \"Victory claimed\", \"datePublished\": \"2024-05-06T14:20:00Z\", \"url\": "
        "\"https://gazette.example/live#a9\", \"articleBody\": \"The opposition claimed victory.\\nIt thanked "
        "voters.\"}, {\"@type\": \"BlogPosting\", \"articleBody\": \"<p>Polls have closed</p> <p>in the "
        "<b>north</b>.</p>\"}, "
        "{\"@type\": \"BlogPosting\", \"headline\": \"Nothing more\"}]}</script><div id=app></div>",
        WANT, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_boxes), cmocka_unit_test(test_lines),
                                       cmocka_unit_test(test_json)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

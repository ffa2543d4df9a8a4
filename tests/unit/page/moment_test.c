/* When an entry was written: page/moment.h. */
#include "page/moment.h"
#include "page_case.h"

static void test_line(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        int minute; /* -1: none */
    } CASES[] = {{"9:30 p.m.", 21 * 60 + 30},
                 {"6 p.m.", 18 * 60},
                 {"12:05 am", 5},
                 {"14.05", 14 * 60 + 5},
                 {" 07:00 GMT ", 7 * 60},
                 {"14h05", 14 * 60 + 5},
                 {"25:00", -1},
                 {"13 p.m.", -1},
                 {"6", -1},
                 {"2024", -1},
                 {"6 people", -1},
                 {"9:30 p.m. Esk", -1},
                 {"", -1},
                 {"at 9:30", -1},
                 {"100:30", -1}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        page_moment m = {.minute = -1};
        bool is = page_moment_line(dem_str_from(CASES[i].line), &m);
        check_int(CASES[i].line, is ? m.minute : -1, CASES[i].minute);
    }
}

static void test_element(void **state)
{
    (void)state;
    static const struct {
        const char *why, *html, *want;
    } CASES[] = {
        {"a machine's value", "<time datetime='2024-05-06T14:20:00+02:00'>today</time>",
         "2024-05-06T14:20:00+02:00"},
        {"a day", "<time>6 May 2024</time>", "2024-05-06"},
        {"microdata", "<span itemprop=datePublished content=2024-05-06>x</span>", "2024-05-06"},
        {"seconds of Unix", "<span data-timestamp=1715000000>x</span>", "2024-05-06T12:53:20Z"},
        {"the clock alone", "<time>14:20</time>", ""},
        {"a word", "<time>today</time>", NULL},
        {"another element", "<span>6 May 2024</span>", NULL},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        page_case t;
        char html[200];
        page_moment m;
        snprintf(html, sizeof html, "<p>%s</p>", CASES[i].html);
        page_case_open(&t, html);
        bool is = page_moment_of(t.blocks.box[t.blocks.block[0].box].node->children, &m);
        check_int(CASES[i].why, is, CASES[i].want != NULL);
        if (is) check_str(CASES[i].why, page_moment_text(&t.arena, &m), CASES[i].want);
        page_case_close(&t);
    }
}

static void check_days(const char *why, const int *minute, const int *want, uint32_t n)
{
    page_moment m[8];
    for (uint32_t i = 0; i < n; i++) m[i] = (page_moment){.day = DEM_DATE_NONE, .minute = minute[i]};
    page_moments_date(m, n, 1000);
    for (uint32_t i = 0; i < n; i++) check_int(why, m[i].day, 1000 + want[i]);
}

static void test_days(void **state)
{
    (void)state;
    check_days("backwards", (int[]){1200, 900, 600}, (int[]){0, 0, 0}, 3);
    check_days("backwards over midnight", (int[]){100, 20, 1400, 1300}, (int[]){0, 0, -1, -1}, 4);
    check_days("forwards over midnight", (int[]){1300, 1400, 1410, 20}, (int[]){0, 0, 0, 1}, 4);
    page_moment m[2] = {{.day = 5, .minute = 10}, {.day = DEM_DATE_NONE, .minute = -1}};
    page_moments_date(m, 2, 1000);
    check_int("a day that is told stays", m[0].day, 5);
    check_int("no time, no day", m[1].day, DEM_DATE_NONE);
    m[1].minute = 7;
    page_moments_date(m, 2, DEM_DATE_NONE);
    check_int("no day of the page", m[1].day, DEM_DATE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_line), cmocka_unit_test(test_element),
                                       cmocka_unit_test(test_days)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

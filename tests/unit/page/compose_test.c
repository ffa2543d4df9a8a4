/* Paragraphs into a report: page/compose.h. */
#include "page/compose.h"
#include "page_case.h"

static void check_compose(const char *why, const char *html, const uint8_t *kind, bool table, const char *title,
                          const char *text, const char *zones)
{
    page_case t;
    dem_report r = {0};
    dem_buf b = {0};
    page_case_open(&t, html);
    page_kinds k = {dem_arena_array(&t.arena, uint8_t, t.blocks.n),
                    dem_arena_array(&t.arena, uint32_t, t.blocks.n),
                    dem_arena_array(&t.arena, uint32_t, t.blocks.n)};
    for (uint32_t i = 0; i < t.blocks.n; i++) {
        k.kind[i] = kind[i];
        k.table[i] = table ? 1 : PAGE_NO_TABLE;
        k.row[i] = i / 2;
    }
    page_compose(&t.arena, &t.blocks, &k, 0, t.blocks.n, dem_str_from(title), &r);
    check_str(why, r.text, text);
    for (uint32_t i = 0; i < r.n_zones; i++)
        dem_buf_addf(&b, "%u-%u %s;", r.zones[i].start, r.zones[i].end, dem_zone_name(r.zones[i].kind));
    check_str(why, b.n ? dem_buf_str(&b) : DEM_STR(""), zones);
    dem_buf_release(&b);
    page_case_close(&t);
}

static void test_compose(void **state)
{
    (void)state;
    enum {
        B = DEM_ZONE_BODY,
        H = DEM_ZONE_HEADING,
        C = DEM_ZONE_CAPTION,
        R = DEM_ZONE_RELATED,
        OUT = DEM_ZONE_COUNT
    };
    static const char FOUR[] = "<p>a</p><p>b</p><p>c</p><p>d</p>";
    check_compose("body alone", FOUR, (uint8_t[]){B, B, B, B}, false, NULL, "a\n\nb\n\nc\n\nd", "");
    check_compose("with a title", FOUR, (uint8_t[]){B, OUT, OUT, B}, false, "T", "T\n\na\n\nd", "0-1 heading;");
    check_compose("neighbours of one kind", FOUR, (uint8_t[]){C, C, R, B}, false, NULL, "a\n\nb\n\nc\n\nd",
                  "0-4 caption;6-7 related;");
    check_compose("headings stay apart", FOUR, (uint8_t[]){H, H, B, B}, false, "T", "T\n\na\n\nb\n\nc\n\nd",
                  "0-1 heading;3-4 heading;6-7 heading;");
    check_compose("not across body", FOUR, (uint8_t[]){C, B, C, B}, false, NULL, "a\n\nb\n\nc\n\nd",
                  "0-1 caption;6-7 caption;");
    check_compose("a table of two rows", FOUR, (uint8_t[]){C, C, C, C}, true, NULL, "a\tb\nc\td",
                  "0-7 caption;");
    check_compose("nothing", FOUR, (uint8_t[]){OUT, OUT, OUT, OUT}, false, NULL, "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_compose)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

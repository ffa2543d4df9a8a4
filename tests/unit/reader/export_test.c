/* Lines of exports, and reports between edges: reader/export.h. */
#include "reader/export.h"
#include "reading.h"

static void test_lines(void **state)
{
    (void)state;
    dem_lines l = {.all = DEM_STR("one\r\n\n   \xC2\xA0two \xC2\xA0\n \t \nthree\nfour")};
    static const struct {
        const char *line;
        size_t from, next, indent;
        bool gap;
    } WANT[] = {{"one", 0, 5, 0, true},
                {"two", 6, 18, 5, true},
                {"three", 22, 28, 0, true},
                {"four", 28, 32, 0, false}};
    for (size_t i = 0; i < COUNT(WANT); i++) {
        assert_true(dem_lines_next(&l));
        check_str(WANT[i].line, l.line, WANT[i].line);
        check_int(WANT[i].line, (long long)l.from, (long long)WANT[i].from);
        check_int(WANT[i].line, (long long)l.next, (long long)WANT[i].next);
        check_int(WANT[i].line, (long long)l.indent, (long long)WANT[i].indent);
        check_int(WANT[i].line, l.gap, WANT[i].gap);
    }
    assert_false(dem_lines_next(&l));
    assert_false(dem_lines_next(&l));
    l = (dem_lines){.all = {NULL, 0}};
    assert_false(dem_lines_next(&l));
}

static void test_kinds_of_line(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool length, rights;
    } CASES[] = {{"355 words", true, false},
                 {"1,034 Words", true, false},
                 {"1.034 words", true, false},
                 {"1 word", true, false},
                 {"words", false, false},
                 {",5 words", false, false},
                 {"355 words on paper", false, false},
                 {"355", false, false},
                 {"Copyright 2012 A", false, true},
                 {"(c) 2012 A", false, true},
                 {"\xC2\xA9 2012 A", false, true},
                 {"All Rights Reserved", false, true},
                 {"Copyrighted", false, false},
                 {"", false, false}};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        check_int(CASES[i].line, dem_export_is_length(dem_str_from(CASES[i].line)), CASES[i].length);
        check_int(CASES[i].line, dem_export_is_rights(dem_str_from(CASES[i].line)), CASES[i].rights);
    }
}

static void test_values(void **state)
{
    (void)state;
    dem_arena a = {0};
    check_str("language", dem_export_language(DEM_STR("ENGLISH; ENGLISH")), "en");
    check_str("language", dem_export_language(DEM_STR("Chinese - Traditional")), "zh");
    check_str("no language", dem_export_language(DEM_STR("Englis")), "");
    check_str("nothing", dem_export_language(DEM_STR("")), "");
    check_str("date", dem_export_date(&a, DEM_STR("March 12, 2012 Monday")), "2012-03-12");
    check_str("edition", dem_export_date(&a, DEM_STR("March 12, 2012 Monday, Late Edition - Final")),
              "2012-03-12");
    check_str("time", dem_export_date(&a, DEM_STR("March 13, 2012 Tuesday 10:30 AM GMT")),
              "2012-03-13T10:30:00Z");
    check_str("order unknown", dem_export_date(&a, DEM_STR("04/05/2023")), "");
    check_str("none", dem_export_date(&a, DEM_STR("Monday")), "");
    check_str("over lines", dem_export_value(&a, DEM_STR(" a \r\n   b\xC2\xA0 c\n")), "a b c");
    assert_null(dem_export_value(&a, DEM_STR(" \n")).p);
    check_str("byline", dem_export_byline(DEM_STR("BY JANE")), "JANE");
    check_str("no word", dem_export_byline(DEM_STR("Byron")), "Byron");
    check_str("of windows-1252", dem_export_trim(DEM_STR("\xA0 a\xA0")), "a");
    check_str("a letter that ends so", dem_export_trim(DEM_STR("voil\xC3\xA0")), "voil\xC3\xA0");
    check_str("the same over lines", dem_export_value(&a, DEM_STR("voil\xC3\xA0\nvoil\xC3\xA0")),
              "voil\xC3\xA0 voil\xC3\xA0");
    check_str("nothing else", dem_export_trim(DEM_STR("\xA0\xA0")), "");
    check_str("feet",
              dem_export_body(&a, DEM_STR("\nOne.\nPage 1 of 2 \xC2\xA9 2012 F, Inc.\nTwo.\nPage 2 of 2\n")),
              "One.\n                           \nTwo.");
    check_str("no feet",
              dem_export_body(&a, DEM_STR("Page 1 of 2 is lost\nPage 3 of 2\nPage one of 2\nPage\n")),
              "Page 1 of 2 is lost\nPage 3 of 2\nPage one of 2\nPage");
    check_str("empty", dem_export_body(&a, DEM_STR("")), "");
    dem_arena_release(&a);
}

/* ---- edges, with a database of our own: "<" before a report, ">" behind one, which has "!" on its first line -------- */

static dem_edge edge(dem_str line)
{
    return dem_str_is(line, "<") ? DEM_EDGE_BEFORE : dem_str_is(line, ">") ? DEM_EDGE_BEHIND : DEM_EDGE_NONE;
}

static bool read_item(dem_arena *arena, dem_str lines, bool after_edge, dem_report *report)
{
    if (!dem_str_starts(lines, DEM_STR("!"))) return false;
    report->text = dem_arena_printf(arena, "%d%.*s", after_edge, DEM_STR_ARG(lines));
    return true;
}

static const dem_export_kind KIND = {"an exclamation mark", edge, read_item};

/* What a file of these bytes gives, line by line: "line:text ". */
static void check_edges(const char *why, dem_str bytes, size_t longest_line, const char *want)
{
    dem_source s = {0};
    dem_arena a = {0};
    dem_buf got = {0};
    dem_error err;
    dem_status st;
    assert_int_equal(dem_input_open_memory(&s.in, DEM_STR("x"), bytes, longest_line, &err), DEM_OK);
    dem_export_open(&s, &KIND);
    for (;;) {
        dem_report r = {0};
        st = dem_export_next(&s, &a, &r, &err);
        if (st == DEM_END) break;
        dem_buf_addf(&got, "%llu:", (unsigned long long)(st == DEM_OK ? r.line : err.line));
        if (st == DEM_OK) reading_add(&got, r.text);
        else dem_buf_addz(&got, err.text);
        dem_buf_addc(&got, ' ');
    }
    check_str(why, dem_buf_str(&got), want);
    dem_export_close(&s);
    dem_input_close(s.in);
    dem_buf_release(&got);
    dem_arena_release(&a);
}

static void test_edges(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
    } CASES[] = {
        {"nothing", "", ""},
        {"blank lines", "\n \n", ""},
        {"edges before", "<\n!a\n<\n\n!b\n\n", "2:1!a\\n 5:1!b\\n\\n "},
        {"edges behind", "!a\n>\n\n!b\n>\n", "1:0!a\\n>\\n 4:0!b\\n>\\n "},
        {"what stands around them", "cover\n<\n!a\n>\nsummary\n", "3:1!a\\n>\\n "},
        {"two edges", "<\n<\n!a\n", "3:1!a\\n "},
        {"a mark of the order of bytes", "\xEF\xBB\xBF<\n!a", "2:1!a\\n "},
        {"what is no report", "<\na\n<\n!b\n", "2:no report, expected an exclamation mark 4:1!b\\n "},
        {"no report, behind", "!a\n>\nb\n>\n", "1:0!a\\n>\\n 3:no report, expected an exclamation mark "},
        {"a file without any", "a\n\nb\n", "1:no report, expected an exclamation mark "},
        {"told once", "<\na\n<\nb",
         "2:no report, expected an exclamation mark 4:no report, expected an exclamation mark "},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_edges(CASES[i].why, dem_str_from(CASES[i].in), 100, CASES[i].out);
}

/* A line, and a report, that are longer than any may be cost that report. */
static void test_long(void **state)
{
    (void)state;
    check_edges("a line", DEM_STR("<\n!a\n<\n!b\n01234567890123456789\n<\n!c\n"), 10,
                "2:1!a\\n 4:report longer than 33554432 bytes 7:1!c\\n ");
    dem_buf b = {0};
    dem_buf_addz(&b, "<\n!a\n<\n!");
    while (b.n < DEM_MAX_TEXT)
        dem_buf_addz(&b, "0123456789012345678901234567890123456789012345678901234567890123456789\n");
    dem_buf_addz(&b, "<\n!c\n");
    check_edges("a report", dem_buf_str(&b), 100,
                "2:1!a\\n 4:report longer than 33554432 bytes 472603:1!c\\n ");
    dem_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines), cmocka_unit_test(test_kinds_of_line),
                                       cmocka_unit_test(test_values), cmocka_unit_test(test_edges),
                                       cmocka_unit_test(test_long)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Rows of separated values: reader/csv.h. A row is written down as "[field|field]", an error as "<line>". */
#include "../base/temp.h"
#include "base/arena.h"
#include "base/buf.h"
#include "reader/csv.h"

static temp files;

static int make(void **state)
{
    (void)state;
    temp_make(&files);
    return 0;
}
static int clean(void **state)
{
    (void)state;
    temp_remove(&files);
    return 0;
}

static void add_row(dem_buf *out, const dem_row *row)
{
    dem_buf_addc(out, '[');
    for (size_t i = 0; i < row->n; i++) {
        if (i) dem_buf_addc(out, '|');
        for (size_t k = 0; k < row->at[i].n; k++) {
            if (row->at[i].p[k] == '\n') dem_buf_addz(out, "\\n");
            else if (row->at[i].p[k] == '\r') dem_buf_addz(out, "\\r");
            else dem_buf_addc(out, row->at[i].p[k]);
        }
    }
    dem_buf_addc(out, ']');
}

/* Writes down what `bytes` give; the lines must go up. */
static void rows(dem_buf *out, dem_str bytes, char separator)
{
    dem_arena a = {0};
    dem_row row;
    dem_error err;
    uint64_t last = 0;
    dem_csv c = {.separator = separator};
    assert_int_equal(dem_input_open(&c.in, temp_file(&files, "rows", bytes), DEM_CSV_MAX_ROW, &err), DEM_OK);
    for (dem_status st; (st = dem_csv_row(&c, &a, &row, &err)) != DEM_END;) {
        assert_true(row.line > last);
        last = row.line;
        if (st == DEM_OK) add_row(out, &row);
        else dem_buf_addf(out, "<%s %llu>", dem_status_word(st), (unsigned long long)row.line);
        dem_arena_reset(&a);
    }
    dem_input_close(c.in);
    dem_csv_release(&c);
    dem_arena_release(&a);
}

static void test_rows(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        char separator;
        const char *in, *out;
    } CASES[] = {
        {"plain", ',', "a,b\nc,d\n", "[a|b][c|d]"},
        {"no last line end", ',', "a,b", "[a|b]"},
        {"CR LF", ',', "a,b\r\n\"c\",\"d\"\r\n", "[a|b][c|d]"},
        {"empty fields", ',', ",\n\"\",\n", "[|][|]"},
        {"an empty line is an empty field", ',', "a\n\nb", "[a][][b]"},
        {"quoted separator", ',', "\"a,b\",c", "[a,b|c]"},
        {"quoted line end", ',', "\"a\nb\r\nc\",d\ne,f", "[a\\nb\\r\\nc|d][e|f]"},
        {"doubled quotes", ',', "\"a \"\"b\"\" c\",\"\"\"\"", "[a \"b\" c|\"]"},
        {"a quote within", ',', "5\" gun,b", "[5\" gun|b]"},
        {"blanks around quotes", ',', "a, \"b, c\" ,d", "[a|b, c|d]"},
        {"a byte order mark", ',', "\xEF\xBB\xBF\"a\",b", "[a|b]"},
        {"semicolons", ';', "a,b;c", "[a,b|c]"},
        {"quotes that are not doubled", ',', "\"he said \"no\" to it\",b", "[he said \"no\" to it|b]"},
        {"the same over lines", ',', "\"he said \"no\" to\nit\",b", "[he said \"no\" to\\nit|b]"},
        {"tabs without quoting", '\t', "\"No\" he said\tb\n\"Open\tc", "[\"No\" he said|b][\"Open|c]"},
        {"tabs with quoting", '\t', "\"a\tb\"\t\"c\n\"\"d\"\"\"\n", "[a\tb|c\\n\"d\"]"},
        {"one column", DEM_CSV_ONE_COLUMN, "a, b\n\"c\nd\"\n\"No\" he said", "[a, b][c\\nd][\"No\" he said]"},
        {"not closed: that line is lost", ',', "a,\"b\nc,d\n", "<format 1>[c|d]"},
        {"a new field's quote shows it", ',', "a,\"b\nc,\"d\"\ne,f\n", "<format 1>[c|d][e|f]"},
        {"and a new line's", ',', "a,\"b\n\"c\",d\n", "<format 1>[c|d]"},
        {"one after the other", ',', "a,\"b\na,\"b\na,\"b\nc,\"d\"", "<format 1><format 2><format 3>[c|d]"},
        {"only a quote", ',', "\"", "<format 1>"},
        {"three quotes", ',', "\"\"\"", "<format 1>"},
        {"nothing", ',', "", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf got = {0};
        rows(&got, dem_str_from(CASES[i].in), CASES[i].separator);
        check_str(CASES[i].why, dem_buf_str(&got), CASES[i].out);
        dem_buf_release(&got);
    }
}

static void test_separator(void **state)
{
    (void)state;
    check_int("commas", dem_csv_separator(DEM_STR("id,text")), ',');
    check_int("semicolons", dem_csv_separator(DEM_STR("id;text, whole;date")), ';');
    check_int("tabs", dem_csv_separator(DEM_STR("id\ttext")), '\t');
    check_int("bars", dem_csv_separator(DEM_STR("id|text")), '|');
    check_int("not in quotes", dem_csv_separator(DEM_STR("\"a,b,c\";text")), ';');
    check_int("none", dem_csv_separator(DEM_STR("text")), ',');
}

/* Bytes that would cost the square of their number if each line were searched to the end. */
static void test_hostile(void **state)
{
    (void)state;
    static const char *const LINES[] = {"a,\"\"\"b\n", "a,\"b\n", "\"\n", "\"\"\"\n", "\t\"x\"y\"\"\n"};
    for (size_t i = 0; i < COUNT(LINES); i++)
        for (int tabs = 0; tabs < 2; tabs++) {
            dem_buf text = {0}, got = {0};
            while (text.n < 1000000) dem_buf_addz(&text, LINES[i]);
            rows(&got, dem_buf_str(&text), tabs ? '\t' : ',');
            assert_true(got.n > 0);
            dem_buf_release(&text);
            dem_buf_release(&got);
        }
}

static void test_limits(void **state)
{
    (void)state;
    dem_buf text = {0}, got = {0};
    for (int i = 0; i < 1000000; i++) dem_buf_addc(&text, ',');
    dem_buf_addz(&text, "\na,b\n");
    rows(&got, dem_buf_str(&text), ',');
    check_str("a million columns", dem_buf_str(&got), "<limit 1>[a|b]");
    dem_buf_clear(&text);
    dem_buf_clear(&got);
    dem_buf_addz(&text, "a,\"");
    while (text.n < DEM_CSV_MAX_ROW + 100)
        dem_buf_addz(&text, "0123456789012345678901234567890123456789012345678901234567890123456789\n");
    dem_buf_addz(&text, "c,\"d\"\n");
    rows(&got, dem_buf_str(&text), ',');
    assert_true(dem_str_starts(dem_buf_str(&got), DEM_STR("<format 1>[0123456789")));
    assert_true(dem_str_ends(dem_buf_str(&got), DEM_STR("6789][c|d]")));
    dem_buf_release(&text);
    dem_buf_release(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rows), cmocka_unit_test(test_separator),
                                       cmocka_unit_test(test_hostile), cmocka_unit_test(test_limits)};
    return cmocka_run_group_tests(tests, make, clean);
}

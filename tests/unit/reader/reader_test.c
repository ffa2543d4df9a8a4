/* Files into reports: reader/reader.h, the table of docs/input.md. A report is written down as
 * "{id|published|text}", an error as "<status line: text>", a notice as "(line: text)". */
#include "../base/temp.h"
#include "base/buf.h"
#include "reader/reader.h"

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

static void on_notice(void *ctx, const dem_error *e)
{
    assert_true(e->source[0]);
    dem_buf_addf(ctx, "(%llu: %s)", (unsigned long long)e->line, e->text);
}

static void add_text(dem_buf *out, dem_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\n' || text.p[i] == '\r')
            dem_buf_addz(out, text.p[i] == '\n' ? "\\n" : "\\r");
        else
            dem_buf_addc(out, text.p[i]);
    }
}

/* All there is to read, written down. */
static void read_all(dem_buf *out, const char *const *paths, size_t n, const char *format)
{
    dem_reader *r;
    dem_arena a = {0};
    dem_report rep;
    dem_error err;
    dem_status st;
    assert_int_equal(dem_reader_open(&r, paths, n, &(dem_reader_options){.format = format}, &err), DEM_OK);
    dem_reader_on_notice(r, on_notice, out);
    while ((st = dem_reader_next(r, &a, &rep, &err)) != DEM_END) {
        if (st != DEM_OK) {
            dem_buf_addf(out, "<%s %llu: %s>", dem_status_word(st), (unsigned long long)err.line, err.text);
        } else {
            assert_int_equal(rep.day == DEM_DATE_NONE, rep.published.n == 0);
            assert_int_equal(rep.n_zones, 0);
            dem_buf_addf(out, "{%.*s|%.*s|", DEM_STR_ARG(rep.id), DEM_STR_ARG(rep.published));
            add_text(out, rep.text);
            dem_buf_addc(out, '}');
        }
        dem_arena_reset(&a);
    }
    assert_int_equal(dem_reader_next(r, &a, &rep, &err), DEM_END);
    dem_reader_close(r);
    dem_arena_release(&a);
}

typedef struct one {
    const char *why, *name;
    dem_str bytes;
    const char *out;
} one;
#define BYTES(lit)                                                                                             \
    {                                                                                                          \
        lit, sizeof(lit) - 1                                                                                   \
    }

static const one TEXTS[] = {
    {"a file is a report", "b-17.txt", BYTES("One.\nTwo.\n"), "{b-17||One.\\nTwo.\\n}"},
    {"CRLF is kept", "a.txt", BYTES("One.\r\nTwo."), "{a||One.\\r\\nTwo.}"},
    {"the byte order mark goes", "a.txt",
     BYTES("\xEF\xBB\xBF"
           "One."),
     "{a||One.}"},
    {"NUL becomes a space", "a.txt", BYTES("On\0e."), "(0: NUL bytes replaced by spaces){a||On e.}"},
    {"bad bytes become U+FFFD", "a.txt", BYTES("caf\xE9"),
     "(0: 1 bytes are not UTF-8, each replaced by U+FFFD){a||caf\xEF\xBF\xBD}"},
    {"an id has no blanks or colons", "a b:c.txt", BYTES("x"), "{a_b_c||x}"},
    {"other blanks neither", "a\xC2\xA0z.txt", BYTES("x"), "{a_z||x}"},
    {"other endings belong to the id", "a.dat", BYTES("x"), "{a.dat||x}"},
    {"a page by its name", "a.htm", BYTES("x"), "<format 0: an HTML page, expected reports>"},
    {"a page by its content", "a.txt", BYTES("<?xml version=\"1.0\"?>\n<!-- <p> -->\n<!DOCTYPE html>\nx"),
     "<format 0: an HTML page, expected reports>"},
    {"a tag within a text makes no page", "a.txt", BYTES("One. <html>"), "{a||One. <html>}"},
    {"an id that is no UTF-8", "a\xFFz", BYTES("x"),
     "(0: 1 bytes are not UTF-8, each replaced by U+FFFD){a\xEF\xBF\xBDz||x}"},
    {"empty", "a.txt", BYTES(""), "<format 0: empty: no text>"},
    {"only blanks", "a.txt", BYTES(" \n\xC2\xA0\n"), "<format 0: empty: no text>"},
    {"only a byte order mark", "a.txt", BYTES("\xEF\xBB\xBF"), "<format 0: empty: no text>"},
    {"UTF-16", "a.txt", BYTES("\xFF\xFEO\0n\0e\0"), "<format 0: UTF-16 or UTF-32, expected UTF-8>"},
    {"braces do not make JSON", "a.txt", BYTES("{note} One."), "{a||{note} One.}"},
    {"an object without text is text", "a.txt", BYTES("{\"a\": 1}"), "{a||{\"a\": 1}}"},
};

static const one LINES[] = {
    {"two reports, recognised by content", "x",
     BYTES("{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}"), "{a||One.}{b||Two.}"},
    {"recognised by name", "x.jsonl", BYTES("{\"id\":\"a\"}\n"), "<format 1: no \"text\">"},
    {"recognised behind blank lines", "x", BYTES("\n \n{\"text\":\"x\",\"id\":\"a\"}"), "{a||x}"},
    {"a byte order mark", "x", BYTES("\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\"}"), "{a||x}"},
    {"a byte order mark within the text", "x", BYTES("{\"id\":\"a\",\"text\":\"\\ufeffx\"}"), "{a||x}"},
    {"CRLF between lines, blank lines", "x",
     BYTES("{\"id\":\"a\",\"text\":\"x\"}\r\n\r\n{\"id\":\"b\",\"text\":\"y\"}\r\n"), "{a||x}{b||y}"},
    {"escapes in the text", "x", BYTES("{\"id\":\"a\",\"text\":\"A\\r\\nB \\u00e9\\ud83d\\ude00\"}"),
     "{a||A\\r\\nB \xC3\xA9\xF0\x9F\x98\x80}"},
    {"a NUL in the text", "x", BYTES("{\"id\":\"a\",\"text\":\"x\\u0000y\"}"),
     "(1: NUL bytes replaced by spaces){a||x y}"},
    {"bad bytes", "x.jsonl", BYTES("{\"id\":\"a\",\"text\":\"caf\xE9\"}"),
     "(1: 1 bytes are not UTF-8, each replaced by U+FFFD){a||caf\xEF\xBF\xBD}"},
    {"dates", "x",
     BYTES("{\"id\":\"a\",\"text\":\"x\",\"published\":\"2025-03-18\"}\n{\"id\":\"b\",\"text\":\"x\","
           "\"published\":\"2025-03-18T09:40:00Z\"}"),
     "{a|2025-03-18|x}{b|2025-03-18T09:40:00Z|x}"},
    {"a bad date is unknown", "x", BYTES("{\"id\":\"a\",\"text\":\"x\",\"published\":\"soon\"}"),
     "(1: \"published\" is \"soon\", expected YYYY-MM-DD; taken as unknown){a||x}"},
    {"a bad time leaves the day", "x",
     BYTES("{\"id\":\"a\",\"text\":\"x\",\"published\":\"2025-03-18T09:40\"}"),
     "(1: \"published\" is \"2025-03-18T09:40\", only its day is used){a|2025-03-18|x}"},
    {"null is unknown, unknown keys are nothing", "x",
     BYTES("{\"id\":null,\"text\":\"abc\",\"published\":null,\"title\":null,\"more\":[1,{}]}"),
     "{ba7816bf8f01cfea||abc}"},
    {"no id: from the text's SHA-256", "x", BYTES("{\"text\":\"abc\"}"), "{ba7816bf8f01cfea||abc}"},
    {"an empty id too", "x", BYTES("{\"id\":\" \",\"text\":\"abc\"}"), "{ba7816bf8f01cfea||abc}"},
    {"a number as id", "x", BYTES("{\"id\":417,\"text\":\"abc\"}"), "{417||abc}"},
    {"fields of other types", "x", BYTES("{\"id\":[1],\"text\":\"abc\",\"title\":5}"),
     "(1: \"id\" is not a string, taken as unknown)(1: \"title\" is not a string, taken as "
     "unknown){ba7816bf8f01cfea||abc}"},
    {"an id made fit", "x", BYTES("{\"id\":\"a:b c\",\"text\":\"x\"}"), "{a_b_c||x}"},
    {"a bad line costs that line", "x",
     BYTES("{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\n{\"id\":\"c\",\"text\":\"y\"}\n"),
     "{a||x}<format 2: not JSON: unexpected token near end of file>{c||y}"},
    {"not an object", "x.jsonl", BYTES("[1]\n5\n{\"id\":\"c\",\"text\":\"y\"}"),
     "<format 1: expected a JSON object><format 2: expected a JSON object>{c||y}"},
    {"text of other types", "x.jsonl",
     BYTES("{\"text\":5}\n{\"text\":null}\n{\"text\":\"\"}\n{\"text\":\" \\n\"}"),
     "<format 1: \"text\" is not a string><format 2: no \"text\"><format 3: empty: no text><format 4: empty: "
     "no text>"},
    {"the second of two equal ids", "x",
     BYTES("{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"y\"}\n{\"id\":\"b\",\"text\":\"y\"}"),
     "{a||x}<format 2: duplicate id \"a\">{b||y}"},
    {"a refused report leaves its id free", "x.jsonl",
     BYTES("{\"id\":\"a\",\"text\":\"\"}\n{\"id\":\"a\",\"text\":\"y\"}"), "<format 1: empty: no text>{a||y}"},
    {"two texts without id that are the same", "x", BYTES("{\"text\":\"abc\"}\n{\"text\":\"abc\"}"),
     "{ba7816bf8f01cfea||abc}<format 2: duplicate id \"ba7816bf8f01cfea\">"},
    {"an empty file is no item", "x.jsonl", BYTES(""), ""},
};

static void check_cases(const one *cases, size_t n)
{
    static const char *const FILTERS[] = {NULL, "gzip", "zstd"};
    static const char *const ENDINGS[] = {"", ".gz", ".zst"};
    for (size_t i = 0; i < n; i++)
        for (size_t f = 0; f < COUNT(FILTERS); f++) {
            char name[64];
            dem_buf got = {0};
            snprintf(name, sizeof name, "%s%s", cases[i].name, ENDINGS[f]);
            const char *path = f ? temp_packed(&files, name, FILTERS[f], cases[i].bytes)
                                 : temp_file(&files, name, cases[i].bytes);
            read_all(&got, &path, 1, NULL);
            check_str(cases[i].why, dem_buf_str(&got), cases[i].out);
            dem_buf_release(&got);
            remove(path);
        }
}

static void test_texts(void **state)
{
    (void)state;
    check_cases(TEXTS, COUNT(TEXTS));
}
static void test_lines(void **state)
{
    (void)state;
    check_cases(LINES, COUNT(LINES));
}

static void test_fields(void **state)
{
    (void)state;
    const char *path = temp_file(&files, "fields.jsonl",
                                 DEM_STR("\n{\"id\":\"a\",\"url\":\"u\",\"title\":\"t\",\"publisher\":\"p\","
                                         "\"language\":\"en\",\"text\":\"x\"}"));
    dem_reader *r;
    dem_arena a = {0};
    dem_report rep;
    assert_int_equal(dem_reader_open(&r, &path, 1, NULL, NULL), DEM_OK);
    assert_int_equal(dem_reader_next(r, &a, &rep, NULL), DEM_OK);
    check_str("url", rep.url, "u");
    check_str("title", rep.title, "t");
    check_str("publisher", rep.publisher, "p");
    check_str("language", rep.language, "en");
    check_str("source", rep.source, path);
    check_int("line", (long long)rep.line, 2);
    dem_reader_close(r);
    dem_arena_release(&a);
}

static void test_many_paths(void **state)
{
    (void)state;
    temp t;
    char folder[256], one_file[256], none[256];
    temp_make(&t);
    mkdir(temp_path(&t, "d"), 0700);
    memcpy(folder, t.path, sizeof folder);
    temp_file(&t, "d/b.txt", DEM_STR("B."));
    temp_file(&t, "d/a.txt", DEM_STR("A."));
    temp_file(&t, "d/c.jsonl", DEM_STR("{\"id\":\"c\",\"text\":\"C.\"}\n{\"id\":\"a\",\"text\":\"again\"}\n"));
    temp_file(&t, "d/d.gz", DEM_STR("\x1F\x8B\x08\x00 this is no gzip at all"));
    memcpy(one_file, temp_file(&t, "z.txt", DEM_STR("Z.")), sizeof one_file);
    memcpy(none, temp_path(&t, "none.txt"), sizeof none);
    const char *paths[] = {none, folder, one_file};
    dem_buf got = {0};
    read_all(&got, paths, 3, NULL);
    assert_true(dem_str_starts(dem_buf_str(&got),
                               DEM_STR("<i/o 0: cannot read: No such file or directory>{a||A.}{b||B.}"
                                       "{c||C.}<format 2: duplicate id \"a\"><i/o ")));
    assert_true(dem_str_ends(dem_buf_str(&got), DEM_STR(">{z||Z.}")));
    dem_buf_clear(&got);
    read_all(&got, paths, 0, NULL);
    check_str("no paths", dem_buf_str(&got), "");
    dem_buf_release(&got);
    temp_remove(&t);
}

static void test_forced_format(void **state)
{
    (void)state;
    dem_buf got = {0};
    const char *path = temp_file(&files, "forced.jsonl", DEM_STR("{\"id\":\"a\",\"text\":\"x\"}"));
    read_all(&got, &path, 1, "text");
    check_str("as text", dem_buf_str(&got), "{forced.jsonl||{\"id\":\"a\",\"text\":\"x\"}}");
    dem_buf_clear(&got);
    path = temp_file(&files, "forced.txt", DEM_STR("One."));
    read_all(&got, &path, 1, "jsonl");
    assert_true(dem_str_starts(dem_buf_str(&got), DEM_STR("<format 1: not JSON: ")));
    dem_buf_release(&got);
    dem_reader *r = NULL;
    dem_error err;
    check_int("no such format", dem_reader_open(&r, &path, 1, &(dem_reader_options){.format = "docx"}, &err), DEM_E_USAGE);
    assert_null(r);
    dem_reader_close(NULL);
    size_t n = 0;
    for (; dem_reader_format_name(n); n++) assert_true(dem_reader_format_what(n)[0]);
    assert_true(n > 1);
    assert_null(dem_reader_format_what(n));
}

/* Too large a text, and what comes behind it. */
static void test_limits(void **state)
{
    (void)state;
    dem_buf text = {0}, got = {0};
    dem_buf_addz(&text, "{\"id\":\"a\",\"text\":\"");
    while (text.n <= DEM_MAX_TEXT) dem_buf_addz(&text, "0123456789abcdefghijklmnopqrstuv");
    dem_buf_addz(&text, "\"}\n{\"id\":\"b\",\"text\":\"y\"}\n");
    const char *path = temp_file(&files, "large.jsonl", dem_buf_str(&text));
    read_all(&got, &path, 1, NULL);
    check_str("a line", dem_buf_str(&got), "<limit 1: line longer than 33554432 bytes>{b||y}");
    dem_buf_clear(&got);
    read_all(&got, &path, 1, "text");
    check_str("a file", dem_buf_str(&got), "<limit 0: longer than 33554432 bytes>");
    dem_buf_clear(&got);
    text.n = 0;
    while (text.n < DEM_MAX_TEXT - 10) dem_buf_addz(&text, "0123456\xFF");
    path = temp_file(&files, "grown.txt", dem_buf_str(&text));
    read_all(&got, &path, 1, NULL);
    assert_true(dem_str_ends(dem_buf_str(&got), DEM_STR("<limit 0: text longer than 33554432 bytes>")));
    dem_buf_release(&text);
    dem_buf_release(&got);
}

static void test_standard_input(void **state)
{
    (void)state;
    const char *path = temp_file(&files, "in", DEM_STR("{\"id\":\"a\",\"text\":\"x\"}\n"));
    dem_buf got = {0};
    int kept = dup(STDIN_FILENO);
    assert_non_null(freopen(path, "rb", stdin));
    path = "-";
    read_all(&got, &path, 1, NULL);
    check_str("lines", dem_buf_str(&got), "{a||x}");
    dem_buf_clear(&got);
    assert_non_null(freopen(temp_file(&files, "in", DEM_STR("abc")), "rb", stdin));
    read_all(&got, &path, 1, NULL);
    check_str("a text has no name there", dem_buf_str(&got), "{ba7816bf8f01cfea||abc}");
    dem_buf_release(&got);
    dup2(kept, STDIN_FILENO);
    close(kept);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),          cmocka_unit_test(test_lines),
        cmocka_unit_test(test_fields),         cmocka_unit_test(test_many_paths),
        cmocka_unit_test(test_forced_format),  cmocka_unit_test(test_limits),
        cmocka_unit_test(test_standard_input),
    };
    return cmocka_run_group_tests(tests, make, clean);
}

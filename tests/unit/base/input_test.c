/* Bytes from files: base/input.h. */
#include "base/buf.h"
#include "base/input.h"
#include "temp.h"

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

/* "1@0 first|2@6 second|" and the word of the status that ended it or cost a line. */
static void read_lines(dem_buf *out, const char *path, size_t max_line)
{
    dem_input *in;
    dem_line line;
    dem_error err;
    dem_status st = dem_input_open(&in, path, max_line, &err);
    if (st != DEM_OK) {
        dem_buf_addf(out, "open: %s", dem_status_word(st));
        return;
    }
    for (int i = 0; i < 20 && st != DEM_END; i++) {
        st = dem_input_line(in, &line, &err);
        if (st == DEM_OK || st == DEM_E_LIMIT)
            dem_buf_addf(out, "%llu@%llu ", (unsigned long long)line.number, (unsigned long long)line.offset);
        if (st == DEM_OK) dem_buf_addf(out, "%.*s|", DEM_STR_ARG(line.text));
        else dem_buf_addf(out, "<%s>", dem_status_word(st));
    }
    dem_input_close(in);
}

static const struct {
    const char *why, *in, *out;
} LINES[] = {
    {"two lines", "first\nsecond\n", "1@0 first|2@6 second|<end>"},
    {"no LF at the end", "first\nsecond", "1@0 first|2@6 second|<end>"},
    {"empty lines count", "\n\na\n", "1@0 |2@1 |3@2 a|<end>"},
    {"a CR is kept", "a\r\nb\r\n", "1@0 a\r|2@3 b\r|<end>"},
    {"empty", "", "<end>"},
    {"a long line costs itself", "ab\n0123456789x\ncd\n", "1@0 ab|2@3 <limit>3@15 cd|<end>"},
    {"a line of just the limit", "0123456789\nz", "1@0 0123456789|2@11 z|<end>"},
    {"a long last line", "a\n0123456789x", "1@0 a|2@2 <limit><end>"},
};

static void test_lines(void **state)
{
    (void)state;
    static const char *const FILTERS[] = {"none", "gzip", "zstd", "bzip2", "xz"};
    for (size_t i = 0; i < COUNT(LINES); i++)
        for (size_t f = 0; f < COUNT(FILTERS); f++) {
            dem_buf got = {0};
            dem_str in = dem_str_from(LINES[i].in);
            read_lines(&got, f ? temp_packed(&files, "lines", FILTERS[f], in) : temp_file(&files, "lines", in),
                       10);
            check_str(LINES[i].why, dem_buf_str(&got), LINES[i].out);
            dem_buf_release(&got);
        }
}

static void test_ten_megabytes(void **state)
{
    (void)state;
    enum { SIZE = 10 << 20 };
    dem_buf text = {0};
    while (text.n < SIZE) dem_buf_addz(&text, "0123456789abcdef");
    dem_buf_addz(&text, "\nshort\n");
    dem_input *in;
    dem_line line;
    assert_int_equal(dem_input_open(&in, temp_packed(&files, "big.gz", "gzip", dem_buf_str(&text)), SIZE, NULL),
                     DEM_OK);
    assert_int_equal(dem_input_line(in, &line, NULL), DEM_OK);
    assert_int_equal(line.text.n, SIZE);
    assert_memory_equal(line.text.p, text.p, SIZE);
    assert_int_equal(dem_input_line(in, &line, NULL), DEM_OK);
    check_str("and the next", line.text, "short");
    check_int("offset", (long long)line.offset, SIZE + 1);
    dem_input_close(in);
    dem_buf_release(&text);
}

/* Whole inputs, by dem_input_all() and by dem_input_file(). */
static const struct {
    const char *why, *in;
    size_t limit;
    dem_status st;
    const char *out;
} WHOLE[] = {
    {"all of it", "a\nb\r\n", 5, DEM_OK, "a\nb\r\n"},
    {"one byte too many", "a\nb\r\n", 4, DEM_E_LIMIT, ""},
    {"empty", "", 4, DEM_OK, ""},
};

static void test_all(void **state)
{
    (void)state;
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(WHOLE); i++) {
        dem_input *in;
        dem_str out = {NULL, 0};
        dem_error err;
        assert_int_equal(dem_input_open(&in, temp_file(&files, "all", dem_str_from(WHOLE[i].in)), 100, &err),
                         DEM_OK);
        check_int(WHOLE[i].why, dem_input_all(in, WHOLE[i].limit, &a, &out, &err), WHOLE[i].st);
        check_str(WHOLE[i].why, out, WHOLE[i].out);
        if (WHOLE[i].st != DEM_OK) check_str("the source is named", dem_str_from(err.source), files.path);
        dem_input_close(in);
    }
    dem_arena_release(&a);
}

static void test_file(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_str out;
    dem_error err;
    for (size_t i = 0; i < COUNT(WHOLE); i++) {
        out = (dem_str){NULL, 0};
        const char *path = temp_file(&files, "file", dem_str_from(WHOLE[i].in));
        check_int(WHOLE[i].why, dem_input_file(path, WHOLE[i].limit, &a, &out, &err), WHOLE[i].st);
        check_str(WHOLE[i].why, out, WHOLE[i].out);
        if (WHOLE[i].st != DEM_OK) check_str("the source is named", dem_str_from(err.source), files.path);
        if (WHOLE[i].st == DEM_OK) assert_int_equal(out.p[out.n], 0);
    }
    check_int("no ordinary file", dem_input_file("/dev/null", 4, &a, &out, &err), DEM_OK);
    check_str("no ordinary file", out, "");
    check_int("no such file", dem_input_file(temp_path(&files, "none"), 4, &a, &out, &err), DEM_E_IO);
    check_str("named", dem_str_from(err.source), files.path);
    check_int("a folder", dem_input_file(files.folder, 4, &a, &out, &err), DEM_E_IO);
    dem_arena_release(&a);
}

static void test_peek_takes_nothing(void **state)
{
    (void)state;
    dem_input *in;
    dem_line line;
    assert_int_equal(dem_input_open(&in, temp_file(&files, "peek", DEM_STR("\n one\ntwo")), 100, NULL), DEM_OK);
    dem_str head = dem_input_peek(in, 1000);
    assert_true(dem_str_starts(head, DEM_STR("\n one\n")));
    check_str("cut to what was asked for", dem_input_peek(in, 3), "\n o");
    assert_int_equal(dem_input_line(in, &line, NULL), DEM_OK);
    check_str("the first line is still there", line.text, "");
    dem_input_close(in);
}

/* A damaged file gives the lines before the damage, one error, and an end. */
static void test_some(void **state)
{
    (void)state;
    dem_input *in;
    dem_str some;
    dem_line line;
    const char *path = temp_packed(&files, "some", "gzip", DEM_STR("abc\ndef\nghi"));
    assert_int_equal(dem_input_open(&in, path, 100, NULL), DEM_OK);
    assert_int_equal(dem_input_some(in, 2, &some, NULL), DEM_OK);
    check_str("as many as wanted", some, "ab");
    assert_int_equal(dem_input_line(in, &line, NULL), DEM_OK);
    check_str("a line goes on behind it", line.text, "c");
    check_int("offset", (long long)line.offset, 2);
    assert_int_equal(dem_input_some(in, 100, &some, NULL), DEM_OK);
    check_str("as many as there are", some, "def\nghi");
    assert_int_equal(dem_input_some(in, 100, &some, NULL), DEM_END);
    dem_input_close(in);
}

static void test_damaged(void **state)
{
    (void)state;
    dem_buf text = {0}, packed = {0};
    uint32_t seed = 1;
    while (text.n < 300000) dem_buf_addf(&text, "%u\n", (seed = seed * 1664525u + 1013904223u) >> 8);
    temp_packed(&files, "whole.gz", "gzip", dem_buf_str(&text));
    FILE *f = fopen(files.path, "rb");
    for (int c; (c = fgetc(f)) != EOF;) dem_buf_addc(&packed, (char)c);
    fclose(f);
    dem_input *in;
    dem_line line;
    dem_error err = {0};
    dem_status st;
    size_t lines = 0;
    assert_int_equal(
        dem_input_open(&in, temp_file(&files, "half.gz", (dem_str){packed.p, packed.n / 2}), 100, &err),
        DEM_OK);
    while ((st = dem_input_line(in, &line, &err)) == DEM_OK) lines++;
    check_int("an error", st, DEM_E_IO);
    assert_true(lines > 100);
    check_int("with the line", (long long)err.line, (long long)lines + 1);
    check_int("only once", dem_input_line(in, &line, &err), DEM_END);
    dem_input_close(in);
    dem_buf_release(&text);
    dem_buf_release(&packed);
}

static void test_memory(void **state)
{
    (void)state;
    dem_input *in;
    dem_line line;
    dem_arena a = {0};
    dem_str all;
    assert_int_equal(dem_input_open_memory(&in, DEM_STR("a name"), DEM_STR("one\ntwo"), 10, NULL), DEM_OK);
    check_str("name", dem_input_name(in), "a name");
    assert_int_equal(dem_input_line(in, &line, NULL), DEM_OK);
    check_str("a line", line.text, "one");
    assert_int_equal(dem_input_all(in, 10, &a, &all, NULL), DEM_OK);
    check_str("the rest", all, "two");
    dem_input_close(in);
    assert_int_equal(dem_input_open_memory(&in, DEM_STR("-"), (dem_str){NULL, 0}, 10, NULL), DEM_OK);
    check_int("empty", dem_input_line(in, &line, NULL), DEM_END);
    dem_input_close(in);
    dem_error err;
    check_int("damaged at its start",
              dem_input_open_memory(&in, DEM_STR("bad"),
                                    DEM_STR("\x1f\x8b\x08\0\0\0\0\0\0\x03\xff\xff\xff\xff\xff\xff\xff\xff"), 10,
                                    &err),
              DEM_E_IO);
    check_str("named", dem_str_from(err.source), "bad");
    dem_arena_release(&a);
}

static void test_ahead_and_skip(void **state)
{
    (void)state;
    enum { SIZE = 1 << 20 };
    dem_buf text = {0};
    for (uint32_t i = 0; text.n < SIZE; i++) dem_buf_addf(&text, "%07u\n", i);
    dem_input *in;
    dem_error err;
    assert_int_equal(
        dem_input_open(&in, temp_packed(&files, "ahead.gz", "gzip", dem_buf_str(&text)), 100, NULL), DEM_OK);
    for (size_t at = 0, step = 1; at + step + 3000 < SIZE; step = step * 3 % 70001 + 1) {
        dem_str ahead = dem_input_ahead(in, 3000);
        check_int("what was asked for", (long long)ahead.n, 3000);
        assert_memory_equal(ahead.p, text.p + at, 3000);
        check_int("offset", (long long)dem_input_offset(in), (long long)at);
        assert_int_equal(dem_input_skip(in, step, &err), DEM_OK);
        at += step;
    }
    size_t left = SIZE - (size_t)dem_input_offset(in);
    check_int("more than there is", (long long)dem_input_ahead(in, 2 * SIZE).n, (long long)left);
    check_int("just to the end", dem_input_skip(in, left, &err), DEM_OK);
    check_int("and beyond", dem_input_skip(in, 1, &err), DEM_END);
    check_int("nothing ahead", (long long)dem_input_ahead(in, 1).n, 0);
    dem_input_close(in);
    dem_buf_release(&text);
}

/* Far ahead, little taken: the bytes are not moved each time. A second would be a thousand times too long. */
static void test_far_ahead(void **state)
{
    (void)state;
    enum { SIZE = 16 << 20, FAR = 8 << 20, STEP = 4096 };
    dem_str text = {dem_xalloc(SIZE), SIZE};
    dem_input *in;
    size_t steps = 0;
    assert_int_equal(dem_input_open_memory(&in, DEM_STR("far"), text, 100, NULL), DEM_OK);
    for (; dem_input_ahead(in, FAR).n == FAR; steps++) assert_int_equal(dem_input_skip(in, STEP, NULL), DEM_OK);
    check_int("steps", (long long)steps, (SIZE - FAR) / STEP + 1);
    dem_input_close(in);
    free((char *)text.p);
}

/* A little that unpacks to a lot is left, with an error, once it is clear. */
static void test_bomb(void **state)
{
    (void)state;
    enum { SIZE = 100 << 20 };
    dem_str zeros = {dem_xalloc(SIZE), SIZE};
    static const char *const FILTERS[] = {"gzip", "zstd"};
    for (size_t i = 0; i < COUNT(FILTERS); i++) {
        dem_input *in;
        dem_error err = {0};
        assert_int_equal(dem_input_open(&in, temp_packed(&files, "bomb", FILTERS[i], zeros), 100, NULL),
                         DEM_OK);
        check_int(FILTERS[i], dem_input_skip(in, SIZE, &err), DEM_E_LIMIT);
        check_int("told once", dem_input_skip(in, 1, &err), DEM_END);
        dem_input_close(in);
    }
    free((char *)zeros.p);
}

/* Web archives in zstd may begin with a dictionary, which libarchive does not take. */
static void test_dictionary(void **state)
{
    (void)state;
    static const char BYTES[] = "\x5d\x2a\x4d\x18\x04\0\0\0dict\x28\xb5\x2f\xfd\x01\x00\x07\x01\0\0";
    dem_input *in = NULL;
    dem_error err = {0};
    dem_line line;
    dem_str bytes = {BYTES, sizeof BYTES - 1};
    dem_status st = dem_input_open_memory(&in, DEM_STR("a.warc.zst"), bytes, 100, &err);
    if (st == DEM_OK) st = dem_input_line(in, &line, &err);
    check_int("refused", st, DEM_E_IO);
    check_str("and told why", dem_str_from(err.text),
              "cannot read: needs a zstd dictionary, which is not supported");
    if (in) dem_input_close(in);
}

static void test_cannot_open(void **state)
{
    (void)state;
    dem_input *in = NULL;
    dem_error err;
    check_int("no such file", dem_input_open(&in, temp_path(&files, "none"), 10, &err), DEM_E_IO);
    check_str("named", dem_str_from(err.source), files.path);
    check_int("a folder", dem_input_open(&in, files.folder, 10, &err), DEM_E_IO);
    assert_null(in);
    dem_input_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_ten_megabytes),
        cmocka_unit_test(test_all),
        cmocka_unit_test(test_peek_takes_nothing),
        cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_cannot_open),
        cmocka_unit_test(test_file),
        cmocka_unit_test(test_memory),
        cmocka_unit_test(test_ahead_and_skip),
        cmocka_unit_test(test_far_ahead),
        cmocka_unit_test(test_bomb),
        cmocka_unit_test(test_dictionary),
        cmocka_unit_test(test_some),
    };
    return cmocka_run_group_tests(tests, make, clean);
}

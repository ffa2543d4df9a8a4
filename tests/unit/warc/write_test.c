/* Writing web archives: warc/write.h. */
#include "../base/temp.h"
#include "warc/warc.h"
#include "warc/write.h"

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

static const dem_str DATE = {"2025-03-18T09:00:00Z", 20};

static dem_warc_writer *open_writer(const char *path)
{
    dem_warc_writer *w = NULL;
    dem_error err;
    if (dem_warc_writer_open(&w, path, DATE, &err) != DEM_OK) fail_msg("%s", err.text);
    return w;
}

static void write_page(dem_warc_writer *w, const char *uri, const char *body)
{
    check_int(uri,
              dem_warc_write_response(w, dem_str_from(uri), DATE,
                                      DEM_STR("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
                                      dem_str_from(body), NULL),
              DEM_OK);
}

/* "uri=body|..." of all records, and the word of the status at the end. */
static void read_back(dem_buf *out, const char *path)
{
    dem_input *in;
    dem_warc *w;
    dem_warc_record r;
    dem_arena a = {0};
    dem_status st;
    assert_int_equal(dem_input_open(&in, path, 100, NULL), DEM_OK);
    dem_warc_open(&w, in, 1 << 20);
    while ((st = dem_warc_next(w, &a, &r, NULL)) == DEM_OK)
        dem_buf_addf(out, "%.*s=%.*s|", DEM_STR_ARG(r.uri), DEM_STR_ARG(r.body));
    dem_buf_addf(out, "%s, %d warcinfo", dem_status_word(st), (int)dem_warc_count(w, DEM_WARC_WARCINFO));
    dem_warc_close(w);
    dem_input_close(in);
    dem_arena_release(&a);
}

static void check_file(const char *why, const char *path, const char *wanted)
{
    dem_buf got = {0};
    read_back(&got, path);
    check_str(why, dem_buf_str(&got), wanted);
    dem_buf_release(&got);
}

static void test_append(void **state)
{
    (void)state;
    const char *path = temp_path(&files, "append.warc.gz");
    dem_warc_writer *w = open_writer(path);
    check_file("only its own record", path, "end, 1 warcinfo");
    write_page(w, "https://example.org/1", "one");
    write_page(w, "https://example.org/2", "");
    check_file("with the system at once", path,
               "https://example.org/1=one|https://example.org/2=|end, 1 warcinfo");
    dem_warc_writer_close(w);
    w = open_writer(path);
    write_page(w, "https://example.org/3", "three");
    check_int("sync", dem_warc_writer_sync(w, NULL), DEM_OK);
    dem_warc_writer_close(w);
    check_file("opened again", path,
               "https://example.org/1=one|https://example.org/2=|https://example.org/3=three|end, 1 warcinfo");
}

static off_t size_of(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    return st.st_size;
}

/* Cut at any byte, what was whole is kept, and writing goes on. */
static void test_killed(void **state)
{
    (void)state;
    const char *path = temp_path(&files, "killed.warc.gz");
    dem_warc_writer *w = open_writer(path);
    off_t info = size_of(path);
    write_page(w, "https://example.org/1", "one");
    off_t first = size_of(path);
    write_page(w, "https://example.org/2", "two");
    dem_warc_writer_close(w);
    for (off_t cut = size_of(path) - 1; cut >= 0; cut--) {
        assert_int_equal(truncate(path, cut), 0);
        w = open_writer(path);
        check_int("cut back to whole records", (long long)size_of(path),
                  (long long)(cut >= first ? first : info));
        write_page(w, "https://example.org/3", "three");
        dem_warc_writer_close(w);
        check_file("and goes on", path,
                   cut >= first ? "https://example.org/1=one|https://example.org/3=three|end, 1 warcinfo"
                                : "https://example.org/3=three|end, 1 warcinfo");
        if (cut == first || cut == info) assert_int_equal(truncate(path, cut), 0);
        if (cut > first) {
            assert_int_equal(truncate(path, first), 0);
            w = open_writer(path);
            write_page(w, "https://example.org/2", "two");
            dem_warc_writer_close(w);
        } else if (cut > info && cut < first) {
            assert_int_equal(truncate(path, info), 0);
            w = open_writer(path);
            write_page(w, "https://example.org/1", "one");
            dem_warc_writer_close(w);
        }
    }
}

/* Texts made from something else, and records that are taken back. */
static void test_conversion(void **state)
{
    (void)state;
    const char *path = temp_path(&files, "conversion.warc.gz");
    dem_warc_writer *w = open_writer(path);
    dem_warc_told told = {.title = DEM_STR("A title")};
    dem_str uri = DEM_STR("https://example.org/1");
    check_int("written", dem_warc_write_conversion(w, uri, DATE, DEM_STR("text/plain"), DEM_STR("one"), &told, NULL), DEM_OK);
    uint64_t size = dem_warc_writer_size(w);
    check_int("size", (long long)size, (long long)size_of(path));
    check_int("no address", dem_warc_write_conversion(w, (dem_str){NULL, 0}, DATE, DEM_STR("text/plain"), uri, NULL, NULL),
              DEM_E_FORMAT);
    write_page(w, "https://example.org/2", "two");
    check_int("taken back", dem_warc_writer_cut(w, size, NULL), DEM_OK);
    check_int("nothing to take back", dem_warc_writer_cut(w, size + 1, NULL), DEM_OK);
    write_page(w, "https://example.org/3", "three");
    dem_warc_writer_close(w);
    check_file("without what was taken back", path, "https://example.org/1=one|https://example.org/3=three|end, 1 warcinfo");
}

static void test_power_lost(void **state)
{
    (void)state;
    const char *path = temp_path(&files, "power.warc.gz");
    dem_warc_writer *w = open_writer(path);
    off_t info = size_of(path);
    dem_warc_writer_close(w);
    assert_int_equal(truncate(path, info + 4096), 0); /* grown, never filled */
    w = open_writer(path);
    write_page(w, "https://example.org/1", "one");
    dem_warc_writer_close(w);
    check_file("zeros are cut off", path, "https://example.org/1=one|end, 1 warcinfo");
}

static void test_not_ours(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        dem_str bytes;
    } CASES[] = {
        {"a text", {"hello\n", 6}},
        {"one byte", {"x", 1}},
        {"another program's gzip",
         {"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x03\x00\x00\x00\x00\x00\x00\x00\x00\x00", 20}},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_warc_writer *w = NULL;
        dem_error err;
        const char *path = temp_file(&files, "other", CASES[i].bytes);
        check_int(CASES[i].why, dem_warc_writer_open(&w, path, DATE, &err), DEM_E_FORMAT);
        check_int(CASES[i].why, (long long)size_of(path), (long long)CASES[i].bytes.n);
        assert_null(w);
    }
}

static void test_refused(void **state)
{
    (void)state;
    dem_error err;
    const char *path = temp_path(&files, "refused.warc.gz");
    dem_warc_writer *w = open_writer(path), *other = NULL;
    off_t size = size_of(path);
    check_int("a second writer", dem_warc_writer_open(&other, path, DATE, &err), DEM_E_IO);
    static const char *const BAD[] = {"", "https://example.org/a b", "https://example.org/\r\nWARC-Type: x"};
    for (size_t i = 0; i < COUNT(BAD); i++)
        check_int(BAD[i],
                  dem_warc_write_response(w, dem_str_from(BAD[i]), DATE, DEM_STR(""), DEM_STR("x"), &err),
                  DEM_E_FORMAT);
    check_int("date",
              dem_warc_write_response(w, DEM_STR("https://example.org/"), DEM_STR(""), DEM_STR(""),
                                      DEM_STR("x"), &err),
              DEM_E_FORMAT);
    check_int("nothing written", (long long)size_of(path), (long long)size);
    dem_warc_writer_close(w);
    check_int("no folder", dem_warc_writer_open(&other, temp_path(&files, "none/a.warc.gz"), DATE, &err),
              DEM_E_IO);
    check_int("no date", dem_warc_writer_open(&other, temp_path(&files, "b.warc.gz"), DEM_STR(""), &err),
              DEM_E_FORMAT);
    assert_null(other);
    dem_warc_writer_close(NULL);
}

/* What the server said of packing does not hold for the body that was kept. */
static void test_head(void **state)
{
    (void)state;
    const char *path = temp_path(&files, "head.warc.gz");
    dem_warc_writer *w = open_writer(path);
    dem_str head = DEM_STR(
        "HTTP/1.1 404 Not Found\r\ncontent-encoding: gzip\r\nTransfer-Encoding: chunked\nContent-Length: 7\r\n"
        "Last-Modified: Mon, 17 Mar 2025 10:00:00 GMT\r\n");
    check_int("written",
              dem_warc_write_response(w, DEM_STR("https://example.org/1"), DATE, head,
                                      DEM_STR("\x1f\x8b as is"), NULL),
              DEM_OK);
    dem_warc_writer_close(w);
    dem_input *in;
    dem_warc *reader;
    dem_warc_record r;
    dem_arena a = {0};
    dem_line line;
    dem_buf all = {0};
    assert_int_equal(dem_input_open(&in, path, 1000, NULL), DEM_OK);
    while (dem_input_line(in, &line, NULL) == DEM_OK) dem_buf_addf(&all, "%.*s\n", DEM_STR_ARG(line.text));
    dem_input_close(in);
    assert_true(strstr(all.p, "\nX-Crawler-content-encoding: gzip\r\n"));
    assert_true(strstr(all.p, "\nX-Crawler-Transfer-Encoding: chunked\r\n"));
    assert_true(strstr(all.p, "\nContent-Length: 8\r\n\r\n"));
    assert_null(strstr(all.p, "Content-Length: 7"));
    assert_int_equal(dem_input_open(&in, path, 1000, NULL), DEM_OK);
    dem_warc_open(&reader, in, 1000);
    assert_int_equal(dem_warc_next(reader, &a, &r, NULL), DEM_OK);
    check_int("status", r.status, 404);
    check_str("body", r.body, "\x1f\x8b as is");
    check_str("modified", r.modified, "Mon, 17 Mar 2025 10:00:00 GMT");
    check_str("date", r.date, "2025-03-18T09:00:00Z");
    check_int("id", (long long)r.id.n, 45);
    dem_warc_close(reader);
    dem_input_close(in);
    dem_arena_release(&a);
    dem_buf_release(&all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_append),  cmocka_unit_test(test_killed),
                                       cmocka_unit_test(test_power_lost), cmocka_unit_test(test_conversion), cmocka_unit_test(test_not_ours),
                                       cmocka_unit_test(test_refused), cmocka_unit_test(test_head)};
    return cmocka_run_group_tests(tests, make, clean);
}

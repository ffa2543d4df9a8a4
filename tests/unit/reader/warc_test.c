/* Web archives as the reader sees them: src/reader/warc.c. An item is written down as "{url|language|type|page or text}", an
 * error as "<status>". */
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

static void count_notice(void *ctx, const dem_error *e)
{
    assert_true(e->text[0] && e->line);
    ++*(int *)ctx;
}

/* `ids`: write down the ids and nothing else. */
static int read_all(dem_buf *out, const char *path, bool ids)
{
    dem_reader *r;
    dem_arena a = {0};
    dem_item item;
    dem_error err;
    dem_status st;
    int notices = 0;
    assert_int_equal(dem_reader_open(&r, &path, 1, NULL, &err), DEM_OK);
    dem_reader_on_notice(r, count_notice, &notices);
    for (; (st = dem_reader_take(r, &a, &item, &err)) != DEM_END; dem_arena_reset(&a)) {
        const dem_report *rep = &item.report;
        if (st != DEM_OK) dem_buf_addf(out, "<%s>", dem_status_word(st));
        else if (ids) dem_buf_addf(out, "%.*s|", DEM_STR_ARG(rep->id));
        else
            dem_buf_addf(out, "{%.*s|%.*s|%.*s|%.*s}", DEM_STR_ARG(rep->url), DEM_STR_ARG(rep->language),
                         DEM_STR_ARG(item.type), DEM_STR_ARG(item.page.p ? item.page : rep->text));
    }
    dem_reader_close(r);
    dem_arena_release(&a);
    return notices;
}

static void add(dem_buf *b, const char *kind, const char *fields, const char *block)
{
    dem_buf_addf(b, "WARC/1.0\r\nWARC-Type: %s\r\n%sContent-Length: %zu\r\n\r\n%s\r\n\r\n", kind, fields,
                 strlen(block), block);
}

/* `b` is released. */
static void check_archive(const char *why, dem_buf *b, const char *wanted)
{
    dem_buf got = {0};
    read_all(&got, temp_file(&files, "a.warc", dem_buf_str(b)), false);
    check_str(why, dem_buf_str(&got), wanted);
    dem_buf_release(&got);
    dem_buf_release(b);
}

#define URI "WARC-Target-URI: http://a.example/\r\n"

/* What is no page, or no answer to the question, is passed over without a word. */
static void test_wanted(void **state)
{
    (void)state;
    static const struct {
        const char *kind, *fields, *block, *out;
    } CASES[] = {
        {"response", URI, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n<p>x",
         "{http://a.example/||text/html; charset=koi8-r|<p>x}"},
        {"response", URI, "HTTP/1.1 200 OK\r\nContent-Type: Application/XHTML+xml\r\n\r\n<p>x",
         "{http://a.example/||Application/XHTML+xml|<p>x}"},
        {"response", URI, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Language: en-GB\r\n\r\nx",
         "{http://a.example/|en-GB|text/plain|x}"},
        {"response", URI, "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=koi8-r\r\n\r\n\xEE\xC5\xD4",
         "{http://a.example/||text/plain; charset=koi8-r|\xD0\x9D\xD0\xB5\xD1\x82}"},
        {"response", "WARC-Target-URI: http://a.example/robots.txt\r\n",
         "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nDisallow: /", ""},
        {"response", URI, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", ""},
        {"response", URI, "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>x", ""},
        {"response", URI, "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>x", ""},
        {"response", URI, "HTTP/1.1 206 Partial Content\r\nContent-Type: text/html\r\n\r\n<p>x", ""},
        {"response", URI, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", ""},
        {"response", URI, "HTTP/1.1 200 OK\r\nContent-Type: text/css\r\n\r\np {}", ""},
        {"response", URI, "HTTP/1.1 200 OK\r\nContent-Type: text/html-sandboxed\r\n\r\n<p>x", ""},
        {"response", URI, "HTTP/1.1 200 OK\r\n\r\n<p>x", ""},
        {"response", "", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x", "{||text/html|<p>x}"},
        {"resource", URI "Content-Type: text/html\r\n", "<p>x", "{http://a.example/||text/html|<p>x}"},
        {"resource", URI "Content-Type: application/warc\r\n", "WARC/1.0\r\n", ""},
        {"conversion", URI "Content-Type: text/plain\r\nWARC-Identified-Content-Language: eng, fra\r\n", "x",
         "{http://a.example/|eng|text/plain|x}"},
        {"request", URI, "GET / HTTP/1.1\r\n\r\n", ""},
        {"metadata", URI "Content-Type: text/plain\r\n", "x", ""},
        {"revisit", URI, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf b = {0};
        add(&b, CASES[i].kind, CASES[i].fields, CASES[i].block);
        check_archive(CASES[i].block, &b, CASES[i].out);
    }
}

/* A capture is named by address and time, the same in each run; one without an address by its bytes. */
static void test_ids(void **state)
{
    (void)state;
    static const char *const FIELDS[] = {
        URI "WARC-Date: 2025-03-18T09:00:00Z\r\n", URI "WARC-Date: 2025-03-19T09:00:00Z\r\n",
        "WARC-Target-URI: <http://a.example/>\r\nWARC-Date: 2025-03-18T09:00:00Z\r\n", "", ""};
    dem_buf b = {0}, first = {0}, again = {0};
    for (size_t i = 0; i < COUNT(FIELDS); i++) {
        char block[32];
        snprintf(block, sizeof block, "text %zu", i);
        dem_buf fields = {0};
        dem_buf_addf(&fields, "%sContent-Type: text/plain\r\n", FIELDS[i]);
        add(&b, "resource", fields.p, block);
        dem_buf_release(&fields);
    }
    read_all(&first, temp_file(&files, "ids.warc", dem_buf_str(&b)), true);
    read_all(&again, temp_packed(&files, "other.warc.gz", "gzip", dem_buf_str(&b)), true);
    check_str("whatever file they are in", dem_buf_str(&first), again.p);
    dem_str rest = dem_buf_str(&first), id[2], refused;
    for (int i = 0; i < 2; i++) {
        assert_true(dem_str_next(&rest, '|', &id[i]));
        check_int("16 digits", (long long)id[i].n, 16);
    }
    assert_false(dem_str_eq(id[0], id[1]));
    assert_true(dem_str_next(&rest, '>', &refused));
    check_str("the third is the first once more", refused, "<format");
    check_int("and two by their texts", (long long)rest.n, 34);
    dem_buf_release(&b);
    dem_buf_release(&first);
    dem_buf_release(&again);
}

/* A refused record costs that record; one that is known not to be whole is kept, with a notice. */
static void test_told(void **state)
{
    (void)state;
    dem_buf b = {0}, got = {0};
    add(&b, "resource", URI "Content-Type: text/plain\r\nWARC-Truncated: time\r\n", "some te");
    dem_buf_addz(&b, "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 1\r\n\r\nlonger\r\n\r\n");
    add(&b, "response", URI,
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n\x1b\xf8\xf9");
    add(&b, "response", URI "WARC-Date: 2025-03-18T09:00:00Z\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x");
    int notices = read_all(&got, temp_file(&files, "told.warc", dem_buf_str(&b)), false);
    check_str("errors", dem_buf_str(&got),
              "{http://a.example/||text/plain|some te}<format><format>{http://a.example/||text/html|<p>x}");
    check_int("notices", notices, 1);
    dem_buf_release(&got);
    dem_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_wanted), cmocka_unit_test(test_ids),
                                       cmocka_unit_test(test_told)};
    return cmocka_run_group_tests(tests, make, clean);
}

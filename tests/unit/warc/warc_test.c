/* Reading web archives: warc/warc.h. */
#include "../base/pack.h"
#include "../base/temp.h"
#include "base/members.h"
#include "warc/warc.h"

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

enum { LIMIT = 100000 };

/* ---- making them ------------------------------------------------------------------------------------------------ */

/* A record of that kind and address that says it is `length` long. */
static void add_lying(dem_buf *b, const char *kind, const char *uri, const char *block, const char *length)
{
    dem_buf_addf(b, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Length: %s\r\n\r\n%s\r\n\r\n",
                 kind, uri, length, block);
}

static void add(dem_buf *b, const char *kind, const char *uri, const char *block)
{
    char length[32];
    snprintf(length, sizeof length, "%zu", strlen(block));
    add_lying(b, kind, uri, block, length);
}

static void add_page(dem_buf *b, const char *uri, const char *body)
{
    dem_buf block = {0};
    dem_buf_addf(&block, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n%s", body);
    add(b, "response", uri, block.p);
    dem_buf_release(&block);
}

/* ---- reading them --------------------------------------------------------------------------------------------------- */

/* "uri=body|uri=body (cut)|<status>|end" of what is in `in`, which is closed. */
static void list_input(dem_buf *out, dem_input *in)
{
    dem_warc *w;
    dem_warc_record r;
    dem_error err = {0};
    dem_arena a = {0};
    dem_status st;
    dem_buf_clear(out);
    dem_warc_open(&w, in, LIMIT);
    for (int n = 0; (st = dem_warc_next(w, &a, &r, &err)) != DEM_END && n < 1000; n++) {
        if (st == DEM_OK)
            dem_buf_addf(out, "%.*s=%.*s%s|", DEM_STR_ARG(r.uri), DEM_STR_ARG(r.body), r.cut ? " (cut)" : "");
        else dem_buf_addf(out, "<%s>|", dem_status_word(st));
    }
    dem_buf_addz(out, dem_status_word(st));
    dem_warc_close(w);
    dem_input_close(in);
    dem_arena_release(&a);
}

static void list(dem_buf *out, dem_str bytes)
{
    dem_input *in;
    dem_error err;
    if (dem_input_open_memory(&in, DEM_STR("a.warc"), bytes, 0, &err) != DEM_OK) fail_msg("%s", err.text);
    list_input(out, in);
}

/* `b` is released. */
static void check_list(const char *why, dem_buf *b, const char *wanted)
{
    dem_buf got = {0};
    list(&got, dem_buf_str(b));
    check_str(why, dem_buf_str(&got), wanted);
    dem_buf_release(&got);
    dem_buf_release(b);
}

/* The first record, which must be one; *keep is what it lives in. */
static dem_warc_record first(dem_arena *keep, dem_buf *b)
{
    dem_input *in;
    dem_warc *w;
    dem_warc_record r;
    dem_error err;
    assert_int_equal(dem_input_open_memory(&in, DEM_STR("a.warc"), dem_buf_str(b), 0, NULL), DEM_OK);
    dem_warc_open(&w, in, LIMIT);
    if (dem_warc_next(w, keep, &r, &err) != DEM_OK) fail_msg("%s", err.text);
    dem_warc_close(w);
    dem_input_close(in);
    dem_buf_release(b);
    return r;
}

/* ---- what is in order ------------------------------------------------------------------------------------------------ */

static void test_probe(void **state)
{
    (void)state;
    static const struct {
        const char *head;
        bool is;
    } CASES[] = {
        {"WARC/1.0\r\n", true},
        {"WARC/1.1\n", true},
        {"WARC/0.16\r\n", true},
        {"\r\n\r\nWARC/1.0\r\n", true},
        {"WARC/1.0", true},
        {"WARC/1.0x", false},
        {"WARC/x.0\r\n", false},
        {"warc/1.0\r\n", false},
        {"WARC", false},
        {"<p>WARC/1", false},
        {"", false},
        {"\n\n", false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].head, dem_warc_probe(dem_str_from(CASES[i].head)), CASES[i].is);
}

/* Requests and the like are counted and passed over; so is what a name server said. */
static void test_types(void **state)
{
    (void)state;
    static const char *const PASSED[] = {"warcinfo",     "request",    "metadata", "revisit",
                                         "continuation", "unheard-of", ""};
    dem_buf b = {0}, got = {0};
    for (size_t i = 0; i < COUNT(PASSED); i++) add(&b, PASSED[i], "passed", "HTTP/1.1 200 OK\r\n\r\nx");
    add(&b, "response", "dns:example.org", "20250318090000\nexample.org. 60 IN A 127.0.0.1\n");
    add_page(&b, "page", "body");
    add(&b, "resource", "file", "as it is");
    add(&b, "CONVERSION", "text", "made of a page");
    dem_input *in;
    dem_warc *w;
    dem_warc_record r;
    dem_arena a = {0};
    assert_int_equal(dem_input_open_memory(&in, DEM_STR("a"), dem_buf_str(&b), 0, NULL), DEM_OK);
    dem_warc_open(&w, in, LIMIT);
    static const int TYPES[] = {DEM_WARC_RESPONSE, DEM_WARC_RESOURCE, DEM_WARC_CONVERSION};
    for (size_t i = 0; i < COUNT(TYPES); i++) {
        assert_int_equal(dem_warc_next(w, &a, &r, NULL), DEM_OK);
        check_int("type", r.type, TYPES[i]);
        check_int("number", (long long)r.number, (long long)(COUNT(PASSED) + 2 + i));
    }
    check_int("end", dem_warc_next(w, &a, &r, NULL), DEM_END);
    check_int("and again", dem_warc_next(w, &a, &r, NULL), DEM_END);
    static const int COUNTS[DEM_WARC_TYPES] = {1, 1, 1, 1, 1, 1, 1, 4};
    for (int i = 0; i < DEM_WARC_TYPES; i++)
        check_int("count", (long long)dem_warc_count(w, (dem_warc_type)i), COUNTS[i]);
    dem_warc_close(w);
    dem_input_close(in);
    list(&got, dem_buf_str(&b));
    check_str("all", dem_buf_str(&got), "page=body|file=as it is|text=made of a page|end");
    dem_buf_release(&got);
    dem_buf_release(&b);
    dem_arena_release(&a);
}

static void test_response(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_arena a = {0};
    static const char BLOCK[] =
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html;\r\n  charset=\"koi8-r\"\r\nContent-Language: ru\r\n"
        "Last-Modified: Mon, 17 Mar 2025 10:00:00 GMT\r\nDate: Tue, 18 Mar 2025 09:00:00 "
        "GMT\r\n\r\nbody\r\n\r\n!";
    dem_buf_addf(&b,
                 "\r\nWARC/1.1\r\nContent-Length:  %zu\r\nwarc-type: Response\r\nWARC-Target-URI: "
                 "<https://example.org/1>\r\n"
                 "WARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2025-03-18T09:00:00Z\r\nContent-Type: "
                 "application/http\r\n\r\n%s\r\n\r\n",
                 sizeof BLOCK - 1, BLOCK);
    dem_warc_record r = first(&a, &b);
    check_int("type", r.type, DEM_WARC_RESPONSE);
    check_int("number", (long long)r.number, 1);
    check_int("offset", (long long)r.offset, 2);
    check_str("uri", r.uri, "https://example.org/1");
    check_str("id", r.id, "urn:uuid:0");
    check_str("date", r.date, "2025-03-18T09:00:00Z");
    check_str("media", r.media, "text/html;    charset=\"koi8-r\"");
    check_str("charset", r.charset, "koi8-r");
    check_str("language", r.language, "ru");
    check_str("modified", r.modified, "Mon, 17 Mar 2025 10:00:00 GMT");
    check_str("sent", r.sent, "Tue, 18 Mar 2025 09:00:00 GMT");
    check_int("status", r.status, 404);
    check_int("cut", r.cut, false);
    check_str("body", r.body, "body\r\n\r\n!");
    dem_arena_release(&a);
}

/* As Common Crawl writes the texts of pages. */
static void test_conversion(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_arena a = {0};
    dem_buf_addz(
        &b,
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://example.org/1\r\n"
        "WARC-Date: 2025-03-18T09:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Refers-To: <urn:uuid:1>\r\n"
        "WARC-Identified-Content-Language: eng,deu\r\nContent-Type: text/plain\r\nContent-Length: "
        "9\r\n\r\nsome text\r\n\r\n");
    dem_warc_record r = first(&a, &b);
    check_int("type", r.type, DEM_WARC_CONVERSION);
    check_str("media", r.media, "text/plain");
    check_str("language", r.language, "eng,deu");
    check_int("status", r.status, 0);
    check_str("body", r.body, "some text");
    dem_arena_release(&a);
}

static void test_cut_by_the_crawler(void **state)
{
    (void)state;
    static const char *const SAYS[] = {"WARC-Truncated: length", "WARC-Segment-Number: 1"};
    for (size_t i = 0; i < COUNT(SAYS); i++) {
        dem_buf b = {0};
        dem_buf_addf(
            &b,
            "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: a\r\n%s\r\nContent-Length: 1\r\n\r\nx\r\n\r\n",
            SAYS[i]);
        check_list(SAYS[i], &b, "a=x (cut)|end");
    }
}

/* What the server did to the body is undone, and what cannot be is told. */
static void test_bodies(void **state)
{
    (void)state;
    static const struct {
        const char *block, *out;
    } CASES[] = {
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nsome\r\n5\r\n text\r\n0\r\n\r\n",
         "a=some text|end"},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nsome\r\n5\r\n te", "a=some te (cut)|end"},
        {"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nundone", "a=undone|end"},
        {"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n\x1b\xF8\xF9", "<format>|end"},
        {"HTTP/1.1 200 OK\nContent-Length: 99\n\nline ends of one byte", "a=line ends of one byte|end"},
        {"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "a=|end"},
        {"HTTP/1.1 204", "a=|end"},
        {"HTTP/1.1 200 OK\r\nX: no end of the header", "a=|end"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf b = {0};
        add(&b, "response", "a", CASES[i].block);
        check_list(CASES[i].block, &b, CASES[i].out);
    }
}

static void test_status_line(void **state)
{
    (void)state;
    static const struct {
        const char *block;
        int status;
    } CASES[] = {
        {"HTTP/1.1 200 OK\r\n\r\n", 200}, {"HTTP/2 301\r\n\r\n", 301},
        {"HTTP/1.0   404\r\n\r\n", 404},  {"HTTP/1.1 OK\r\n\r\n", 0},
        {"HTTP/1.1\r\n\r\n", 0},          {"HTTP/1.1 2\r\n\r\n", 0},
        {"HTTP/1.1 -12\r\n\r\n", 0},      {"HTTP/", 0},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf b = {0};
        dem_arena a = {0};
        add(&b, "response", "a", CASES[i].block);
        check_int(CASES[i].block, first(&a, &b).status, CASES[i].status);
        dem_arena_release(&a);
    }
}

/* A page about web archives holds what looks like a record: its length is true, so it is one page. */
static void test_record_within(void **state)
{
    (void)state;
    dem_buf b = {0}, inner = {0}, wanted = {0};
    add_page(&inner, "inner", "not a page of its own");
    add_page(&b, "outer", inner.p);
    add_page(&b, "next", "x");
    dem_buf_addf(&wanted, "outer=%s|next=x|end", inner.p);
    check_list("a record within", &b, wanted.p);
    dem_buf_release(&inner);
    dem_buf_release(&wanted);
}

/* ---- lies ------------------------------------------------------------------------------------------------------------ */

/* Whatever a record says of its length, it costs that record and not the next. */
static void test_lying_lengths(void **state)
{
    (void)state;
    static const char *const LENGTHS[] = {
        "0",
        "1",
        "18",
        "24",
        "26",
        "100",
        "9999",
        "99999",
        "100000",
        "100001",
        "4294967295",
        "4294967296",
        "18446744073709551615",
        "18446744073709551616",
        "99999999999999999999999999999",
        "-1",
        "+19",
        "19x",
        "0x13",
        "1 9",
        "",
        " ",
    };
    for (size_t i = 0; i < COUNT(LENGTHS); i++) {
        dem_buf b = {0};
        add_page(&b, "before", "1");
        add_lying(&b, "resource", "lies", "nineteen bytes long", LENGTHS[i]);
        add_page(&b, "after", "2");
        bool longer = strlen(LENGTHS[i]) >= 6 && strcmp(LENGTHS[i], "100000") != 0;
        check_list(LENGTHS[i], &b, longer ? "before=1|<limit>|after=2|end" : "before=1|<format>|after=2|end");
    }
}

/* Line ends that are missing or too many are no lie. */
static void test_loose_ends(void **state)
{
    (void)state;
    static const char *const BETWEEN[] = {"", "\n", "\r\n", "\r\n\r\n", "\r\n\r\n\r\n\r\n", "   \t \n"};
    for (size_t i = 0; i < COUNT(BETWEEN); i++) {
        dem_buf b = {0};
        for (int n = 0; n < 2; n++)
            dem_buf_addf(
                &b, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: %d\r\nContent-Length: 4\r\n\r\ntext%s",
                n, BETWEEN[i]);
        check_list("between", &b, "0=text|1=text|end");
    }
    dem_buf far = {0};
    add_page(&far, "1", "x");
    for (int i = 0; i < 2000; i++) dem_buf_addz(&far, "\n");
    add_page(&far, "2", "x");
    check_list("many", &far, "1=x|2=x|end");
}

static void test_no_length(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_buf_addz(&b, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: a\r\n\r\ntext\r\n\r\n");
    add_page(&b, "after", "x");
    check_list("no Content-Length", &b, "<format>|after=x|end");
}

/* What is nothing, before, between and behind records. */
static void test_rubbish(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_buf_addz(&b, "rubbish\nWARC/1.0 is how it begins\nWARC/9\n");
    add_page(&b, "1", "x");
    dem_buf_addz(&b, "more of it\n");
    add_page(&b, "2", "x");
    dem_buf_addz(&b, "and at the end");
    check_list("rubbish", &b, "<format>|<format>|<format>|end");
    /* Only what a record or the end follows is believed: so neither of these was. */
    dem_buf_addz(&b, "rubbish\nWARC/1.0\nWARC-Type: in the middle of a line is WARC/1.0\n");
    add_page(&b, "1", "x");
    add_page(&b, "2", "x");
    check_list("before", &b, "<format>|<format>|1=x|2=x|end");
}

/* A header that does not end, or that another record cuts off. */
static void test_endless_header(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_buf_addz(&b, "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: 3\r\n");
    add_page(&b, "1", "x");
    check_list("cut off", &b, "<format>|1=x|end");
    dem_buf_addz(&b, "WARC/1.0\r\nWARC-Type: resource\r\nX: ");
    for (unsigned i = 0; i < 3 * DEM_WARC_MAX_HEAD; i++) dem_buf_addz(&b, "x");
    dem_buf_addz(&b, "\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n");
    add_page(&b, "1", "x");
    check_list("too long", &b, "<format>|1=x|end");
    dem_buf_addz(&b, "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: a\r\nX: ");
    for (unsigned i = 0; i < DEM_WARC_MAX_HEAD / 2; i++) dem_buf_addz(&b, "x");
    dem_buf_addz(&b, "\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n");
    check_list("just long", &b, "a=abc|end");
    dem_buf http = {0};
    dem_buf_addz(&http, "HTTP/1.1 200 OK\r\nX: ");
    for (unsigned i = 0; i < DEM_WARC_MAX_HEAD; i++) dem_buf_addz(&http, "x");
    dem_buf_addz(&http, "\r\n\r\nbody");
    add(&b, "response", "a", http.p);
    add_page(&b, "1", "x");
    check_list("of the server", &b, "<format>|1=x|end");
    dem_buf_release(&http);
}

/* A record may be longer than is accepted: told if it could be a report, passed over if not. */
static void test_too_long(void **state)
{
    (void)state;
    static const struct {
        const char *kind, *out;
    } CASES[] = {{"resource", "1=x|<limit>|2=x|end"},
                 {"request", "1=x|2=x|end"},
                 {"metadata", "1=x|2=x|end"},
                 {"unheard-of", "1=x|2=x|end"}};
    dem_buf block = {0};
    while (block.n <= LIMIT) dem_buf_addz(&block, "a line of the record\r\n");
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf b = {0};
        add_page(&b, "1", "x");
        add(&b, CASES[i].kind, "long", block.p);
        add_page(&b, "2", "x");
        check_list(CASES[i].kind, &b, CASES[i].out);
    }
    dem_buf_release(&block);
}

/* Cut anywhere: what is whole is given, and what is missing is told. */
static void test_cut(void **state)
{
    (void)state;
    dem_buf b = {0}, got = {0};
    add_page(&b, "1", "one");
    size_t first_end = b.n - 4;
    add_page(&b, "2", "two");
    size_t second_end = b.n - 4;
    for (size_t n = 0; n <= b.n; n++) {
        list(&got, dem_str_sub(dem_buf_str(&b), 0, n));
        const char *wanted = n == 0               ? "end"
                             : n < first_end      ? "<format>|end"
                             : n <= first_end + 4 ? "1=one|end"
                             : n < second_end     ? "1=one|<format>|end"
                                                  : "1=one|2=two|end";
        char why[32];
        snprintf(why, sizeof why, "cut at %zu", n);
        check_str(why, dem_buf_str(&got), wanted);
    }
    dem_buf_release(&got);
    dem_buf_release(&b);
}

/* Version lines without end: each is looked at, none is looked far behind. A second would be a hundred times too long. */
static void test_many_versions(void **state)
{
    (void)state;
    dem_buf b = {0};
    for (int i = 0; i < 300000; i++) dem_buf_addz(&b, "WARC/1.0\n");
    add_page(&b, "1", "x");
    check_list("many", &b, "<format>|1=x|end");
    for (int i = 0; i < 300000; i++) dem_buf_addz(&b, "WARC/1.0\nA:\n");
    add_page(&b, "1", "x");
    check_list("with a field", &b, "<format>|1=x|end");
}

/* ---- packed ----------------------------------------------------------------------------------------------------------- */

/* Each of `n` pages a member or frame of its own. */
static void add_packed(dem_buf *to, const char *filter, int n, const char *body)
{
    for (int i = 0; i < n; i++) {
        dem_buf one = {0};
        char uri[16];
        snprintf(uri, sizeof uri, "%d", i);
        add_page(&one, uri, body);
        pack p;
        pack_begin(&p, "raw", filter, NULL);
        pack_add(&p, "data", AE_IFREG, dem_buf_str(&one));
        dem_buf_add(to, pack_end(&p));
        dem_buf_release(&p.bytes);
        dem_buf_release(&one);
    }
}

static void test_packed(void **state)
{
    (void)state;
    static const char *const FILTERS[] = {"gzip", "zstd"};
    for (size_t f = 0; f < COUNT(FILTERS); f++) {
        dem_buf b = {0};
        add_packed(&b, FILTERS[f], 3, "body");
        check_list(FILTERS[f], &b, "0=body|1=body|2=body|end");
    }
}

/* Damage far behind: what stands before it is given, but for the block of some ten pages that it is unpacked with. */
static void test_damaged(void **state)
{
    (void)state;
    enum { PAGES = 100, BODY = 5000 };
    static const char *const FILTERS[] = {"gzip", "zstd"};
    static char body[BODY + 1];
    memset(body, 'x', BODY);
    for (size_t f = 0; f < COUNT(FILTERS); f++) {
        dem_buf b = {0}, got = {0};
        add_packed(&b, FILTERS[f], PAGES, body);
        memset(b.p + b.n / 100 * 95, 0xFF, 40);
        list(&got, dem_buf_str(&b));
        int pages = 0;
        for (const char *z = got.p; (z = strstr(z, "=xxx")); z++) pages++;
        if (pages < PAGES / 2 || !strstr(got.p, "|<i/o>|end"))
            fail_msg("%s: %d pages, %s", FILTERS[f], pages, got.p + got.n - 20);
        dem_buf_release(&got);
        dem_buf_release(&b);
    }
}

/* A record that is a bomb, alone and in an archive that is one. */
static void test_bombs(void **state)
{
    (void)state;
    pack p;
    dem_buf block = {0}, b = {0};
    pack_begin(&p, "raw", "gzip", NULL);
    pack_fill(&p, "data", 'x', 20 << 20);
    pack_end(&p);
    dem_buf_addz(&block, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    dem_buf_addf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: a\r\nContent-Length: %zu\r\n\r\n%s",
                 block.n + p.bytes.n, block.p);
    dem_buf_add(&b, dem_buf_str(&p.bytes));
    dem_buf_addz(&b, "\r\n\r\n");
    add_page(&b, "1", "x");
    check_list("a body", &b, "<limit>|1=x|end");
    dem_buf_release(&p.bytes);
    dem_buf_release(&block);
    static const char *const FILTERS[] = {"gzip", "zstd"};
    for (size_t f = 0; f < COUNT(FILTERS); f++) {
        pack_begin(&p, "raw", FILTERS[f], NULL);
        pack_fill(&p, "data", '\n', 100 << 20);
        pack_end(&p);
        check_list(FILTERS[f], &p.bytes, "<limit>|end");
    }
}

/* In a folder that was packed as a whole. */
static void test_in_an_archive(void **state)
{
    (void)state;
    pack p;
    dem_buf warc = {0}, got = {0};
    add_packed(&warc, "gzip", 2, "body");
    pack_begin(&p, "zip", "none", NULL);
    pack_add(&p, "notes.txt", AE_IFREG, DEM_STR("none"));
    pack_add(&p, "crawl/a.warc.gz", AE_IFREG, dem_buf_str(&warc));
    dem_str zip = pack_end(&p);
    dem_input *in;
    dem_members *m;
    assert_int_equal(dem_input_open_memory(&in, DEM_STR("a.zip"), zip, 0, NULL), DEM_OK);
    assert_true(dem_members_probe(in));
    dem_members_open(&m, in, 0);
    assert_int_equal(dem_members_next(m, &in, NULL), DEM_OK);
    dem_input_close(in);
    assert_int_equal(dem_members_next(m, &in, NULL), DEM_OK);
    check_str("member", dem_input_name(in), "a.zip/crawl/a.warc.gz");
    list_input(&got, in);
    check_str("records", dem_buf_str(&got), "0=body|1=body|end");
    check_int("end", dem_members_next(m, &in, NULL), DEM_END);
    dem_members_close(m);
    dem_buf_release(&p.bytes);
    dem_buf_release(&warc);
    dem_buf_release(&got);
}

static void test_errors(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_input *in;
    dem_warc *w;
    dem_warc_record r;
    dem_error err = {0};
    dem_arena a = {0};
    add_page(&b, "1", "x");
    size_t at = b.n;
    add_lying(&b, "resource", "2", "text", "3");
    add_page(&b, "3", "x");
    const char *path = temp_file(&files, "lies.warc", dem_buf_str(&b));
    assert_int_equal(dem_input_open(&in, path, 0, NULL), DEM_OK);
    dem_warc_open(&w, in, LIMIT);
    assert_int_equal(dem_warc_next(w, &a, &r, &err), DEM_OK);
    assert_int_equal(dem_warc_next(w, &a, &r, &err), DEM_E_FORMAT);
    char wanted[128];
    snprintf(wanted, sizeof wanted, "record 2 at byte %zu: no record follows where its Content-Length says",
             at);
    check_str("text", dem_str_from(err.text), wanted);
    check_str("source", dem_str_from(err.source), path);
    check_int("offset", (long long)err.offset, (long long)at);
    assert_int_equal(dem_warc_next(w, &a, &r, &err), DEM_OK);
    check_int("the numbers go on", (long long)r.number, 3);
    dem_warc_close(w);
    dem_warc_close(NULL);
    dem_input_close(in);
    dem_arena_release(&a);
    dem_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_probe),
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_response),
        cmocka_unit_test(test_conversion),
        cmocka_unit_test(test_cut_by_the_crawler),
        cmocka_unit_test(test_bodies),
        cmocka_unit_test(test_status_line),
        cmocka_unit_test(test_record_within),
        cmocka_unit_test(test_lying_lengths),
        cmocka_unit_test(test_loose_ends),
        cmocka_unit_test(test_no_length),
        cmocka_unit_test(test_rubbish),
        cmocka_unit_test(test_endless_header),
        cmocka_unit_test(test_too_long),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_many_versions),
        cmocka_unit_test(test_packed),
        cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_bombs),
        cmocka_unit_test(test_in_an_archive),
        cmocka_unit_test(test_errors),
    };
    return cmocka_run_group_tests(tests, make, clean);
}

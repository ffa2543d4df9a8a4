/* What was fetched, kept: fetch/archive.h. */
#include "../base/temp.h"
#include "fetch/archive.h"
#include "warc/warc.h"

static temp files;
static const int64_t NOW = 1742288400; /* 2025-03-18T09:00:00Z */
static const dem_str A = {"https://news.example/a", 22}, B = {"https://news.example/b", 22},
                     FEED = {"https://news.example/feed", 25};

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

static dem_archive *open_at(const char *path, bool dry)
{
    dem_archive *a = NULL;
    dem_error err = {0};
    if (dem_archive_open(&a, path, dry, &err) != DEM_OK) fail_msg("%s: %s", err.source, err.text);
    return a;
}

static void want(dem_archive *a, dem_str url)
{
    bool added;
    dem_warc_told told = {.title = DEM_STR("T")};
    assert_int_equal(
        dem_state_want(dem_archive_state(a), url, DEM_STR("news.example"), &told, false, &added, NULL), DEM_OK);
}

static void check_page(const char *why, dem_archive *a, dem_str url, dem_page_state wanted)
{
    dem_page_state got;
    assert_int_equal(dem_state_page(dem_archive_state(a), url, &got, NULL), DEM_OK);
    check_int(why, got, wanted);
}

static bool keep(dem_archive *a, dem_str url, dem_str final, const char *body)
{
    bool same;
    dem_error err = {0};
    dem_reply r = {.status = 200};
    dem_buf_addz(&r.head, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
    dem_buf_addz(&r.body, body);
    if (dem_archive_page(a, url, final, &r, NOW, &same, &err) != DEM_OK) fail_msg("%s", err.text);
    dem_buf_release(&r.head);
    dem_buf_release(&r.body);
    return same;
}

/* "uri=body (title)|..." of all records. */
static void check_file(const char *why, const char *path, const char *wanted)
{
    dem_input *in;
    dem_warc *w;
    dem_warc_record r;
    dem_arena a = {0};
    dem_buf got = {0};
    dem_buf_addz(&got, "");
    dem_status st;
    assert_int_equal(dem_input_open(&in, path, 100, NULL), DEM_OK);
    dem_warc_open(&w, in, 1 << 20);
    while ((st = dem_warc_next(w, &a, &r, NULL)) == DEM_OK)
        dem_buf_addf(&got, "%.*s=%.*s (%.*s)|", DEM_STR_ARG(r.uri), DEM_STR_ARG(r.body),
                     DEM_STR_ARG(r.told.title));
    check_int(why, st, DEM_END);
    check_str(why, dem_buf_str(&got), wanted);
    dem_buf_release(&got);
    dem_warc_close(w);
    dem_input_close(in);
    dem_arena_release(&a);
}

static void test_pages(void **state)
{
    (void)state;
    char folder[256];
    snprintf(folder, sizeof folder, "%s", temp_path(&files, "pages"));
    dem_archive *a = open_at(folder, false);
    want(a, A);
    want(a, B);
    check_int("new", keep(a, A, A, "one"), false);
    check_page("kept", a, A, DEM_PAGE_KEPT);
    check_int("leads to what is kept", keep(a, B, A, "one"), true);
    check_page("the same", a, B, DEM_PAGE_SAME);
    dem_archive_close(a);
    dem_archive_close(NULL);
    check_file("one record, in the archive of the day", temp_path(&files, "pages/2025-03-18.warc.gz"),
               "https://news.example/a=one (T)|");
    check_int("the state", access(temp_path(&files, "pages/.state"), F_OK), 0);
}

/* The process died with a page in writing: before, while, and after its record was written. */
static void test_page_recovered(void **state)
{
    (void)state;
    enum { BEFORE, TORN, WHOLE, CASES };
    for (int how = 0; how < CASES; how++) {
        char path[256];
        snprintf(path, sizeof path, "%s",
                 temp_path(&files, how == BEFORE ? "0.warc.gz"
                                   : how == TORN ? "1.warc.gz"
                                                 : "2.warc.gz"));
        dem_archive *a = open_at(path, false);
        want(a, A);
        want(a, B);
        keep(a, A, A, "one");
        struct stat st, whole;
        stat(path, &st);
        keep(a, B, B, "two");
        stat(path, &whole);
        assert_int_equal(dem_state_writing(dem_archive_state(a), B, B, dem_str_from(strrchr(path, '/') + 1),
                                           (uint64_t)st.st_size, DEM_STR("x"), NULL),
                         DEM_OK);
        dem_archive_close(a);
        if (how == BEFORE) assert_int_equal(truncate(path, st.st_size), 0);
        if (how == TORN) assert_int_equal(truncate(path, whole.st_size - 1), 0);
        a = open_at(path, false);
        check_page("recovered", a, B, how == WHOLE ? DEM_PAGE_KEPT : DEM_PAGE_WANTED);
        if (how != WHOLE) keep(a, B, B, "two");
        dem_archive_close(a);
        check_file("each once", path, "https://news.example/a=one (T)|https://news.example/b=two (T)|");
        a = open_at(path, false);
        want(a, FEED);
        dem_archive_close(a);
        assert_int_equal(unlink(path), 0);
    }
}

static dem_poll_result poll(dem_archive *a, const dem_feed *feed, bool texts)
{
    dem_arena arena = {0};
    dem_url at;
    dem_error err = {0};
    dem_poll_result out;
    dem_reply r = {.status = 200};
    dem_buf_addz(&r.head, "HTTP/1.1 200 OK\r\nETag: \"7\"\r\n\r\n");
    dem_buf_addz(&r.body, "<rss/>");
    assert_true(dem_url_read(&arena, FEED, (dem_str){NULL, 0}, &at));
    dem_poll p = {.url = FEED, .at = &at, .reply = &r, .feed = feed, .now = NOW, .texts = texts};
    if (dem_archive_feed(a, &p, &out, &err) != DEM_OK) fail_msg("%s", err.text);
    dem_buf_release(&r.head);
    dem_buf_release(&r.body);
    dem_arena_release(&arena);
    return out;
}

static const dem_feed_entry ENTRIES[] = {
    {.title = {"One", 3}, .link = {"/a#x", 4}, .html = {"<p>1", 4}},
    {.title = {"Two", 3}, .link = {"https://news.example/b", 22}, .html = {"2", 1}, .plain = true},
    {.title = {"Again", 5}, .link = {"/b", 2}},
    {.title = {"Three", 5}, .id = {"3", 1}, .html = {"<p>3", 4}},
    {.title = {"Four", 4}, .link = {"mailto:x", 8}},
};

static void test_feed(void **state)
{
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s", temp_path(&files, "feed.warc.gz"));
    dem_feed feed = {.entry = (dem_feed_entry *)ENTRIES, .n_entries = COUNT(ENTRIES)};
    dem_archive *a = open_at(path, false);
    dem_poll_result r = poll(a, &feed, false);
    check_int("new", (long long)r.added, 2);
    check_int("without an address", (long long)r.bare, 2);
    check_page("wanted", a, A, DEM_PAGE_WANTED);
    check_page("wanted", a, B, DEM_PAGE_WANTED);
    check_int("known", (long long)poll(a, &feed, false).added, 0);
    dem_arena arena = {0};
    dem_feed_state known;
    assert_int_equal(dem_state_feed(dem_archive_state(a), &arena, FEED, &known, NULL), DEM_OK);
    check_str("validator", known.etag, "\"7\"");
    check_int("asked", known.polled, NOW);
    dem_arena_release(&arena);
    dem_archive_close(a);
    check_file("the feed once", path, "https://news.example/feed=<rss/> ()|");
}

static void test_texts(void **state)
{
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s", temp_path(&files, "texts.warc.gz"));
    dem_feed feed = {.entry = (dem_feed_entry *)ENTRIES, .n_entries = COUNT(ENTRIES)};
    dem_archive *a = open_at(path, false);
    dem_poll_result r = poll(a, &feed, true);
    check_int("new", (long long)r.added, 3);
    check_page("kept", a, A, DEM_PAGE_KEPT);
    check_int("known", (long long)poll(a, &feed, true).added, 0);
    dem_archive_close(a);
    check_file(
        "feed and texts", path,
        "https://news.example/feed=<rss/> ()|https://news.example/a=<p>1 (One)|https://news.example/b=2 (Two)|"
        "urn:sha256:afc7c33a937c1b9e000035858af6f9c87e3684aa61522d7e4bbb78cd76fde37d=<p>3 (Three)|");
}

/* The process died while it wrote a feed: what it had written is taken back. */
static void test_feed_recovered(void **state)
{
    (void)state;
    char path[256];
    struct stat before, after;
    snprintf(path, sizeof path, "%s", temp_path(&files, "died.warc.gz"));
    dem_archive *a = open_at(path, false);
    want(a, A);
    keep(a, A, A, "one");
    stat(path, &before);
    want(a, B);
    keep(a, B, B, "stands for what was written of the feed");
    assert_int_equal(dem_state_feed_writing(dem_archive_state(a), FEED, DEM_STR("died.warc.gz"),
                                            (uint64_t)before.st_size, NULL),
                     DEM_OK);
    dem_archive_close(a);
    dem_archive_close(open_at(path, false));
    stat(path, &after);
    check_int("taken back", after.st_size, before.st_size);
    dem_archive_close(open_at(path, false));
    check_file("what was before", path, "https://news.example/a=one (T)|");
}

static void test_dry(void **state)
{
    (void)state;
    dem_feed feed = {.entry = (dem_feed_entry *)ENTRIES, .n_entries = COUNT(ENTRIES)};
    char path[256];
    snprintf(path, sizeof path, "%s", temp_path(&files, "dry"));
    dem_archive *a = open_at(path, true);
    check_int("new", (long long)poll(a, &feed, false).added, 2);
    dem_archive_close(a);
    check_int("no folder", access(path, F_OK), -1);
    dem_archive_close(open_at(path, false));
    a = open_at(path, true);
    check_int("new still", (long long)poll(a, &feed, false).added, 2);
    check_page("for now", a, A, DEM_PAGE_WANTED);
    dem_archive_close(a);
    a = open_at(path, false);
    check_page("not for good", a, A, DEM_PAGE_UNKNOWN);
    dem_archive_close(a);
}

static void test_refused(void **state)
{
    (void)state;
    dem_archive *a = NULL;
    dem_error err = {0};
    assert_int_equal(dem_archive_open(&a, "/nonexistent/folder/x", false, &err), DEM_E_IO);
    assert_int_equal(dem_archive_open(&a, "/nonexistent/x.warc.gz", false, &err), DEM_E_STORE);
    assert_null(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pages),  cmocka_unit_test(test_page_recovered), cmocka_unit_test(test_feed),
        cmocka_unit_test(test_texts),  cmocka_unit_test(test_feed_recovered), cmocka_unit_test(test_dry),
        cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, make, clean);
}

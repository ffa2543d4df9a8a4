/* What a folder of fetched pages remembers: fetch/state.h. */
#include "../base/temp.h"
#include "fetch/state.h"
#include <sqlite3.h>

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

static const dem_str A = {"https://news.example/a", 22}, B = {"https://news.example/b", 22},
                     C = {"https://other.example/c", 23}, FEED = {"https://news.example/feed", 25},
                     NEWS = {"news.example", 12}, OTHER = {"other.example", 13}, NONE = {NULL, 0};

static dem_state *open_state(const char *path)
{
    dem_state *s = NULL;
    dem_error err = {0};
    if (dem_state_open(&s, path, &err) != DEM_OK) fail_msg("%s", err.text);
    return s;
}

static void good(dem_status st)
{
    assert_int_equal(st, DEM_OK);
}

static bool want(dem_state *s, dem_str url, dem_str host)
{
    bool added;
    good(dem_state_want(s, url, host, &(dem_warc_told){.feed = FEED, .title = DEM_STR("T")},
                        dem_str_eq(host, OTHER), &added, NULL));
    return added;
}

static void check_page(const char *why, dem_state *s, dem_str url, dem_page_state wanted)
{
    dem_page_state got;
    good(dem_state_page(s, url, &got, NULL));
    check_int(why, got, wanted);
}

static void test_feeds(void **state)
{
    (void)state;
    const char *path = temp_path(&files, "feeds");
    dem_arena a = {0};
    dem_feed_state f;
    dem_state *s = open_state(path);
    good(dem_state_feed(s, &a, FEED, &f, NULL));
    check_str("unknown", f.etag, "");
    check_int("never", f.polled, 0);
    good(dem_state_put_feed(s, FEED, &(dem_feed_state){DEM_STR("\"x\""), NONE, 7, 9}, NULL));
    dem_state_close(s);
    s = open_state(path);
    good(dem_state_feed(s, &a, FEED, &f, NULL));
    check_str("etag", f.etag, "\"x\"");
    check_str("modified", f.modified, "");
    check_int("polled", f.polled, 7);
    check_int("next", f.next, 9);
    dem_state_close(s);
    dem_state_close(NULL);
    dem_arena_release(&a);
}

typedef struct seen {
    char text[256];
} seen;
static void see(void *ctx, dem_str s)
{
    seen *to = ctx;
    size_t n = strlen(to->text);
    snprintf(to->text + n, sizeof to->text - n, "%.*s ", DEM_STR_ARG(s));
}

static void see_page(void *ctx, dem_str url, bool local)
{
    see(ctx, url);
    if (local) see(ctx, DEM_STR("local"));
}

static void test_wanted(void **state)
{
    (void)state;
    dem_state *s = open_state(":memory:");
    check_int("new", want(s, B, NEWS), true);
    check_int("new", want(s, A, NEWS), true);
    check_int("new", want(s, C, OTHER), true);
    check_int("known", want(s, A, NEWS), false);
    seen hosts = {""}, first = {""}, next = {""}, last = {""};
    int64_t after = 0;
    uint64_t n;
    good(dem_state_hosts(s, see, &hosts, NULL));
    assert_string_equal(hosts.text, "news.example other.example ");
    good(dem_state_wanted(s, NEWS, &after, 1, see_page, &first, NULL));
    assert_string_equal(first.text, "https://news.example/b ");
    good(dem_state_wanted(s, NEWS, &after, 9, see_page, &next, NULL));
    assert_string_equal(next.text, "https://news.example/a ");
    good(dem_state_wanted(s, NEWS, &after, 9, see_page, &last, NULL));
    assert_string_equal(last.text, "");
    good(dem_state_count_wanted(s, &n, NULL));
    check_int("count", (long long)n, 3);
    good(dem_state_end(s, B, DEM_PAGE_REFUSED, 0, DEM_STR("robots.txt"), NULL));
    check_page("refused", s, B, DEM_PAGE_REFUSED);
    after = 0;
    good(dem_state_wanted(s, NEWS, &after, 9, see_page, &last, NULL));
    assert_string_equal(last.text, "https://news.example/a ");
    after = 0;
    seen others = {""};
    good(dem_state_wanted(s, OTHER, &after, 9, see_page, &others, NULL));
    assert_string_equal(others.text, "https://other.example/c local ");
    dem_state_close(s);
}

static void test_told(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_state *s = open_state(":memory:");
    bool added;
    dem_warc_told told = {FEED,
                          DEM_STR("Title"),
                          DEM_STR("Author"),
                          DEM_STR("Publisher"),
                          DEM_STR("2025-03-18"),
                          DEM_STR("en")},
                  got;
    good(dem_state_want(s, A, NEWS, &told, false, &added, NULL));
    good(dem_state_told(s, &a, A, &got, NULL));
    check_str("feed", got.feed, FEED.p);
    check_str("title", got.title, "Title");
    check_str("author", got.author, "Author");
    check_str("publisher", got.publisher, "Publisher");
    check_str("published", got.published, "2025-03-18");
    check_str("language", got.language, "en");
    good(dem_state_told(s, &a, B, &got, NULL));
    check_str("nothing of another", got.title, "");
    dem_state_close(s);
    dem_arena_release(&a);
}

/* In writing when the process died. */
static void test_unfinished(void **state)
{
    (void)state;
    const char *path = temp_path(&files, "unfinished");
    dem_arena a = {0};
    dem_unfinished u;
    dem_state *s = open_state(path);
    want(s, A, NEWS);
    good(dem_state_unfinished(s, &a, &u, NULL));
    check_str("nothing", u.url, "");
    good(dem_state_writing(s, A, B, DEM_STR("x.warc.gz"), 77, DEM_STR("2025-03-18T09:00:00Z"), NULL));
    dem_state_close(s);
    s = open_state(path);
    check_page("in writing", s, A, DEM_PAGE_WRITING);
    good(dem_state_unfinished(s, &a, &u, NULL));
    check_str("page", u.url, A.p);
    check_str("file", u.file, "x.warc.gz");
    check_int("offset", (long long)u.offset, 77);
    check_int("no feed", u.is_feed, false);
    check_page("not kept where it was found", s, B, DEM_PAGE_UNKNOWN);
    good(dem_state_end(s, A, DEM_PAGE_KEPT, 200, NONE, NULL));
    check_page("kept", s, A, DEM_PAGE_KEPT);
    check_page("kept where it was found", s, B, DEM_PAGE_KEPT);
    want(s, B, NEWS);
    check_page("and wanted besides", s, B, DEM_PAGE_KEPT);
    good(dem_state_feed_writing(s, FEED, DEM_STR("y.warc.gz"), 5, NULL));
    good(dem_state_unfinished(s, &a, &u, NULL));
    check_str("feed", u.url, FEED.p);
    check_int("is one", u.is_feed, true);
    good(dem_state_feed_cut(s, FEED, NULL));
    good(dem_state_unfinished(s, &a, &u, NULL));
    check_str("no more", u.url, "");
    good(dem_state_feed_writing(s, FEED, DEM_STR("y.warc.gz"), 5, NULL));
    good(dem_state_put_feed(s, FEED, &(dem_feed_state){0}, NULL));
    good(dem_state_unfinished(s, &a, &u, NULL));
    check_str("no more", u.url, "");
    dem_state_close(s);
    dem_arena_release(&a);
}

static void test_failures(void **state)
{
    (void)state;
    dem_state *s = open_state(":memory:");
    want(s, A, NEWS);
    for (int run = 1; run <= DEM_PAGE_MAX_RUNS; run++) {
        bool end;
        good(dem_state_failed(s, A, 503, DEM_STR("busy"), &end, NULL));
        check_int("for good", end, run == DEM_PAGE_MAX_RUNS);
        check_page("then", s, A, end ? DEM_PAGE_FAILED : DEM_PAGE_WANTED);
    }
    dem_state_close(s);
}

static void test_not_committed(void **state)
{
    (void)state;
    const char *path = temp_path(&files, "undone");
    dem_state *s = open_state(path);
    good(dem_state_begin(s, NULL));
    want(s, A, NEWS);
    good(dem_state_commit(s, NULL));
    good(dem_state_begin(s, NULL));
    want(s, B, NEWS);
    dem_state_close(s);
    s = open_state(path);
    check_page("committed", s, A, DEM_PAGE_WANTED);
    check_page("undone", s, B, DEM_PAGE_UNKNOWN);
    dem_state_close(s);
}

static void test_refused(void **state)
{
    (void)state;
    dem_error err = {0};
    dem_state *s = NULL, *first;
    assert_int_equal(dem_state_open(&s, temp_file(&files, "text", DEM_STR("hello, this is no database")), &err),
                     DEM_E_STORE);
    assert_null(s);
    sqlite3 *db;
    const char *path = temp_path(&files, "foreign");
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "CREATE TABLE t (x)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    assert_int_equal(dem_state_open(&s, path, &err), DEM_E_STORE);
    assert_int_equal(dem_state_open(&s, "/nonexistent/folder/state", &err), DEM_E_STORE);
    path = temp_path(&files, "twice");
    first = open_state(path);
    assert_int_equal(dem_state_open(&s, path, &err), DEM_E_STORE);
    if (!strstr(err.text, "in use")) fail_msg("%s", err.text);
    dem_state_close(first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_feeds),    cmocka_unit_test(test_wanted),
                                       cmocka_unit_test(test_told),     cmocka_unit_test(test_unfinished),
                                       cmocka_unit_test(test_failures), cmocka_unit_test(test_not_committed),
                                       cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, make, clean);
}

/* Rounds over feeds: fetch/fetch.h, with its answers.c and feeds.c. tests/cli/fetch.py has what takes long. */
#include "../base/temp.h"
#include "fetch/fetch.h"
#include "server.h"

#define OK "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
#define TO(where) "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " where "\r\n\r\n"
#define ITEM(link) "<item><title>T</title><link>" link "</link></item>"

static const canned PAGES[] = {
    {"/robots.txt", OK "User-agent: *\nDisallow: /no\n"},
    {"/feed", OK "<rss><channel>" ITEM("/a") ITEM("/no/b") ITEM("/moved") ITEM("/gone")
                  ITEM("/loop") "</channel></rss>"},
    {"/a", OK "<p>a"},
    {"/no/b", OK "<p>b"},
    {"/moved", TO("/a")},
    {"/loop", TO("/loop")},
    {"/page", OK "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head>"},
    {"/texts",
     OK "<rss><channel><item><link>/t</link><description>Some text.</description></item></channel></rss>"},
    {"/t", OK "<p>t"},
    {"/parts",
     OK "<sitemapindex><sitemap><loc>/part</loc></sitemap><sitemap><loc>/parts</loc></sitemap></sitemapindex>"},
    {"/part", OK "<urlset><url><loc>/c</loc></url></urlset>"},
    {"/c", OK "<p>c"},
};

static temp files;
static server site;

static int begin(void **state)
{
    (void)state;
    temp_make(&files);
    server_begin(&site, PAGES, COUNT(PAGES));
    return 0;
}
static int end(void **state)
{
    (void)state;
    server_end(&site);
    temp_remove(&files);
    return 0;
}

static int asked(const char *path)
{
    for (size_t i = 0; i < COUNT(PAGES); i++)
        if (strcmp(PAGES[i].path, path) == 0) return site.asked[i];
    return -1;
}

/* What the listener was told, a line each. */
static char told[4096];
static void tell(const char *what, dem_str s)
{
    size_t n = strlen(told);
    snprintf(told + n, sizeof told - n, "%s%.*s\n", what, DEM_STR_ARG(s));
}
static void on_trouble(void *ctx, const dem_error *what)
{
    (void)ctx;
    tell("", dem_str_from(what->text));
}
static void on_would(void *ctx, dem_str url)
{
    (void)ctx;
    tell("would ", dem_str_sub(url, strlen(site.base), url.n));
}

static dem_fetch_tally fetch(const char *to, const char *path, dem_fetch_options o)
{
    static const dem_fetch_listener LISTENER = {.trouble = on_trouble, .would = on_would};
    dem_fetch *f = NULL;
    dem_error err = {0};
    dem_fetch_tally t;
    char url[128];
    snprintf(url, sizeof url, "%s%s", site.base, path);
    o.agent = "demarche/test";
    o.timeout = 5000;
    o.max_bytes = 100000;
    told[0] = 0;
    memset(site.asked, 0, COUNT(PAGES) * sizeof *site.asked);
    if (dem_fetch_open(&f, temp_path(&files, to), &o, &LISTENER, &err) != DEM_OK) fail_msg("%s", err.text);
    const dem_str feeds[] = {dem_str_from(url), dem_str_from(url)};
    if (dem_fetch_round(f, feeds, 2, NULL, &t, &err) != DEM_OK) fail_msg("%s", err.text);
    dem_fetch_close(f);
    return t;
}

static void test_round(void **state)
{
    (void)state;
    dem_fetch_tally t = fetch("round", "/feed", (dem_fetch_options){0});
    check_int("named twice, asked once", (long long)t.feeds, 1);
    check_int("new", (long long)t.added, 5);
    check_int("kept", (long long)t.kept, 1);
    check_int("the same", (long long)t.same, 1);
    check_int("refused", (long long)t.refused, 1);
    check_int("failed", (long long)t.failed, 2);
    check_int("nothing is left", (long long)t.left, 0);
    check_int("bytes", (long long)t.bytes, 4);
    check_int("forbidden", asked("/no/b"), 0);
    check_int("a loop", asked("/loop"), 6);
    assert_string_equal(told,
                        "not there: the server says 404\na redirect that is not followed: too many in a row\n");
    t = fetch("round", "/feed", (dem_fetch_options){0});
    check_int("once", (long long)(t.added + t.kept + t.same + t.refused + t.failed), 0);
    check_int("no page again", asked("/a") + asked("/loop"), 0);
}

static void test_limits(void **state)
{
    (void)state;
    dem_fetch_tally t = fetch("limits", "/feed", (dem_fetch_options){.dry = true, .max_pages = 2});
    assert_string_equal(told, "would /a\nwould /moved\n");
    check_int("would", (long long)t.would, 2);
    t = fetch("limits", "/feed", (dem_fetch_options){.max_pages = 1});
    check_int("kept", (long long)t.kept, 1);
    check_int("forbidden", (long long)t.refused, 1);
    check_int("left", (long long)t.left, 3);
    t = fetch("limits", "/feed", (dem_fetch_options){.dry = true});
    assert_string_equal(told, "would /moved\nwould /gone\nwould /loop\n");
    check_int("forbidden once", (long long)t.refused, 0);
}

static void test_feeds(void **state)
{
    (void)state;
    dem_fetch_tally t = fetch("feeds", "/page", (dem_fetch_options){0});
    check_int("no feed", (long long)t.feeds_failed, 1);
    assert_non_null(strstr(told, "the feed that it names: http://127.0.0.1:"));
    t = fetch("feeds", "/no/feed", (dem_fetch_options){0});
    assert_string_equal(told, "forbidden by robots.txt\n");
    t = fetch("feeds", "/no/feed", (dem_fetch_options){.feeds_anyway = true});
    assert_string_equal(told, "not there: the server says 404\n");
    t = fetch("feeds", "/texts", (dem_fetch_options){.texts = true});
    check_int("texts", (long long)t.kept, 1);
    check_int("no page", asked("/t"), 0);
    t = fetch("feeds", "/parts", (dem_fetch_options){0});
    check_int("an index and its part", (long long)t.feeds, 2);
    check_int("pages of the part", (long long)t.kept, 1);
}

static void test_stop(void **state)
{
    (void)state;
    dem_stop stop = {true};
    dem_fetch *f = NULL;
    dem_fetch_tally t;
    dem_fetch_options o = {.agent = "demarche/test", .timeout = 5000, .max_bytes = 1000};
    char url[128];
    snprintf(url, sizeof url, "%s/feed", site.base);
    const dem_str feeds[] = {dem_str_from(url), DEM_STR("nonsense")};
    assert_int_equal(dem_fetch_open(&f, temp_path(&files, "stop"), &o, &(dem_fetch_listener){0}, NULL), DEM_OK);
    assert_int_equal(dem_fetch_round(f, feeds, 2, &stop, &t, NULL), DEM_OK);
    check_int("no address", (long long)t.feeds_failed, 1);
    check_int("nothing yet", (long long)t.kept, 0);
    stop.wanted = false;
    assert_int_equal(dem_fetch_round(f, feeds, 1, &stop, &t, NULL), DEM_OK);
    check_int("another round goes on", (long long)t.kept, 1);
    dem_fetch_close(f);
    dem_fetch_close(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_round), cmocka_unit_test(test_limits),
                                       cmocka_unit_test(test_feeds), cmocka_unit_test(test_stop)};
    return cmocka_run_group_tests(tests, begin, end);
}

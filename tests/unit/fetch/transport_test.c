/* Requests over HTTP: fetch/transport.h. */
#include "fetch/transport.h"
#include "server.h"

#define HEAD "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

static const canned PAGES[] = {
    {"/a", HEAD "ETag: \"1\"\r\nX-A: b\r\nx-a:  c \r\nContent-Length: 5\r\n\r\nhello"},
    {"/echo", "ECHO"},
    {"/open", HEAD "\r\nuntil the end"},
    {"/chunks", HEAD "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\nX-A: trailer\r\n\r\n"},
    {"/early", "HTTP/1.1 100 Continue\r\nX-A: early\r\n\r\n" HEAD "Content-Length: 2\r\n\r\nok"},
    {"/moved", "HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n"},
    {"/same", "HTTP/1.1 304 Not Modified\r\n\r\n"},
    {"/denied", "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"},
    {"/busy", "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n"},
    {"/often", "HTTP/1.1 429 Often\r\nContent-Length: 0\r\n\r\n"},
    {"/short", HEAD "Content-Length: 50\r\n\r\nhello"},
    {"/noise", "\x01\x02\x03\r\n\r\n"},
    {"/zipped", HEAD "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"},
    {"/ten", HEAD "Content-Length: 10\r\n\r\n0123456789"},
    {"/eleven", HEAD "\r\n0123456789A"},
};

static server site;
static dem_transport *net;

static int begin(void **state)
{
    (void)state;
    server_begin(&site, PAGES, COUNT(PAGES));
    return dem_transport_open(&net, &(dem_transport_options){.agent = "test/1 (x)", .timeout = 5000}, NULL);
}
static int end(void **state)
{
    (void)state;
    dem_transport_close(net);
    dem_transport_close(NULL);
    server_end(&site);
    return 0;
}

static dem_reply *ask(const char *path, dem_str etag, dem_str modified)
{
    char url[128];
    dem_reply *r;
    snprintf(url, sizeof url, "%s%s", site.base, path);
    dem_transport_start(
        net, &(dem_request){.url = url, .etag = etag, .modified = modified, .max_body = 10, .of = url});
    check_int("one is under way", dem_transport_active(net), 1);
    while (!(r = dem_transport_next(net))) dem_transport_work(net, 1000);
    check_int("none is under way", dem_transport_active(net), 0);
    assert_ptr_equal(r->of, url);
    return r;
}

static void test_answers(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        int status;
        dem_miss miss;
        const char *body, *field;
    } CASES[] = {
        {"/a", 200, DEM_MISS_NONE, "hello", "c"},
        {"/open", 200, DEM_MISS_LARGE, "until the ", ""},
        {"/chunks", 200, DEM_MISS_NONE, "abcde", ""},
        {"/early", 200, DEM_MISS_NONE, "ok", ""},
        {"/moved", 302, DEM_MISS_NONE, "", ""},
        {"/same", 304, DEM_MISS_NONE, "", ""},
        {"/none", 404, DEM_MISS_GONE, "", ""},
        {"/denied", 403, DEM_MISS_DENIED, "", ""},
        {"/busy", 503, DEM_MISS_BUSY, "", ""},
        {"/often", 429, DEM_MISS_BUSY, "", ""},
        {"/short", 0, DEM_MISS_BROKEN, "hello", ""},
        {"/noise", 0, DEM_MISS_KIND, "", ""},
        {"/zipped", 0, DEM_MISS_KIND, "", ""},
        {"/ten", 200, DEM_MISS_NONE, "0123456789", ""},
        {"/eleven", 0, DEM_MISS_LARGE, "0123456789", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_reply *r = ask(CASES[i].path, (dem_str){NULL, 0}, (dem_str){NULL, 0});
        check_int(CASES[i].path, r->miss, CASES[i].miss);
        if (r->miss == DEM_MISS_LARGE) check_int(CASES[i].path, r->status, 0);
        else check_int(CASES[i].path, r->status, CASES[i].status);
        check_str(CASES[i].path, dem_buf_str(&r->body), CASES[i].body);
        check_str(CASES[i].path, dem_reply_field(r, "X-A"), CASES[i].field);
        check_int("words for it", r->why[0] != 0, r->miss != DEM_MISS_NONE);
        dem_reply_free(r);
    }
}

static void check_says(const char *why, const dem_reply *r, const char *line, bool wanted)
{
    if ((strstr(r->body.p, line) != NULL) != wanted) fail_msg("%s: %s", why, r->body.p);
}

static void test_request(void **state)
{
    (void)state;
    dem_transport *plain = net;
    assert_int_equal(
        dem_transport_open(&net, &(dem_transport_options){.agent = "test/1 (x)", .timeout = 5000}, NULL),
        DEM_OK);
    char url[128];
    dem_reply *r;
    snprintf(url, sizeof url, "%s/echo", site.base);
    dem_request q = {.url = url, .etag = DEM_STR("\"v\""), .modified = DEM_STR("then"), .max_body = 8192};
    dem_transport_start(net, &q);
    q.etag = DEM_STR("x\r\nX-Injected: y");
    q.modified = (dem_str){NULL, 0};
    dem_transport_start(net, &q);
    for (int n = 0; n < 2; n += r != NULL) {
        dem_transport_work(net, 1000);
        if (!(r = dem_transport_next(net))) continue;
        bool first = strstr(r->body.p, "If-None-Match") != NULL;
        check_says("agent", r, "User-Agent: test/1 (x)\r\n", true);
        check_says("packed is fine", r, "Accept-Encoding: gzip, deflate\r\n", true);
        check_says("etag", r, "If-None-Match: \"v\"\r\n", first);
        check_says("modified", r, "If-Modified-Since: then\r\n", first);
        check_says("no field of the server's own", r, "Injected", false);
        dem_reply_free(r);
    }
    dem_transport_close(net);
    net = plain;
}

static void test_no_server(void **state)
{
    (void)state;
    dem_reply *r = NULL;
    dem_transport_start(net, &(dem_request){.url = "http://127.0.0.1:1/", .max_body = 10});
    while (!(r = dem_transport_next(net))) dem_transport_work(net, 1000);
    check_int("no connection", r->miss, DEM_MISS_BROKEN);
    dem_reply_free(r);
    dem_transport_start(net, &(dem_request){.url = "file:///etc/passwd", .max_body = 10});
    while (!(r = dem_transport_next(net))) dem_transport_work(net, 1000);
    check_int("only the web", r->status, 0);
    assert_int_not_equal(r->miss, DEM_MISS_NONE);
    check_str("nothing of it", dem_buf_str(&r->body), "");
    dem_reply_free(r);
}

/* As pages of public feeds are asked for: this machine is none of theirs, under whatever name, nor over a connection that another
 * request had opened. */
static void test_only_public(void **state)
{
    (void)state;
    static const char *const HOSTS[] = {"127.0.0.1", "localhost", "2130706433", "0x7f.1"};
    for (int again = 0; again < 2; again++)
        for (size_t i = 0; i < COUNT(HOSTS); i++) {
            char url[128];
            dem_reply *r = NULL;
            snprintf(url, sizeof url, "http://%s%s/a", HOSTS[i], strrchr(site.base, ':'));
            dem_transport_start(net, &(dem_request){.url = url, .max_body = 10, .only_public = true});
            while (!(r = dem_transport_next(net))) dem_transport_work(net, 1000);
            check_int(HOSTS[i], r->miss, DEM_MISS_LOCAL);
            dem_reply_free(r);
            r = ask("/a", (dem_str){NULL, 0}, (dem_str){NULL, 0});
            check_int("others may", r->status, 200);
            check_int("and it is told", r->local, true);
            dem_reply_free(r);
        }
}

static void test_dropped(void **state)
{
    (void)state;
    char url[128];
    snprintf(url, sizeof url, "%s/a", site.base);
    for (int i = 0; i < 3; i++) dem_transport_start(net, &(dem_request){.url = url, .max_body = 10});
    dem_transport_drop(net);
    for (int i = 0; i < 3; i++) {
        dem_reply *r = dem_transport_next(net);
        assert_non_null(r);
        check_int("broken off", r->miss, DEM_MISS_BROKEN);
        dem_reply_free(r);
    }
    assert_null(dem_transport_next(net));
    dem_transport_start(net,
                        &(dem_request){.url = url, .max_body = 10}); /* what is left goes with the transport */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_answers), cmocka_unit_test(test_request),
                                       cmocka_unit_test(test_no_server), cmocka_unit_test(test_only_public),
                                       cmocka_unit_test(test_dropped)};
    return cmocka_run_group_tests(tests, begin, end);
}

/* Whose turn it is: fetch/hosts.h. */
#include "../base/check.h"
#include "fetch/hosts.h"

static void add(dem_hosts *h, const char *url)
{
    dem_visit *v = dem_visit_new(DEM_VISIT_PAGE, dem_str_from(url));
    dem_visits_push(&dem_hosts_get(h, v->at.host)->queue, v);
}

/* The next visit's address, or "" if there is none now. */
static void check_next(const char *why, dem_hosts *h, int64_t now, const char *url)
{
    dem_visit *v = dem_hosts_next(h, now);
    check_str(why, v ? v->at.text : DEM_STR(""), url);
    dem_visit_free(v);
}

static void test_turns(void **state)
{
    (void)state;
    dem_hosts *h = dem_hosts_new(2000);
    check_int("nobody waits", dem_hosts_wait(h, 0), -1);
    add(h, "http://a.example/1");
    add(h, "http://a.example/2");
    add(h, "https://a.example:8443/3");
    add(h, "http://b.example/1");
    check_int("at once", dem_hosts_wait(h, 0), 0);
    check_next("the first", h, 0, "http://a.example/1");
    check_next("another host meanwhile", h, 0, "http://b.example/1");
    check_next("both are busy", h, 90000, "");
    check_int("nobody waits but behind the busy", dem_hosts_wait(h, 90000), -1);
    dem_hosts_done(h, dem_hosts_get(h, DEM_STR("a.example")), 1000);
    check_int("the pause", dem_hosts_wait(h, 1500), 1500);
    check_next("not before", h, 2999, "");
    check_next("but then", h, 3000, "http://a.example/2");
    dem_hosts_done(h, dem_hosts_get(h, DEM_STR("a.example")), 3100);
    check_next("another port is the same host", h, 5099, "");
    check_next("and its turn comes", h, 5100, "https://a.example:8443/3");
    add(h, "http://c.example/left");
    dem_hosts_free(h);
    dem_hosts_free(NULL);
}

static void test_fair(void **state)
{
    (void)state;
    dem_hosts *h = dem_hosts_new(1000);
    for (int i = 0; i < 3; i++) {
        add(h, "http://a.example/");
        add(h, "http://b.example/");
    }
    for (int64_t now = 0; now < 3; now++) {
        check_next("a", h, now * 10000, "http://a.example/");
        dem_hosts_done(h, dem_hosts_get(h, DEM_STR("a.example")), now * 10000);
        check_next("b", h, now * 10000 + 5000, "http://b.example/");
        dem_hosts_done(h, dem_hosts_get(h, DEM_STR("b.example")), now * 10000 + 5000);
    }
    dem_hosts_free(h);
}

static void test_pauses(void **state)
{
    (void)state;
    static const struct {
        const char *why, *host;
        int64_t interval;
        uint32_t delay;
        int64_t pause;
    } CASES[] = {
        {"as asked for", "news.example", 2500, 0, 2500},
        {"not too short", "news.example", 10, 0, DEM_MIN_INTERVAL},
        {"this machine may be asked faster", "127.0.0.1", 10, 0, 10},
        {"this machine by name", "localhost", 0, 0, 0},
        {"a name that only looks like it", "localhost.example", 0, 0, DEM_MIN_INTERVAL},
        {"robots.txt wants more", "news.example", 2500, 7000, 7000},
        {"robots.txt wants less", "news.example", 2500, 100, 2500},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_hosts *h = dem_hosts_new(CASES[i].interval);
        dem_host *host = dem_hosts_get(h, dem_str_from(CASES[i].host));
        host->delay = CASES[i].delay;
        dem_hosts_done(h, host, 5000);
        check_int(CASES[i].why, host->ready - 5000, CASES[i].pause);
        dem_hosts_free(h);
    }
}

static void test_rest(void **state)
{
    (void)state;
    dem_hosts *h = dem_hosts_new(1000);
    dem_host *host = dem_hosts_get(h, DEM_STR("a.example"));
    assert_ptr_equal(host, dem_hosts_get(h, DEM_STR("a.example")));
    assert_ptr_equal(host, dem_hosts_at(h, 0));
    assert_null(dem_hosts_at(h, 1));
    dem_host_rest(host, 100, 60000);
    dem_host_rest(host, 100, 10);
    check_int("the longer one", host->ready, 60100);
    dem_hosts_done(h, host, 200);
    check_int("also than the pause", host->ready, 60100);
    dem_hosts_free(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_turns), cmocka_unit_test(test_fair),
                                       cmocka_unit_test(test_pauses), cmocka_unit_test(test_rest)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

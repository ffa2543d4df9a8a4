/* What sites ask of us: fetch/sites.h. */
#include "../base/check.h"
#include "fetch/sites.h"

static const dem_str ORIGIN = {"https://news.example", 20};

static void test_answers(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        int status;
        dem_miss miss;
        const char *body;
        bool a, b; /* whether "/a" and "/b" are allowed then */
    } CASES[] = {
        {"a file", 200, DEM_MISS_NONE, "User-agent: *\nDisallow: /a\n", false, true},
        {"our name", 200, DEM_MISS_NONE, "User-agent: *\nDisallow: /a\nUser-agent: demarche\nDisallow: /b",
         true, false},
        {"none there", 404, DEM_MISS_GONE, "Disallow: /", true, true},
        {"none for us", 403, DEM_MISS_DENIED, "", true, true},
        {"redirects without end", 302, DEM_MISS_REDIRECT, "", true, true},
        {"a failing server", 503, DEM_MISS_BUSY, "", false, false},
        {"a busy server", 429, DEM_MISS_BUSY, "", false, false},
        {"no server", 0, DEM_MISS_BROKEN, "", false, false},
        {"no answer", 0, DEM_MISS_SLOW, "", false, false},
        {"a file that is too long", 0, DEM_MISS_LARGE, "User-agent: *\nDisallow: /a\n", false, true},
        {"a head without end", 0, DEM_MISS_LARGE, "", false, false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_sites *s = dem_sites_new(DEM_STR("demarche"));
        dem_site *site = dem_sites_get(s, ORIGIN, 0);
        check_int("unknown at first", site->known, false);
        dem_reply r = {.status = CASES[i].status, .miss = CASES[i].miss};
        dem_buf_addz(&r.body, CASES[i].body);
        dem_site_learn(s, site, &r, 5);
        dem_buf_release(&r.body);
        check_int("known", site->known, true);
        check_int(CASES[i].why, dem_robots_allows(&site->robots, DEM_STR("/a")), CASES[i].a);
        check_int(CASES[i].why, dem_robots_allows(&site->robots, DEM_STR("/b")), CASES[i].b);
        dem_sites_free(s);
    }
    dem_sites_free(NULL);
}

/* A day, or ten minutes if it could not be had. */
static void test_age(void **state)
{
    (void)state;
    dem_sites *s = dem_sites_new(DEM_STR("demarche"));
    dem_site *site = dem_sites_get(s, ORIGIN, 0);
    dem_site_learn(s, site, &(dem_reply){.status = 404, .miss = DEM_MISS_GONE}, 1000);
    check_int("a day later", dem_sites_get(s, ORIGIN, 1000 + DEM_ROBOTS_AGE)->known, true);
    check_int("more than a day later", dem_sites_get(s, ORIGIN, 1001 + DEM_ROBOTS_AGE)->known, false);
    dem_site_learn(s, site, &(dem_reply){.miss = DEM_MISS_SLOW}, 1000);
    check_int("soon", dem_sites_get(s, ORIGIN, 2000)->known, true);
    check_int("not for a day", dem_sites_get(s, ORIGIN, 1001 + DEM_ROBOTS_AGE_CLOSED)->known, false);
    check_int("one site", (long long)dem_sites_count(s), 1);
    dem_sites_get(s, DEM_STR("http://news.example"), 0);
    check_int("another scheme, another site", (long long)dem_sites_count(s), 2);
    dem_sites_free(s);
}

static void test_settle(void **state)
{
    (void)state;
    dem_sites *s = dem_sites_new(DEM_STR("demarche"));
    dem_site *site = dem_sites_get(s, ORIGIN, 0);
    site->asked = true;
    dem_visits_push(&site->waiting, dem_visit_new(DEM_VISIT_PAGE, DEM_STR("https://news.example/a")));
    dem_sites_settle(s);
    assert_null(site->waiting.first);
    check_int("not on their way", site->asked, false);
    dem_visits_push(&site->waiting, dem_visit_new(DEM_VISIT_PAGE, DEM_STR("https://news.example/a")));
    dem_sites_free(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_answers), cmocka_unit_test(test_age),
                                       cmocka_unit_test(test_settle)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

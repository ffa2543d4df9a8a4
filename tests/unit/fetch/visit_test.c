/* Addresses on their way: fetch/visit.h. */
#include "../base/check.h"
#include "fetch/visit.h"

static void test_new(void **state)
{
    (void)state;
    dem_visit *v = dem_visit_new(DEM_VISIT_PAGE, DEM_STR("HTTP://News.example/a b#c"));
    check_str("address", v->at.text, "http://news.example/a%20b");
    check_str("wanted", v->wanted, "http://news.example/a%20b");
    dem_visit_free(v);
    assert_null(dem_visit_new(DEM_VISIT_PAGE, DEM_STR("ftp://news.example/")));
    dem_visit_free(NULL);
    v = dem_visit_robots(DEM_STR("https://news.example:8443"));
    check_str("robots", v->at.text, "https://news.example:8443/robots.txt");
    check_str("its site", v->wanted, "https://news.example:8443");
    check_int("kind", v->kind, DEM_VISIT_ROBOTS);
    dem_visit_free(v);
}

static void test_redirects(void **state)
{
    (void)state;
    dem_visit *v = dem_visit_new(DEM_VISIT_PAGE, DEM_STR("http://news.example/a/b"));
    v->tries = 2;
    check_int("relative", dem_visit_redirect(v, DEM_STR("c")), true);
    check_str("to", v->at.text, "http://news.example/a/c");
    check_str("wanted stays", v->wanted, "http://news.example/a/b");
    check_int("tries begin anew", v->tries, 0);
    check_int("file", dem_visit_redirect(v, DEM_STR("file:///etc/passwd")), false);
    check_int("nowhere", dem_visit_redirect(v, (dem_str){NULL, 0}), false);
    check_str("and stays there", v->at.text, "http://news.example/a/c");
    for (int i = 1; i < DEM_MAX_HOPS; i++)
        check_int("more", dem_visit_redirect(v, DEM_STR("https://x.example/")), true);
    check_int("one too many", dem_visit_redirect(v, DEM_STR("/y")), false);
    dem_visit_free(v);
    for (int status = 200; status < 600; status++) {
        bool wanted = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        check_int("statuses that redirect", dem_http_redirects(status), wanted);
    }
}

static dem_visit *named(const char *url)
{
    return dem_visit_new(DEM_VISIT_PAGE, dem_str_from(url));
}

static void check_order(const char *why, dem_visits *list, const char *wanted)
{
    char got[32] = "";
    for (dem_visit *v; (v = dem_visits_take(list)); dem_visit_free(v)) strncat(got, v->at.target.p + 1, 1);
    if (strcmp(got, wanted) != 0) fail_msg("%s: got %s, expected %s", why, got, wanted);
    assert_null(list->first);
    assert_null(list->last);
}

static void test_lists(void **state)
{
    (void)state;
    dem_visits list = {0}, more = {0};
    assert_null(dem_visits_take(&list));
    dem_visits_unshift(&list, named("http://x.example/2"));
    dem_visits_push(&list, named("http://x.example/3"));
    dem_visits_unshift(&list, named("http://x.example/1"));
    check_order("ends", &list, "123");
    dem_visits_push(&list, named("http://x.example/4"));
    check_order("after it was empty", &list, "4");
    dem_visits_push(&more, named("http://x.example/1"));
    dem_visits_push(&more, named("http://x.example/2"));
    dem_visits_join(&list, &more);
    dem_visits_join(&list, &more);
    dem_visits_push(&list, named("http://x.example/4"));
    dem_visits_push(&more, named("http://x.example/0"));
    dem_visits_join(&list, &more);
    check_order("joined", &list, "0124");
    dem_visits_push(&list, named("http://x.example/4"));
    dem_visits_free(&list);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_new), cmocka_unit_test(test_redirects),
                                       cmocka_unit_test(test_lists)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

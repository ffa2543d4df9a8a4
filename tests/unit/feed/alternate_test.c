/* The feeds a page names: feed/alternate.h. */
#include "../base/check.h"
#include "feed/alternate.h"

static void test_alternates(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_feed_alternates f = dem_feed_alternates_of(
        &a,
        DEM_STR("<!DOCTYPE html><html><head><title>x</title><link rel=stylesheet href=a.css>"
                "<LINK REL='Alternate home' TYPE='application/rss+xml' HREF='/feed?a=1&amp;b=2'>"
                "<link rel=alternate type=application/atom+xml href=atom.xml title=Atom>"
                "<link rel=alternate type=application/atom+xml href=atom.xml>"
                "<link rel=alternate type=text/html href=/de hreflang=de>"
                "<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>"
                "</head><body><link rel=alternate type=application/rss+xml href=late.xml></body></html>"),
        DEM_STR("https://news.example/x/"));
    check_int("two", f.n, 2);
    check_str("first", f.at[0], "https://news.example/feed?a=1&b=2");
    check_str("second", f.at[1], "https://news.example/x/atom.xml");
    f = dem_feed_alternates_of(
        &a, DEM_STR("<base href='https://cdn.example/'><link rel=alternate type=application/rss+xml href=f>"),
        DEM_STR("https://news.example/"));
    check_int("one", f.n, 1);
    check_str("base", f.at[0], "https://cdn.example/f");
    check_int("none", dem_feed_alternates_of(&a, DEM_STR(""), DEM_STR("https://news.example/")).n, 0);
    check_int("text", dem_feed_alternates_of(&a, DEM_STR("no page"), DEM_STR("https://news.example/")).n, 0);
    dem_arena_release(&a);
}

/* No more than a fixed number, however many there are. */
static void test_many(void **state)
{
    (void)state;
    enum { MANY = 100, ROW = 80 };
    dem_arena a = {0};
    char html[MANY * ROW];
    size_t n = 0;
    for (int i = 0; i < MANY; i++)
        n += (size_t)snprintf(html + n, ROW, "<link rel=alternate type=application/rss+xml href=/%d>", i);
    check_int("bound", dem_feed_alternates_of(&a, (dem_str){html, n}, DEM_STR("https://news.example/")).n,
              DEM_FEED_MAX_ALTERNATES);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_alternates), cmocka_unit_test(test_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

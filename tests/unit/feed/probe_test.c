/* Is it a feed: dem_feed_probe() of feed/feed.h. */
#include "../base/check.h"
#include "feed/feed.h"

static void test_probe(void **state)
{
    (void)state;
    static const struct {
        const char *why, *head;
        bool feed;
    } CASES[] = {
        {"RSS", "<rss version=\"2.0\">", true},
        {"RDF with a declaration", "<?xml version=\"1.0\"?>\n<rdf:RDF xmlns:rdf=\"x\">", true},
        {"Atom behind comment and instruction", "\xEF\xBB\xBF<?xml?><!-- <html> --><?style x?>\n<feed>", true},
        {"a document type", "<!DOCTYPE rss PUBLIC \"a\" \"b\"><rss>", true},
        {"a sitemap", "<urlset xmlns='x'>", true},
        {"an index", "<sitemapindex>", true},
        {"a page", "<!DOCTYPE html><html><body><rss>", false},
        {"text", "The rss of today", false},
        {"text in brackets", "<rssfeed>", false},
        {"nothing", "", false},
        {"a comment without an end", "<!-- <rss>", false},
        {"JSON", "{\"title\": \"<rss>\"}", false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].why, dem_feed_probe(dem_str_from(CASES[i].head)), CASES[i].feed);
    check_int("two bytes a character", dem_feed_probe(DEM_STR("\xFF\xFE<\0r\0s\0s\0>\0")), true);
    check_int("two bytes, no mark", dem_feed_probe(DEM_STR("\0<\0r\0s\0s\0>")), true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_probe)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

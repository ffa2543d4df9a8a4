/* What a feed told of a page, in the header of its record: warc/told.h. */
#include "../base/check.h"
#include "warc/told.h"

static void test_there_and_back(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_buf b = {0};
    dem_warc_told told = {DEM_STR("https://news.example/feed"),
                          DEM_STR("Caf\xC3\xA9: a title"),
                          DEM_STR("A. Writer"),
                          DEM_STR("News"),
                          DEM_STR("2025-03-18"),
                          DEM_STR("en")};
    dem_buf_addz(&b, "WARC/1.1\r\n");
    dem_warc_told_add(&b, &told);
    dem_buf_addz(&b, "\r\n");
    dem_fields f = dem_fields_parse(&a, dem_buf_str(&b));
    dem_warc_told got = dem_warc_told_of(&f);
    check_str("feed", got.feed, "https://news.example/feed");
    check_str("title", got.title, "Caf\xC3\xA9: a title");
    check_str("author", got.author, "A. Writer");
    check_str("publisher", got.publisher, "News");
    check_str("published", got.published, "2025-03-18");
    check_str("language", got.language, "en");
    dem_buf_release(&b);
    dem_arena_release(&a);
}

static void test_left_out(void **state)
{
    (void)state;
    static char large[9000];
    memset(large, 'a', sizeof large);
    static const struct {
        const char *why;
        dem_str title;
    } CASES[] = {
        {"unknown", {NULL, 0}},
        {"a line end", {"a\r\nWARC-Type: warcinfo", 23}},
        {"a control character", {"a\x01", 2}},
        {"a NUL", {"a\0b", 3}},
        {"not UTF-8", {"caf\xE9", 4}},
        {"too long", {large, sizeof large}},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf b = {0};
        dem_buf_addz(&b, "");
        dem_warc_told_add(&b, &(dem_warc_told){.title = CASES[i].title, .language = DEM_STR("en")});
        check_str(CASES[i].why, dem_buf_str(&b), "Feed-Language: en\r\n");
        dem_buf_release(&b);
    }
    dem_buf b = {0};
    dem_warc_told_add(&b, NULL);
    check_int("nothing told", (long long)b.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_left_out)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

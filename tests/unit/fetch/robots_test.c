/* robots.txt: fetch/robots.h. */
#include "../base/check.h"
#include "base/buf.h"
#include "fetch/robots.h"

static void test_rules(void **state)
{
    (void)state;
    static const struct {
        const char *why, *file, *target;
        bool allowed;
    } CASES[] = {
        {"an empty file", "", "/a", true},
        {"a page of HTML", "<!DOCTYPE html>\n<p>Disallow: /</p>\n", "/a", true},
        {"all is forbidden", "User-agent: *\nDisallow: /\n", "/a", false},
        {"the file itself never is", "User-agent: *\nDisallow: /\n", "/robots.txt", true},
        {"nothing is forbidden", "User-agent: *\nDisallow:\n", "/a", true},
        {"a folder", "User-agent: *\nDisallow: /a/\n", "/a/b", false},
        {"not that folder", "User-agent: *\nDisallow: /a/\n", "/a", true},
        {"the case of keys", "USER-AGENT: *\ndisallow : /a\n", "/a", false},
        {"the case of paths", "User-agent: *\nDisallow: /a\n", "/A", true},
        {"our group", "User-agent: *\nDisallow: /\n\nUser-agent: Demarche\nAllow: /\n", "/a", true},
        {"our group with a version", "User-agent: demarche/2.0\nDisallow: /\n", "/a", false},
        {"a longer name is another", "User-agent: demarcher\nDisallow: /\n", "/a", true},
        {"our group takes all that is for us",
         "User-agent: demarche\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\n\n"
         "User-agent: demarche\nDisallow: /b\n",
         "/b", false},
        {"not what is for others", "User-agent: x\nDisallow: /\n", "/a", true},
        {"several names before the rules", "User-agent: x\nUser-agent: demarche\nDisallow: /\n", "/a", false},
        {"names end with the first rule", "User-agent: demarche\nDisallow: /a\nUser-agent: x\nDisallow: /b\n",
         "/b", true},
        {"other lines do not end the names",
         "User-agent: demarche\nSitemap: https://x.example/\nUser-agent: x\n"
         "Disallow: /\n",
         "/a", false},
        {"our empty group opens", "User-agent: *\nDisallow: /\nUser-agent: demarche\nDisallow:\n", "/a", true},
        {"the longest rule", "User-agent: *\nDisallow: /a\nAllow: /a/b\n", "/a/b/c", true},
        {"the longest rule, the other way", "User-agent: *\nAllow: /a\nDisallow: /a/b\n", "/a/b/c", false},
        {"allow wins a tie", "User-agent: *\nDisallow: /a\nAllow: /a\n", "/a", true},
        {"allow wins a tie in any order", "User-agent: *\nAllow: /a\nDisallow: /a\n", "/a", true},
        {"a star", "User-agent: *\nDisallow: /*.pdf\n", "/x/y.pdf?z", false},
        {"an end", "User-agent: *\nDisallow: /*.pdf$\n", "/x/y.pdf?z", true},
        {"an end that is there", "User-agent: *\nDisallow: /*.pdf$\n", "/x.pdf/y.pdf", false},
        {"an end without a star", "User-agent: *\nDisallow: /a$\n", "/a", false},
        {"an end without a star, more follows", "User-agent: *\nDisallow: /a$\n", "/ab", true},
        {"stars", "User-agent: *\nDisallow: /*a*b*c\n", "/xaxbxc", false},
        {"stars in order", "User-agent: *\nDisallow: /*a*b*c\n", "/xcxbxa", true},
        {"a star at the end", "User-agent: *\nDisallow: /a*\n", "/ab", false},
        {"a star before the end", "User-agent: *\nDisallow: /a*$\n", "/ab", false},
        {"a piece is not used twice", "User-agent: *\nDisallow: /a*a$\n", "/a", true},
        {"a dollar within", "User-agent: *\nDisallow: /a$b\n", "/a$b", false},
        {"percent signs that mean nothing", "User-agent: *\nDisallow: /%7Ejoe\n", "/~joe", false},
        {"percent signs that do", "User-agent: *\nDisallow: /a%2fb\n", "/a/b", true},
        {"small and large digits", "User-agent: *\nDisallow: /a%2fb\n", "/a%2Fb", false},
        {"letters beyond ASCII", "User-agent: *\nDisallow: /caf\xC3\xA9\n", "/caf%c3%a9", false},
        {"a query", "User-agent: *\nDisallow: /*?print=\n", "/a?print=1", false},
        {"a comment", "User-agent: * # all\nDisallow: /a # not b\n", "/a", false},
        {"ends of lines", "User-agent: *\rDisallow: /a\r\nDisallow: /b", "/b", false},
        {"a mark at the head", "\xEF\xBB\xBFUser-agent: *\nDisallow: /a\n", "/a", false},
        {"a rule before any name", "Disallow: /\nUser-agent: *\nDisallow: /b\n", "/a", true},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_arena a = {0};
        dem_robots r = dem_robots_read(&a, dem_str_from(CASES[i].file), DEM_STR("demarche"));
        check_int(CASES[i].why, dem_robots_allows(&r, dem_str_from(CASES[i].target)), CASES[i].allowed);
        dem_arena_release(&a);
    }
    check_int("closed for now", dem_robots_allows(&(dem_robots){.closed = true}, DEM_STR("/")), false);
}

static void test_delay(void **state)
{
    (void)state;
    static const struct {
        const char *why, *file;
        int delay;
    } CASES[] = {
        {"none", "User-agent: *\nDisallow: /a\n", 0},
        {"seconds", "User-agent: *\nCrawl-delay: 2\n", 2000},
        {"a fraction", "User-agent: *\nCrawl-delay: 0.5\n", 500},
        {"more than is honoured", "User-agent: *\nCrawl-delay: 86400\n", DEM_ROBOTS_MAX_DELAY},
        {"nonsense", "User-agent: *\nCrawl-delay: often\n", 0},
        {"below nothing", "User-agent: *\nCrawl-delay: -4\n", 0},
        {"no number", "User-agent: *\nCrawl-delay: nan\n", 0},
        {"without end", "User-agent: *\nCrawl-delay: inf\n", DEM_ROBOTS_MAX_DELAY},
        {"ours", "User-agent: *\nCrawl-delay: 9\nUser-agent: demarche\nCrawl-delay: 1\n", 1000},
        {"a delay is a rule", "User-agent: x\nCrawl-delay: 9\nUser-agent: demarche\nDisallow: /a\n", 0},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].why, dem_robots_read(&a, dem_str_from(CASES[i].file), DEM_STR("demarche")).delay,
                  CASES[i].delay);
    dem_arena_release(&a);
}

static void test_product(void **state)
{
    (void)state;
    check_str("name", dem_robots_product(DEM_STR("demarche/0.1 (+https://x.example)")), "demarche");
    check_str("letters", dem_robots_product(DEM_STR("My-Bot_x2")), "My-Bot_x");
    check_str("none", dem_robots_product(DEM_STR("(x)")), "");
}

/* What lies behind the limit is not read, nor is the line that it cuts. */
static void test_size(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_buf b = {0};
    dem_buf_addz(&b, "User-agent: *\nDisallow: /a\n");
    while (b.n < DEM_ROBOTS_MAX_BYTES - 12) dem_buf_addc(&b, '\n');
    dem_buf_addz(&b, "Disallow: /bcd\nDisallow: /e\n");
    dem_robots r = dem_robots_read(&a, dem_buf_str(&b), DEM_STR("demarche"));
    check_int("before", dem_robots_allows(&r, DEM_STR("/a")), false);
    check_int("cut", dem_robots_allows(&r, DEM_STR("/bcd")), true);
    check_int("behind", dem_robots_allows(&r, DEM_STR("/e")), true);
    dem_buf_release(&b);
    dem_arena_release(&a);
}

/* Patterns made to be slow, against an address made for them. */
static void test_hostile(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_buf b = {0};
    dem_buf_addz(&b, "User-agent: *\n");
    while (b.n < DEM_ROBOTS_MAX_BYTES) {
        dem_buf_addz(&b, "Disallow: /*aaaa*aaaa*aaaa*aaaa*aaaa");
        for (int i = 0; i < 100; i++) dem_buf_addz(&b, "aaaaaaaaaa");
        dem_buf_addz(&b, "b\n");
    }
    dem_robots r = dem_robots_read(&a, dem_buf_str(&b), DEM_STR("demarche"));
    char target[8192];
    memset(target, 'a', sizeof target);
    target[0] = '/';
    check_int("allowed", dem_robots_allows(&r, (dem_str){target, sizeof target}), true);
    dem_buf_release(&b);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_rules), cmocka_unit_test(test_delay),
                                       cmocka_unit_test(test_product), cmocka_unit_test(test_size),
                                       cmocka_unit_test(test_hostile)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What a parser is told of a feed's bytes: feed/encoding.h. */
#include "../base/check.h"
#include "feed/encoding.h"

static void test_encoding(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out, *encoding;
    } CASES[] = {
        {"nothing said", "<rss/>", "<rss/>", "UTF-8"},
        {"a mark and blanks", "\xEF\xBB\xBF \n<rss/>", "<rss/>", "UTF-8"},
        {"blanks before the declaration", "\n<?xml version='1.0'?><rss/>", "<?xml version='1.0'?><rss/>",
         "UTF-8"},
        {"nothing said, no UTF-8", "<a>\x92</a>", "<a>\x92</a>", "windows-1252"},
        {"said UTF-8, is not", "<?xml encoding=\"utf-8\"?><a>\xFF</a>",
         "<?xml encoding=\"utf-8\"?><a>\xEF\xBF\xBD</a>", "UTF-8"},
        {"said Latin, is UTF-8", "<?xml encoding='ISO-8859-1'?><a>\xC3\xA9</a>",
         "<?xml encoding='ISO-8859-1'?><a>\xC3\xA9</a>", "UTF-8"},
        {"said Latin", "<?xml encoding = 'ISO-8859-1'?><a>\x92</a>",
         "<?xml encoding = 'ISO-8859-1'?><a>\x92</a>", "windows-1252"},
        {"another one", "<?xml encoding='windows-1251'?><a>\xCF</a>",
         "<?xml encoding='windows-1251'?><a>\xCF</a>", NULL},
        {"a declaration that does not end", "<?xml encoding='", "<?xml encoding='", "UTF-8"},
        {"blanks only", " \n", "", "UTF-8"},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        const char *encoding = "?";
        check_str(CASES[i].why, dem_feed_encoding(&a, dem_str_from(CASES[i].in), &encoding), CASES[i].out);
        check_str(CASES[i].why, dem_str_from(encoding), CASES[i].encoding ? CASES[i].encoding : "");
    }
    dem_arena_release(&a);
}

static void test_ampersands(void **state)
{
    (void)state;
    static const char *const CASES[][3] = {
        {"references", "&amp;&#38;&#x26;&nosuch;", "&amp;&#38;&#x26;&nosuch;"},
        {"none", "AT&T &; && &#; &#x; &#12a; & &",
         "AT&amp;T &amp;; &amp;&amp; &amp;#; &amp;#x; &amp;#12a; &amp; &amp;"},
        {"in CDATA", "&<![CDATA[&]]>&", "&amp;<![CDATA[&]]>&amp;"},
        {"in a comment", "&<!-- & -->&", "&amp;<!-- & -->&amp;"},
        {"CDATA without an end", "&<![CDATA[&", "&amp;<![CDATA[&"},
        {"nothing", "", ""},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i][0], dem_feed_ampersands(&a, dem_str_from(CASES[i][1])), CASES[i][2]);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_encoding), cmocka_unit_test(test_ampersands)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

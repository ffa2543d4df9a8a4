/* Ampersands that nobody escaped: feed/ampersand.h. */
#include "../base/check.h"
#include "feed/ampersand.h"

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
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_ampersands)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

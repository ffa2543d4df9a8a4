/* Lines of plain text: feed/plain.h. */
#include "../base/check.h"
#include "feed/plain.h"

static void test_line(void **state)
{
    (void)state;
    dem_arena a = {0};
    check_str("blanks", dem_feed_line(&a, DEM_STR(" Minister \n\t resigns\xC2\xA0today "), 100),
              "Minister resigns today");
    check_str("markup stays", dem_feed_line(&a, DEM_STR("a <b> &amp;"), 100), "a <b> &amp;");
    check_str("cut at a character", dem_feed_line(&a, DEM_STR("ab\xC3\xA9z"), 3), "ab");
    check_str("cut before a word, without the blank", dem_feed_line(&a, DEM_STR("ab  c"), 3), "ab");
    check_str("bad bytes", dem_feed_line(&a, DEM_STR("a\xFFz"), 100), "a\xEF\xBF\xBDz");
    check_str("blanks only", dem_feed_line(&a, DEM_STR(" \n "), 100), "");
    dem_arena_release(&a);
}

static void test_unmark(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
    } CASES[] = {
        {"tags", "<b>Ministers</b> meet<br/>again", "Ministers meet again"},
        {"names", "Talks&nbsp;on caf&eacute; &amp; bar &lt;now&gt;", "Talks on caf\xC3\xA9 & bar <now>"},
        {"numbers", "Don&#8217;t &#x2014; he said", "Don\xE2\x80\x99t \xE2\x80\x94 he said"},
        {"no reference", "R&D, A & B; &nosuch; &#; &#x; &#xFFFFFFFFF;",
         "R&D, A & B; &nosuch; &#; &#x; &#xFFFFFFFFF;"},
        {"no tag", "1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
        {"a tag that does not end", "Premier <b says", "Premier <b says"},
        {"a comment", "a<!-- hidden -->z", "a z"},
        {"empty", "", ""},
        {"an ampersand at the end", "AT&", "AT&"},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].why, dem_feed_unmark(&a, dem_str_from(CASES[i].in), 1000), CASES[i].out);
    dem_arena_release(&a);
}

/* A million open brackets must not be looked through a million times. */
static void test_brackets(void **state)
{
    (void)state;
    enum { MANY = 1000000 };
    dem_arena a = {0};
    char *s = dem_arena_alloc(&a, MANY);
    for (size_t i = 0; i < MANY; i++) s[i] = i % 2 ? 'a' : '<';
    check_int("cut", (long long)dem_feed_unmark(&a, (dem_str){s, MANY}, MANY).n, MANY);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_line), cmocka_unit_test(test_unmark),
                                       cmocka_unit_test(test_brackets)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Tokens: where English treebanks cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buf.h"
#include "lang/token.h"

static const struct {
    const char *why, *text, *tokens;
} CASES[] = {
    {"a title keeps its stop", "Gen. Sisi left.", "Gen.|Sisi|left|."},
    {"a possessive is a token", "Iran's envoy", "Iran|'s|envoy"},
    {"a curly possessive too", "China’s envoy", "China|’s|envoy"},
    {"a plural possessive", "the states' envoys", "the|states|'|envoys"},
    {"n't is cut before the n", "They don't and can't.", "They|do|n't|and|ca|n't|."},
    {"with a curly apostrophe", "It won’t.", "It|wo|n’t|."},
    {"in capitals", "WE DON'T", "WE|DO|N'T"},
    {"two contractions", "They'd've", "They|'d|'ve"},
    {"cannot is two", "He cannot go", "He|can|not|go"},
    {"an apostrophe within a name stays", "O'Brien met Sha'ban", "O'Brien|met|Sha'ban"},
    {"a decimal is no break", "rose 3.5 percent", "rose|3.5|percent"},
    {"thousands", "1,000 troops", "1,000|troops"},
    {"a currency sign stands alone", "$61 million", "$|61|million"},
    {"a country before the dollar", "paid 5%.", "paid|5|%|."},
    {"an acronym keeps its stops", "the U.S. army", "the|U.S.|army"},
    {"at the end too", "in the U.S.", "in|the|U.S."},
    {"a time of day", "at 5 a.m. on Monday", "at|5|a.m.|on|Monday"},
    {"an initial", "Donald J. Trump", "Donald|J.|Trump"},
    {"a lone letter at the end loses the stop", "vitamin C.", "vitamin|C|."},
    {"No. links to a number", "No. 5 is here", "No.|5|is|here"},
    {"a hyphen is a token", "the U.S.-led force", "the|U.S.|-|led|force"},
    {"three parts", "state-of-the-art", "state|-|of|-|the|-|art"},
    {"a prefix keeps it", "anti-government co-operation", "anti-government|co-operation"},
    {"a noun with its particle keeps it", "two cease-fires, a sit-in and a live-fire drill",
     "two|cease-fires|,|a|sit-in|and|a|live|-|fire|drill"},
    {"a range of numbers", "5-10 dead", "5|-|10|dead"},
    {"a telephone number stays", "call 713-853-3989 now", "call|713-853-3989|now"},
    {"a date with slashes stays", "on 11/28/2000", "on|11/28/2000"},
    {"letters with a slash do not", "and/or", "and|/|or"},
    {"a web address stays", "see http://example.org/a-b?c=d.", "see|http://example.org/a-b?c=d|."},
    {"a mail address stays", "write to a.b-c@example.org, please", "write|to|a.b-c@example.org|,|please"},
    {"curly quotes", "“Stop,” he said.", "“|Stop|,|”|he|said|."},
    {"a dash without blanks", "talks—the first—began", "talks|—|the|first|—|began"},
    {"two hyphens", "talks--the first", "talks|--|the|first"},
    {"dots of omission", "Well... no", "Well|...|no"},
    {"marks in a row", "Really?!", "Really|?!"},
    {"brackets", "(see [above])", "(|see|[|above|]|)"},
    {"an ordinal and a decade", "the 20th, in the 1970s.", "the|20th|,|in|the|1970s|."},
    {"a short decade", "the '90s", "the|'90s"},
    {"a unit", "35mm and 11am", "35|mm|and|11|am"},
    {"glued words stay one token", "met Zelenskythey said", "met|Zelenskythey|said"},
    {"a lost blank after a stop", "held talks.He left", "held|talks|.|He|left"},
    {"a stop within", "other countries. amid", "other|countries|.|amid"},
    {"letters beyond ASCII", "Erdoğan’s Łódź", "Erdoğan|’s|Łódź"},
    {"no-break spaces part words", "5\u00a0000\u00a0men", "5|000|men"},
    {"ampersand within", "AT&T and P&L", "AT&T|and|P&L"},
    {"only marks", "... -- !!!", "...|--|!!!"},
    {"nothing", "", ""},
    {"only blanks", " \t\n ", ""},
};

static void cuts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        dem_arena a;
        dem_buf got = {0};
        uint32_t n;
        dem_str text = dem_str_from(CASES[i].text);
        dem_arena_init(&a, 0);
        dem_token *tok = dem_tokenise(&a, text, 0, (uint32_t)text.n, &n);
        dem_buf_addz(&got, "");
        for (uint32_t k = 0; k < n; k++) {
            if (k) dem_buf_addc(&got, '|');
            dem_buf_add(&got, tok[k].form);
        }
        if (!dem_str_is(dem_buf_str(&got), CASES[i].tokens))
            fail_msg("%s: got %s, expected %s", CASES[i].why, got.p ? got.p : "", CASES[i].tokens);
        dem_buf_release(&got);
        dem_arena_release(&a);
    }
}

static void tells_where_white_space_follows(void **state)
{
    (void)state;
    dem_arena a;
    uint32_t n;
    dem_arena_init(&a, 0);
    dem_token *tok = dem_tokenise(&a, DEM_STR("x Iran's y z"), 2, 10, &n);
    assert_int_equal(n, 3);
    assert_int_equal(tok[0].start, 2);
    assert_int_equal(tok[0].end, 6);
    assert_false(tok[0].space_after);
    assert_true(tok[1].space_after);
    assert_true(tok[2].space_after);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts),
                                       cmocka_unit_test(tells_where_white_space_follows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Sentences: where they end and where they go on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buf.h"
#include "lang/lang.h"

#define LINE "The ministers of both countries met in the capital on Monday to\n"

static const struct {
    const char *why, *text, *sentences; /* parted by | */
} CASES[] = {
    {"two", "He came. She left.", "He came.|She left."},
    {"a title", "Gen. Sisi met Mr. Putin. They spoke.", "Gen. Sisi met Mr. Putin.|They spoke."},
    {"an acronym within", "The U.S. President spoke.", "The U.S. President spoke."},
    {"an acronym at the end", "He left the U.S. The trip was short.", "He left the U.S.|The trip was short."},
    {"an initial", "Donald J. Trump spoke. He left.", "Donald J. Trump spoke.|He left."},
    {"a month", "On Jan. 5 it began. It ended on Feb. 6.", "On Jan. 5 it began.|It ended on Feb. 6."},
    {"No. with and without number", "It was No. 5. He said no. She left.",
     "It was No. 5.|He said no.|She left."},
    {"a firm", "Acme Inc. Chairman Roe spoke.", "Acme Inc. Chairman Roe spoke."},
    {"the closing quote belongs to it", "“We agree.” They left.", "“We agree.”|They left."},
    {"straight quotes", "\"We agree.\" They left.", "\"We agree.\"|They left."},
    {"a quoted question and who asked", "“Why now?” asked the minister. “Why?”",
     "“Why now?” asked the minister.|“Why?”"},
    {"the speaker named first", "“Why now?” Foreign Minister Roe asked. He left.",
     "“Why now?” Foreign Minister Roe asked.|He left."},
    {"a quotation that is a sentence", "“Why now?” The talks ended.", "“Why now?”|The talks ended."},
    {"speech goes on after a comma", "“… under your leadership,\" Roe told Doe. He smiled.",
     "“… under your leadership,\" Roe told Doe.|He smiled."},
    {"a stray stop", "talks with other countries. amid sanctions they go on.",
     "talks with other countries. amid sanctions they go on."},
    {"a fragment after a stop", "They are considering it. support the war effort.",
     "They are considering it.|support the war effort."},
    {"a lost blank", "They held talks.He left.", "They held talks.|He left."},
    {"no lost blank in an address", "See Example.Com for more.", "See Example.Com for more."},
    {"a decimal", "It rose 3.5 percent. It fell.", "It rose 3.5 percent.|It fell."},
    {"omission goes on", "He said ... nothing. Then he left.", "He said ... nothing.|Then he left."},
    {"omission with blanks", "He said [. . .] nothing. Then he left.",
     "He said [. . .] nothing.|Then he left."},
    {"brackets belong to it", "They left (at last.) The room was empty.",
     "They left (at last.)|The room was empty."},
    {"a newline after a stop", "It ended.\nthe rest followed.", "It ended.|the rest followed."},
    {"a heading", "Talks end\nThe talks ended.", "Talks end|The talks ended."},
    {"a broken line", LINE "discuss trade. They agreed.", LINE "discuss trade.|They agreed."},
    {"a name over a broken line",
     LINE "discuss trade and the future of the region with President\nRoe. They agreed.",
     LINE "discuss trade and the future of the region with President\nRoe.|They agreed."},
    {"a stop at a broken line's end",
     LINE "discuss trade and the future of the region that both share.\nThey agreed to meet again.",
     LINE "discuss trade and the future of the region that both share.|They agreed to meet again."},
    {"an empty line always parts", "the ministers of both countries met in the capital on\n\nmonday",
     "the ministers of both countries met in the capital on|monday"},
    {"carriage returns", "It ended.\r\n\r\nIt began.\r\n", "It ended.|It began."},
    {"a numbered item", "1. Trade is free.\n2. Peace is good.", "1. Trade is free.|2. Peace is good."},
    {"a footnote mark", "The bloc has 27 members.[6][12] It was founded in 1993.",
     "The bloc has 27 members.[6][12]|It was founded in 1993."},
    {"a footnote mark behind a blank", "The bloc has 27 members. [6] It grew.",
     "The bloc has 27 members. [6]|It grew."},
    {"a footnote mark at the end", "It grew.[6]", "It grew.[6]"},
    {"chat has no capitals", "why would he do that? nobody knows", "why would he do that?|nobody knows"},
    {"but a question within goes on", "The question is why now? and he knows it.",
     "The question is why now? and he knows it."},
    {"about a year", "He was born in c. 1818 in London. He died.", "He was born in c. 1818 in London.|He died."},
    {"marks in a row", "Really?! Yes.", "Really?!|Yes."},
    {"nothing", "", ""},
    {"blanks", " \n\n \t", ""},
    {"only marks", "...", "..."},
};

static void cuts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        dem_arena a;
        dem_buf got = {0};
        dem_sentence *s;
        uint32_t n;
        dem_report r = {.text = dem_str_from(CASES[i].text)};
        dem_arena_init(&a, 0);
        dem_split(&a, &r, &s, &n);
        dem_buf_addz(&got, "");
        for (uint32_t k = 0; k < n; k++) {
            if (k) dem_buf_addc(&got, '|');
            dem_buf_add(&got, dem_str_sub(r.text, s[k].start, s[k].end));
            assert_int_equal(s[k].number, k);
        }
        if (!dem_str_is(dem_buf_str(&got), CASES[i].sentences))
            fail_msg("%s: got %s, expected %s", CASES[i].why, got.p ? got.p : "", CASES[i].sentences);
        dem_buf_release(&got);
        dem_arena_release(&a);
    }
}

static void zones_are_borders(void **state)
{
    (void)state;
    dem_arena a;
    dem_sentence *s;
    uint32_t n;
    dem_zone zone[] = {{4, 12, DEM_ZONE_PAYWALL}};
    dem_report r = {.text = DEM_STR("one subscribe two\n\nthree"), .zones = zone, .n_zones = 1};
    dem_arena_init(&a, 0);
    dem_split(&a, &r, &s, &n);
    assert_int_equal(n, 4);
    assert_int_equal(s[0].zone, DEM_ZONE_BODY);
    assert_int_equal(s[1].zone, DEM_ZONE_PAYWALL);
    assert_int_equal(s[1].start, 4);
    assert_int_equal(s[1].end, 12);
    assert_int_equal(s[2].zone, DEM_ZONE_BODY);
    assert_int_equal(s[3].start, 19);
    assert_true(s[3].paragraph > s[2].paragraph);
    dem_arena_release(&a);
}

/* However long the text without a stop, no sentence has more tokens than the parser takes. */
static void monsters_are_cut(void **state)
{
    (void)state;
    dem_arena a;
    dem_buf b = {0};
    dem_sentence *s;
    uint32_t n, at = 0;
    for (int i = 0; i < 3000; i++) dem_buf_addz(&b, i % 40 ? "word " : "word, ");
    dem_report r = {.text = dem_buf_str(&b)};
    dem_arena_init(&a, 0);
    dem_split(&a, &r, &s, &n);
    assert_true(n >= 8);
    for (uint32_t k = 0; k < n; k++) {
        assert_true(s[k].end - s[k].start < 5 * DEM_MAX_TOKENS + 20);
        for (; at < s[k].start; at++) assert_int_equal(b.p[at], ' ');
        at = s[k].end;
    }
    dem_buf_release(&b);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts), cmocka_unit_test(zones_are_borders),
                                       cmocka_unit_test(monsters_are_cut)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

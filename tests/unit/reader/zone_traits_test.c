/* What the place of a line shows: zone_traits_find of reader/zone_traits.h. */
#include "zone_sample.h"

#define RUNNING                                                                                                \
    "The minister of Freedonia arrived in the capital on Monday for talks on trade with his guests.\n"

static const char TEXT[] = "Fishermen block the harbour\n"
                           "\n" RUNNING RUNNING "A short line\n" RUNNING "\n"
                           "Top stories\n"
                           "One title of another report\n"
                           "Two titles of other reports\n"
                           "A short line\n";

enum { TITLE, FIRST, SECOND, SHORT, THIRD, OPENER, ONE, TWO, AGAIN, N };

static const struct {
    unsigned line, trait;
    bool wanted;
} CASES[] = {
    {TITLE, ZT_first, true},      {FIRST, ZT_second, true},       {AGAIN, ZT_last, true},
    {TWO, ZT_last_but_one, true}, {TITLE, ZT_gap_both, true},     {FIRST, ZT_gap_before, true},
    {THIRD, ZT_gap_after, true},  {SECOND, ZT_no_gap, true},      {SHORT, ZT_repeated, true},
    {AGAIN, ZT_repeated, true},   {ONE, ZT_repeated, false},      {SHORT, ZT_between, true},
    {ONE, ZT_between, false},     {SHORT, ZT_prev_running, true}, {SHORT, ZT_next_running, true},
    {TWO, ZT_row, true},          {SHORT, ZT_row, false},         {ONE, ZT_prev_opens, true},
    {TWO, ZT_prev_opens, false},  {TWO, ZT_after_opens, true},    {SHORT, ZT_after_opens, false},
    {FIRST, ZT_run_0, true},      {SHORT, ZT_run_1, true},        {TITLE, ZT_run_1, true},
    {OPENER, ZT_run_7, true},     {TITLE, ZT_before_0, true},     {SECOND, ZT_before_40, true},
    {THIRD, ZT_before_40, true},  {OPENER, ZT_behind_0, true},    {SHORT, ZT_behind_40, true},
    {AGAIN, ZT_near_2, true},     {ONE, ZT_text_half, true},      {ONE, ZT_kin_0, true},
    {SECOND, ZT_kin_more, true},
};

static void test_places(void **state)
{
    (void)state;
    dem_arena a = {0};
    zone_units us = sample_lines(&a, TEXT);
    const zone_traits *t = zone_traits_find(&a, us);
    check_int("lines", us.n, N);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char why[64];
        snprintf(why, sizeof why, "case %zu, line %u", i, CASES[i].line);
        check_int(why, zone_trait_has(&t[CASES[i].line], CASES[i].trait), CASES[i].wanted);
    }
    dem_arena_release(&a);
}

/* Each measure falls into one of its steps. */
static void test_steps(void **state)
{
    (void)state;
    static const struct {
        unsigned first, last;
    } ROWS[] = {{ZT_words_1, ZT_words_more},   {ZT_run_0, ZT_run_more},   {ZT_before_0, ZT_before_more},
                {ZT_behind_0, ZT_behind_more}, {ZT_near_0, ZT_near_more}, {ZT_text_sparse, ZT_text_full},
                {ZT_gap_both, ZT_no_gap},      {ZT_always, ZT_always}};
    dem_arena a = {0};
    zone_units us = sample_lines(&a, TEXT);
    const zone_traits *t = zone_traits_find(&a, us);
    for (uint32_t i = 0; i < us.n; i++)
        for (size_t r = 0; r < COUNT(ROWS); r++) {
            unsigned set = 0;
            for (unsigned k = ROWS[r].first; k <= ROWS[r].last; k++) set += zone_trait_has(&t[i], k);
            check_int("one step of a row", set, 1);
        }
    dem_arena_release(&a);
}

static void test_nothing(void **state)
{
    (void)state;
    dem_arena a = {0};
    zone_units us = sample_lines(&a, " \n\n");
    check_int("no line", us.n, 0);
    zone_traits_find(&a, us);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_places), cmocka_unit_test(test_steps),
                                       cmocka_unit_test(test_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

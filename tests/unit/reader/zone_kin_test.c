/* How much of a line the report speaks of too: zone_kin of reader/zone_traits.h. */
#include "zone_sample.h"

static void test_shares(void **state)
{
    (void)state;
    dem_arena a = {0};
    zone_units us = sample_lines(
        &a, "The fishermen of Freedonia blocked the harbour of the capital for a second day on Tuesday.\n"
            "Fishermen blocked harbour\n"
            "Fishermen dance in theatres tonight\n"
            "Recipes: twelve soups without onions\n"
            "A day at sea\n"
            "Ministers said that the harbour must be open again by noon, or the army would come.\n");
    const int8_t *kin = zone_kin(&a, us);
    check_int("lines", us.n, 6);
    check_int("all of its longer words", kin[1], 100);
    check_int("one in three", kin[2], 33);
    check_int("none", kin[3], 0);
    check_int("no longer word", kin[4], -1);
    check_int("a running line is not held against itself", kin[5], 50);
    dem_arena_release(&a);
}

static void test_no_running_text(void **state)
{
    (void)state;
    dem_arena a = {0};
    zone_units us = sample_lines(&a, "Harbour blocked\nHarbour blocked\n");
    const int8_t *kin = zone_kin(&a, us);
    for (uint32_t i = 0; i < us.n; i++) check_int("nothing to be kin to", kin[i], 0);
    dem_arena_release(&a);
}

/* Many different words must all find their place. */
static void test_many_words(void **state)
{
    (void)state;
    enum { LINES = 2000 };
    dem_arena a = {0};
    char *text = dem_arena_array(&a, char, LINES * 96 + 1);
    size_t n = 0;
    for (int i = 0; i < LINES; i++)
        n += (size_t)snprintf(text + n, 96, "%s number%d village%d%s\n", i % 2 ? "A" : "The minister spoke of",
                              i / 2, i / 2, i % 2 ? "" : " in words of his own.");
    zone_units us = sample_lines(&a, text);
    const int8_t *kin = zone_kin(&a, us);
    for (uint32_t i = 0; i < us.n; i++)
        check_int("all words of a title, one in three of running text", kin[i], i % 2 ? 100 : 33);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_shares), cmocka_unit_test(test_no_running_text),
                                       cmocka_unit_test(test_many_words)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

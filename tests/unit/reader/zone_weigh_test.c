/* Which lines are debris by their scores: zone_decide, zone_weigh and zone_traits_sum of reader/zone_traits.h. */
#include "zone_sample.h"

#define RUNNING                                                                                                \
    "The minister of Freedonia arrived in the capital on Monday for talks on trade with his guests.\n"

static void test_sum(void **state)
{
    (void)state;
    int16_t weight[ZT_COUNT] = {0};
    zone_traits t = {0};
    weight[0] = 5, weight[70] = -300, weight[ZT_COUNT - 1] = 1000, weight[3] = 77;
    check_int("no trait", zone_traits_sum(&t, weight), 0);
    zone_trait_set(&t, 0);
    zone_trait_set(&t, 70);
    zone_trait_set(&t, ZT_COUNT - 1);
    check_int("three traits", zone_traits_sum(&t, weight), 705);
}

/* Two lines by themselves between paragraphs; what becomes of them with these scores. */
static void check_pair(const char *why, const char *first, int score, int other, bool one, bool two)
{
    dem_arena a = {0};
    char text[512];
    snprintf(text, sizeof text,
             RUNNING RUNNING
             "%s\nAn entry of a list that the page shows between two of its paragraphs\n" RUNNING,
             first);
    zone_units us = sample_lines(&a, text);
    check_int(why, us.n, 5);
    int scores[5] = {-2000, -2000, score, other, -2000};
    const bool *noise = zone_decide(&a, us, scores);
    check_int(why, noise[2], one);
    check_int(why, noise[3], two);
    check_int(why, noise[0] || noise[1] || noise[4], false);
    dem_arena_release(&a);
}

static void test_limits(void **state)
{
    (void)state;
    const char *title = "Another entry of that list with quite a number of words in it";
    check_pair("both report", title, -ZONE_ONE, -ZONE_ONE, false, false);
    check_pair("a little likelier debris stays", title, ZONE_ONE, -ZONE_ONE, false, false);
    check_pair("far likelier debris goes", title, 2 * ZONE_ONE, -ZONE_ONE, true, false);
    check_pair("the next goes sooner", title, 2 * ZONE_ONE, ZONE_ONE, true, true);
    check_pair("the one before too", title, ZONE_ONE, 2 * ZONE_ONE, true, true);
    check_pair("more is asked of a sentence", "The other side answered soon in words of its own.", 2 * ZONE_ONE,
               -ZONE_ONE, false, false);
    check_pair("but not everything", "The other side answered soon in words of its own.", 3 * ZONE_ONE,
               -ZONE_ONE, true, false);
    check_pair("what a rule names stays named", "Subscribe", -9 * ZONE_ONE, -ZONE_ONE, true, false);
}

static dem_zone_kind kind_between(const char *line)
{
    dem_arena a = {0};
    char text[1024];
    snprintf(text, sizeof text, RUNNING RUNNING RUNNING "%s\n" RUNNING RUNNING, line);
    zone_units us = sample_lines(&a, text);
    zone_weigh(&a, us);
    dem_zone_kind kind = us.at[3].kind;
    for (uint32_t i = 0; i < us.n; i++)
        if (i != 3) check_int("the report", us.at[i].kind, DEM_ZONE_BODY);
    dem_arena_release(&a);
    return kind;
}

/* With the weights as they are. */
static void test_weights(void **state)
{
    (void)state;
    check_int("a credit", kind_between("Two fishing boats leave the harbour.Credit: Jane Doe"),
              DEM_ZONE_CAPTION);
    check_int("cookies", kind_between("We and our partners use cookies on this website. Accept all"),
              DEM_ZONE_BOILERPLATE);
    check_int("report", kind_between("Fishermen blocked the harbour of the capital for two days."),
              DEM_ZONE_BODY);
    check_int("a quotation", kind_between("\"You will get your money,\" the minister told the fishermen."),
              DEM_ZONE_BODY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sum), cmocka_unit_test(test_limits),
                                       cmocka_unit_test(test_weights)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

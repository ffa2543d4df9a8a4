/* Publication dates: reader/published.h. */
#include "../base/check.h"
#include "reader/published.h"

static void test_published(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
        bool lost;
    } CASES[] = {
        {"a day", "2025-03-18", "2025-03-18", false},
        {"UTC", "2025-03-18T09:40:00Z", "2025-03-18T09:40:00Z", false},
        {"an offset", "2025-03-18T09:40:00+02:00", "2025-03-18T09:40:00+02:00", false},
        {"an offset without colon", "2025-03-18T09:40:00-0530", "2025-03-18T09:40:00-05:30", false},
        {"an offset of hours", "2025-03-18T09:40:00+02", "2025-03-18T09:40:00+02:00", false},
        {"fractions are dropped", "2025-03-18T09:40:07.123456Z", "2025-03-18T09:40:07Z", false},
        {"no seconds", "2025-03-18T09:40Z", "2025-03-18T09:40:00Z", false},
        {"a blank for the T", "2025-03-18 09:40:00 +0000", "2025-03-18T09:40:00+00:00", false},
        {"small letters", "2025-03-18t09:40:00z", "2025-03-18T09:40:00Z", false},
        {"blanks around", " 2025-03-18 ", "2025-03-18", false},
        {"no zone: only the day is certain", "2025-03-18T09:40:00", "2025-03-18", true},
        {"midnight of a database", "2025-03-18 00:00:00", "2025-03-18", true},
        {"hour 25", "2025-03-18T25:00:00Z", "2025-03-18", true},
        {"minute 60", "2025-03-18T09:60:00Z", "2025-03-18", true},
        {"words for a time", "2025-03-18 in the evening", "2025-03-18", true},
        {"letters behind the zone", "2025-03-18T09:40:00Zulu", "2025-03-18", true},
        {"cut short", "2025-03-18T09", "2025-03-18", true},
        {"no such day", "2025-02-29", "", false},
        {"digits behind the day", "2025-03-181", "", false},
        {"another order", "18 March 2025", "", false},
        {"a number", "1742290800", "", false},
        {"empty", "", "", false},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        bool lost = false;
        dem_str out = dem_published(&a, dem_str_from(CASES[i].in), &lost);
        check_str(CASES[i].why, out, CASES[i].out);
        check_int(CASES[i].why, lost, CASES[i].lost);
    }
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_published)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

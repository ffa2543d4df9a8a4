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
        {"all digits", "20250318", "2025-03-18", false},
        {"all digits, with a time", "20250318T094000Z", "2025-03-18T09:40:00Z", false},
        {"the same with a zone", "20250318T094000+0200", "2025-03-18T09:40:00+02:00", false},
        {"fourteen digits have no zone", "20250318094000", "2025-03-18", true},
        {"slashes, the year first", "2025/03/18 09:40:00 UTC", "2025-03-18T09:40:00Z", false},
        {"in words", "18 March 2025", "2025-03-18", false},
        {"in words, American", "March 18, 2025 Tuesday", "2025-03-18", false},
        {"a weekday before", "Tuesday, 18 March 2025", "2025-03-18", false},
        {"short months", "18-Mar-2025", "2025-03-18", false},
        {"short months with a stop", "Sept. 18, 2025", "2025-09-18", false},
        {"a numeral", "March 18th 2025", "2025-03-18", false},
        {"the year first, in words", "2025 March 18", "2025-03-18", false},
        {"twelve hours", "March 18, 2025 at 9:40 PM UTC", "2025-03-18T21:40:00Z", false},
        {"midnight of twelve hours", "March 18, 2025 12:05 am GMT", "2025-03-18T00:05:00Z", false},
        {"noon of twelve hours", "March 18, 2025 12:05 pm GMT", "2025-03-18T12:05:00Z", false},
        {"a time and no zone", "18 March 2025 09:40", "2025-03-18", true},
        {"mails", "Tue, 18 Mar 2025 09:40:00 GMT", "2025-03-18T09:40:00Z", false},
        {"mails with an offset", "Tue, 18 Mar 2025 09:40:00 -0530", "2025-03-18T09:40:00-05:30", false},
        {"mails with a zone's name", "Tue, 18 Mar 2025 09:40 EST", "2025-03-18T09:40:00-05:00", false},
        {"a zone that may be several", "Tue, 18 Mar 2025 09:40:00 IST", "2025-03-18", true},
        {"the year last", "Tue Mar 18 09:40:00 +0000 2025", "2025-03-18T09:40:00+00:00", false},
        {"dots, the day first", "03.04.2025", "2025-04-03", false},
        {"slashes, only one a day", "18/03/2025", "2025-03-18", false},
        {"slashes, only the other", "03/18/2025", "2025-03-18", false},
        {"slashes, both the same", "03/03/2025", "2025-03-03", false},
        {"slashes, who knows", "03/04/2025", "", false},
        {"dashes, who knows", "03-04-2025", "", false},
        {"no day either way", "31/13/2025", "", false},
        {"seconds since 1970", "1742290800", "2025-03-18T09:40:00Z", false},
        {"seconds with a fraction", "1742290800.25", "2025-03-18T09:40:00Z", false},
        {"milliseconds", "1742290800123", "2025-03-18T09:40:00Z", false},
        {"seconds of 1975", "157766400", "", false},
        {"a small number", "417", "", false},
        {"a year of two digits", "18 March 25", "", false},
        {"a month", "March 2025", "", false},
        {"two months", "March April 18 2025", "", false},
        {"a name", "May Day, 2025", "", false},
        {"30 February", "30 February 2025", "", false},
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

static void test_order(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
        bool unclear;
    } CASES[] = {
        {"03/04/2025", "", true},           {"31/13/2025", "", false},         {"04.03.2025", "2025-03-04", false},
        {"03/04/2025", "", true},           {"18/03/2025", "2025-03-18", false}, {"03/04/2025", "2025-04-03", false},
        {"03/18/2025", "2025-03-18", false}, {"03/04/2025", "", true},           {"19/03/2025", "2025-03-19", false},
    };
    dem_arena a = {0};
    dem_day_order order = DEM_ORDER_UNKNOWN;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        bool lost, unclear;
        check_str("a file's dates", dem_published_in(&a, dem_str_from(CASES[i].in), &order, &lost, &unclear), CASES[i].out);
        check_int(CASES[i].in, unclear, CASES[i].unclear);
    }
    check_int("both", order, DEM_ORDER_BOTH);
    check_int("a day alone", dem_published_day(DEM_STR("November 12, 2019 Tuesday")), dem_date_from(2019, 11, 12));
    check_int("none", dem_published_day(DEM_STR("Edition 1")), DEM_DATE_NONE);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_published), cmocka_unit_test(test_order)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

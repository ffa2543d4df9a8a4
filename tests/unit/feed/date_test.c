/* Dates of feeds and of HTTP: feed/date.h. */
#include "../base/check.h"
#include "feed/date.h"

static void test_date(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
    } CASES[] = {
        {"RFC 2822", "Wed, 12 Mar 2025 10:15:30 +0200", "2025-03-12T10:15:30+02:00"},
        {"GMT", "Wed, 12 Mar 2025 10:15:30 GMT", "2025-03-12T10:15:30Z"},
        {"a wrong weekday", "Sun, 12 Mar 2025 10:15:30 GMT", "2025-03-12T10:15:30Z"},
        {"no weekday, no seconds", "12 Mar 2025 10:15 UT", "2025-03-12T10:15:00Z"},
        {"two digits of a year", "12 Mar 25 10:15 EST", "2025-03-12T10:15:00-05:00"},
        {"the last century", "12 Mar 99 10:15 PDT", "1999-03-12T10:15:00-07:00"},
        {"one digit of a day", "Tue, 4 Mar 2025 9:05:00 +0000", "2025-03-04T09:05:00Z"},
        {"whole month names", "Wednesday, 12 March 2025 10:15:30 +0530", "2025-03-12T10:15:30+05:30"},
        {"RFC 850", "Wednesday, 12-Mar-25 10:15:30 GMT", "2025-03-12T10:15:30Z"},
        {"asctime", "Wed Mar 12 10:15:30 2025", "2025-03-12T10:15:30Z"},
        {"an offset with a colon", "Wed, 12 Mar 2025 10:15:30 -03:30", "2025-03-12T10:15:30-03:30"},
        {"GMT with an offset", "Wed Mar 12 2025 10:15:30 GMT+0300", "2025-03-12T10:15:30+03:00"},
        {"a zone that could be two", "Wed, 12 Mar 2025 10:15:30 IST", "2025-03-12"},
        {"no zone", "Wed, 12 Mar 2025 10:15:30", "2025-03-12"},
        {"no time", "12 Mar 2025", "2025-03-12"},
        {"American order", "March 12, 2025", "2025-03-12"},
        {"American order with a time", "Mar 12, 2025 10:15 GMT", "2025-03-12T10:15:00Z"},
        {"a dot behind the month", "12 Sept. 2025 10:15:30 GMT", "2025-09-12T10:15:30Z"},
        {"ISO", "2025-03-12T10:15:30Z", "2025-03-12T10:15:30Z"},
        {"ISO with a fraction and an offset", "2025-03-12T10:15:30.123+01:00", "2025-03-12T10:15:30+01:00"},
        {"ISO without seconds", "2025-03-12T10:15+0100", "2025-03-12T10:15:00+01:00"},
        {"ISO with a blank", "2025-03-12 10:15:30 UTC", "2025-03-12T10:15:30Z"},
        {"ISO, the day", " 2025-03-12\n", "2025-03-12"},
        {"ISO, no zone", "2025-03-12T10:15:30", "2025-03-12"},
        {"hour 25", "Wed, 12 Mar 2025 25:15:30 GMT", "2025-03-12"},
        {"no such day", "Sat, 29 Feb 2025 10:15:30 GMT", ""},
        {"no such ISO day", "2025-02-30", ""},
        {"digits behind the day", "2025-03-123", ""},
        {"another language", "mer., 12 ao\xC3\xBBt 2025 10:15:30 +0200", ""},
        {"numbers only", "03/04/2025", ""},
        {"seconds since 1970", "1741774530", ""},
        {"a year of five digits", "12 Mar 20255", ""},
        {"empty", "", ""},
        {"a comma", ",", ""},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].why, dem_feed_date(&a, dem_str_from(CASES[i].in)), CASES[i].out);
    dem_arena_release(&a);
}

static void test_seconds(void **state)
{
    (void)state;
    check_int("GMT", dem_feed_seconds(DEM_STR("Wed, 12 Mar 2025 10:15:30 GMT")), 1741774530);
    check_int("east is earlier", dem_feed_seconds(DEM_STR("Wed, 12 Mar 2025 12:15:30 +0200")), 1741774530);
    check_int("the beginning", dem_feed_seconds(DEM_STR("1970-01-01T00:00:00Z")), 0);
    check_int("no time", dem_feed_seconds(DEM_STR("2025-03-12")), -1);
    check_int("nonsense", dem_feed_seconds(DEM_STR("soon")), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_date), cmocka_unit_test(test_seconds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

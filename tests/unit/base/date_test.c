/* Civil days: base/date.h. */
#include "base/date.h"
#include "check.h"

static void test_known_days(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        int y, m, d;
        dem_date day;
        int weekday;
    } CASES[] = {
        {"the first day", 1970, 1, 1, 0, 3},
        {"the day before", 1969, 12, 31, -1, 2},
        {"leap day of a leap century", 2000, 2, 29, 11016, 1},
        {"the day behind it", 2000, 3, 1, 11017, 2},
        {"a Tuesday of 2025", 2025, 3, 18, 20165, 1},
        {"first day of the calendar", 1, 1, 1, -719162, 0},
        {"last day", 9999, 12, 31, 2932896, 4},
        {"no leap day in 1900", 1900, 2, 29, DEM_DATE_NONE, 0},
        {"no leap day in 2023", 2023, 2, 29, DEM_DATE_NONE, 0},
        {"leap day in 2024", 2024, 2, 29, 19782, 3},
        {"month 0", 2024, 0, 1, DEM_DATE_NONE, 0},
        {"month 13", 2024, 13, 1, DEM_DATE_NONE, 0},
        {"day 0", 2024, 1, 0, DEM_DATE_NONE, 0},
        {"31 April", 2024, 4, 31, DEM_DATE_NONE, 0},
        {"year 0", 0, 1, 1, DEM_DATE_NONE, 0},
        {"year 10000", 10000, 1, 1, DEM_DATE_NONE, 0},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_date d = dem_date_from(CASES[i].y, CASES[i].m, CASES[i].d);
        check_int(CASES[i].why, d, CASES[i].day);
        if (d != DEM_DATE_NONE) check_int(CASES[i].why, dem_date_weekday(d), CASES[i].weekday);
    }
}

/* 400 years are a whole cycle of the calendar: every day there and back, each a weekday later. */
static void test_round_trip(void **state)
{
    (void)state;
    dem_date first = dem_date_from(1800, 1, 1), last = dem_date_from(2200, 1, 1);
    check_int("days of 400 years", last - first, 146097);
    for (dem_date d = first; d < last; d++) {
        dem_civil c = dem_date_civil(d);
        char text[11];
        check_int("back from year, month, day", dem_date_from(c.year, c.month, c.day), d);
        dem_date_format(d, text);
        check_int("back from text", dem_date_parse(dem_str_from(text)), d);
        check_int("weekdays follow each other", dem_date_weekday(d + 1), (dem_date_weekday(d) + 1) % 7);
    }
}

static void test_add_months(void **state)
{
    (void)state;
    static const struct {
        const char *why, *from;
        int months;
        const char *to;
    } CASES[] = {
        {"one month", "2025-01-15", 1, "2025-02-15"},
        {"cut to February", "2025-01-31", 1, "2025-02-28"},
        {"cut to a leap February", "2024-01-31", 1, "2024-02-29"},
        {"over the year's end", "2024-11-30", 3, "2025-02-28"},
        {"back over the year's start", "2025-01-31", -2, "2024-11-30"},
        {"a year from a leap day", "2024-02-29", 12, "2025-02-28"},
        {"none", "2024-02-29", 0, "2024-02-29"},
        {"before the calendar", "0001-01-01", -1, ""},
        {"behind the calendar", "9999-12-01", 1, ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char text[11];
        dem_date_format(dem_date_add_months(dem_date_parse(dem_str_from(CASES[i].from)), CASES[i].months),
                        text);
        check_str(CASES[i].why, dem_str_from(text), CASES[i].to);
    }
    check_int("no date", dem_date_add_months(DEM_DATE_NONE, 1), DEM_DATE_NONE);
}

static void test_add_days(void **state)
{
    (void)state;
    static const struct {
        const char *why, *from;
        int days;
        const char *to;
    } CASES[] = {
        {"over a leap day", "2024-02-28", 2, "2024-03-01"},
        {"back over the year's start", "2025-01-01", -1, "2024-12-31"},
        {"the first day", "0001-01-02", -1, "0001-01-01"},
        {"before the calendar", "0001-01-01", -1, ""},
        {"the last day", "9999-12-30", 1, "9999-12-31"},
        {"behind the calendar", "9999-12-31", 1, ""},
        {"far behind it", "9999-12-31", INT32_MAX, ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char text[11];
        dem_date_format(dem_date_add_days(dem_date_parse(dem_str_from(CASES[i].from)), CASES[i].days), text);
        check_str(CASES[i].why, dem_str_from(text), CASES[i].to);
    }
    check_int("no date", dem_date_add_days(DEM_DATE_NONE, 1), DEM_DATE_NONE);
}

static void test_parse(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
    } CASES[] = {
        {"a day", "2025-03-18", "2025-03-18"},
        {"with a time", "2025-03-18T09:40:00Z", "2025-03-18"},
        {"with a blank and a time", "2025-03-18 09:40", "2025-03-18"},
        {"no such day", "2025-02-30", ""},
        {"letters", "2025-0x-18", ""},
        {"too short", "2025-3-18", ""},
        {"other order", "18-03-2025", ""},
        {"slashes", "2025/03/18", ""},
        {"digits behind", "2025-03-181", ""},
        {"empty", "", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char text[11];
        dem_date_format(dem_date_parse(dem_str_from(CASES[i].in)), text);
        check_str(CASES[i].why, dem_str_from(text), CASES[i].out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_known_days), cmocka_unit_test(test_round_trip),
                                       cmocka_unit_test(test_add_months), cmocka_unit_test(test_add_days),
                                       cmocka_unit_test(test_parse)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

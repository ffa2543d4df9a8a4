/* Named days, against their known dates. */
#include "../base/check.h"
#include "time/time.h"

static const struct {
    const char *why, *name, *country;
    int year;
    const char *days; /* one or two, a blank between */
} CASES[] = {
    {"fixed", "Christmas", "", 2024, "2024-12-25"},
    {"two words", "Christmas Eve", "", 2024, "2024-12-24"},
    {"western Easter, late", "Easter", "", 2019, "2019-04-21"},
    {"western Easter, the earliest of its century", "Easter", "", 2008, "2008-03-23"},
    {"western Easter, the latest", "Easter", "", 2038, "2038-04-25"},
    {"orthodox Easter", "Orthodox Easter", "", 2024, "2024-05-05"},
    {"the two together", "Orthodox Easter", "", 2017, "2017-04-16"},
    {"orthodox Easter by the older calendar's shift", "Orthodox Easter", "", 1897, "1897-04-25"},
    {"before Easter", "Good Friday", "", 2024, "2024-03-29"},
    {"behind Easter", "Pentecost", "", 2024, "2024-05-19"},
    {"nth weekday", "Thanksgiving", "", 2024, "2024-11-28"},
    {"nth weekday elsewhere", "Thanksgiving", "CAN", 2024, "2024-10-14"},
    {"a country without a rule has the common one", "Thanksgiving", "KEN", 2024, "2024-11-28"},
    {"the day after the nth weekday", "Black Friday", "", 2024, "2024-11-29"},
    {"last weekday", "Memorial Day", "", 2023, "2023-05-29"},
    {"of a country", "Independence Day", "KEN", 2024, "2024-12-12"},
    {"of no country that is known", "Independence Day", "", 2024, ""},
    {"tabular Islamic", "Eid al-Fitr", "", 2025, "2025-03-31"},
    {"twice in a year", "Ramadan", "", 2030, "2030-01-06 2030-12-26"},
    {"listed", "Yom Kippur", "", 2024, "2024-10-12"},
    {"listed in a further line", "Lunar New Year", "", 2031, "2031-01-23"},
    {"not in the list", "Yom Kippur", "", 1950, ""},
    {"before the calendar", "Christmas", "", 0, ""},
    {"the last year", "New Year's Eve", "", 9999, "9999-12-31"},
};

static void test_days(void **state)
{
    (void)state;
    dem_lexicon *lex;
    dem_error err = {0};
    if (dem_lexicon_load(&lex, TOP "/lexicon", &err) != DEM_OK) fail_msg("%s", err.text);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_str word[4], rest = dem_str_from(CASES[i].name);
        uint32_t n = 0, len;
        char got[32] = "", day[11];
        dem_date d[2];
        unsigned known;
        while (dem_str_next(&rest, ' ', &word[n])) n++;
        dem_time_word w = dem_lexicon_time(lex, word, n, &len);
        check_int(CASES[i].why, w.class, DEM_TIME_HOLIDAY);
        check_int(CASES[i].why, len, n);
        uint32_t days = dem_holiday_days(lex, (uint32_t)w.value, CASES[i].country, CASES[i].year, d, &known);
        for (uint32_t k = 0; k < days; k++) {
            dem_date_format(d[k], day);
            if (k) strcat(got, " ");
            strcat(got, day);
        }
        check_str(CASES[i].why, dem_str_from(got), CASES[i].days);
    }
    dem_lexicon_free(lex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_days)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

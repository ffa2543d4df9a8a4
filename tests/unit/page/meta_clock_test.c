/* Times of day behind a date: page/meta_clock.h. */
#include "../base/check.h"
#include "page/meta_clock.h"

/* The clock as "hh:mm:ss zone taken"; "none". */
static void clocks(void **state)
{
    static const struct {
        const char *text, *want;
    } CASES[] = {
        {"T14:05:30Z", "14:05:30 +0 10"},
        {"T14:05:30.123456+05:30", "14:05:30 +330 22"},
        {" 14:05 -0500", "14:05:00 -300 12"},
        {", 2.05 pm GMT", "14:05:00 +0 13"},
        {" at 12:01 a.m. EST", "00:01:00 -300 18"},
        {" | 9h20", "09:20:00 none 7"},
        {" 9:00 p.m. ET", "21:00:00 none 10"}, /* changes with the season */
        {" 14:05 (GMT+2)", "14:05:00 +120 13"},
        {" 14:05 Uhr", "14:05:00 none 6"},
        {" 12:00 pm", "12:00:00 none 9"},
        {" 23:59:60Z", "23:59:59 +0 10"},
        {" 13:00 pm", "none"}, /* there is no such hour */
        {" 24:30", "none"},
        {" 14:65", "none"},
        {" 14", "none"},
        {"14:05", "none"}, /* nothing between it and the date */
        {"", "none"},
    };
    char got[64];
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_meta_clock c;
        size_t at = 0;
        if (!dem_meta_clock_read(dem_str_from(CASES[i].text), &at, &c)) {
            check_int(CASES[i].text, (int)at, 0);
            snprintf(got, sizeof got, "none");
        } else if (c.zoned) {
            snprintf(got, sizeof got, "%02d:%02d:%02d %+d %zu", c.hour, c.minute, c.second, c.zone, at);
        } else {
            snprintf(got, sizeof got, "%02d:%02d:%02d none %zu", c.hour, c.minute, c.second, at);
        }
        check_str(CASES[i].text, dem_str_from(got), CASES[i].want);
    }
}

static void digits(void **state)
{
    size_t at = 1;
    int value = 7;
    (void)state;
    check_int("two", (int)dem_meta_digits(DEM_STR("x12y"), &at, 4, &value), 2);
    check_int("value", value, 12);
    check_int("at", (int)at, 3);
    at = 0;
    check_int("too many", (int)dem_meta_digits(DEM_STR("12345"), &at, 4, &value), 0);
    check_int("untouched", value, 12);
    check_int("at its place", (int)at, 0);
    at = 9;
    check_int("behind the end", (int)dem_meta_digits(DEM_STR("1"), &at, 4, &value), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(clocks), cmocka_unit_test(digits)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Amounts as they are typed: cli/amount.h. */
#include "../base/check.h"
#include "cli/amount.h"

static void test_times(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t ms;
    } CASES[] = {{"2", 2000},    {"15m", 900000}, {"1.5s", 1500},
                 {"500ms", 500}, {"2h", 7200000}, {"1d", 86400000},
                 {"0", 0},       {"0s", 0},       {"366d", INT64_C(366) * 86400000},
                 {"367d", -1},   {"", -1},        {"m", -1},
                 {"-1s", -1},    {"+1s", -1},     {" 1s", -1},
                 {"1 s", -1},    {"1e3", -1},     {"0x10", -1},
                 {"1..5s", -1},  {"nan", -1},     {"inf", -1},
                 {"1s1", -1},    {"1M", -1},      {"99999999999999999999999999999999999", -1}};
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].text, dem_amount_time(dem_str_from(CASES[i].text)), CASES[i].ms);
}

static void test_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t bytes;
    } CASES[] = {{"500000", 500000},
                 {"64k", 65536},
                 {"64K", 65536},
                 {"16M", 16 << 20},
                 {"1G", 1 << 30},
                 {"0.5M", 1 << 19},
                 {"1T", -1},
                 {"", -1},
                 {"k", -1},
                 {"-1", -1},
                 {"1kB", -1},
                 {"1s", -1},
                 {"9999999999999G", -1}};
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].text, dem_amount_bytes(dem_str_from(CASES[i].text)), CASES[i].bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_times), cmocka_unit_test(test_bytes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

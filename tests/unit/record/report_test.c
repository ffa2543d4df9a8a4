/* Reports: record/report.h. */
#include "../base/check.h"
#include "record/report.h"

static void test_clean_id(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
    } CASES[] = {
        {"fit as it is", "inv-2025-000417", "inv-2025-000417"},
        {"colons and blanks", "a:b c\td", "a_b_c_d"},
        {"blanks at the ends", " a \n", "a"},
        {"only blanks", " \t", ""},
        {"empty", "", ""},
        {"letters beyond ASCII stay", "Z\xC3\xBCrich", "Z\xC3\xBCrich"},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].why, dem_report_clean_id(&a, dem_str_from(CASES[i].in)), CASES[i].out);
    dem_arena_release(&a);
}

static void test_zone_at(void **state)
{
    (void)state;
    dem_zone zones[] = {{2, 5, DEM_ZONE_HEADING}, {5, 6, DEM_ZONE_CAPTION}, {9, 12, DEM_ZONE_COMMENT}};
    dem_report r = {.zones = zones, .n_zones = 3};
    static const dem_zone_kind WANT[] = {0, 0, 1, 1, 1, 5, 0, 0, 0, 3, 3, 3, 0};
    for (uint32_t at = 0; at < COUNT(WANT); at++)
        check_int("kind of each byte", dem_report_zone_at(&r, at), WANT[at]);
    r.n_zones = 0;
    check_int("no zones", dem_report_zone_at(&r, 3), DEM_ZONE_BODY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_clean_id), cmocka_unit_test(test_zone_at)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

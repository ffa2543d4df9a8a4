/* Kinds of places and distances: record/locality.h. */
#include "../base/check.h"
#include "record/locality.h"

static void test_kinds(void **state)
{
    (void)state;
    for (unsigned k = 0; k < DEM_LOCALITY_KIND_COUNT; k++)
        check_int(dem_locality_kind_name(k), dem_locality_kind_by_name(dem_str_from(dem_locality_kind_name(k))),
                  k);
    check_int("unknown", dem_locality_kind_by_name(DEM_STR("hamlet")), DEM_LOCALITY_KIND_COUNT);
    assert_string_equal(dem_locality_kind_name(DEM_LOCALITY_KIND_COUNT), "");
}

static void test_distance(void **state)
{
    static const struct {
        const char *why;
        double lat1, lon1, lat2, lon2, km;
    } CASES[] = {
        {"the same point", 10, 20, 10, 20, 0},
        {"a degree of latitude", 0, 0, 1, 0, 111.2},
        {"a degree of longitude on the equator", 0, 0, 0, 1, 111.2},
        {"a degree of longitude at 60 north", 60, 0, 60, 1, 55.6},
        {"across the date line", 0, 179.5, 0, -179.5, 111.2},
        {"pole to pole", 90, 0, -90, 0, 20015},
        {"London to Paris", 51.51, -0.13, 48.85, 2.35, 344},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        double km = dem_locality_km(CASES[i].lat1, CASES[i].lon1, CASES[i].lat2, CASES[i].lon2);
        double off = km - CASES[i].km;
        if (off > 1 || off < -1) fail_msg("%s: got %.1f, expected %.1f", CASES[i].why, km, CASES[i].km);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds), cmocka_unit_test(test_distance)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

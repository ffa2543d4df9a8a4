/* Ids handed out: reader/seen.h. */
#include "../base/check.h"
#include "reader/seen.h"

static void test_seen(void **state)
{
    (void)state;
    dem_seen s = {0};
    char id[16];
    for (int round = 0; round < 2; round++)
        for (unsigned i = 0; i < 5000; i++) {
            snprintf(id, sizeof id, "r%u", i);
            check_int(round ? "the second time" : "the first time", dem_seen_add(&s, dem_str_from(id)),
                      round == 0);
        }
    check_int("counted once", (long long)s.n, 5000);
    check_int("the empty id", dem_seen_add(&s, DEM_STR("")), true);
    dem_seen_release(&s);
    check_int("forgotten", dem_seen_add(&s, DEM_STR("r1")), true);
    dem_seen_release(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_seen)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Byte strings to numbers: base/map.h. */
#include "base/map.h"
#include "check.h"

static void test_put_and_get(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_map m;
    char key[16];
    dem_map_init(&m, &a);
    check_int("an empty map", dem_map_get(&m, DEM_STR("x")), DEM_MAP_NONE);
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(key, sizeof key, "k%u", i);
        dem_map_put(&m, dem_str_from(key), i); /* the key's bytes are reused: it must be copied */
    }
    check_int("as many as were put", m.n, 5000);
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(key, sizeof key, "k%u", i);
        check_int(key, dem_map_get(&m, dem_str_from(key)), i);
    }
    check_int("one that was not put", dem_map_get(&m, DEM_STR("k5000")), DEM_MAP_NONE);
    dem_map_put(&m, DEM_STR("k7"), 1);
    check_int("replaced", dem_map_get(&m, DEM_STR("k7")), 1);
    check_int("replacing adds nothing", m.n, 5000);
    dem_arena_release(&a);
}

static void test_add_and_reserve(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_map m;
    dem_map_init(&m, &a);
    dem_map_reserve(&m, 100);
    const void *table = m.slot;
    check_int("reserving puts nothing", dem_map_get(&m, DEM_STR("x")), DEM_MAP_NONE);
    check_int("a new key", dem_map_add(&m, DEM_STR("x"), 1), 1);
    check_int("keeps its value", dem_map_add(&m, DEM_STR("x"), 2), 1);
    check_int("until it is replaced", (dem_map_put(&m, DEM_STR("x"), 3), dem_map_get(&m, DEM_STR("x"))), 3);
    for (uint32_t i = 1; i < 100; i++) dem_map_put(&m, (dem_str){(const char *)&i, sizeof i}, i);
    check_int("as many as were put", m.n, 100);
    assert_ptr_equal(m.slot, table);
    dem_map_reserve(&m, 10);
    assert_ptr_equal(m.slot, table);
    dem_arena_release(&a);
}

static void test_next(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_map m;
    dem_str key;
    uint32_t at = 0, value, sum = 0, n = 0;
    dem_map_init(&m, &a);
    assert_false(dem_map_next(&m, &at, &key, &value));
    for (uint32_t i = 1; i <= 100; i++) dem_map_put(&m, (dem_str){(const char *)&i, sizeof i}, i);
    for (; dem_map_next(&m, &at, &key, &value); n++) {
        assert_int_equal(key.n, sizeof value);
        assert_memory_equal(key.p, &value, sizeof value);
        sum += value;
    }
    check_int("each key once", n, 100);
    check_int("with its value", sum, 5050);
    dem_arena_release(&a);
}

static void test_odd_keys(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        dem_str key;
    } CASES[] = {
        {"empty", {"", 0}},
        {"a NUL", {"\0", 1}},
        {"NUL inside", {"a\0b", 3}},
        {"prefix", {"a", 1}},
        {"eight bytes", {"12345678", 8}},
        {"nine bytes", {"123456789", 9}},
        {"zeros behind", {"12345678\0", 9}},
        {"bytes that are no UTF-8", {"\xFF\xFE", 2}},
    };
    dem_arena a = {0};
    dem_map m;
    dem_map_init(&m, &a);
    for (uint32_t i = 0; i < COUNT(CASES); i++) dem_map_put(&m, CASES[i].key, i);
    for (uint32_t i = 0; i < COUNT(CASES); i++) check_int(CASES[i].why, dem_map_get(&m, CASES[i].key), i);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_put_and_get),
                                       cmocka_unit_test(test_add_and_reserve), cmocka_unit_test(test_next),
                                       cmocka_unit_test(test_odd_keys)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

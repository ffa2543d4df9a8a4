/* Memory: base/arena.h and base/vec.h. */
#include "base/vec.h"
#include "check.h"

static void test_alloc(void **state)
{
    (void)state;
    static const size_t SIZES[] = {0, 1, 15, 16, 17, 4096, 70000, 1, 200000};
    dem_arena a;
    dem_arena_init(&a, 1024);
    size_t sum = 0;
    for (size_t i = 0; i < COUNT(SIZES); i++) {
        unsigned char *p = dem_arena_alloc(&a, SIZES[i]);
        assert_non_null(p);
        check_int("aligned for any type", (long long)((uintptr_t)p % 16), 0);
        for (size_t k = 0; k < SIZES[i]; k++) assert_int_equal(p[k], 0);
        memset(p, 0xAA, SIZES[i]);
        sum += SIZES[i];
    }
    assert_true(a.used >= sum);
    dem_arena_release(&a);
    assert_null(a.chunks);
}

static void test_reset(void **state)
{
    (void)state;
    dem_arena a;
    dem_arena_init(&a, 0);
    for (int round = 0; round < 3; round++) {
        unsigned char *p = dem_arena_alloc(&a, 1000);
        assert_int_equal(p[0], 0); /* what a former life left there is gone */
        memset(p, 0xBB, 1000);
        p = dem_arena_alloc(&a, 1000);
        assert_int_equal(p[999], 0);
        dem_arena_reset(&a);
        check_int("nothing is used after a reset", (long long)a.used, 0);
    }
    dem_arena_release(&a);
    dem_arena_release(&a); /* harmless */
}

/* An arena on huge pages: several chunks, one of them for a request that is larger; a second life. */
static void test_huge(void **state)
{
    (void)state;
    static const size_t SIZES[] = {100, 1500000, 1500000, 7000000, 100};
    dem_arena a;
    dem_arena_init(&a, DEM_HUGE_PAGE);
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < COUNT(SIZES); i++) {
            unsigned char *p = dem_arena_alloc(&a, SIZES[i]);
            check_int("aligned for any type", (long long)((uintptr_t)p % 16), 0);
            for (size_t k = 0; k < SIZES[i]; k += 50) check_int("zeroed", p[k], 0);
            memset(p, 0xCC, SIZES[i]);
        }
        dem_arena_reset(&a);
    }
    dem_arena_release(&a);
    assert_null(a.chunks);
}

static void test_zeroed_arena(void **state)
{
    (void)state;
    dem_arena a = {0};
    check_str("works without init", dem_arena_str(&a, DEM_STR("x")), "x");
    dem_arena_release(&a);
}

static void test_strings(void **state)
{
    (void)state;
    dem_arena a = {0};
    char bytes[] = "abc";
    dem_str copy = dem_arena_str(&a, (dem_str){bytes, 2});
    bytes[0] = 'X';
    check_str("a copy of its own", copy, "ab");
    assert_int_equal(copy.p[2], 0);
    check_str("empty", dem_arena_str(&a, (dem_str){NULL, 0}), "");
    dem_str made = dem_arena_printf(&a, "%s-%03d", "n", 7);
    check_str("formatted", made, "n-007");
    assert_int_equal(made.p[made.n], 0);
    dem_arena_release(&a);
}

static void test_vec(void **state)
{
    (void)state;
    dem_arena a = {0};
    DEM_VEC(uint32_t) v = {0};
    for (uint32_t i = 0; i < 1000; i++) dem_vec_push(&a, &v, i * 3);
    assert_int_equal(v.n, 1000);
    for (uint32_t i = 0; i < 1000; i++) assert_int_equal(v.at[i], i * 3);
    dem_vec_reserve(&a, &v, 5000);
    const uint32_t *at = v.at;
    for (uint32_t i = 1000; i < 5000; i++) dem_vec_push(&a, &v, i * 3);
    dem_vec_reserve(&a, &v, 100);
    assert_ptr_equal(v.at, at);
    for (uint32_t i = 0; i < 5000; i++) assert_int_equal(v.at[i], i * 3);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_alloc),   cmocka_unit_test(test_reset), cmocka_unit_test(test_zeroed_arena),
        cmocka_unit_test(test_strings), cmocka_unit_test(test_vec),   cmocka_unit_test(test_huge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

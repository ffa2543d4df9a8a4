/* Learning sample by sample: eval/chain.h. */
#include "../base/check.h"
#include "eval/chain.h"

enum { FEW = 4, ROUNDS = 200 };

/* Nine in ten of the samples with trait 1 are right, none with trait 2; trait 3 is never seen. */
static void test_decisions(void **state)
{
    (void)state;
    dem_dual traits = dem_dual_new(FEW, 0.5, 0.001), dense = dem_dual_new(2, 0.5, 0);
    const uint32_t good[] = {0, 1}, bad[] = {0, 2}, place[] = {1};
    const double value[] = {0.5};
    double first = 0, last = 0;
    for (int i = 0; i < ROUNDS * 10; i++) {
        const dem_decision a = {good, 2, value, place, 1, i % 10 != 0}, b = {bad, 2, NULL, NULL, 0, false};
        last = dem_decision_learn(&a, &traits, &dense) + dem_decision_learn(&b, &traits, &dense);
        if (i == 1) first = last;
    }
    assert_true(last < first);
    assert_true(traits.w[1] > 0 && traits.w[2] < 0);
    assert_true(traits.w[3] == 0 && dense.w[0] == 0);
    assert_true(dense.w[1] > 0);
    dem_dual_free(&traits);
    dem_dual_free(&dense);
}

/* A trait that a penalty outweighs gets no weight. */
static void test_penalty(void **state)
{
    (void)state;
    dem_dual free_one = dem_dual_new(1, 0.5, 0), held = dem_dual_new(1, 0.5, 1);
    for (int i = 0; i < 20; i++) {
        dem_dual_step(&free_one, 0, -0.4);
        dem_dual_step(&held, 0, -0.4);
    }
    assert_true(free_one.w[0] > 0);
    assert_true(held.w[0] == 0);
    dem_dual_free(&free_one);
    dem_dual_free(&held);
}

/* Three items: the second is known to be a cue; what stands before it is a source, what stands behind it is told by the passage
 * alone, since its trait is that of the first. */
static void test_chain(void **state)
{
    (void)state;
    uint16_t trait[] = {1, 2, 1};
    uint32_t from[] = {0, 1, 2, 3};
    uint8_t step[] = {0, 0, 1}, role[] = {1, 2, 3};
    const dem_chain c = {3, trait, from, step, role, 1};
    dem_dual own = dem_dual_new(FEW * (DEM_CHAIN_ROLES - 1), 0.3, 0),
             pass = dem_dual_new(2 * DEM_CHAIN_ROLES * DEM_CHAIN_ROLES, 0.3, 0);
    double first = dem_chain_learn(&c, &own, &pass), last = first;
    for (int i = 0; i < ROUNDS; i++) last = dem_chain_learn(&c, &own, &pass);
    /* Nothing is known at first: four roles for each of two items. */
    assert_true(first > 2 * 1.386 - 0.01 && first < 2 * 1.386 + 0.01);
    assert_true(last < 0.2);
    assert_true(pass.w[(1 * DEM_CHAIN_ROLES + 2) * DEM_CHAIN_ROLES + 3] > 0);
    dem_dual_free(&own);
    dem_dual_free(&pass);
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(test_decisions),
        cmocka_unit_test(test_penalty),
        cmocka_unit_test(test_chain),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}

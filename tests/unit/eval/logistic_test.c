/* Logistic regression over binary traits: eval/logistic.h. */
#include "../base/check.h"
#include "eval/logistic.h"

enum { BIAS, GOOD, BAD, RARE, TRAITS, GROUPS = 40 };

static dem_sample sample(uint16_t trait, bool right, uint32_t group)
{
    return (dem_sample){.trait = {BIAS, trait}, .n = 2, .right = right, .weight = 1, .group = group};
}

/* Of the samples with GOOD nine in ten are right, of those with BAD one in ten. */
static size_t make(dem_sample *s)
{
    size_t n = 0;
    for (uint32_t g = 0; g < GROUPS; g++) {
        s[n++] = sample(GOOD, g % 10 != 0, g);
        s[n++] = sample(BAD, g % 10 == 0, g);
    }
    return n;
}

static void test_shares_become_probabilities(void **state)
{
    (void)state;
    dem_sample s[2 * GROUPS];
    double w[TRAITS];
    size_t n = make(s);
    dem_logistic_learn(s, n, 0, 0, 0.01, w, TRAITS);
    assert_true(dem_logistic(&s[0], w) > 0.87 && dem_logistic(&s[0], w) < 0.92);
    assert_true(dem_logistic(&s[1], w) > 0.08 && dem_logistic(&s[1], w) < 0.13);
    assert_true(w[RARE] == 0);
}

static void test_a_prior_draws_to_the_mean(void **state)
{
    (void)state;
    dem_sample s[2 * GROUPS];
    double free_w[TRAITS], held[TRAITS];
    size_t n = make(s);
    dem_logistic_learn(s, n, 0, 0, 0.01, free_w, TRAITS);
    dem_logistic_learn(s, n, 0, 0, 20, held, TRAITS);
    assert_true(held[GOOD] < free_w[GOOD] && held[GOOD] > 0);
}

static void test_a_fold_that_is_left_out_teaches_nothing(void **state)
{
    (void)state;
    dem_sample s[2 * GROUPS + 1];
    double w[TRAITS], without[TRAITS];
    size_t n = make(s);
    s[n] = sample(RARE, true, 5);
    dem_logistic_learn(s, n + 1, 5, 0, 0.1, without, TRAITS); /* group 5 is in fold 0 */
    assert_true(without[RARE] == 0);
    dem_logistic_learn(s, n + 1, 5, 1, 0.1, w, TRAITS);
    assert_true(w[RARE] > 0);
}

static void test_weights_count(void **state)
{
    (void)state;
    dem_sample s[2] = {sample(GOOD, true, 0), sample(GOOD, false, 1)};
    double w[TRAITS];
    s[0].weight = 3;
    dem_logistic_learn(s, 2, 0, 0, 0.001, w, TRAITS);
    assert_true(dem_logistic(&s[0], w) > 0.72 && dem_logistic(&s[0], w) < 0.78);
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(test_shares_become_probabilities),
        cmocka_unit_test(test_a_prior_draws_to_the_mean),
        cmocka_unit_test(test_a_fold_that_is_left_out_teaches_nothing),
        cmocka_unit_test(test_weights_count),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}

/* Words that are kept: what is given for them is what is worked out for them anew, to the bit, however many came between. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lang/known.h"
#include "lang/model.h"
#include <stdio.h>
#include <string.h>

enum { FEW = 24, MANY = 6000 }; /* MANY: more than are kept */

static dem_model *model;

typedef struct answer {
    float h[DEM_MAX_TOKENS * DEM_NET_W], gates[DEM_MAX_TOKENS * DEM_NET_GATES];
} answer;

static answer got, want;

static dem_word word_of(const char *form)
{
    dem_word w;
    dem_word_set(&w, dem_str_from(form), false);
    return w;
}

/* The i-th of as many words as one likes: some that have a vector, most that have none. */
static dem_word drawn(uint32_t i)
{
    static const char *const KNOWN[] = {"the", "The", "minister", "Cairo", "said", ",", "1990", "—"};
    char form[32];
    if (i % 5 == 0) return word_of(KNOWN[i / 5 % 8]);
    snprintf(form, sizeof form, "%c%xin", 'a' + (int)(i % 26), i);
    return word_of(form);
}

/* By a table that has met nothing. */
static void anew(const dem_kernel *kernel, const dem_word *w, uint32_t n, answer *out)
{
    dem_known *k = dem_known_new(&model->net, kernel);
    dem_known_run(k, w, n, out->h, out->gates);
    dem_known_free(k);
}

static void assert_same(uint32_t n)
{
    assert_memory_equal(got.h, want.h, n * DEM_NET_W * sizeof(float));
    assert_memory_equal(got.gates, want.gates, n * DEM_NET_GATES * sizeof(float));
}

static void met_again(void **state)
{
    (void)state;
    dem_word w[FEW];
    dem_known *k = dem_known_new(&model->net, dem_kernel_best());
    for (uint32_t i = 0; i < FEW; i++) w[i] = drawn(i);
    anew(dem_kernel_best(), w, FEW, &want);
    assert_memory_not_equal(want.gates, want.gates + DEM_NET_GATES, DEM_NET_GATES * sizeof(float));
    for (int turn = 0; turn < 3; turn++) {
        memset(&got, 0xff, sizeof got);
        dem_known_run(k, w, FEW, got.h, got.gates);
        assert_same(FEW);
    }
    dem_known_free(k);
}

/* Old and new words mixed, and one that comes three times among the new ones. */
static void some_met_some_new(void **state)
{
    (void)state;
    dem_word w[FEW];
    dem_known *k = dem_known_new(&model->net, dem_kernel_best());
    for (uint32_t i = 0; i < FEW; i++) w[i] = drawn(2 * i);
    dem_known_run(k, w, FEW, got.h, got.gates);
    for (uint32_t i = 0; i < FEW; i++) w[i] = i % 8 == 1 ? word_of("Xyzzy") : drawn(i);
    for (int turn = 0; turn < 2; turn++) {
        dem_known_run(k, w, FEW, got.h, got.gates);
        anew(dem_kernel_best(), w, FEW, &want);
        assert_same(FEW);
    }
    assert_memory_equal(got.gates + DEM_NET_GATES, got.gates + 9 * DEM_NET_GATES,
                        DEM_NET_GATES * sizeof(float));
    dem_known_free(k);
}

/* Words that had to go come back. */
static void more_than_are_kept(void **state)
{
    (void)state;
    dem_word w[DEM_MAX_TOKENS];
    dem_known *k = dem_known_new(&model->net, dem_kernel_best());
    for (uint32_t turn = 0; turn < 2; turn++)
        for (uint32_t from = 0; from < MANY; from += DEM_MAX_TOKENS) {
            for (uint32_t i = 0; i < DEM_MAX_TOKENS; i++) w[i] = drawn(from + i);
            dem_known_run(k, w, DEM_MAX_TOKENS, got.h, got.gates);
            if (turn == 0 && from) continue;
            anew(dem_kernel_best(), w, DEM_MAX_TOKENS, &want);
            assert_same(DEM_MAX_TOKENS);
        }
    dem_known_free(k);
}

static void no_words(void **state)
{
    (void)state;
    dem_known *k = dem_known_new(&model->net, dem_kernel_best());
    got.h[0] = 5;
    dem_known_run(k, NULL, 0, got.h, got.gates);
    assert_true(got.h[0] == 5);
    dem_known_free(k);
    dem_known_free(NULL);
}

static void every_kernel_the_same(void **state)
{
    (void)state;
    dem_word w[FEW];
    if (dem_kernel_best() == &dem_kernel_portable) skip();
    for (uint32_t i = 0; i < FEW; i++) w[i] = drawn(i);
    anew(dem_kernel_best(), w, FEW, &got);
    anew(&dem_kernel_portable, w, FEW, &want);
    assert_same(FEW);
}

static int open_model(void **state)
{
    (void)state;
    dem_error err;
    return dem_model_open(&model, MODEL, &err) == DEM_OK ? 0 : -1;
}
static int close_model(void **state)
{
    (void)state;
    dem_model_close(model);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(met_again), cmocka_unit_test(some_met_some_new),
                                       cmocka_unit_test(more_than_are_kept), cmocka_unit_test(no_words),
                                       cmocka_unit_test(every_kernel_the_same)};
    return cmocka_run_group_tests(tests, open_model, close_model);
}

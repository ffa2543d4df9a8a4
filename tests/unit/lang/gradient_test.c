/* The trainer's gradients against finite differences, in double precision: every kind of weight, and rows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lang/train/nn/shard.h"
#include <stdlib.h>

#define WORDS 11
#define TAGS 7
#define SEED 5
#define EACH 12 /* weights tried of each kind */
#define STEP 1e-5
#define NEAR 2e-3 /* relative; the quick tanh is not exactly what its derivative is taken for */

static const dem_dropout DROP = {.input = 0.2, .layer = 0.2, .head = 0.2, .word = 0.1, .vector = 0.1};
static uint8_t vectors[2 * DEM_NET_VEC];
static dem_params params;
static dem_shard shard;

/* Two sentences of 7 and 4 words; inputs anew each time, since dropout hides some of them. */
static double loss(void)
{
    static const int16_t HEAD[WORDS] = {1, -1, 4, 4, 1, 4, 1, 2, 2, -1, 2};
    uint64_t seed = SEED;
    dem_shard_begin(&shard, WORDS);
    shard.n = WORDS;
    shard.n_sentences = 2;
    shard.from[1] = 7;
    shard.from[2] = WORDS;
    for (uint32_t t = 0; t < WORDS; t++) {
        for (int k = 0; k < DEM_NET_FEATURES; k++)
            shard.in[t].row[k] = k == 3 ? UINT32_MAX : (uint32_t)(dem_random(&seed) * 40);
        shard.in[t].vec = t % 3 ? t % 2 : DEM_NET_NO_VECTOR;
        shard.head[t] = HEAD[t];
        shard.rel[t] = (uint8_t)(t == 5 ? DEM_REL_COUNT : t * 5 % DEM_REL_COUNT); /* one is not to be learned */
        shard.tag[t] = (uint8_t)(t % TAGS);
    }
    dem_shard_forward(&shard, &params, vectors, &DROP, SEED, false);
    return shard.loss_arc + shard.loss_rel + shard.loss_tag;
}

static double difference(real *w)
{
    real was = *w;
    *w = was + STEP;
    double above = loss();
    *w = was - STEP;
    double below = loss();
    *w = was;
    return (above - below) / (2 * STEP);
}

static void compare(double got, double want, unsigned kind, size_t at)
{
    if (fabs(got - want) > NEAR * (fabs(got) + fabs(want)) + 1e-6)
        fail_msg("kind %u, weight %zu: gradient %g, difference %g", kind, at, got, want);
}

static void every_kind_of_weight(void **state)
{
    (void)state;
    uint64_t seed = 9;
    loss();
    memset(shard.grad.w, 0, shard.grad.at[DEM_P_COUNT] * sizeof *shard.grad.w);
    dem_shard_backward(&shard, &params, 1);
    real *grad = malloc(shard.grad.at[DEM_P_COUNT] * sizeof *grad);
    memcpy(grad, shard.grad.w, shard.grad.at[DEM_P_COUNT] * sizeof *grad);
    unsigned moved = 0;
    for (unsigned kind = 0; kind < DEM_P_COUNT; kind++)
        for (int i = 0; i < EACH; i++) {
            size_t n = params.at[kind + 1] - params.at[kind],
                   at = params.at[kind] + (size_t)(dem_random(&seed) * n);
            double want = difference(&params.w[at]);
            compare(grad[at], want, kind, at - params.at[kind]);
            moved += want != 0;
        }
    free(grad);
    assert_true(moved > DEM_P_COUNT * EACH / 2);
}

static void rows(void **state)
{
    (void)state;
    loss();
    dem_shard_backward(&shard, &params, 1);
    for (unsigned j = 0; j < DEM_NET_EMB; j += 17) {
        uint32_t row = shard.in[3].row[5];
        double sum = 0;
        for (uint32_t t = 0; t < WORDS; t++)
            for (int k = 0; k < DEM_NET_FEATURES; k++)
                if (shard.in[t].row[k] == row) sum += shard.d_emb[t * DEM_NET_IN + DEM_NET_EMB_AT + j];
        compare(sum, difference(&params.rows[row * DEM_NET_EMB + j]), DEM_P_COUNT, j);
        loss();
        dem_shard_backward(&shard, &params, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_kind_of_weight), cmocka_unit_test(rows)};
    uint64_t seed = 3;
    for (size_t i = 0; i < sizeof vectors; i++) vectors[i] = (uint8_t)(1 + dem_random(&seed) * 127);
    dem_params_init(&params, TAGS, SEED);
    /* Biases start at 0, where some derivatives vanish. */
    for (size_t i = 0; i < params.at[DEM_P_COUNT]; i++)
        if (params.w[i] == 0) params.w[i] = (real)(dem_random(&seed) - 0.5);
    dem_shard_init(&shard, &params);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dem_shard_release(&shard);
    dem_params_release(&params);
    return failed;
}

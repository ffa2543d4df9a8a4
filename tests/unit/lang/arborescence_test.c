/* The best tree against all trees: every choice of heads for up to five words is tried. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lang/arborescence.h"
#include "lang/atom.h"

#define STRIDE 16

static uint64_t seed = 11;

static float draw(unsigned steps)
{
    seed++;
    return (float)(dem_atom(seed) % steps) - (float)steps / 2;
}

static bool is_tree(const int16_t *head, uint32_t n)
{
    unsigned roots = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t steps = 0;
        roots += head[i] == DEM_ROOT;
        for (int v = (int)i; v != DEM_ROOT; v = head[v])
            if (head[v] == v || ++steps > n) return false;
    }
    return roots == 1;
}

static double sum_of(const float *score, const int16_t *head, uint32_t n)
{
    double sum = 0;
    for (uint32_t i = 0; i < n; i++)
        sum += (double)score[i * STRIDE + (head[i] == DEM_ROOT ? n : (uint32_t)head[i])];
    return sum;
}

/* Heads of word i and those behind it in all ways; the best sum of a tree. */
static double best_of_all(const float *score, int16_t *head, uint32_t i, uint32_t n)
{
    if (i == n) return is_tree(head, n) ? sum_of(score, head, n) : -1e9;
    double best = -1e9;
    for (int h = DEM_ROOT; h < (int)n; h++) {
        head[i] = (int16_t)h;
        double s = best_of_all(score, head, i + 1, n);
        if (s > best) best = s;
    }
    return best;
}

static void the_best_tree_is_found(void **state)
{
    (void)state;
    dem_arborescence *a = dem_arborescence_new();
    for (int round = 0; round < 4000; round++) {
        float score[5 * STRIDE];
        int16_t head[5], other[5];
        uint32_t n = 1 + (uint32_t)round % 5;
        unsigned steps = round % 3 ? 1000 : 4; /* few steps: many ties */
        for (uint32_t i = 0; i < 5 * STRIDE; i++) score[i] = draw(steps);
        dem_arborescence_run(a, score, STRIDE, n, head);
        assert_true(is_tree(head, n));
        double got = sum_of(score, head, n), want = best_of_all(score, other, 0, n);
        if (got + 1e-3 < want || got > want + 1e-3)
            fail_msg("round %d, %u words: %g, best %g", round, n, got, want);
    }
    dem_arborescence_free(a);
}

/* Scores that make nothing but cycles, at the largest size. */
static void long_sentences_give_trees(void **state)
{
    (void)state;
    enum { N = DEM_MAX_TOKENS, WIDE = (N + 16) / 16 * 16 };
    static float score[N * WIDE];
    static int16_t head[N];
    dem_arborescence *a = dem_arborescence_new();
    for (int round = 0; round < 6; round++) {
        for (uint32_t i = 0; i < N * WIDE; i++) score[i] = draw(100);
        for (uint32_t i = 0; i < N; i++) score[i * WIDE + (i ^ 1)] += round % 2 ? 1000 : 0; /* all in pairs */
        dem_arborescence_run(a, score, WIDE, N, head);
        assert_true(is_tree(head, N));
    }
    dem_arborescence_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_best_tree_is_found),
                                       cmocka_unit_test(long_sentences_give_trees)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

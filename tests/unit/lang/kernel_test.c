/* Every kernel gives the bits of the portable one: numbers drawn at random, all sizes of remainders, the
 * extremes; and the portable one is right. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lang/net.h"
#include <math.h>
#include <string.h>

enum { IN = 256, OUT = 48, WORDS = 9, GATES = DEM_NET_GATES, WIDTH = DEM_NET_W };

static uint64_t seed = 7;
static double draw(void)
{
    seed++;
    return (double)(dem_atom(seed) >> 11) * 0x1p-53;
}

static int8_t w[OUT * IN];
static float scale[OUT], bias[OUT];
static int32_t shift[OUT];
static uint8_t x[WORDS * IN];
static const dem_matrix MATRIX = {OUT, IN, scale, bias, shift, w};

static const dem_kernel *other(void)
{
    const dem_kernel *k = dem_kernel_best();
    if (k == &dem_kernel_portable) skip();
    return k;
}

static void fill(bool extreme)
{
    for (size_t i = 0; i < sizeof w; i++)
        w[i] =
            (int8_t)(extreme ? DEM_WEIGHT_MOST : (int)(draw() * (2 * DEM_WEIGHT_MOST + 1)) - DEM_WEIGHT_MOST);
    for (size_t i = 0; i < sizeof x; i++) x[i] = (uint8_t)(extreme ? 127 : 1 + draw() * 127);
    for (int o = 0; o < OUT; o++) {
        scale[o] = (float)draw() / 100;
        bias[o] = (float)draw() - 0.5f;
        shift[o] = (int32_t)(draw() * 1000);
    }
}

static void products_of_matrices(void **state)
{
    (void)state;
    const dem_kernel *k = other();
    for (int extreme = 0; extreme < 2; extreme++)
        for (uint32_t n = 1; n <= WORDS; n++) {
            float a[WORDS * OUT], b[WORDS * OUT];
            fill(extreme);
            dem_kernel_portable.multiply(&MATRIX, x, n, a);
            k->multiply(&MATRIX, x, n, b);
            assert_memory_equal(a, b, n * OUT * sizeof *a);
        }
}

static void products_are_right(void **state)
{
    (void)state;
    float y[WORDS * OUT];
    fill(false);
    dem_kernel_portable.multiply(&MATRIX, x, WORDS, y);
    for (int t = 0; t < WORDS; t++)
        for (int o = 0; o < OUT; o++) {
            long sum = 0;
            for (int i = 0; i < IN; i++)
                sum += (long)w[o / 8 * 8 * IN + i / 4 * 32 + o % 8 * 4 + i % 4] * x[t * IN + i];
            double want = (double)(sum - shift[o]) * (double)scale[o] + (double)bias[o];
            assert_true(fabs((double)y[t * OUT + o] - want) < 1e-3);
        }
}

static void elementwise(void **state)
{
    (void)state;
    const dem_kernel *k = other();
    float a[333], b[333];
    uint8_t p[333], q[333];
    for (int i = 0; i < 333; i++) a[i] = b[i] = (float)((draw() - 0.5) * (i % 3 ? 4 : 40));
    dem_kernel_portable.tanh(a, 333);
    k->tanh(b, 333);
    assert_memory_equal(a, b, sizeof a);
    for (int i = 0; i < 333; i++) assert_true(a[i] >= -1 && a[i] <= 1);
    dem_kernel_portable.to_bytes(a, 333, p);
    k->to_bytes(a, 333, q);
    assert_memory_equal(p, q, sizeof p);
    for (int i = 0; i < 333; i++) assert_in_range(p[i], 1, 127);
}

/* Where tanh is cut, zeros of both signs, and every number of numbers up to two vectors and one. */
static void edges_of_tanh(void **state)
{
    (void)state;
    const dem_kernel *k = other();
    const float end = (float)DEM_TANH_END;
    const float edge[] = {0.0f,    -0.0f, end,    -end,     nextafterf(end, 9), nextafterf(-end, -9), 1e-40f,
                          -1e-40f, 1e30f, -1e30f, INFINITY, -INFINITY,          nextafterf(end, 0),   1,
                          -1,      0.5f,  2};
    enum { EDGES = sizeof edge / sizeof *edge };
    for (size_t n = 0; n <= EDGES; n++) {
        float a[EDGES], b[EDGES];
        memcpy(a, edge, sizeof a);
        memcpy(b, edge, sizeof b);
        dem_kernel_portable.tanh(a, n);
        k->tanh(b, n);
        assert_memory_equal(a, b, sizeof a);
        for (size_t i = 0; i < n; i++) {
            const float one = dem_tanhf(edge[i]);
            assert_memory_equal(&one, &a[i], sizeof one);
        }
    }
}

static void tanh_is_near(void **state)
{
    (void)state;
    for (float v = -8; v < 8; v += 0.01f) assert_true(fabs((double)dem_tanhf(v) - tanh((double)v)) < 2e-4);
}

static void recurrence(void **state)
{
    (void)state;
    const dem_kernel *k = other();
    static float u[WORDS * GATES], in[WORDS * WIDTH], a[WORDS * WIDTH], b[WORDS * WIDTH], v[2 * DEM_NET_H],
        c[2 * DEM_NET_H];
    for (int i = 0; i < WORDS * GATES; i++) u[i] = (float)(draw() * 6 - 3);
    for (int i = 0; i < WORDS * WIDTH; i++) in[i] = (float)(draw() * 2 - 1);
    for (int i = 0; i < 2 * DEM_NET_H; i++) v[i] = (float)(draw() - 0.5), c[i] = (float)(draw() - 0.5);
    for (int step = -1; step <= 1; step += 2) {
        dem_recurrence r = {WORDS, step, u, in, a, GATES, WIDTH, v, c};
        memset(a, 0, sizeof a);
        memset(b, 0, sizeof b);
        dem_kernel_portable.recur(&r);
        r.h = b;
        k->recur(&r);
        assert_memory_equal(a, b, sizeof a);
        assert_true(a[0] != 0);
    }
}

static void arcs_and_rows(void **state)
{
    (void)state;
    const dem_kernel *k = other();
    static float q[DEM_NET_ARC], head[DEM_NET_ARC * 48], a[48], b[48];
    int16_t s[DEM_NET_EMB] = {0}, z[DEM_NET_EMB] = {0};
    int8_t row[DEM_NET_EMB];
    for (int i = 0; i < DEM_NET_ARC; i++) q[i] = (float)(draw() - 0.5);
    for (int i = 0; i < DEM_NET_ARC * 48; i++) head[i] = (float)(draw() - 0.5);
    for (uint32_t n = 1; n <= 48; n++) {
        dem_kernel_portable.products(q, head, DEM_NET_ARC, n, 48, a);
        k->products(q, head, DEM_NET_ARC, n, 48, b);
        assert_memory_equal(a, b, n * sizeof *a);
    }
    for (int j = 0; j < DEM_NET_EMB; j++) row[j] = (int8_t)(draw() * 255 - 127);
    for (int i = 0; i < 3; i++) {
        dem_kernel_portable.add_row(s, row);
        k->add_row(z, row);
    }
    assert_memory_equal(s, z, sizeof s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(products_of_matrices), cmocka_unit_test(products_are_right),
        cmocka_unit_test(elementwise),          cmocka_unit_test(edges_of_tanh),
        cmocka_unit_test(tanh_is_near),         cmocka_unit_test(recurrence),
        cmocka_unit_test(arcs_and_rows)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

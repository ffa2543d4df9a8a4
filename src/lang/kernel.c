/* lang/kernel.c - compiled twice, with DEM_KERNEL naming the table that it fills. Nothing here may depend on the
 * order of additions that a compiler is free to change; meson.build forbids fused operations. */
#include "lang/kernel.h"
#include "lang/net.h"
#ifdef __AVX2__
#include <immintrin.h>
#endif

#define H DEM_NET_H

typedef float float8 __attribute__((vector_size(32)));

#ifdef __AVX2__

/* Bytes of four columns of one word, for all eight rows. */
static inline __m256i four(const uint8_t *x)
{
    int32_t v;
    memcpy(&v, x, sizeof v);
    return _mm256_set1_epi32(v);
}
/* Products of eight columns added to sums of eight rows. Four products fit into 16 bits, since a byte is at most
 * 127 and a weight 63: 4 * 127 * 63 < 32768. */
static inline __m256i add8(__m256i sum, __m256i x, __m256i w, __m256i x_next, __m256i w_next)
{
    __m256i four_each = _mm256_add_epi16(_mm256_maddubs_epi16(x, w), _mm256_maddubs_epi16(x_next, w_next));
    return _mm256_add_epi32(sum, _mm256_madd_epi16(four_each, _mm256_set1_epi16(1)));
}

static inline void finish(const dem_matrix *m, uint32_t from, __m256i sum, float *y)
{
    __m256i whole = _mm256_sub_epi32(sum, _mm256_loadu_si256((const __m256i *)(m->shift + from)));
    __m256 v = _mm256_mul_ps(_mm256_cvtepi32_ps(whole), _mm256_loadu_ps(m->scale + from));
    _mm256_storeu_ps(y + from, _mm256_add_ps(v, _mm256_loadu_ps(m->bias + from)));
}

/* Sixteen rows for `n` words (a constant, at most four, where this is called): each weight is read once for all. */
static inline __attribute__((always_inline)) void block(const dem_matrix *m, uint32_t o, const uint8_t *x,
                                                        const int n, float *y)
{
    const size_t in = m->in;
    const int8_t *wa = m->w + o * in, *wb = wa + 8 * in;
    __m256i a[4], b[4];
#pragma GCC unroll 4
    for (int t = 0; t < n; t++) a[t] = b[t] = _mm256_setzero_si256();
    for (size_t i = 0; i < in; i += 8) {
        const __m256i *pa = (const __m256i *)(wa + 8 * i), *pb = (const __m256i *)(wb + 8 * i);
        __m256i p = _mm256_loadu_si256(pa), q = _mm256_loadu_si256(pa + 1);
        __m256i r = _mm256_loadu_si256(pb), s = _mm256_loadu_si256(pb + 1);
#pragma GCC unroll 4
        for (int t = 0; t < n; t++) {
            __m256i v = four(x + t * in + i), w = four(x + t * in + i + 4);
            a[t] = add8(a[t], v, p, w, q);
            b[t] = add8(b[t], v, r, w, s);
        }
    }
#pragma GCC unroll 4
    for (int t = 0; t < n; t++) {
        finish(m, o, a[t], y + (size_t)t * m->out);
        finish(m, o + 8, b[t], y + (size_t)t * m->out);
    }
}

static void multiply(const dem_matrix *m, const uint8_t *x, uint32_t n, float *y)
{
    for (uint32_t t = 0; t < n; t += 4, x += 4 * (size_t)m->in, y += 4 * (size_t)m->out)
        for (uint32_t o = 0; o < m->out; o += 16) {
            switch (n - t) {
            case 1: block(m, o, x, 1, y); break;
            case 2: block(m, o, x, 2, y); break;
            case 3: block(m, o, x, 3, y); break;
            default: block(m, o, x, 4, y); break;
            }
        }
}

#else

typedef int8_t byte8 __attribute__((vector_size(8)));
typedef int16_t half8 __attribute__((vector_size(16)));
typedef int32_t word8 __attribute__((vector_size(32)));

/* Eight rows for one word. Rows 2k and 2k + 1 share sum[k]: four columns each. Sixteen columns are added up in 16
 * bits, where the sums of four products fit. */
static void block(const dem_matrix *m, uint32_t o, const uint8_t *x, float *y)
{
    const int8_t *w = m->w + (size_t)o * m->in;
    word8 sum[4] = {0};
    for (uint32_t i = 0; i < m->in; i += 16) {
        half8 part[4] = {0};
        for (uint32_t j = i; j < i + 16; j += 4) {
            const half8 v = {x[j], x[j + 1], x[j + 2], x[j + 3], x[j], x[j + 1], x[j + 2], x[j + 3]};
            for (int k = 0; k < 4; k++, w += 8) {
                byte8 weights;
                memcpy(&weights, w, sizeof weights);
                part[k] += __builtin_convertvector(weights, half8) * v;
            }
        }
        for (int k = 0; k < 4; k++) sum[k] += __builtin_convertvector(part[k], word8);
    }
    for (uint32_t k = 0; k < 8; k++) {
        word8 s = sum[k / 2];
        int32_t total = k % 2 ? s[4] + s[5] + s[6] + s[7] : s[0] + s[1] + s[2] + s[3];
        y[o + k] = (float)(total - m->shift[o + k]) * m->scale[o + k] + m->bias[o + k];
    }
}

static void multiply(const dem_matrix *m, const uint8_t *x, uint32_t n, float *y)
{
    for (uint32_t t = 0; t < n; t++, x += m->in, y += m->out)
        for (uint32_t o = 0; o < m->out; o += 8) block(m, o, x, y);
}

#endif

static void to_bytes(const float *restrict x, size_t n, uint8_t *restrict out)
{
    for (size_t i = 0; i < n; i++) out[i] = dem_byte_of(x[i]);
}

/* Compilers do not turn the comparisons into minima and maxima, which differ from them in the sign of a zero at the bound. */
static inline float8 bounded8(float8 x)
{
#ifdef __AVX2__
    const __m256 most = _mm256_set1_ps((float)DEM_TANH_END), least = _mm256_set1_ps(-(float)DEM_TANH_END);
    return _mm256_min_ps(most, _mm256_max_ps(least, x));
#else
    for (int i = 0; i < 8; i++) x[i] = dem_tanh_bounded(x[i]);
    return x;
#endif
}
DEM_DEFINE_TANH(tanh8, float8, bounded8)

static inline float8 load8(const float *p)
{
    float8 v;
    memcpy(&v, p, sizeof v);
    return v;
}
static inline void store8(float *p, float8 v)
{
    memcpy(p, &v, sizeof v);
}

static void all_tanh(float *x, size_t n)
{
    size_t i = 0;
    for (; i + 8 <= n; i += 8) store8(x + i, tanh8(load8(x + i)));
    for (; i < n; i++) x[i] = dem_tanhf(x[i]);
}

static inline float8 sigmoid8(float8 x)
{
    return 0.5f + 0.5f * tanh8(x * 0.5f);
}

/* One word: c is the state, which is moved on. The state first, then what is made of it: short chains of operations, of which a
 * machine does many side by side. */
static inline void step(const float *restrict u, const float *restrict x, const float *restrict v,
                        const float *restrict b, float *restrict c, float *restrict h)
{
    float reset[H];
    for (int j = 0; j < H; j += 8) {
        const float8 last = load8(c + j);
        const float8 f = sigmoid8(load8(u + H + j) + load8(v + j) * last + load8(b + j));
        store8(reset + j, sigmoid8(load8(u + 2 * H + j) + load8(v + H + j) * last + load8(b + H + j)));
        store8(c + j, f * last + (1 - f) * load8(u + j));
    }
    for (int j = 0; j < H; j += 8) {
        const float8 r = load8(reset + j);
        store8(h + j, r * tanh8(load8(c + j)) + (1 - r) * load8(x + j));
    }
}

static void recur(const dem_recurrence *r)
{
    float c[H] = {0};
    for (uint32_t k = 0; k < r->n; k++) {
        size_t t = r->step > 0 ? k : r->n - 1 - k;
        step(r->u + t * r->u_stride, r->x + t * r->stride, r->v, r->b, c, r->h + t * r->stride);
    }
}

static void products(const float *restrict q, const float *restrict head, uint32_t size, uint32_t n,
                     size_t stride, float *restrict score)
{
    for (uint32_t from = 0; from < n; from += 16) {
        float sum[16] = {0};
        for (uint32_t d = 0; d < size; d++)
            for (uint32_t j = 0; j < 16; j++) sum[j] += q[d] * head[d * stride + from + j];
        for (uint32_t j = 0; j < 16; j++) score[from + j] = sum[j];
    }
}

static void add_row(int16_t *restrict sum, const int8_t *restrict row)
{
    for (int j = 0; j < DEM_NET_EMB; j++) sum[j] = (int16_t)(sum[j] + row[j]);
}

const dem_kernel DEM_KERNEL = {
#ifdef __AVX2__
    .name = "avx2",
#else
    .name = "portable",
#endif
    .multiply = multiply,
    .to_bytes = to_bytes,
    .tanh = all_tanh,
    .recur = recur,
    .products = products,
    .add_row = add_row,
};

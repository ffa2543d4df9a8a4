/* lang/table.c - scoring and look-up in the tables of the model file. */
#include "lang/table.h"
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define MAX_FEATURES 160

/* Compiled for wider vectors too, chosen when the program starts; the sums are of whole numbers, so the
 * result is the same. */
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define FOR_THIS_MACHINE __attribute__((target_clones("avx2", "default")))
#else
#define FOR_THIS_MACHINE
#endif

/* Bit k is set if check k of the first n (8 .. 16) is `wanted`. All are compared at once where the machine
 * can, reading 16, which stay within the bucket. */
static inline unsigned hits16(const uint16_t *check, unsigned n, uint16_t wanted)
{
#ifdef __SSE2__
    __m128i w = _mm_set1_epi16((short)wanted);
    __m128i a = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)check), w);
    __m128i b = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)check + 1), w);
    return (unsigned)_mm_movemask_epi8(_mm_packs_epi16(a, b)) & ((1u << n) - 1);
#else
    unsigned hits = 0;
    for (unsigned i = 0; i < n; i++) hits |= (unsigned)(check[i] == wanted) << i;
    return hits;
#endif
}
static inline unsigned slot32(const uint32_t *check, uint32_t wanted)
{
    unsigned i = 0;
    while (i < DEM_WORD_SLOTS && check[i] != wanted) i++;
    return i;
}

void dem_dense_prefetch(const void *weights, const uint64_t *feature, unsigned n)
{
    const dem_dense *t = weights;
    for (unsigned i = 0; i < n; i++) __builtin_prefetch(&t->bucket[dem_key_bucket(feature[i], t->size)]);
}
void dem_sparse_prefetch(const void *weights, const uint64_t *feature, unsigned n)
{
    const dem_sparse *t = weights;
    for (unsigned i = 0; i < n; i++) __builtin_prefetch(&t->bucket[dem_key_bucket(feature[i], t->size)]);
}

/* Adds the weights in slot k, or 0 if they are not `wanted`. Whether a feature is known cannot be predicted, so
 * this is no branch. */
#ifdef __SSE2__
typedef __m128i dense_sum;
static inline void add_weights(dense_sum *sum, const dem_dense_bucket *b, unsigned k, bool wanted)
{
    int32_t w;
    memcpy(&w, b->w[k], sizeof w); /* a byte too many, which goes into the fourth sum */
    __m128i v = _mm_cvtsi32_si128(w & -(int32_t)wanted), zero = _mm_setzero_si128();
    v = _mm_unpacklo_epi16(zero, _mm_unpacklo_epi8(zero, v)); /* in the upper eight bits of four numbers */
    v = _mm_sra_epi32(v, _mm_cvtsi32_si128(24 - (int)dem_dense_shift(b, k)));
    *sum = _mm_add_epi32(*sum, v);
}
#else
typedef struct dense_sum {
    int32_t s[4];
} dense_sum;
static inline void add_weights(dense_sum *sum, const dem_dense_bucket *b, unsigned k, bool wanted)
{
    for (unsigned m = 0; m < 3; m++) sum->s[m] += b->w[k][m] * ((int)wanted << dem_dense_shift(b, k));
}
#endif

FOR_THIS_MACHINE void dem_dense_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score)
{
    const dem_dense *t = weights;
    dense_sum sum;
    memset(&sum, 0, sizeof sum);
    for (unsigned i = 0; i < n; i++) {
        uint16_t check = dem_key_check16(feature[i]);
        for (uint32_t at = dem_key_bucket(feature[i], t->size);; at = dem_bucket_after(at, t->size)) {
            const dem_dense_bucket *b = &t->bucket[at];
            unsigned hits = hits16(b->check, DEM_DENSE_SLOTS, check);
            add_weights(&sum, b, (unsigned)__builtin_ctz(hits | 1u << (DEM_DENSE_SLOTS - 1)), hits != 0);
            if (hits || !dem_dense_overflows(b)) break;
        }
    }
    int32_t total[4];
    memcpy(total, &sum, sizeof total);
    for (unsigned m = 0; m < 3; m++) score[m] = total[m] * DEM_DENSE_STEP;
}

uint32_t dem_words_get(const dem_words *t, uint64_t key)
{
    uint32_t check = dem_key_check32(key);
    for (uint32_t at = dem_key_bucket(key, t->size);; at = dem_bucket_after(at, t->size)) {
        const dem_word_bucket *b = &t->bucket[at];
        unsigned k = slot32(b->check, check);
        if (k < DEM_WORD_SLOTS) return b->value[k];
        if (!b->check[DEM_WORD_SLOTS - 1]) return DEM_WORDS_NONE;
    }
}

/* The number of the row under `key`; 0 (which no row has) if there is none. */
static inline uint32_t find_row(const dem_sparse *t, uint64_t key)
{
    uint16_t check = dem_key_check16(key);
    for (uint32_t at = dem_key_bucket(key, t->size);; at = dem_bucket_after(at, t->size)) {
        const dem_sparse_bucket *b = &t->bucket[at];
        unsigned hits = hits16(b->check, DEM_SPARSE_SLOTS, check);
        if (hits) return b->row[__builtin_ctz(hits)];
        if (!b->overflow) return 0;
    }
}

static inline void add_entry(int16_t *sum, uint32_t e)
{
    sum[e >> 9] = (int16_t)(sum[e >> 9] + (int)(e & 511) - 256);
}

static inline void add_pooled(int16_t *sum, const uint16_t *row, unsigned width)
{
    if (row[0] == DEM_ROW_FULL) {
        const int16_t *w = (const int16_t *)row + 1;
        for (unsigned k = 0; k < width; k++) sum[k] = (int16_t)(sum[k] + w[k]);
    } else {
        for (unsigned k = 1; k <= row[0]; k++) add_entry(sum, row[k]);
    }
}

FOR_THIS_MACHINE void dem_sparse_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score)
{
    const dem_sparse *t = weights;
    const uint16_t *row[MAX_FEATURES];
    int16_t sum[DEM_MAX_CLASSES] = {0};
    unsigned rows = 0, width = dem_row_width(t->classes);
    for (unsigned i = 0; i < n; i++) {
        uint32_t r = find_row(t, feature[i]);
        if (!r) continue;
        if (r >= DEM_ROW_POOLED) {
            row[rows] = &t->pool[r - DEM_ROW_POOLED];
            __builtin_prefetch(row[rows++]);
        } else {
            add_entry(sum, r >> 16);
            add_entry(sum, r & 0xffff);
        }
    }
    for (unsigned i = 0; i < rows; i++) add_pooled(sum, row[i], width);
    for (unsigned k = 0; k < t->classes; k++) score[k] = sum[k];
}

bool dem_dense_valid(const dem_dense *t)
{
    for (uint32_t i = 0; i < t->size; i++)
        if (!dem_dense_overflows(&t->bucket[i])) return true;
    return false;
}
bool dem_words_valid(const dem_words *t)
{
    for (uint32_t i = 0; i < t->size; i++)
        if (!t->bucket[i].check[DEM_WORD_SLOTS - 1]) return true;
    return false;
}

static bool row_valid(const dem_sparse *t, uint32_t r)
{
    if (r < DEM_ROW_POOLED) return r >> 25 < t->classes && (r >> 9 & 127) < t->classes;
    uint64_t at = r - DEM_ROW_POOLED;
    if (at >= t->n_pool) return false;
    uint64_t n = t->pool[at];
    if (n == DEM_ROW_FULL) return at + 1 + dem_row_width(t->classes) <= t->n_pool;
    if (at + 1 + n > t->n_pool) return false;
    for (uint64_t i = at + 1; i <= at + n; i++)
        if (t->pool[i] >> 9 >= t->classes) return false;
    return true;
}
bool dem_sparse_valid(const dem_sparse *t)
{
    bool ends = false;
    if (t->classes >= DEM_MAX_CLASSES) return false;
    for (uint32_t i = 0; i < t->size; i++) {
        const dem_sparse_bucket *b = &t->bucket[i];
        ends |= !b->overflow;
        for (unsigned k = 0; k < DEM_SPARSE_SLOTS; k++)
            if (b->check[k] && !row_valid(t, b->row[k])) return false;
    }
    return ends;
}

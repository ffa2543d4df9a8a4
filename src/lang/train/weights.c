/* lang/train/weights.c - growing weights, and rounding them into the tables of table.h. */
#include "lang/train/weights.h"
#include "base/vec.h"
#include <math.h>
#include <stdlib.h>
#include <sys/mman.h>

#define MAX_ROWS ((size_t)24 << 20) /* address space only: pages come when they are written */
#define MAX_FEATURES 160
#define MAX_WEIGHT 2000 /* of a row written out; some of them must add up within 16 bits */

static void *reserve(size_t bytes)
{
    // cppcheck-suppress invalidFunctionArg; -1 is what an anonymous mapping takes
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED) dem_oom_hook(bytes);
    madvise(p, bytes, MADV_HUGEPAGE);
    return p;
}

void dem_weights_init(dem_weights *w, unsigned classes, uint32_t min_hits)
{
    *w = (dem_weights){.classes = classes, .stride = (classes + 3) / 4 * 4, .bits = 16, .min_hits = min_hits};
    w->slot = reserve(sizeof *w->slot << w->bits);
    w->w = reserve(MAX_ROWS * w->stride * sizeof *w->w);
    w->sum = reserve(MAX_ROWS * w->stride * sizeof *w->sum);
}
void dem_weights_release(dem_weights *w)
{
    munmap(w->slot, sizeof *w->slot << w->bits);
    munmap(w->w, MAX_ROWS * w->stride * sizeof *w->w);
    munmap(w->sum, MAX_ROWS * w->stride * sizeof *w->sum);
}

static dem_weight_slot *find(const dem_weights *w, uint64_t key)
{
    uint64_t mask = ((uint64_t)1 << w->bits) - 1, at = key >> (64 - w->bits);
    while (w->slot[at].row && w->slot[at].key != key) at = (at + 1) & mask;
    return &w->slot[at];
}

static void grow(dem_weights *w)
{
    dem_weight_slot *old = w->slot;
    size_t n = (size_t)1 << w->bits++;
    w->slot = reserve(sizeof *w->slot << w->bits);
    for (size_t i = 0; i < n; i++)
        if (old[i].row) *find(w, old[i].key) = old[i];
    munmap(old, n * sizeof *old);
}

void dem_weights_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score)
{
    const dem_weights *w = weights;
    const int16_t *row[MAX_FEATURES];
    unsigned rows = 0;
    memset(score, 0, w->stride * sizeof *score);
    for (unsigned i = 0; i < n; i++) __builtin_prefetch(&w->slot[feature[i] >> (64 - w->bits)]);
    for (unsigned i = 0; i < n; i++) {
        const dem_weight_slot *s = find(w, feature[i]);
        if (!s->row || s->hits < w->min_hits) continue;
        row[rows] = w->w + (size_t)(s->row - 1) * w->stride;
        __builtin_prefetch(row[rows]);
        if (w->stride > 32) __builtin_prefetch(row[rows] + 32);
        rows++;
    }
    for (unsigned i = 0; i < rows; i++)
        for (unsigned k = 0; k < w->stride; k++) score[k] += row[i][k]; // cppcheck-suppress uninitvar
}

void dem_weights_update(dem_weights *w, const uint64_t *feature, unsigned n, unsigned cls, int by, int64_t now)
{
    for (unsigned i = 0; i < n; i++) {
        dem_weight_slot *s = find(w, feature[i]);
        if (!s->row) {
            if (w->n_rows >= MAX_ROWS) continue;
            *s = (dem_weight_slot){feature[i], ++w->n_rows, 0};
        }
        s->hits++;
        size_t at = (size_t)(s->row - 1) * w->stride + cls;
        if (w->w[at] + by > 32000 || w->w[at] + by < -32000) continue;
        w->w[at] = (int16_t)(w->w[at] + by);
        w->sum[at] += by * now;
        if ((uint64_t)w->n_rows * 5 > (uint64_t)3 << w->bits) grow(w);
    }
}

void dem_weights_restart(dem_weights *w, int64_t now)
{
    for (size_t i = 0; i < (size_t)w->n_rows * w->stride; i++) {
        w->sum[i] -= w->w[i] * now; /* as if each weight were taken back now */
        w->w[i] = 0;
    }
}

static int cmp_double(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double dem_weights_scale(const dem_weights *w, int64_t now, double top)
{
    size_t n = 0, cap = 1 << 20;
    double *v = dem_xalloc(cap * sizeof *v);
    for (uint32_t r = 0; r < w->n_rows; r++)
        for (unsigned k = 0; k < w->classes && n < cap; k++) {
            double x = fabs(dem_weights_mean(w, r, k, now));
            if (x > 0) v[n++] = x;
        }
    qsort(v, n, sizeof *v, cmp_double);
    double high = n ? v[n - 1 - n / 2000] : 1;
    free(v);
    return top / (high > 0 ? high : 1);
}

/* Buckets for n keys, four fifths full: few searches go beyond their first bucket. */
static uint32_t size_for(size_t n, unsigned slots)
{
    return (uint32_t)(n / slots + n / (4 * slots) + 2);
}

static int rounded(const dem_weights *w, uint32_t row, unsigned k, int64_t now, double scale, int top)
{
    long v = lrint(dem_weights_mean(w, row, k, now) * scale);
    return (int)(v > top ? top : v < -top ? -top : v);
}

/* Keys and rows that count, in the order the rows came to be: the same on every run. */
static dem_pair64 *live_rows(const dem_weights *w)
{
    dem_pair64 *by_row = dem_xalloc((w->n_rows + 1) * sizeof *by_row);
    for (size_t i = 0; i < (size_t)1 << w->bits; i++) {
        const dem_weight_slot *s = &w->slot[i];
        if (s->row) by_row[s->row - 1] = (dem_pair64){s->key, s->hits >= w->min_hits};
    }
    return by_row;
}

static void put_word(dem_word_bucket *bucket, uint32_t size, uint64_t key, uint32_t value)
{
    uint32_t check = dem_key_check32(key);
    for (uint32_t at = dem_key_bucket(key, size);; at = dem_bucket_after(at, size))
        for (unsigned k = 0; k < DEM_WORD_SLOTS; k++) {
            if (bucket[at].check[k] == check) return;
            if (bucket[at].check[k]) continue;
            bucket[at].check[k] = check;
            bucket[at].value[k] = value;
            return;
        }
}

void dem_build_words(const dem_pair64 *pair, size_t n, dem_arena *arena, dem_words *out)
{
    out->size = size_for(n, DEM_WORD_SLOTS);
    dem_word_bucket *bucket = dem_arena_array(arena, dem_word_bucket, out->size);
    for (size_t i = 0; i < n; i++) put_word(bucket, out->size, pair[i].key, pair[i].value);
    out->bucket = bucket;
}

typedef DEM_VEC(uint16_t) pool;

/* A row's number (table.h), its longer part put into the pool; 0 if nothing is left of it. */
static uint32_t add_row(pool *p, dem_arena *a, const int *v, unsigned classes)
{
    uint16_t entry[DEM_MAX_CLASSES];
    unsigned n = 0;
    bool full = false;
    for (unsigned k = 0; k < classes; k++) {
        if (v[k]) entry[n++] = dem_entry(k, v[k]);
        full |= v[k] > 255 || v[k] < -255;
    }
    full |= n >= DEM_ROW_MANY;
    if (n == 0) return 0;
    if (n <= 2 && !full) return (uint32_t)entry[0] << 16 | (n == 2 ? entry[1] : DEM_ENTRY_NOTHING);
    uint32_t from = (uint32_t)p->n;
    dem_vec_push(a, p, (uint16_t)(full ? DEM_ROW_FULL : n));
    for (unsigned k = 0; !full && k < n; k++) dem_vec_push(a, p, entry[k]);
    for (unsigned k = 0; full && k < dem_row_width(classes); k++)
        dem_vec_push(a, p, (uint16_t)(int16_t)(k < classes ? v[k] : 0));
    return DEM_ROW_POOLED | from;
}

static void put_row(dem_sparse_bucket *bucket, uint32_t size, uint64_t key, uint32_t row)
{
    uint32_t at = dem_key_bucket(key, size);
    for (; bucket[at].check[DEM_SPARSE_SLOTS - 1]; at = dem_bucket_after(at, size)) bucket[at].overflow = 1;
    unsigned k = 0;
    while (bucket[at].check[k]) k++;
    bucket[at].check[k] = dem_key_check16(key);
    bucket[at].row[k] = row;
}

void dem_weights_sparse(const dem_weights *w, int64_t now, double scale, int least, dem_arena *arena,
                        dem_sparse *out)
{
    dem_pair64 *live = live_rows(w);
    pool p = {0};
    size_t n = 0;
    for (uint32_t r = 0; r < w->n_rows; r++) {
        int v[DEM_MAX_CLASSES];
        if (!live[r].value) continue;
        for (unsigned k = 0; k < w->classes; k++) {
            v[k] = rounded(w, r, k, now, scale, MAX_WEIGHT);
            if (v[k] < least && v[k] > -least) v[k] = 0;
        }
        uint32_t row = add_row(&p, arena, v, w->classes);
        if (row) live[n++] = (dem_pair64){live[r].key, row};
    }
    *out = (dem_sparse){
        .pool = p.at, .n_pool = (uint32_t)p.n, .size = size_for(n, DEM_SPARSE_SLOTS), .classes = w->classes};
    dem_sparse_bucket *bucket = dem_arena_array(arena, dem_sparse_bucket, out->size);
    for (size_t i = 0; i < n; i++) put_row(bucket, out->size, live[i].key, live[i].value);
    out->bucket = bucket;
    free(live);
}

static void put_dense(dem_dense_bucket *bucket, uint32_t size, uint64_t key, const int16_t v[3],
                      unsigned exponent)
{
    uint32_t at = dem_key_bucket(key, size);
    for (; bucket[at].check[DEM_DENSE_SLOTS - 1]; at = dem_bucket_after(at, size)) bucket[at].tail |= 1;
    dem_dense_bucket *b = &bucket[at];
    unsigned k = 0;
    while (b->check[k]) k++;
    b->check[k] = dem_key_check16(key);
    b->tail |= exponent << (8 + 2 * k);
    for (unsigned i = 0; i < 3; i++) b->w[k][i] = (int8_t)v[i];
}

/* Rounded weights of a row, as bytes, and the exponent they need. */
static unsigned dense_row(const dem_weights *w, uint32_t row, int64_t now, double scale, int16_t v[3])
{
    for (unsigned e = 0;; e++) {
        bool fits = true;
        for (unsigned k = 0; k < 3; k++) {
            v[k] = (int16_t)rounded(w, row, k, now, scale / (DEM_DENSE_STEP << 2 * e), e == 3 ? 127 : 1000);
            fits &= v[k] <= 127 && v[k] >= -127;
        }
        if (fits) return e;
    }
}

static double spread(const dem_weights *w, uint32_t row, int64_t now)
{
    double low = dem_weights_mean(w, row, 0, now), high = low;
    for (unsigned k = 1; k < 3; k++) {
        double m = dem_weights_mean(w, row, k, now);
        if (m < low) low = m;
        if (m > high) high = m;
    }
    return high - low;
}

void dem_weights_dense(const dem_weights *w, int64_t now, double scale, int least, dem_arena *arena,
                       dem_dense *out)
{
    dem_pair64 *live = live_rows(w);
    size_t n = 0;
    for (uint32_t r = 0; r < w->n_rows; r++) {
        live[r].value = live[r].value && spread(w, r, now) * scale >= least;
        n += live[r].value;
    }
    out->size = size_for(n, DEM_DENSE_SLOTS);
    dem_dense_bucket *bucket = dem_arena_array(arena, dem_dense_bucket, out->size);
    for (uint32_t r = 0; r < w->n_rows; r++) {
        int16_t v[3];
        if (!live[r].value) continue;
        unsigned exponent = dense_row(w, r, now, scale, v);
        put_dense(bucket, out->size, live[r].key, v, exponent);
    }
    out->bucket = bucket;
    free(live);
}

#define LEAST_STEP 2

void dem_weights_sparse_fit(const dem_weights *w, int64_t now, double scale, size_t room, dem_arena *arena,
                            dem_sparse *out)
{
    size_t bytes = SIZE_MAX;
    int least = 1 - LEAST_STEP;
    while (bytes > room) {
        dem_arena a;
        dem_arena_init(&a, 1 << 20);
        dem_weights_sparse(w, now, scale, least += LEAST_STEP, &a, out);
        bytes = out->size * sizeof *out->bucket + out->n_pool * sizeof *out->pool;
        dem_arena_release(&a);
    }
    dem_weights_sparse(w, now, scale, least, arena, out);
}

void dem_weights_dense_fit(const dem_weights *w, int64_t now, double scale, size_t room, dem_arena *arena,
                           dem_dense *out)
{
    size_t bytes = SIZE_MAX;
    int least = 1 - LEAST_STEP;
    while (bytes > room) {
        dem_arena a;
        dem_arena_init(&a, 1 << 20);
        dem_weights_dense(w, now, scale, least += LEAST_STEP, &a, out);
        bytes = out->size * sizeof *out->bucket;
        dem_arena_release(&a);
    }
    dem_weights_dense(w, now, scale, least, arena, out);
}

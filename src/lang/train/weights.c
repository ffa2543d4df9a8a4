/* lang/train/weights.c - growing weights, and rounding them into the tables of table.h. */
#include "lang/train/weights.h"
#include <math.h>
#include <stdlib.h>
#include <sys/mman.h>

#define MAX_ROWS ((size_t)24 << 20) /* address space only: pages come when they are written */
#define MAX_FEATURES 160

static void *reserve(size_t bytes)
{
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
        for (unsigned k = 0; k < w->stride; k++) score[k] += row[i][k];
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

static int cmp_double(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The scale that takes all but one in two thousand of the weights below `top`; the rest is cut there. */
double dem_weights_scale(const dem_weights *w, int64_t now, double top)
{
    size_t n = 0, cap = 1 << 20;
    double *v = dem_xalloc(cap * sizeof *v);
    for (uint32_t r = 0; r < w->n_rows; r++)
        for (unsigned k = 0; k < w->classes && n < cap; k++) {
            double x = fabs(dem_weights_mean(w, r, k, now));
            if (x > 0 && w->w[(size_t)r * w->stride + k]) v[n++] = x;
        }
    qsort(v, n, sizeof *v, cmp_double);
    double high = n ? v[n - 1 - n / 2000] : 1;
    free(v);
    return top / (high > 0 ? high : 1);
}

/* Four fifths full: searches stay short and the file small. */
static uint32_t size_for(size_t n)
{
    return (uint32_t)(n + n / 4 + 8);
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

static void put_word(dem_word_slot *slot, uint32_t size, uint64_t key, uint32_t value)
{
    uint32_t at = dem_key_slot(key, size), check = dem_key_check32(key);
    for (; slot[at].check; at = dem_slot_after(at, size))
        if (slot[at].check == check) return;
    slot[at] = (dem_word_slot){check, value};
}

void dem_build_words(const dem_pair64 *pair, size_t n, dem_arena *arena, dem_words *out)
{
    out->size = size_for(n);
    dem_word_slot *slot = dem_arena_array(arena, dem_word_slot, out->size);
    for (size_t i = 0; i < n; i++) put_word(slot, out->size, pair[i].key, pair[i].value);
    out->slot = slot;
}

void dem_weights_sparse(const dem_weights *w, int64_t now, double scale, dem_arena *arena, dem_sparse *out)
{
    dem_pair64 *live = live_rows(w);
    size_t n_pool = 0, n = 0;
    uint16_t *pool = dem_arena_array(arena, uint16_t, (size_t)w->n_rows * 8 + 256);
    size_t cap = (size_t)w->n_rows * 8;
    for (uint32_t r = 0; r < w->n_rows; r++) {
        size_t from = n_pool;
        if (!live[r].value) continue;
        for (unsigned k = 0; k < w->classes && n_pool < cap + 128; k++) {
            int v = rounded(w, r, k, now, scale, 255);
            if (v) pool[n_pool++] = (uint16_t)(k << 9 | (unsigned)(v + 256));
        }
        if (n_pool == from || n_pool >= 1u << 24) continue;
        live[n].key = live[r].key;
        live[n++].value = (uint32_t)(from << 8 | (n_pool - from));
    }
    dem_words slots;
    dem_build_words(live, n, arena, &slots);
    *out = (dem_sparse){slots.slot, pool, (uint32_t)n_pool, slots.size, w->classes};
    free(live);
}

void dem_weights_dense(const dem_weights *w, int64_t now, double scale, dem_arena *arena, dem_dense *out)
{
    dem_pair64 *live = live_rows(w);
    size_t n = 0;
    for (uint32_t r = 0; r < w->n_rows; r++) {
        bool any = false;
        for (unsigned k = 0; k < 3; k++) any |= rounded(w, r, k, now, scale, 32767) != 0;
        live[r].value = live[r].value && any;
        n += live[r].value;
    }
    out->size = size_for(n);
    dem_dense_slot *slot = dem_arena_array(arena, dem_dense_slot, out->size);
    for (uint32_t r = 0; r < w->n_rows; r++) {
        dem_dense_slot s = {.check = dem_key_check16(live[r].key)};
        if (!live[r].value) continue;
        for (unsigned k = 0; k < 3; k++) s.w[k] = (int16_t)rounded(w, r, k, now, scale, 32767);
        uint32_t at = dem_key_slot(live[r].key, out->size);
        while (slot[at].check && slot[at].check != s.check) at = dem_slot_after(at, out->size);
        slot[at] = s;
    }
    out->slot = slot;
    free(live);
}

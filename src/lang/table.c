/* lang/table.c - scoring and look-up in the tables of the model file. */
#include "lang/table.h"
#include <string.h>

#define MAX_FEATURES 160

/* Far misses dominate: ask for all the slots first, then read them. */
void dem_dense_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score)
{
    const dem_dense *t = weights;
    int32_t s0 = 0, s1 = 0, s2 = 0;
    for (unsigned i = 0; i < n; i++) __builtin_prefetch(&t->slot[dem_key_slot(feature[i], t->size)]);
    for (unsigned i = 0; i < n; i++) {
        uint16_t check = dem_key_check16(feature[i]);
        for (uint32_t at = dem_key_slot(feature[i], t->size);; at = dem_slot_after(at, t->size)) {
            const dem_dense_slot *s = &t->slot[at];
            if (s->check == check) {
                s0 += s->w[0];
                s1 += s->w[1];
                s2 += s->w[2];
            }
            if (s->check == check || !s->check) break;
        }
    }
    score[0] = s0;
    score[1] = s1;
    score[2] = s2;
}

static uint32_t find(const dem_word_slot *slot, uint32_t size, uint64_t key)
{
    uint32_t check = dem_key_check32(key);
    for (uint32_t at = dem_key_slot(key, size);; at = dem_slot_after(at, size)) {
        if (slot[at].check == check) return slot[at].value;
        if (!slot[at].check) return DEM_WORDS_NONE;
    }
}

void dem_sparse_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score)
{
    const dem_sparse *t = weights;
    uint32_t row[MAX_FEATURES];
    memset(score, 0, t->classes * sizeof *score);
    for (unsigned i = 0; i < n; i++) __builtin_prefetch(&t->slot[dem_key_slot(feature[i], t->size)]);
    for (unsigned i = 0; i < n; i++) {
        row[i] = find(t->slot, t->size, feature[i]);
        if (row[i] != DEM_WORDS_NONE) __builtin_prefetch(&t->pool[row[i] >> 8]);
    }
    for (unsigned i = 0; i < n; i++) {
        if (row[i] == DEM_WORDS_NONE) continue;
        const uint16_t *e = &t->pool[row[i] >> 8], *end = e + (row[i] & 255);
        for (; e < end; e++) score[*e >> 9] += (int32_t)(*e & 511) - 256;
    }
}

uint32_t dem_words_get(const dem_words *t, uint64_t key)
{
    return find(t->slot, t->size, key);
}

bool dem_dense_valid(const dem_dense *t)
{
    uint32_t empty = 0;
    for (uint32_t i = 0; i < t->size; i++) empty += !t->slot[i].check;
    return empty > 0;
}
bool dem_words_valid(const dem_words *t)
{
    uint32_t empty = 0;
    for (uint32_t i = 0; i < t->size; i++) empty += !t->slot[i].check;
    return empty > 0;
}
bool dem_sparse_valid(const dem_sparse *t)
{
    dem_words slots = {t->slot, t->size};
    if (t->classes > DEM_MAX_CLASSES || !dem_words_valid(&slots)) return false;
    for (uint32_t i = 0; i < t->size; i++) {
        uint32_t v = t->slot[i].value;
        if (t->slot[i].check && (v >> 8) + (v & 255) > t->n_pool) return false;
    }
    for (uint32_t i = 0; i < t->n_pool; i++)
        if (t->pool[i] >> 9 >= t->classes) return false;
    return true;
}

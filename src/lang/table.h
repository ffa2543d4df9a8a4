/* lang/table.h - the look-up tables of the model file: open addressing, read in place.
 *
 *   dense   key -> three weights            slot {check16, w[3]}         which move the parser makes
 *   sparse  key -> a few (class, weight)    slot {check32, at32} + pool  tags, relations
 *   words   key -> a number                 slot {check32, value32}      dictionary, lemma scripts
 *
 * A key is a 64-bit feature; its high bits choose the slot, others are kept as a check. Two keys that
 * agree in both are taken for the same: so rare (2^-36 and less) that the trainer never sees it. A slot
 * whose check is 0 is empty. The tables are bounds-checked once, when the model is opened. */
#ifndef DEM_LANG_TABLE_H
#define DEM_LANG_TABLE_H
#include "lang/feature.h"
#include <stdbool.h>

typedef struct dem_dense_slot {
    uint16_t check;
    int16_t w[3];
} dem_dense_slot;

typedef struct dem_word_slot {
    uint32_t check, value;
} dem_word_slot;

/* All three have `size` slots, at least one of them empty, so that every search ends. */
typedef struct dem_dense {
    const dem_dense_slot *slot;
    uint32_t size;
} dem_dense;

/* value = first entry << 8 | entries; an entry is class << 9 | weight + 256. */
typedef struct dem_sparse {
    const dem_word_slot *slot;
    const uint16_t *pool; /* [n_pool] */
    uint32_t n_pool, size;
    unsigned classes;
} dem_sparse;

typedef struct dem_words {
    const dem_word_slot *slot;
    uint32_t size;
} dem_words;

#define DEM_WORDS_NONE UINT32_MAX

/* Where the search for `key` begins: its upper half, scaled to the size. */
static inline uint32_t dem_key_slot(uint64_t key, uint32_t size)
{
    return (uint32_t)((key >> 32) * size >> 32);
}
static inline uint32_t dem_slot_after(uint32_t at, uint32_t size)
{
    return at + 1 < size ? at + 1 : 0;
}
static inline uint32_t dem_key_check32(uint64_t key)
{
    uint32_t c = (uint32_t)key;
    return c ? c : 1;
}
static inline uint16_t dem_key_check16(uint64_t key)
{
    uint16_t c = (uint16_t)key;
    return c ? c : 1;
}

/* Scorers for dem_scorer; `weights` is a dem_dense or dem_sparse. */
void dem_dense_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score);
void dem_sparse_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score);
/* The value under `key`, or DEM_WORDS_NONE. */
uint32_t dem_words_get(const dem_words *t, uint64_t key);

/* True if every search in the table ends and stays inside it. */
bool dem_dense_valid(const dem_dense *t);
bool dem_sparse_valid(const dem_sparse *t);
bool dem_words_valid(const dem_words *t);

#endif

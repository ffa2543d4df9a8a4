/* lang/table.h - the look-up tables of the model file, read in place.
 *
 *   dense   key -> three weights            which move the parser makes
 *   sparse  key -> a few (class, weight)    tags, relations
 *   words   key -> a number                 dictionary, lemma scripts
 *
 * A table is an array of buckets of 64 bytes, one line of the cache, filled from the front. A key is a 64-bit
 * feature: its upper half chooses the bucket, lower bits are the check; what does not fit goes to the next
 * bucket, and a mark says so. Two keys that agree in both are taken for the same, which is too rare to matter
 * among thousands of weights. A check of 0 is an empty slot. Tables are checked once, when the model is opened.
 */
#ifndef DEM_LANG_TABLE_H
#define DEM_LANG_TABLE_H
#include "lang/feature.h"
#include <stdbool.h>

#define DEM_DENSE_SLOTS 12
#define DEM_SPARSE_SLOTS 10
#define DEM_WORD_SLOTS 8

/* Weights of moves are bytes with an exponent of two bits a slot: w << 2 * exponent, in steps of
 * DEM_DENSE_STEP. Cutting large weights off costs accuracy, rounding them does not. */
#define DEM_DENSE_STEP 2

typedef struct dem_dense_bucket {
    uint16_t check[DEM_DENSE_SLOTS];
    int8_t w[DEM_DENSE_SLOTS][3];
    uint32_t tail; /* bit 0: a key that belongs here is in a later bucket; bits 8 + 2k: exponent of slot k */
} dem_dense_bucket;

static inline unsigned dem_dense_shift(const dem_dense_bucket *b, unsigned k)
{
    return (b->tail >> (8 + 2 * k) & 3u) * 2;
}
static inline bool dem_dense_overflows(const dem_dense_bucket *b)
{
    return b->tail & 1u;
}

/* An entry is class << 9 | weight + 256. A row of one or two entries is both in one number (the second is
 * DEM_ENTRY_NOTHING if there is none). Longer rows are in the pool: their number has all of the upper seven
 * bits set, the rest is where they begin; there, their length comes first. A row of many entries is written
 * out instead, one weight a class, its length being DEM_ROW_FULL: that is faster to add up. So is a row with
 * a weight beyond +-255. */
typedef struct dem_sparse_bucket {
    uint16_t check[DEM_SPARSE_SLOTS];
    uint32_t row[DEM_SPARSE_SLOTS];
    uint8_t overflow;
    uint8_t unused[3];
} dem_sparse_bucket;

typedef struct dem_word_bucket {
    uint32_t check[DEM_WORD_SLOTS], value[DEM_WORD_SLOTS];
} dem_word_bucket;

typedef struct dem_dense {
    const dem_dense_bucket *bucket; /* [size] */
    uint32_t size;
} dem_dense;

typedef struct dem_sparse {
    const dem_sparse_bucket *bucket; /* [size] */
    const uint16_t *pool;            /* [n_pool] */
    uint32_t size, n_pool;
    unsigned classes; /* at most 127 */
} dem_sparse;

typedef struct dem_words {
    const dem_word_bucket *bucket; /* [size] */
    uint32_t size;
} dem_words;

_Static_assert(sizeof(dem_dense_bucket) == 64 && sizeof(dem_sparse_bucket) == 64 &&
                   sizeof(dem_word_bucket) == 64,
               "a bucket is a line of the cache");

#define DEM_WORDS_NONE UINT32_MAX
#define DEM_ENTRY_NOTHING 256u
#define DEM_ROW_POOLED (127u << 25)
#define DEM_ROW_FULL 255u
#define DEM_ROW_MANY 16u /* entries from which a row is written out */

static inline uint16_t dem_entry(unsigned cls, int weight)
{
    return (uint16_t)(cls << 9 | (unsigned)(weight + 256));
}
/* Weights in a row written out: the classes, rounded up to whole vectors. */
static inline unsigned dem_row_width(unsigned classes)
{
    return (classes + 7) / 8 * 8;
}

/* Where the search for `key` begins. */
static inline uint32_t dem_key_bucket(uint64_t key, uint32_t size)
{
    return (uint32_t)((key >> 32) * size >> 32);
}
static inline uint32_t dem_bucket_after(uint32_t at, uint32_t size)
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

/* Scorers for dem_scorer; `weights` is a dem_dense or dem_sparse. At most 160 features, 128 for a dem_sparse
 * (whose sums are kept in 16 bits). */
void dem_dense_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score);
void dem_sparse_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score);
void dem_dense_prefetch(const void *weights, const uint64_t *feature, unsigned n);
void dem_sparse_prefetch(const void *weights, const uint64_t *feature, unsigned n);
/* The value under `key`, or DEM_WORDS_NONE. */
uint32_t dem_words_get(const dem_words *t, uint64_t key);

/* True if every search in the table ends and stays inside it. */
bool dem_dense_valid(const dem_dense *t);
bool dem_sparse_valid(const dem_sparse *t);
bool dem_words_valid(const dem_words *t);

#endif

/* lang/words.h - a look-up table of the model file, read in place: atom -> number.
 *
 * An array of buckets of 64 bytes, one line of the cache, filled from the front. The upper half of a key
 * chooses the bucket, the lower is the check; what does not fit goes to the next bucket. Two keys that agree in
 * both are taken for the same, which is too rare to matter. A check of 0 is an empty slot. The table is
 * checked once, when the model is opened. */
#ifndef DEM_LANG_WORDS_H
#define DEM_LANG_WORDS_H
#include "lang/atom.h"
#include <stdbool.h>

#define DEM_WORD_SLOTS 8

typedef struct dem_word_bucket {
    uint32_t check[DEM_WORD_SLOTS], value[DEM_WORD_SLOTS];
} dem_word_bucket;

typedef struct dem_words {
    const dem_word_bucket *bucket; /* [size] */
    uint32_t size;
} dem_words;

_Static_assert(sizeof(dem_word_bucket) == 64, "a bucket is a line of the cache");

#define DEM_WORDS_NONE UINT32_MAX

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

/* The value under `key`, or DEM_WORDS_NONE. */
uint32_t dem_words_get(const dem_words *t, uint64_t key);
/* True if every search in the table ends and stays inside it. */
bool dem_words_valid(const dem_words *t);

#endif

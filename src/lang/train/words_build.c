/* lang/train/words_build.c - filling the buckets. */
#include "lang/train/words_build.h"

/* Buckets for n keys, four fifths full: few searches go beyond their first bucket. */
static uint32_t size_for(size_t n)
{
    return (uint32_t)(n / DEM_WORD_SLOTS + n / (4 * DEM_WORD_SLOTS) + 2);
}

static void put(dem_word_bucket *bucket, uint32_t size, uint64_t key, uint32_t value)
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

void dem_words_build(const dem_pair64 *pair, size_t n, dem_arena *arena, dem_words *out)
{
    out->size = size_for(n);
    dem_word_bucket *bucket = dem_arena_array(arena, dem_word_bucket, out->size);
    for (size_t i = 0; i < n; i++) put(bucket, out->size, pair[i].key, pair[i].value);
    out->bucket = bucket;
}

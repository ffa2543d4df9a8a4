/* lang/words.c - look-up in a table of words. */
#include "lang/words.h"

static inline unsigned slot(const uint32_t *check, uint32_t wanted)
{
    unsigned i = 0;
    while (i < DEM_WORD_SLOTS && check[i] != wanted) i++;
    return i;
}

uint32_t dem_words_get(const dem_words *t, uint64_t key)
{
    uint32_t check = dem_key_check32(key);
    for (uint32_t at = dem_key_bucket(key, t->size);; at = dem_bucket_after(at, t->size)) {
        const dem_word_bucket *b = &t->bucket[at];
        unsigned k = slot(b->check, check);
        if (k < DEM_WORD_SLOTS) return b->value[k];
        if (!b->check[DEM_WORD_SLOTS - 1]) return DEM_WORDS_NONE;
    }
}

bool dem_words_valid(const dem_words *t)
{
    for (uint32_t i = 0; i < t->size; i++)
        if (!t->bucket[i].check[DEM_WORD_SLOTS - 1]) return true;
    return false;
}

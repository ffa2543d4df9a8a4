/* lang/train/words_build.h - making a table of words. */
#ifndef DEM_TRAIN_WORDS_BUILD_H
#define DEM_TRAIN_WORDS_BUILD_H
#include "base/arena.h"
#include "lang/words.h"

typedef struct dem_pair64 {
    uint64_t key;
    uint32_t value;
} dem_pair64;

/* A table of the n pairs, in `arena`; of two pairs with one key the first stays. */
void dem_words_build(const dem_pair64 *pair, size_t n, dem_arena *arena, dem_words *out);

#endif

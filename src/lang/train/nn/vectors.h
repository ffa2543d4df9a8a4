/* lang/train/nn/vectors.h - the words that the network knows: vectors from a file, rows for those of the treebanks. */
#ifndef DEM_TRAIN_VECTORS_H
#define DEM_TRAIN_VECTORS_H
#include "lang/conllu.h"
#include "lang/net.h"

typedef struct dem_vectors {
    dem_words words;       /* atom `low` -> dem_net_word() */
    const uint8_t *number; /* [n][DEM_NET_VEC], 64 + 63 * half the number, cut at +-1 */
    uint32_t n;
} dem_vectors;

/* Words that occur twice in the bank get rows of their own, the most frequent first. `path` (may be NULL) has lines
 * "word number*100", most frequent words first: the first `most` are taken, and those of later lines that occur
 * in the bank. Memory in `arena`. DEM_E_IO or DEM_E_FORMAT. */
dem_status dem_vectors_read(dem_vectors *v, const char *path, uint32_t most, const dem_treebank *bank,
                            dem_arena *arena, dem_error *err);

#endif

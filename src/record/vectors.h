/* record/vectors.h - word vectors, for those who may not know where they come from: the language model has them, and
 * coding asks how alike two words are. */
#ifndef DEM_RECORD_VECTORS_H
#define DEM_RECORD_VECTORS_H
#include "base/str.h"

enum {
    DEM_VECTOR_SIZE = 100,
    DEM_VECTOR_ZERO = 64 /* the byte that stands for 0; 1 .. 127 are -1 .. 1 */
};

/* All zero: there are none. */
typedef struct dem_word_vectors {
    const void *of; /* borrowed */
    /* The vector of a word in small letters, [DEM_VECTOR_SIZE], borrowed from `of`; NULL for an unknown word. */
    const uint8_t *(*find)(const void *of, dem_str word);
} dem_word_vectors;

#endif

/* said/cue.h - which words head cues: "said", "according", "statement", "reportedly". */
#ifndef DEM_SAID_CUE_H
#define DEM_SAID_CUE_H
#include "said/view.h"

enum { SAID_CUE_BITS = 14, SAID_CUE_WEIGHTS = 1 << SAID_CUE_BITS };

/* The lists of the lexicon that speak of reporting. */
typedef struct said_lists {
    uint32_t reporting, noun, hedge;
} said_lists;
said_lists said_lists_of(const dem_lexicon *lexicon);

/* The word as such, of whatever part of speech: words that head no cues are passed over by it. */
void said_cue_word(const said_view *v, uint32_t sentence, int token, said_traits *out);
/* The word in its sentence, what said_cue_word() gives included. */
void said_cue_traits(const said_view *v, const said_lists *lists, uint32_t sentence, int token,
                     said_traits *out);
/* Vectors that speak for it, each with the block of weights that it goes with. */
enum { SAID_CUE_BLOCKS = 8, SAID_CUE_VECTORS = 5 };
typedef struct said_vectors {
    const uint8_t *at[SAID_CUE_VECTORS]; /* [n], each [DEM_VECTOR_SIZE] */
    uint8_t block[SAID_CUE_VECTORS];     /* below SAID_CUE_BLOCKS */
    uint32_t n;
} said_vectors;
void said_cue_vectors(const said_view *v, uint32_t sentence, int token, said_vectors *out);

/* Judges every word: fills .cue. */
void said_cues_judge(said_view *v);

/* log-odds that a word heads a cue: by traits, then by the dimensions of its vectors (in SAID_ONE * 64 parts). */
extern const int8_t SAID_CUE_TRAIT[SAID_CUE_WEIGHTS];
extern const int8_t SAID_CUE_DIMENSION[SAID_CUE_BLOCKS * DEM_VECTOR_SIZE];

#endif

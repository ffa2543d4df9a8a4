/* said/view.h - a report as the finder of attributions looks at it; for the files of this room and for the trainer.
 *
 *   sentences ──> view: words hashed, quotations (view.c, quotation.c)
 *            ──> cue heads, token by token (cue.c)
 *            ──> for each cue the role of each token of its sentence (role.c)
 *            ──> quotations that run on into other sentences (stretch.c)
 *            ──> attributions, the enclosing ones first (find.c) */
#ifndef DEM_SAID_VIEW_H
#define DEM_SAID_VIEW_H
#include "base/vec.h"
#include "said/said.h"

typedef struct said_word {
    uint32_t lemma, form; /* hashes of the words in small letters */
    uint32_t run;         /* number of the quotation it stands in, from 1; 0: none */
    int16_t cue; /* how likely it heads a cue (SAID_ONE parts of a unit of log-odds), SAID_NO_CUE: it cannot */
} said_word;

/* A stretch between quotation marks; it may run over sentences and paragraphs. */
typedef struct said_run {
    uint32_t from, from_token; /* sentence and token of its first word */
    uint32_t to, to_token;     /* ... of its last one */
    uint32_t words;
    int32_t owner; /* the relation whose content it is, -1 if none; set by said_stretch() */
} said_run;

typedef struct said_view {
    const dem_said_input *in;
    dem_arena *arena;
    said_word **word;                        /* [n][tokens] */
    DEM_VEC(said_run) run;                   /* at[0] stands for "none" */
    const int8_t *cue_trait, *cue_dimension; /* weights of cue.h; the trainer has others */
} said_view;

/* Weights are in so many parts of a unit of log-odds. */
enum { SAID_ONE = 24, SAID_NO_CUE = INT16_MIN };

/* Words and quotations; cue heads are not judged yet. Everything in `arena`. */
void said_view_make(said_view *v, const dem_said_input *in, dem_arena *arena);
/* Numbers the quotations. */
void said_quotations(said_view *v);

/* ---- traits: numbers below a power of two, by hashing (Weinberger et al. 2009) ----------------------------- */

enum { SAID_TRAITS_MAX = 96 };

typedef struct said_traits {
    uint32_t at[SAID_TRAITS_MAX];
    uint32_t n, bits;
} said_traits;

static inline uint64_t said_mix(uint64_t a, uint64_t b)
{
    uint64_t h = (a ^ (b + 0x9e3779b97f4a7c15u)) * 0xd6e8feb86659fd93u;
    return h ^ (h >> 32);
}
/* Adds trait `which` of family `family`; what is too much is left out. */
static inline void said_add(said_traits *t, unsigned family, uint64_t which)
{
    uint64_t h = said_mix(which * 0x9fb21c651e98df25u, family);
    if (t->n < SAID_TRAITS_MAX) t->at[t->n++] = (uint32_t)((h * 0x9e3779b97f4a7c15u) >> (64 - t->bits));
}

#endif

/* lang/choice.h - how many points each move has in each of some states.
 *
 * Hypotheses of a beam differ in few places, and a move changes little: points of whole states, of groups of
 * features and of arcs are kept for as long as a sentence is being parsed. */
#ifndef DEM_LANG_CHOICE_H
#define DEM_LANG_CHOICE_H
#include "lang/feature.h"
#include "lang/state.h"

#define DEM_MAX_BEAM 32
#define DEM_HOPELESS INT32_MIN /* points of a move that is not allowed or not worth a look */

/* Points of every move, the relation it names included. */
typedef struct dem_choice {
    int32_t score[DEM_MOVES];
    uint8_t rel[DEM_MOVES];
} dem_choice;

typedef struct dem_chooser dem_chooser; /* caches of one thread */

typedef struct dem_question {
    const dem_scorer *moves, *rels;
    const dem_word *w; /* [n + 1], w[n] being ROOT */
    uint32_t n;
    int32_t hopeless; /* points by which a move may trail the state's best before its relation is named */
} dem_question;

dem_chooser *dem_chooser_new(void);
void dem_chooser_free(dem_chooser *c);
/* A new sentence begins, or weights have changed: forget everything. */
void dem_chooser_begin(dem_chooser *c);
/* Fills choice[i] for each of the n (at most DEM_MAX_BEAM) states. */
void dem_chooser_ask(dem_chooser *c, const dem_question *q, const dem_state *state, unsigned n,
                     dem_choice *choice);

#endif

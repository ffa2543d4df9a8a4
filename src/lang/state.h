/* lang/state.h - a half-built tree: the arc-hybrid transition system (Kuhlmann et al. 2011).
 *
 *      stack ... S2 S1 S0 | N0 N1 N2 ... ROOT
 *
 *   shift   N0 goes on the stack
 *   left    S0 becomes a left child of N0 and leaves the stack
 *   right   S0 becomes a right child of S1 and leaves the stack
 *
 * ROOT stands behind the last word and takes one child, so every run ends after exactly 2n moves in one
 * tree. Items and states never change once made: the hypotheses of a beam share their stacks. */
#ifndef DEM_LANG_STATE_H
#define DEM_LANG_STATE_H
#include "lang/word.h"

typedef enum dem_move { DEM_SHIFT, DEM_LEFT, DEM_RIGHT, DEM_MOVES } dem_move;

/* A token with what has been attached to it so far. Tokens are indices; -1 is none, n is ROOT. */
typedef struct dem_item {
    int16_t tok;
    int16_t l1, l2, r1, r2;       /* outermost and second outermost children */
    int16_t marker;               /* latest case or mark child */
    uint8_t rl1, rl2, rr1, rr2;   /* their relations */
    uint8_t nl, nr;               /* number of children */
    uint16_t depth;               /* items on the stack up to and with this one */
    uint64_t ml, mr;              /* sets of relations to the left, to the right */
    uint64_t sig;                 /* hash of all above but depth */
    uint64_t chain;               /* hash of this and all items below */
    const struct dem_item *below; /* next item of the stack */
} dem_item;

typedef struct dem_state {
    const struct dem_state *prev; /* NULL at the start */
    const dem_item *top;          /* S0, NULL if the stack is empty */
    dem_item next;                /* N0 */
    int32_t score;
    uint8_t move, rel; /* what led here from prev */
} dem_state;

/* The state before the first move. */
void dem_state_start(dem_state *s);
bool dem_state_allows(const dem_state *s, uint32_t n, dem_move m);
/* `to` = `from` after a legal move; `fresh` is memory for the item it may have to make, and true is
 * returned if it was used. The score is copied. */
bool dem_state_move(dem_state *to, const dem_state *from, dem_move m, uint8_t rel, dem_item *fresh);
/* Equal for two states exactly if all that can come after is equal. */
uint64_t dem_state_sig(const dem_state *s);
/* Equal if all features for choosing a move, or for naming the arc of the legal move `m`, are equal. */
uint64_t dem_state_view(const dem_state *s);
uint64_t dem_state_arc_view(const dem_state *s, dem_move m);

#define DEM_MOVE_FEATURES 160 /* room, not number */
#define DEM_REL_FEATURES 80

/* The features for choosing a move come in groups by the items they look at. A move changes few items, and the
 * hypotheses of a beam share most, so the points of a group can be kept and used again. */
typedef enum dem_move_group {
    DEM_GROUP_N0,
    DEM_GROUP_S0,
    DEM_GROUP_S1,
    DEM_GROUP_S0_N0,
    DEM_GROUP_S1_S0,
    DEM_GROUP_REST,
    DEM_GROUPS
} dem_move_group;
#define DEM_MOVE_ATOMS 112 /* room, not number */

/* Equal if all features of a group are equal. */
uint64_t dem_state_group_view(const dem_state *s, dem_move_group g);
/* The atoms of a state, and the features of one group made from them. */
void dem_move_atoms(const dem_state *s, const dem_word *w, uint32_t n, uint64_t *atom);
unsigned dem_move_group_features(const uint64_t *atom, dem_move_group g, uint64_t *out);

/* So do those for naming an arc: what they see of the dependent alone, and the rest. */
typedef enum dem_rel_group { DEM_REL_GROUP_X, DEM_REL_GROUP_BOTH } dem_rel_group;
#define DEM_REL_ATOMS 64 /* room, not number */

void dem_rel_atoms(const dem_state *s, const dem_word *w, uint32_t n, dem_move m, uint64_t *atom);
unsigned dem_rel_group_features(const uint64_t *atom, dem_move m, dem_rel_group g, uint64_t *out);

/* Features for choosing a move (all groups), and for naming the arc that `m` (left or right) would make. `w`
 * has n + 1 words, w[n] being ROOT. Return how many were written. */
unsigned dem_move_features(const dem_state *s, const dem_word *w, uint32_t n, uint64_t *out);
unsigned dem_rel_features(const dem_state *s, const dem_word *w, uint32_t n, dem_move m, uint64_t *out);
/* The word that stands for ROOT. */
void dem_word_root(dem_word *w);

#endif

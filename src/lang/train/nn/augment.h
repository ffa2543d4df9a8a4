/* lang/train/nn/augment.h - what news has and treebanks lack: headlines, capitals, missing full stops,
 * datelines. */
#ifndef DEM_TRAIN_AUGMENT_H
#define DEM_TRAIN_AUGMENT_H
#include "lang/conllu.h"

/* A tree as one epoch sees it: its own tokens, and whether capitals tell nothing. */
typedef struct dem_seen_tree {
    dem_token tok[DEM_MAX_TOKENS + 8];
    uint32_t n;
    bool shout;
} dem_seen_tree;

/* Copies `tree`, changed in one way drawn from `seed` with probability `share`. New forms are in `arena`. */
void dem_augment(dem_seen_tree *out, const dem_tree *tree, double share, uint64_t *seed, dem_arena *arena);

#endif

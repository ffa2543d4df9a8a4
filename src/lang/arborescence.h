/* lang/arborescence.h - the best tree for given scores of arcs. */
#ifndef DEM_LANG_ARBORESCENCE_H
#define DEM_LANG_ARBORESCENCE_H
#include "record/sentence.h"

typedef struct dem_arborescence dem_arborescence; /* workspace of one thread */

dem_arborescence *dem_arborescence_new(void);
void dem_arborescence_free(dem_arborescence *a);

/* Heads of n (1 .. DEM_MAX_TOKENS) words such that the sum of scores is highest among all trees with one word
 * under ROOT. score[i * stride + j] is for word j as the head of word i (i = j is never looked at), j = n for
 * ROOT; finite. Maximum spanning arborescence of Chu & Liu (1965) and Edmonds (1967). */
void dem_arborescence_run(dem_arborescence *a, const float *score, size_t stride, uint32_t n, int16_t *head);

#endif

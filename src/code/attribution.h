/* code/attribution.h - according to whom (codebook 12.4). */
#ifndef DEM_CODE_ATTRIBUTION_H
#define DEM_CODE_ATTRIBUTION_H
#include "code/coding.h"

/* The innermost source named for what token `pred` tells, or the speaker carried over from an earlier sentence
 * of the quotation; .present false if the report states it itself. */
dem_attribution dem_attribution_of(const dem_coding *c, uint32_t sentence, int pred);
/* Who is named by a source headed by that token: its mention, or who stands behind a document ("the Kremlin's statement"); NULL if
 * nobody, or for token -1. The mention may be open. */
const dem_mention *dem_attribution_source(const dem_coding *c, uint32_t sentence, int token);
/* As what it is the source; `m` has an entity: a capital or a place speaks as its government. */
dem_entity dem_attribution_entity(const dem_mention *m);
/* The token of its cue ("said", "according"), -1 if it has none in this sentence. */
int dem_attribution_cue(const dem_sentence *s, const dem_attribution *by);

#endif

/* code/judge.h - from a matched frame to an event record, or to the reason why there is none. */
#ifndef DEM_CODE_JUDGE_H
#define DEM_CODE_JUDGE_H
#include "code/match.h"

/* True and *out filled if the candidate is to be coded. Otherwise the tally and the trace say why not. */
bool dem_judge(dem_coding *c, dem_candidate *k, dem_event *out);

/* A frame for "must", "should" (codebook D11): the speaker asks the subject of the obligation. */
extern const dem_frame dem_frame_obligation;
/* True and *out filled if `v`, a verb or an adjective ("must be ready to"), states an obligation and somebody is named who
 * says so, or is a command in a quotation
 * and somebody is named whom it was told (demand.c). */
bool dem_judge_obligation(dem_coding *c, uint32_t sentence, int v, dem_candidate *out);

/* "Moscow was behind the attack": the speaker accuses the subject (culprit.c). */
extern const dem_frame dem_frame_behind;
/* True and *out filled if noun `n` is a misdeed that its subject is said to be behind. */
bool dem_judge_behind(dem_coding *c, uint32_t sentence, int n, dem_candidate *out);

#endif

/* code/assemble.h - the records of a report: one for an act told twice in a sentence, order, numbers, links. */
#ifndef DEM_CODE_ASSEMBLE_H
#define DEM_CODE_ASSEMBLE_H
#include "base/vec.h"
#include "code/match.h"

typedef struct dem_draft {
    dem_coding *coding;
    DEM_VEC(dem_event) events;
    DEM_VEC(bool) toll;   /* [events.n] only says how many were hit */
    size_t sentence_from; /* first event of the sentence being coded */
} dem_draft;

/* Begins a sentence. */
void dem_draft_sentence(dem_draft *d);
/* Adds a record, or merges it into one of the same sentence that tells the same act (codebook 12.1). `k` is the candidate
 * that it comes from. */
void dem_draft_add(dem_draft *d, const dem_event *e, const dem_candidate *k);
/* Leaves out the records with less confidence, in percent. Call when all have been added. */
void dem_draft_keep(dem_draft *d, int min_confidence);
/* Sorts the records by sentence and trigger, numbers and links them. Gives the draft's own array; call once. */
void dem_draft_finish(dem_draft *d, dem_events *out);

#endif

/* eval/examples.h - the examples below the frames of a lexicon: is a sentence coded as it says? */
#ifndef DEM_EVAL_EXAMPLES_H
#define DEM_EVAL_EXAMPLES_H
#include "engine/engine.h"
#include "lexicon/lexicon.h"

/* What became of one example. */
typedef struct dem_trial {
    bool passed;
    dem_report report; /* the sentence as it was coded */
    dem_events events; /* what was coded, in output order */
    dem_error unsound; /* what is wrong in the records themselves; .code is DEM_OK if nothing is */
} dem_trial;

/* Codes the sentence of `x` as a report of its day. A positive example passes if one of the records is the event it
 * says, with exactly its participants, and with its modes and auxiliary modes if it names any; a negative one if none is
 * of the event type of its frame; neither if a record is unsound. `x` belongs to a lexicon that lives. What *out points
 * at lies in `arena` or in the lexicon. `trace` may be NULL. Never fails. */
void dem_example_try(dem_worker *w, dem_arena *arena, const dem_example *x, dem_trace *trace, dem_trial *out);
/* Sets won[e] for every entry e (dem_frame.entry) one of whose frames was chosen for a word, be it that a rule forbade the
 * record then or that a [NONE] frame took the word. `won` has room for all frames of the lexicon. */
void dem_example_winners(const dem_trace *trace, bool *won);

#endif

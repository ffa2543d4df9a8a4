/* code/context.h - subject tags of an event, and modes by the means that its clause names (codebook 5, 12.1).
 */
#ifndef DEM_CODE_CONTEXT_H
#define DEM_CODE_CONTEXT_H
#include "code/match.h"

/* Looks up which contexts the words of each sentence speak of: fills c->cue and c->cued. */
void dem_context_cues(dem_coding *c);
/* The contexts of a record, after dem_context_cues(): words, paragraph, frame, modes and participants, weighed (code/subject.h). */
dem_contexts dem_context_of(const dem_coding *c, uint32_t sentence, const dem_event *e, dem_contexts by_frame);
/* Modes of `type` by the means named in the predicate's own phrase ("in a drone strike", "fired missiles at").
 */
dem_modes dem_means_of(const dem_coding *c, uint32_t sentence, int pred, dem_event_type type);

#endif

/* code/second.h - confidence for the records, and a second look at the words of a sentence that no frame fitted. */
#ifndef DEM_CODE_SECOND_H
#define DEM_CODE_SECOND_H
#include "code/assemble.h"
#include "code/match.h"

/* Sets the confidence of the record `e` that candidate `k` gave (code/opinion.h), and notes it in the trace. */
void dem_opine(dem_draft *draft, const dem_candidate *k, dem_event *e);
/* Adds records of near misses of the sentence that are more likely right than wrong. closed[tokens]: words that are
 * read already, or stand in the content of a speech act. */
void dem_second_look(dem_coding *c, uint32_t sentence, const bool *closed, dem_draft *draft);

#endif

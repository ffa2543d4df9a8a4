/* code/where.h - the place of an act, as its sentence states it (codebook 12.10). */
#ifndef DEM_CODE_WHERE_H
#define DEM_CODE_WHERE_H
#include "code/match.h"

/* The most specific place beside the predicate; for utterances, meetings and protests without one, the dateline; .name empty
 * if none is stated. `verb` as in when.h. */
dem_place dem_where_of(const dem_coding *c, const dem_candidate *k, int verb);

/* The place of the dateline ("KYIV (Reuters) - ...") before the first sentence, without a span; .name empty if there is none. */
dem_place dem_where_dateline(const dem_coding *c);

#endif

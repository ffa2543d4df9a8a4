/* code/where.h - the place of an act, as its sentence states it (codebook 12.10). */
#ifndef DEM_CODE_WHERE_H
#define DEM_CODE_WHERE_H
#include "code/match.h"

/* The most specific place beside the predicate; .name empty if none is stated. `verb` as in when.h. */
dem_place dem_where_of(const dem_coding *c, const dem_candidate *k, int verb);

#endif

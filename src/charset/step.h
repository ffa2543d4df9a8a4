/* charset/step.h - the steps of cleaning (charset/clean.h); for this room only.
 *
 * Each goes through the text of `e` once, changes what is of its kind, and counts. */
#ifndef DEM_CHARSET_STEP_H
#define DEM_CHARSET_STEP_H
#include "charset/clean.h"
#include "charset/edit.h"

/* entities.c */
void dem_clean_entities(dem_edit *e, dem_clean_counts *counts);
/* mojibake.c */
void dem_clean_mojibake(dem_edit *e, dem_clean_counts *counts);
/* odd.c: invisible characters, ligatures and controls, those that `what` names. */
void dem_clean_odd(dem_edit *e, unsigned what, dem_clean_counts *counts);
/* compose.c */
void dem_clean_compose(dem_edit *e, dem_clean_counts *counts);

/* scan.c: which of DEM_CLEAN_... may have something to do in `text`: never too few, seldom too many. */
unsigned dem_clean_scan(dem_str text);
/* compose.c: `c` may stand in a text that is not in form C. */
bool dem_clean_may_compose(uint32_t c);

#endif

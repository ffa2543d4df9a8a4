/* code/quarrel.h - attacks in words and contests for office. Private to this room. */
#ifndef DEM_CODE_QUARREL_H
#define DEM_CODE_QUARREL_H
#include "code/judgement.h"

/* Of an ASSAULT between single politicians without weapons: "attacked his rival" becomes ACCUSE:disapprove, "fought for the
 * nomination" and "came under fire for her remarks" are refused (false). Wants the sides to be settled; true and unchanged for everything else. */
bool dem_quarrel(dem_judgement *j);

#endif

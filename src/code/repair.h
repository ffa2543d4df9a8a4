/* code/repair.h - names that lost or gained a blank: "Zelenskythey said", "Zelen sky". */
#ifndef DEM_CODE_REPAIR_H
#define DEM_CODE_REPAIR_H
#include "code/setting.h"

/* The person that the report names in full elsewhere and whose surname token t holds together with a small word, or makes
 * with the token behind it; NULL if there is none. */
const dem_actor *dem_repair_name(const dem_setting *st, const dem_sentence *s, int t);

#endif

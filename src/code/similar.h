/* code/similar.h - how alike two words are used, by their vectors. */
#ifndef DEM_CODE_SIMILAR_H
#define DEM_CODE_SIMILAR_H
#include "code/rules.h"

#define DEM_SIMILAR_UNKNOWN (-128) /* one of the words has no vector */

/* The cosine of the words' vectors in percent, -100 .. 100, or DEM_SIMILAR_UNKNOWN. Words in small letters. */
int dem_similar(const dem_rules *rules, dem_str a, dem_str b);
/* The highest of `word` with the words and lists of a slot; DEM_SIMILAR_UNKNOWN if it has none. */
int dem_similar_slot(const dem_rules *rules, dem_str word, const dem_slot *slot);

#endif

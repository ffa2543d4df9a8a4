/* code/damage.h - signs that a sentence is damaged: machine translation, lost or glued words (codebook 12.2,
 * D33). */
#ifndef DEM_CODE_DAMAGE_H
#define DEM_CODE_DAMAGE_H
#include "code/rules.h"
#include "record/sentence.h"

/* True if the sentence begins in the middle, has a full stop before a small letter, or a name glued to the next
 * word. What can be read of it is coded all the same; its records carry the flag `garbled`. */
bool dem_damaged(const dem_rules *rules, const dem_sentence *s);

#endif

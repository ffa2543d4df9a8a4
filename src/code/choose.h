/* code/choose.h - which of the readings of a name is meant: scores by features, never the order of the files.
 *
 * "Labour", "Kim", "Georgia", "Congress" stand for several. What the phrase itself says (nationality, title), who
 * holds an office on the day, which countries the report names elsewhere and who was named in full are features;
 * their weights stand in one table in choose.c. */
#ifndef DEM_CODE_CHOOSE_H
#define DEM_CODE_CHOOSE_H
#include "code/setting.h"

/* Sets `chosen` of every hit of the sentence. */
void dem_choose_all(const dem_setting *st, const dem_sentence *s, dem_hits *hits);

#endif

/* code/sport.h - whether a report is about sport, where "Spain beat England" is no attack (codebook 12.3). */
#ifndef DEM_CODE_SPORT_H
#define DEM_CODE_SPORT_H
#include "code/rules.h"
#include "record/sentence.h"

/* True if the analysed sentences hold enough words of the list `sport` (weights.h). */
bool dem_sport(const dem_rules *rules, const dem_sentence *sentence, uint32_t n);

#endif

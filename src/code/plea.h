/* code/plea.h - demands that are no act towards another side (codebook D64, D66, D73). Private to this room. */
#ifndef DEM_CODE_PLEA_H
#define DEM_CODE_PLEA_H
#include "code/judgement.h"

/* True of "asked the minister if he would resign": a question, no request. */
bool dem_plea_question(const dem_judgement *j);
/* True if a state asks its own people for conduct ("urged residents to stay indoors"), or anybody asks them for votes. */
bool dem_plea_to_own_people(const dem_judgement *j);

#endif

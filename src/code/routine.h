/* code/routine.h - acts that are no politics though their words are. Private to this room. */
#ifndef DEM_CODE_ROUTINE_H
#define DEM_CODE_ROUTINE_H
#include "code/judgement.h"

/* Why the act is not coded (static): a protest of one person, a rule about anybody. NULL if nothing speaks against it. Wants the sides to be settled. */
const char *dem_routine(const dem_judgement *j);

#endif

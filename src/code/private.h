/* code/private.h - affairs of firms and private people. Private to this room. */
#ifndef DEM_CODE_PRIVATE_H
#define DEM_CODE_PRIVATE_H
#include "code/judgement.h"

/* True if only firms and people without an office take part. Not asked of protests, and of violence (which has a rule of
 * its own in sides.c). */
bool dem_private_affair(const dem_judgement *j);

#endif

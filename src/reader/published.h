/* reader/published.h - the publication date of a report as supplied. */
#ifndef DEM_READER_PUBLISHED_H
#define DEM_READER_PUBLISHED_H
#include "base/arena.h"

/* `given` in the form of records: "YYYY-MM-DD" or "YYYY-MM-DDThh:mm:ss" with "Z" or "+hh:mm", fractions of
 * a second dropped, zone as supplied. A time that is not understood or has no zone is left away, and
 * *time_lost is set. {NULL,0} if it does not begin with a real date. In `arena`. */
dem_str dem_published(dem_arena *arena, dem_str given, bool *time_lost);

#endif

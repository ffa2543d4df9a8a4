/* reader/published.h - the publication date of a report as supplied. */
#ifndef DEM_READER_PUBLISHED_H
#define DEM_READER_PUBLISHED_H
#include "base/arena.h"
#include "base/date.h"

/* In which order a file writes day and month where it writes both as numbers, as its dates have shown so far: "18/03/2025" can
 * only be the one, "03/18/2025" the other. */
typedef enum dem_day_order {
    DEM_ORDER_UNKNOWN,
    DEM_ORDER_DAY_FIRST,
    DEM_ORDER_MONTH_FIRST,
    DEM_ORDER_BOTH /* some so, some otherwise: no date says anything of others */
} dem_day_order;

/* `given` in the form of records: "YYYY-MM-DD" or "YYYY-MM-DDThh:mm:ss" with "Z" or "+hh:mm", fractions of
 * a second dropped, zone as supplied. A time that is not understood or has no zone is left away, and
 * *time_lost is set. {NULL,0} if it is no real date. In `arena`.
 *
 * Understood are ISO 8601, also as "20191112" and "2019/11/12"; "12 November 2019", "November 12, 2019 Tuesday" and the like in
 * English, months perhaps shortened; those of mails and feeds ("Tue, 12 Nov 2019 09:40:00 GMT"); "12.11.2019", whose day is
 * first; seconds or milliseconds since 1970, of the years 1980 to 2099; and "12/11/2019" as far as the number above 12, or
 * *order, tells the day. */
dem_str dem_published(dem_arena *arena, dem_str given, bool *time_lost);
/* The same for a date of a file: *order is used, and learned. *unclear is set if day and month cannot be told apart. */
dem_str dem_published_in(dem_arena *arena, dem_str given, dem_day_order *order, bool *time_lost, bool *unclear);
/* The day of a date without its time, as above; DEM_DATE_NONE if it is none, or if the order of day and month is needed. */
dem_date dem_published_day(dem_str given);

#endif

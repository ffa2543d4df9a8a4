/* feed/date.h - dates of feeds and of HTTP headers. */
#ifndef DEM_FEED_DATE_H
#define DEM_FEED_DATE_H
#include "base/arena.h"

/* `given` in the form of records: "YYYY-MM-DD", or "YYYY-MM-DDThh:mm:ss" with "Z" or "+hh:mm" behind it. Reads RFC 822 and
 * its later versions ("Wed, 12 Mar 2025 10:15:00 +0200"; years of two digits, no weekday, zones GMT, UT and those of North
 * America), what asctime() writes, ISO 8601, and "March 12, 2025". The weekday is not looked at. A time without a zone, or in a
 * zone that is not understood, is left away. {NULL,0} if there is no real date. In `arena`. */
dem_str dem_feed_date(dem_arena *arena, dem_str given);
/* Seconds since 1970-01-01 UTC of a date that dem_feed_date() understands with its time; -1 otherwise. */
int64_t dem_feed_seconds(dem_str given);

#endif

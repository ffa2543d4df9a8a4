/* page/meta_when.h - a day, and perhaps a time, out of the many forms that pages write it in. */
#ifndef DEM_PAGE_META_WHEN_H
#define DEM_PAGE_META_WHEN_H
#include "base/arena.h"
#include "base/date.h"
#include "page/meta_clock.h"

typedef struct dem_meta_when {
    dem_date day;
    dem_date other; /* "3/4/2019": `day` takes the month first, this the day; else DEM_DATE_NONE */
    bool timed;     /* a time with its zone is told; `clock` counts only then */
    dem_meta_clock clock;
} dem_meta_when;

/* The whole of a value that a machine wrote: ISO 8601 in its forms, "20191112", RFC 822, seconds or milliseconds since 1970, or
 * what dem_meta_when_next() knows. False if there is no day in it. */
bool dem_meta_when_value(dem_str s, dem_meta_when *out);
/* The next whole date in a line that people read, from byte *at: "12 November 2019, 14:05 GMT", "Nov. 12, 2019", "2019-11-12",
 * "12.11.2019", "11/12/19". *from: its first byte; *at: moved behind it and its time. False if there is none. */
bool dem_meta_when_next(dem_str line, size_t *at, size_t *from, dem_meta_when *out);
/* "YYYY-MM-DD", or "YYYY-MM-DDThh:mm:ss" and "Z" or "+hh:mm"; in `arena`. */
dem_str dem_meta_when_text(dem_arena *arena, const dem_meta_when *w);

#endif

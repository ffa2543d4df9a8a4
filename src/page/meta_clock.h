/* page/meta_clock.h - a time of day with its zone, as pages write it behind a date. */
#ifndef DEM_PAGE_META_CLOCK_H
#define DEM_PAGE_META_CLOCK_H
#include "base/str.h"

typedef struct dem_meta_clock {
    int hour, minute, second;
    bool zoned; /* the zone is told */
    int zone;   /* minutes east of Greenwich */
} dem_meta_clock;

/* Reads at s.p[*at] what may stand behind a date: blanks and "T", "at", ",", "|", ..., then "14:05", "14:05:30.5", "2.05 pm" and a
 * zone ("Z", "GMT", "+01:00", "-0500", "EST"). Moves *at behind it. False, with *at as it was, if there is no time. Only zones
 * that name one offset are known: not "ET", which changes with the season, nor "IST", which three countries use. */
bool dem_meta_clock_read(dem_str s, size_t *at, dem_meta_clock *out);
/* Digits at s.p[*at], at most `most` of them: their number, with *value set and *at moved; 0 if there are none or more. */
size_t dem_meta_digits(dem_str s, size_t *at, size_t most, int *value);

#endif

/* feed/alternate.h - the feeds that an HTML page names as its own. */
#ifndef DEM_FEED_ALTERNATE_H
#define DEM_FEED_ALTERNATE_H
#include "base/arena.h"

enum { DEM_FEED_MAX_ALTERNATES = 20 };

typedef struct dem_feed_alternates {
    dem_str at[DEM_FEED_MAX_ALTERNATES]; /* absolute addresses, in the order of the page, none twice */
    unsigned n;
} dem_feed_alternates;

/* The addresses of <link rel="alternate" type="application/rss+xml" or "application/atom+xml"> in the head of a page that
 * was found at `url`. Only the first DEM_FEED_MAX_HEAD bytes are looked at. In `arena`. */
#define DEM_FEED_MAX_HEAD (256u << 10)
dem_feed_alternates dem_feed_alternates_of(dem_arena *arena, dem_str html, dem_str url);

#endif

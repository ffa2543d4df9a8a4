/* feed/ampersand.h - ampersands that nobody escaped; for the files of this folder only. */
#ifndef DEM_FEED_AMPERSAND_H
#define DEM_FEED_AMPERSAND_H
#include "base/arena.h"

/* `text` with each ampersand that begins no reference written as one, as in "AT&T" or "?a=1&b=2": a parser would drop it and
 * the word behind it. Those within CDATA sections and comments stay. In `arena` if there are any. */
dem_str dem_feed_ampersands(dem_arena *arena, dem_str text);

#endif

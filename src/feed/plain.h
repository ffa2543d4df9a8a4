/* feed/plain.h - a line of plain text from what feeds put into titles and names. */
#ifndef DEM_FEED_PLAIN_H
#define DEM_FEED_PLAIN_H
#include "base/arena.h"

/* Without blanks at the ends, one blank between words, cut to `limit` bytes at a character; bytes that are no UTF-8
 * repaired. {NULL,0} if nothing is left. In `arena`. */
dem_str dem_feed_line(dem_arena *arena, dem_str text, size_t limit);
/* The same for HTML: tags taken out, character references resolved. */
dem_str dem_feed_unmark(dem_arena *arena, dem_str html, size_t limit);
/* The character that HTML calls so ("nbsp"), as UTF-8 with a NUL behind it in out[8]; its length, 0 if there is none. */
size_t dem_feed_character(const char *name, char out[8]);

#endif

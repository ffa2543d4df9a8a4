/* feed/encoding.h - the bytes of a feed as its parser can take them; for the files of this folder only. */
#ifndef DEM_FEED_ENCODING_H
#define DEM_FEED_ENCODING_H
#include "base/arena.h"

/* `bytes` without a byte order mark and blanks at the head, and what a parser must be told about them: *encoding is its
 * name, or NULL if what the document says of itself (or UTF-8) is right. Bytes that claim to be UTF-8 and are not are
 * repaired; those that claim nothing, and ISO-8859-1, are windows-1252, as with browsers. In `arena` if it had to be changed. */
dem_str dem_feed_encoding(dem_arena *arena, dem_str bytes, const char **encoding);

/* `bytes` with each ampersand that begins no reference written as one, as in "AT&T" or "?a=1&b=2": a parser would drop it and
 * the word behind it. Those within CDATA sections and comments stay. In `arena` if there are any. */
dem_str dem_feed_ampersands(dem_arena *arena, dem_str bytes);

#endif

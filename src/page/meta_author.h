/* page/meta_author.h - names of authors out of bylines. */
#ifndef DEM_PAGE_META_AUTHOR_H
#define DEM_PAGE_META_AUTHOR_H
#include "base/str.h"

/* True for a line that is only "By", and for one that begins with it ("By Ann Lee"). */
bool dem_meta_only_by(dem_str line);
bool dem_meta_starts_by(dem_str line);
/* The name or names in a byline: without "By", and without what follows behind a bar or a date. {NULL,0} if what is left is no
 * name: an address, a number, nothing. A slice of `line`. */
dem_str dem_meta_byline(dem_str line);

#endif

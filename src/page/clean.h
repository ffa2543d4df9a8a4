/* page/clean.h - a page without what nobody reads, before it is parsed: most bytes of a page are scripts. */
#ifndef DEM_PAGE_CLEAN_H
#define DEM_PAGE_CLEAN_H
#include "base/arena.h"

/* `html` without comments, styles, drawings and scripts (those that hold JSON stay), NUL bytes made blanks and bytes that are no UTF-8
 * made U+FFFD, in `arena`. False if a tag has more than `max_attributes`. */
bool page_clean(dem_arena *arena, dem_str html, uint32_t max_attributes, dem_str *out);

#endif

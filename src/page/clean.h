/* page/clean.h - a page without what nobody reads, before it is parsed: most bytes of a page are scripts. */
#ifndef DEM_PAGE_CLEAN_H
#define DEM_PAGE_CLEAN_H
#include "base/arena.h"

/* Attributes of one element, which the parser compares each with all before it, and of all; references to characters by name, which it
 * looks for in a list from the front. */
enum { PAGE_MAX_ATTRIBUTES = 256, PAGE_MAX_ALL_ATTRIBUTES = 1 << 19, PAGE_MAX_REFERENCES = 1 << 18 };

/* `html` without comments, styles, drawings and scripts (those that hold JSON stay), NUL bytes made blanks and bytes that are no UTF-8
 * made U+FFFD, in `arena`. NULL, or which bound is broken. */
const char *page_clean(dem_arena *arena, dem_str html, dem_str *out);

#endif

/* page/place.h - where on a page its article is: the box that holds it, and what its paragraphs have in common. */
#ifndef DEM_PAGE_PLACE_H
#define DEM_PAGE_PLACE_H
#include "page/trait.h"

/* `score`: of each block, positive if it reads like a paragraph of an article. The box is the one whose blocks have the highest sum of
 * scores times words, the smallest such (cf. the maximum subsequence of Pasternack and Roth 2009, over the tree instead of the
 * line). If there is none with a positive sum, all
 * scores are raised until there is one; false if that leads too far. In `arena`. */
bool page_place_find(dem_arena *arena, const page_blocks *p, int32_t *score, page_place *out);

#endif

/* page/meta_vote.h - which of several claims is believed. */
#ifndef DEM_PAGE_META_VOTE_H
#define DEM_PAGE_META_VOTE_H
#include "page/meta_found.h"

/* Claims that differ in nothing but case, accents, blanks and punctuation are one, with the weights added; the heaviest wins, of
 * equal ones the first. Given back as its heaviest voice wrote it; {NULL,0} if nothing was said. */
dem_str dem_meta_vote(dem_arena *arena, const dem_meta_values *of);
/* Letters and digits of `text`, folded: equal for claims that are one. In `arena`. */
dem_str dem_meta_same_key(dem_arena *arena, dem_str text);

#endif

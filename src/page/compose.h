/* page/compose.h - paragraphs of a page, each with what it is, into the text and the zones of a report. */
#ifndef DEM_PAGE_COMPOSE_H
#define DEM_PAGE_COMPOSE_H
#include "page/kind.h"

/* Sets text and zones of *out from blocks [first, last), the title as a heading before them ({NULL,0}: none). A table becomes one
 * zone, a line a row, its cells separated by tabs. In `arena`. */
void page_compose(dem_arena *arena, const page_blocks *p, const page_kinds *k, uint32_t first, uint32_t last,
                  dem_str title, dem_report *out);

#endif

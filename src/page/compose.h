/* page/compose.h - the paragraphs of an article, and what stands between and behind them, into the text and the zones of a report. */
#ifndef DEM_PAGE_COMPOSE_H
#define DEM_PAGE_COMPOSE_H
#include "page/weigh.h"
#include "record/report.h"

/* What the block is: DEM_ZONE_BODY, or the kind of zone; DEM_ZONE_COUNT if it is left out. */
dem_zone_kind page_kind_of(const page_blocks *p, const page_choice *c, uint32_t i);
/* Fills *out: text and zones, and what `meta` tells. In `arena`. */
void page_compose(dem_arena *arena, const page_blocks *p, const page_choice *c, const dem_meta *meta,
                  dem_report *out);

#endif

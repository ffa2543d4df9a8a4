/* reader/unfold.c - see unfold.h. */
#include "reader/unfold.h"
#include <stdlib.h>

struct dem_unfolder {
    int unused;
};

dem_unfolder *dem_unfolder_new(void)
{
    return dem_xalloc(sizeof(dem_unfolder));
}

void dem_unfolder_free(dem_unfolder *u)
{
    free(u);
}

dem_status dem_unfold(dem_unfolder *u, dem_arena *arena, const dem_item *item, dem_unfolded *out,
                      dem_notice_fn *notice, void *notice_ctx, dem_error *err)
{
    (void)u, (void)notice, (void)notice_ctx, (void)err;
    *out = (dem_unfolded){.report = dem_arena_new(arena, dem_report), .n = 1};
    out->report[0] = item->report;
    return DEM_OK;
}

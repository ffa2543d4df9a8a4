/* eval/taught.h - codes the reports of a gold file one by one with a trace, for those who learn from what was found and what is right. */
#ifndef DEM_EVAL_TAUGHT_H
#define DEM_EVAL_TAUGHT_H
#include "engine/engine.h"
#include "eval/gold.h"

/* Called for each report in order; trace and scratch live until it returns. */
typedef void dem_taught(void *ctx, const dem_trace *trace, const dem_gold_report *gold, dem_arena *scratch);

/* DEM_OK, or DEM_E_IO or DEM_E_FORMAT if the file cannot be read. */
dem_status dem_taught_each(const dem_engine *engine, const char *path, dem_taught *take, void *ctx,
                           dem_error *err);

#endif

/* out/explain.h - what was found in a passage and why, for people to read. */
#ifndef DEM_OUT_EXPLAIN_H
#define DEM_OUT_EXPLAIN_H
#include "out/writer.h"
#include "record/trace.h"

/* For each sentence: its tree, the mentions with their codes, the frames that matched and those that
 * failed with the condition that did not hold, and the records in short notation. */
void dem_explain(dem_buf *b, const dem_out_item *item, const dem_trace *trace);

#endif

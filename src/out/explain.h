/* out/explain.h - what was found in a passage and why, for people to read. */
#ifndef DEM_OUT_EXPLAIN_H
#define DEM_OUT_EXPLAIN_H
#include "out/writer.h"
#include "record/trace.h"

/* For each sentence: its tree, the mentions with their codes, its times and places, the frames that matched and those that
 * failed with the condition that did not hold, and the records in short notation. Of a word that has a verdict
 * the frames that failed are only counted, of any other the three most specific are shown, unless `all`; which
 * also shows how sure the contexts of the records are. */
void dem_explain(dem_buf *b, const dem_out_item *item, const dem_trace *trace, bool all);

#endif

/* code/statement.h - attribution relations with their sources resolved and their events. */
#ifndef DEM_CODE_STATEMENT_H
#define DEM_CODE_STATEMENT_H
#include "code/coding.h"
#include "record/statement.h"

/* All relations of the report as statements. A source is who its mention stands for, as in records; "I" and "we" in the words of
 * somebody are that somebody. `events` are the report's finished records. Allocated in the report's arena. */
void dem_statements_find(const dem_coding *c, const dem_events *events, dem_statements *out);

#endif

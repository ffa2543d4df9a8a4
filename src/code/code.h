/* code/code.h - sentences into events: the public face of this room. */
#ifndef DEM_CODE_CODE_H
#define DEM_CODE_CODE_H
#include "code/rules.h"
#include "record/event.h"
#include "record/tally.h"
#include "record/trace.h"

/* Codes the analysed sentences of one report. The events are allocated in `arena`, in output order; `tally` is
 * added to; `trace` may be NULL. Never fails. */
void dem_code_report(const dem_rules *rules, dem_arena *arena, const dem_report *report,
                     const dem_sentence *sentence, uint32_t n, bool keep_unresolved, dem_events *out,
                     dem_tally *tally, dem_trace *trace);

#endif

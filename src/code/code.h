/* code/code.h - sentences into events: the public face of this room. */
#ifndef DEM_CODE_CODE_H
#define DEM_CODE_CODE_H
#include "code/rules.h"
#include "record/event.h"
#include "record/statement.h"
#include "record/tally.h"
#include "record/trace.h"
#include "record/unresolved.h"

/* What is coded: a report and its analysed sentences, all borrowed. */
typedef struct dem_code_input {
    const dem_report *report;
    const dem_sentence *sentence; /* [n] */
    uint32_t n;
    bool keep_unresolved; /* records whose participants have no code are kept too */
    int min_confidence;   /* percent: records with less are left out */
    const dem_gazetteer *gazetteer; /* beside the lexicon's; or NULL */
    dem_toponyms *toponyms; /* set to the places that the report names, in `arena`; NULL if nobody asks */
    dem_unresolved_list *unresolved; /* unknown names are appended here, in `arena`; NULL if nobody asks */
    dem_statements *statements;      /* all of the report, allocated in `arena`; NULL if nobody asks */
} dem_code_input;

/* Codes one report. The events are allocated in `arena`, in output order; `tally` is added to; `trace` may be
 * NULL. Never fails. */
void dem_code_report(const dem_rules *rules, dem_arena *arena, const dem_code_input *in, dem_events *out,
                     dem_tally *tally, dem_trace *trace);

#endif

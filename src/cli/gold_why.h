/* cli/gold_why.h - why the coder did as it did where it differs from the gold: rows of its trace, kept by report. */
#ifndef DEM_CLI_GOLD_WHY_H
#define DEM_CLI_GOLD_WHY_H
#include "eval/score.h"
#include "record/trace.h"

/* One tried frame; strings lie in the arena of the list. */
typedef struct dem_why {
    dem_span predicate;
    dem_event_type type;
    bool verdict, matched;
    dem_str frame, reason;
} dem_why;

typedef struct dem_whys {
    dem_arena *arena; /* borrowed */
    DEM_VEC(dem_why) row;
    DEM_VEC(size_t) first; /* of each report, in the order of dem_whys_add() */
} dem_whys;

/* Keeps what the trace of the next report says. */
void dem_whys_add(dem_whys *w, const dem_trace *trace);
/* Appends, a line each (two blanks, the word, what was decided, the frame and the reason), what the coder did with the
 * words that `d` is about; `report` counts from 0 in the order of adding. */
void dem_whys_tell(dem_buf *b, const dem_whys *w, size_t report, const dem_difference *d);

/* Why the coder has no record of that type where the gold of the sentence has one: the rule that forbade it, the condition that
 * failed, or that there is no frame. Borrowed; static where nothing is known. */
dem_str dem_whys_reason(const dem_whys *w, size_t report, const dem_difference *d, dem_event_type type);

#endif

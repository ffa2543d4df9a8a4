/* eval/score.h - coded records against gold ones: the figures of the field's dyad data sets.
 *
 * Units, micro-averaged over all reports:
 *   type    (report, sentence, event type)
 *   dyad    (report, sentence, event type, actor, recipient): each actor with each recipient is one unit
 *   sector  as dyad, with the first sector of each side
 *   report  (report, event type, actor, recipient), each once a report: what a dyad data set keeps
 * Several equal units of a sentence count as several. Over the records that agree in a dyad: how often their other
 * fields are the same. */
#ifndef DEM_EVAL_SCORE_H
#define DEM_EVAL_SCORE_H
#include "eval/gold.h"

typedef enum dem_score_level {
    DEM_SCORE_TYPE,
    DEM_SCORE_DYAD,
    DEM_SCORE_SECTOR,
    DEM_SCORE_REPORT,
    DEM_SCORE_LEVELS
} dem_score_level;
const char *dem_score_level_name(dem_score_level level);

typedef struct dem_units {
    uint32_t right, extra, missed;
} dem_units;
/* Shares from 0 to 1; 0 where there is nothing to divide by. */
double dem_units_precision(const dem_units *u);
double dem_units_recall(const dem_units *u);
double dem_units_f1(const dem_units *u);

typedef struct dem_scores_of_events {
    uint32_t reports, noise; /* `noise`: records outside the sentences of the article */
    dem_units level[DEM_SCORE_LEVELS];
    dem_units event[DEM_EVENT_COUNT]; /* dyads of that type */
    bool seen[DEM_EVENT_COUNT];
    uint32_t compared[DEM_MARKED_FIELDS], agreed[DEM_MARKED_FIELDS];
    /* [gold][coded] records of one sentence: those of the same type first, then those on overlapping words; what
     * is left over was missed ([gold][NONE]) or is extra ([NONE][coded]). */
    uint32_t confusion[DEM_EVENT_COUNT + 1][DEM_EVENT_COUNT + 1];
} dem_scores_of_events;

/* What a row or column of the confusion is called: the type, or "none". */
const char *dem_score_type_name(unsigned type);
/* Records in the row of a gold type. */
uint32_t dem_score_row(const dem_scores_of_events *s, unsigned gold);

typedef struct dem_dyad_of {
    dem_event_type type;
    dem_str dyad;
} dem_dyad_of;

/* A sentence whose dyads differ. */
typedef struct dem_difference {
    const dem_gold_report *report;
    int32_t sentence;                  /* -1: outside the article */
    const dem_dyad_of *missed, *extra; /* [n_missed], [n_extra], sorted */
    uint32_t n_missed, n_extra;
} dem_difference;

/* Compares all reports. `told` (or NULL) is called for each sentence that differs, in order; its lists live until it
 * returns. `scratch` is reset for each report. */
void dem_score_events(const dem_gold *g, dem_arena *scratch, dem_scores_of_events *out,
                      void (*told)(void *ctx, const dem_difference *d), void *ctx);

#endif

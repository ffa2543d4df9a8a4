/* code/when.h - the day of an act, from the time expressions beside its predicate (codebook 12.10, 6.1).
 *
 * What expressions are and mean: time/time.h. Here: whose they are, and what they are counted from. */
#ifndef DEM_CODE_WHEN_H
#define DEM_CODE_WHEN_H
#include "code/coding.h"

typedef struct dem_when {
    dem_date date;
    dem_precision precision;
    dem_span span; /* the expression, or empty: none dates the act, or an anchor event does */
    bool
        conflict; /* a weekday and a date beside each other do not agree, or it is said to have happened after publication */
    bool since;      /* "since March": it has gone on, or been repeated, from then */
    bool historical; /* more than 365 days before publication, or in a period that ended then */
} dem_when;

/* Finds the expressions of all sentences (c->times) and the day of the dateline (c->written); after dem_refer(). */
void dem_when_prepare(dem_coding *c);
/* `pred` is the predicate; `verb` the verb whose adverbials date it too (its light verb, its reporting verb for
 * an utterance), or -1; `future` chooses the next instead of the last Tuesday. Without an expression: the
 * publication date (DEM_DATE_NONE if there is none), precision unknown. Weekdays and the like need a
 * publication date; absolute dates do not. */
dem_when dem_when_of(const dem_coding *c, uint32_t sentence, int pred, int verb, bool future);
/* True if an expression dates the noun itself: "the 2019 agreement", "the agreement of 3 May". */
bool dem_when_named(const dem_coding *c, uint32_t sentence, int noun);

#endif

/* record/tally.h - what a run has counted, for its closing lines. */
#ifndef DEM_RECORD_TALLY_H
#define DEM_RECORD_TALLY_H
#include <stdint.h>

typedef enum dem_drop {
    DEM_DROP_ACTOR,     /* a frame matched, but no actor could be resolved */
    DEM_DROP_RECIPIENT, /* the event needs a recipient and none could be resolved */
    DEM_DROP_SAME,      /* the same act told by another predicate of the sentence */
    DEM_DROP_RULED_OUT, /* negated speech act, habit, standing position, ... (codebook 6.4, 12.3) */
    DEM_DROP_UNSURE,    /* less confidence than was asked for */
    DEM_DROP_COUNT
} dem_drop;

typedef struct dem_tally {
    uint64_t reports, sentences, coded_sentences, tokens, records;
    uint64_t dropped[DEM_DROP_COUNT]; /* records not written, by reason */
    uint64_t skipped;                 /* items that were no report; filled by the run, not by the coder */
} dem_tally;

/* What a reason is called in the closing lines; "" for a number out of range. */
static inline const char *dem_drop_what(unsigned d)
{
    static const char *const WHAT[] = {"no actor with a code", "no recipient with a code",
                                       "told twice in the sentence", "ruled out (negation, habit, topic)",
                                       "not sure enough"};
    return d < DEM_DROP_COUNT ? WHAT[d] : "";
}
/* Adds every count of `t` to `sum`. */
static inline void dem_tally_add(dem_tally *sum, const dem_tally *t)
{
    sum->reports += t->reports;
    sum->sentences += t->sentences;
    sum->coded_sentences += t->coded_sentences;
    sum->tokens += t->tokens;
    sum->records += t->records;
    sum->skipped += t->skipped;
    for (unsigned d = 0; d < DEM_DROP_COUNT; d++) sum->dropped[d] += t->dropped[d];
}

#endif

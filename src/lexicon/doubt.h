/* lexicon/doubt.h - what a lexicon says that can hardly be meant: no mistake of form, but to be looked at. */
#ifndef DEM_LEXICON_DOUBT_H
#define DEM_LEXICON_DOUBT_H
#include "lexicon/lexicon.h"

typedef enum dem_doubt_kind {
    DEM_DOUBT_OVERLAP,   /* two persons hold one office of a country for more than a month, neither "shared" */
    DEM_DOUBT_SAME_NAME, /* a name that stands for two of one country at a time, or for two groups */
    DEM_DOUBT_SHADOWED, /* a frame that never wins, because another one of its word always does (code/shadow.h) */
    DEM_DOUBT_UNTRIED,   /* an entry of frames without an example of what it tells */
    DEM_DOUBT_SAME_PLACE /* two places of one country, kind and name lie side by side: one, in all likelihood */
} dem_doubt_kind;

typedef struct dem_doubt {
    dem_doubt_kind kind;
    const dem_actor *one, *other; /* of OVERLAP, SAME_NAME; `one` stands where the doubt is reported */
    dem_str file;                 /* where that is */
    uint32_t line;
    dem_date from, to;            /* the days they share; DEM_DATE_NONE: open */
    const dem_actor *role;        /* of OVERLAP */
    const dem_frame *frame;       /* of SHADOWED, UNTRIED: stands where the doubt is reported */
    const dem_frame *before;      /* of SHADOWED: the one that wins */
    const dem_locality *place, *other_place; /* of SAME_PLACE */
} dem_doubt;

/* Calls `report` for every doubt about actors: overlaps, then names; then about places; each in the order of the lexicon. */
void dem_lexicon_doubts(const dem_lexicon *l, void (*report)(void *ctx, const dem_doubt *d), void *ctx);
/* The same for every entry of frames that has no positive example, in the order of the lexicon. A [NONE] entry tells nothing,
 * and needs none. */
void dem_lexicon_untried(const dem_lexicon *l, void (*report)(void *ctx, const dem_doubt *d), void *ctx);

#endif

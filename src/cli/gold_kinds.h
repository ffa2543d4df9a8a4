/* cli/gold_kinds.h - the kinds of error of a coder on gold reports, counted: what to mend first. */
#ifndef DEM_CLI_GOLD_KINDS_H
#define DEM_CLI_GOLD_KINDS_H
#include "cli/gold_why.h"

/* A kind, such as "missed: no frame of that word", and in how many dyads. */
typedef struct dem_kind {
    dem_str name;
    uint32_t n;
} dem_kind;

typedef struct dem_kinds {
    dem_arena *arena; /* borrowed */
    DEM_VEC(dem_kind) kind;
} dem_kinds;

/* Counts what differs in a sentence: dyads of the same type whose actor or recipient is wrong, dyads missed (with the coder's
 * reason; `report` as for dem_whys_tell()), dyads that nobody else sees. */
void dem_kinds_count(dem_kinds *k, const dem_whys *w, size_t report, const dem_difference *d);
/* The commonest first, equal ones by name. */
void dem_kinds_sort(dem_kinds *k);

#endif

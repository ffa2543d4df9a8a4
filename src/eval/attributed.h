/* eval/attributed.h - reports whose attributions people have marked, laid over the tokens of our analysis.
 *
 * One JSON object a line: "id", "text", "attributions": [{"source", "cue", "content"}], each a list of [start, end] in bytes. */
#ifndef DEM_EVAL_ATTRIBUTED_H
#define DEM_EVAL_ATTRIBUTED_H
#include "base/vec.h"
#include "engine/engine.h"

enum { DEM_MARKED_ROLES = 3 }; /* source, cue, content */

typedef struct dem_marked_relation {
    dem_span *at[DEM_MARKED_ROLES]; /* [n[role]] */
    uint32_t n[DEM_MARKED_ROLES];
} dem_marked_relation;

typedef struct dem_attributed {
    dem_report report;
    const dem_marked_relation *relation; /* [n] */
    uint32_t n;
} dem_attributed;

/* Reads one line into *out, in `arena`; `source` and `number` are for the error, DEM_E_FORMAT. */
dem_status dem_attributed_read(dem_str line, dem_str source, uint64_t number, dem_arena *arena,
                               dem_attributed *out, dem_error *err);
/* True if token `t` has a byte in one of the relation's pieces of that role. */
bool dem_marked_covers(const dem_marked_relation *r, unsigned role, const dem_token *t);

#endif

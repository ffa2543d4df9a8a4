/* lang/parser.h - beam search over the moves of state.h. */
#ifndef DEM_LANG_PARSER_H
#define DEM_LANG_PARSER_H
#include "lang/choice.h"

typedef struct dem_parser dem_parser; /* workspace of one thread */

dem_parser *dem_parser_new(void);
void dem_parser_free(dem_parser *p);

/* How widely to search: hypotheses kept after each move, and the points by which one may trail the best. */
typedef struct dem_search {
    uint32_t beam; /* 1 .. DEM_MAX_BEAM */
    int32_t margin;
} dem_search;

/* Parses n (1 .. DEM_MAX_TOKENS) words; w[n] must be ROOT. Returns the best state after the 2n moves,
 * valid until the next call. */
const dem_state *dem_parser_run(dem_parser *p, const dem_scorer *moves, const dem_scorer *rels,
                                const dem_word *w, uint32_t n, dem_search search);
/* The best state of the last run after `step` moves, 0 .. 2n. */
const dem_state *dem_parser_best(const dem_parser *p, uint32_t step);
/* Reads heads (DEM_ROOT for the root) and relations off a final state. */
void dem_state_tree(const dem_state *s, uint32_t n, int16_t *head, uint8_t *rel);

#endif

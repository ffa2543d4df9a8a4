/* code/clause.h - the standing of what a verb says: asserted, future, possible, denied, or not said at all.
 * Codebook sections 6 and 12.1, 12.3, 12.8. */
#ifndef DEM_CODE_CLAUSE_H
#define DEM_CODE_CLAUSE_H
#include "code/rules.h"
#include "record/sentence.h"

typedef struct dem_standing {
    bool coded;      /* false: a purpose, a wish, a question, a habit: nothing is asserted */
    dem_auxes aux;   /* future, hypothetical, negation; never historical (that is when.c's) */
    bool obligation; /* must, should, needs to: a request of the speaker */
    bool commitment; /* future by will, would, going to, plan to, intend to: the subject's own undertaking */
    bool condition;  /* an if- or unless-clause hangs on it */
    bool denied;     /* negated */
    bool habit;      /* not coded only because of "often", "always" */
    const char *why; /* why it is not coded; static */
} dem_standing;

/* True of a command: "Stop the bombing". */
bool dem_clause_imperative(const dem_sentence *s, int v);
/* The standing of predicate `v` (a verb, or an adjective with a copula). */
dem_standing dem_clause_standing(const dem_rules *rules, const dem_sentence *s, int v);
/* True if the verb is in the simple present and its clause names no occasion: no time, place or medium
 * (codebook D35). */
bool dem_clause_standing_position(const dem_sentence *s, int v);

#endif

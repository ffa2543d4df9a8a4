/* code/dated.h - whose time expression: from a word of the tree to the predicates that it dates. */
#ifndef DEM_CODE_DATED_H
#define DEM_CODE_DATED_H
#include "code/coding.h"

/* True if expression `t` dates predicate `pred` itself: one of its words hangs below it with no clause between. One that is
 * part of a noun's name, or its possessor ("Monday's raid"), dates that noun, and the verb of what happened at that time. */
bool dem_dated_by(const dem_sentence *s, const dem_time *t, int pred);
/* True if token t hangs below `pred` as its adverbials do. */
bool dem_dated_below(const dem_sentence *s, int t, int pred);
/* The word that predicate `p` shares its adverbials with: the governor of an infinitive, the first of coordinated verbs, the
 * verb of a noun, of what went on at the same time; -1 if there is none. */
int dem_dated_above(const dem_sentence *s, int p);
/* "strikes last week that killed 30": the noun whose own expressions date the clause that describes it, or -1. */
int dem_dated_described(const dem_sentence *s, int p);
/* "have been arrested since the protests began in June": the verb of the clause from which on, or -1. */
int dem_dated_since(const dem_sentence *s, int p);

#endif

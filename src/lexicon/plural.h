/* lexicon/plural.h - regular English plurals of role words. */
#ifndef DEM_LEXICON_PLURAL_H
#define DEM_LEXICON_PLURAL_H
#include "base/arena.h"

enum { DEM_MAX_PLURALS = 2 };

/* Plurals of `phrase` into out, their number: "deputy minister" -> "deputy ministers"; "minister of justice" ->
 * "ministers of justice"; "attorney general" -> "attorneys general", "attorney generals". None for what is a
 * plural already ("armed forces"). New strings are in `arena`. */
uint32_t dem_plurals(dem_arena *arena, dem_str phrase, dem_str out[DEM_MAX_PLURALS]);
/* True for a phrase whose head is a plural by its form: "troops", "heads of state". */
bool dem_is_plural(dem_str phrase);

#endif

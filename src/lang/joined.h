/* lang/joined.h - nouns of a verb and what goes with it that are written with a hyphen or as one word: "cease-fire",
 * "ceasefire". Cut at the hyphen they would be read as their last part, which is another word ("fire"). */
#ifndef DEM_LANG_JOINED_H
#define DEM_LANG_JOINED_H
#include "base/str.h"

/* The lemma of `form` (singular or plural, in letters of any case) if it is such a noun with its hyphen; else an empty
 * string. Static. */
dem_str dem_joined_noun(dem_str form);

#endif

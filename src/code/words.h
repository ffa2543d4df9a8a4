/* code/words.h - the words of a sentence in lower case, as the phrase lookups of the lexicon want them. */
#ifndef DEM_CODE_WORDS_H
#define DEM_CODE_WORDS_H
#include "record/sentence.h"

/* [s->n] lemmas, or forms, in lower case (ASCII); allocated in `arena`. */
dem_str *dem_words_lemmas(dem_arena *arena, const dem_sentence *s);
dem_str *dem_words_forms(dem_arena *arena, const dem_sentence *s);

#endif

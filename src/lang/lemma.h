/* lang/lemma.h - the UD lemma of a word.
 *
 * One table maps (form, tag) to an edit script for words known whole, and (ending, tag) to the script that
 * most words of that ending took. The trainer fills the first with every inflection of every known verb, so
 * that "shelled" gives "shell" and "said" gives "say"; the second is for words never seen. */
#ifndef DEM_LANG_LEMMA_H
#define DEM_LANG_LEMMA_H
#include "base/arena.h"
#include "lang/tagset.h"
#include "lang/word.h"
#include "lang/words.h"

/* Cut `strip` bytes from the end, add `add`. */
typedef struct dem_script {
    uint8_t strip, n;
    uint8_t lower; /* 1: small letters first */
    char add[13];  /* [n] */
} dem_script;

typedef struct dem_lemmas {
    dem_words scripts; /* key -> index into script */
    const dem_script *script;
    uint32_t n_script;
} dem_lemmas;

#define DEM_LEMMA_SUFFIX 6

/* Keys of the table. `form` is folded; for an ending it is in small letters. */
uint64_t dem_lemma_key(dem_str form, dem_tag_pair tag);
uint64_t dem_lemma_suffix_key(dem_str ending, dem_tag_pair tag);
/* Applies a script to a form. False if the form is shorter than what is to be cut. */
bool dem_script_apply(const dem_script *s, dem_str form, dem_fold *out);
/* The lemma, never empty; bytes in `arena` or those of `form`. `shout`: capitals tell nothing. */
dem_str dem_lemma_of(const dem_lemmas *l, dem_arena *arena, dem_str form, dem_tag_pair tag, bool shout);

#endif

/* lang/word.h - what the network knows of one token: numbers, no bytes. */
#ifndef DEM_LANG_WORD_H
#define DEM_LANG_WORD_H
#include "lang/atom.h"
#include "record/sentence.h"

#define DEM_FOLD_MAX 96 /* longer forms are cut for look-ups */

/* A form made plain: curly quotes, dashes and dots as ASCII, optionally in small letters. */
typedef struct dem_fold {
    char p[DEM_FOLD_MAX + 8];
    uint32_t n;
} dem_fold;

void dem_fold_keep(dem_fold *f, dem_str form);
/* Small letters too (Unicode simple mapping). */
void dem_fold_lower(dem_fold *f, dem_str form);
static inline dem_str dem_fold_str(const dem_fold *f)
{
    return (dem_str){f->p, f->n};
}

typedef struct dem_word {
    uint64_t low;       /* atoms: form in small letters, digits as 0 */
    uint64_t suffix[4]; /* last 1..4 bytes of low; 0 if the word is shorter */
    uint64_t prefix[3]; /* first 1..3 bytes */
    uint64_t shape;     /* which kinds of characters, in order, runs cut short */
} dem_word;

/* Fills everything that comes from the form alone. `shout`: the sentence is all in capitals, which then
 * tell nothing. */
void dem_word_set(dem_word *w, dem_str form, bool shout);
/* More than half of the words with two letters or more are all in capitals, and there are three or more. */
bool dem_is_shout(const dem_token *tok, uint32_t n);

#endif

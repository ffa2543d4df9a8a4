/* lang/word.h - what tagger and parser know of one token: numbers, no bytes. */
#ifndef DEM_LANG_WORD_H
#define DEM_LANG_WORD_H
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
    uint64_t form;             /* atoms: form with its case */
    uint64_t low;              /* form in small letters, digits as 0 */
    uint64_t suffix[5];        /* last 1..5 bytes of low; 0 if the word is shorter */
    uint64_t prefix[3];        /* first 1..3 bytes */
    uint64_t shape;            /* which kinds of characters, in order, runs cut short */
    uint64_t amb;              /* which tags the dictionary knows it with; 0 if unknown */
    uint64_t lex;              /* word classes of the word list; 0 if unknown */
    uint64_t lemma, tag, upos; /* set after tagging */
    uint64_t sense;     /* what kind of thing or act the word list takes it for, else as tag; after tagging */
    uint32_t lex_bits;  /* DEM_LEX_... */
    uint32_t amb_class; /* number of that class, UINT32_MAX if unknown */
    uint8_t caps;       /* 2: all capitals (two letters or more), 1: capital first, 0: other */
} dem_word;

/* Fills everything that comes from the form alone. `shout`: the sentence is all in capitals, which then
 * tell nothing. */
void dem_word_set(dem_word *w, dem_str form, bool shout);
/* More than half of the words with two letters or more are all in capitals, and there are three or more. */
bool dem_is_shout(const dem_token *tok, uint32_t n);

#endif

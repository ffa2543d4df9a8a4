/* lang/train/wordlist.h - which words are nouns, verbs, adjectives, adverbs: WordNet's index files, and
 * the inflections that its exception lists and the rules of English give. Optional. */
#ifndef DEM_TRAIN_WORDLIST_H
#define DEM_TRAIN_WORDLIST_H
#include "base/vec.h"
#include "base/error.h"

typedef struct dem_inflected {
    dem_str form, lemma; /* in small letters */
    uint8_t upos, xpos;
} dem_inflected;

/* Bits of a word's set: base noun, verb, adjective, adverb, then their inflected forms. */
enum {
    DEM_LEX_N = 1, DEM_LEX_V = 2, DEM_LEX_J = 4, DEM_LEX_R = 8,
    DEM_LEX_NS = 16, DEM_LEX_VZ = 32, DEM_LEX_VG = 64, DEM_LEX_VD = 128, DEM_LEX_JR = 256
};

typedef struct dem_wordlist {
    dem_arena arena;
    DEM_VEC(dem_inflected) forms; /* base forms included; irregular before regular */
} dem_wordlist;

/* Reads index.* and *.exc of `folder`. False if they are not there (nothing is read then). */
bool dem_wordlist_read(dem_wordlist *l, const char *folder);
/* The bit of a form. */
unsigned dem_inflected_bit(const dem_inflected *f);

#endif

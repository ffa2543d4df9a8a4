/* lang/train/wordlist.h - which words are nouns, verbs, adjectives, adverbs: WordNet's index files, and
 * the inflections that its exception lists and the rules of English give. Optional. */
#ifndef DEM_TRAIN_WORDLIST_H
#define DEM_TRAIN_WORDLIST_H
#include "base/error.h"
#include "base/vec.h"

typedef struct dem_inflected {
    dem_str form, lemma; /* in small letters */
    uint8_t upos, xpos;
} dem_inflected;

typedef struct dem_wordlist {
    dem_arena arena;
    DEM_VEC(dem_inflected) forms; /* base forms included; irregular before regular */
} dem_wordlist;

/* Reads index.* and *.exc of `folder`. False if they are not there (nothing is read then). */
bool dem_wordlist_read(dem_wordlist *l, const char *folder);

#endif

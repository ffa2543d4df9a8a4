/* lang/tagger.h - one tag (UPOS and XPOS together) for each word, from left to right. */
#ifndef DEM_LANG_TAGGER_H
#define DEM_LANG_TAGGER_H
#include "lang/table.h"
#include "lang/word.h"

typedef struct dem_tag_pair {
    uint8_t upos, xpos;
} dem_tag_pair;

/* The tags that a word was seen with, most frequent first. */
typedef struct dem_amb {
    uint8_t n;    /* 1 .. 6 */
    uint8_t only; /* 1: seen often and all but always so; not to be judged again */
    uint8_t tag[6];
} dem_amb;

/* What the word list says of a form: bits for base noun, verb, adjective, adverb, then their inflected
 * forms; from DEM_LEX_NOUN_SENSE and DEM_LEX_VERB_SENSE on, six bits each, what kind of thing it mostly is. */
enum {
    DEM_LEX_N = 1,
    DEM_LEX_V = 2,
    DEM_LEX_J = 4,
    DEM_LEX_R = 8,
    DEM_LEX_NS = 16,
    DEM_LEX_VZ = 32,
    DEM_LEX_VG = 64,
    DEM_LEX_VD = 128,
    DEM_LEX_JR = 256,
    DEM_LEX_CLASSES = 511,
    DEM_LEX_NOUN_SENSE = 9,
    DEM_LEX_VERB_SENSE = 15
};

typedef struct dem_tagset {
    const dem_tag_pair *pair; /* [n_pair] */
    const dem_amb *amb;       /* [n_amb] */
    uint32_t n_pair, n_amb;
    dem_words dict; /* atom `low` -> index into amb */
    dem_words lex;  /* atom `low` -> what the word list says */
} dem_tagset;

#define DEM_TAG_FEATURES 64 /* room, not number */

/* Sets amb, amb_class and lex of every word. */
void dem_tag_lookup(const dem_tagset *t, dem_word *w, uint32_t n);
/* Features of word `i`; before[j] is the tag of word j < i. Returns how many. */
unsigned dem_tag_features(const dem_word *w, uint32_t n, uint32_t i, const uint8_t *before, uint64_t *out);
/* Tags all words after dem_tag_lookup. */
void dem_tag_run(const dem_tagset *t, const dem_scorer *scorer, const dem_word *w, uint32_t n, uint8_t *tag);

/* Sets tag, upos and sense of `w` (not its lemma). */
void dem_word_set_tag(dem_word *w, dem_tag_pair pair);

#endif

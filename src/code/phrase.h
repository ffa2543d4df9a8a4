/* code/phrase.h - the noun phrase as the tree gives it: its words, what it is, what qualifies it. */
#ifndef DEM_CODE_PHRASE_H
#define DEM_CODE_PHRASE_H
#include "code/rules.h"
#include "record/sentence.h"

typedef struct dem_range {
    int lo, hi; /* tokens [lo, hi], both included */
} dem_range;

/* Noun, proper noun or pronoun. */
static inline bool dem_phrase_nominal(const dem_token *t)
{
    return t->upos == DEM_UPOS_NOUN || t->upos == DEM_UPOS_PROPN || t->upos == DEM_UPOS_PRON;
}
static inline bool dem_phrase_capital(const dem_token *t)
{
    return t->form.n && t->form.p[0] >= 'A' && t->form.p[0] <= 'Z';
}

/* The head with its adjectives, compounds, possessors and the other parts of its name: "Russian Foreign Minister
 * Sergei Lavrov", but no "of ..." and no clause. */
dem_range dem_phrase_core(const dem_sentence *s, int head);
/* True if a child of token h has this lemma. */
bool dem_phrase_has_child(const dem_sentence *s, int h, const char *lemma);
/* "the", "this", a possessor. */
bool dem_phrase_definite(const dem_sentence *s, int h);
/* The word whose preposition tells what place name t has to do with an act: t itself, or the place noun that it
 * belongs to ("in the city of Jos", "in the Malian capital"). */
int dem_phrase_site(const dem_rules *rules, const dem_sentence *s, int t);
/* True if token t only tells who stands behind the noun or made it: "US" in "US-backed forces", "Chinese" in
 * "Chinese-built port"; not "Tunisian" in "Tunisian-born man". */
bool dem_phrase_behind(const dem_rules *rules, const dem_sentence *s, int t);
/* True if token t is the state that put the noun's people there: "Russian" in "Russian-installed officials". */
bool dem_phrase_installed(const dem_rules *rules, const dem_sentence *s, int t);
/* True if token t only tells where somebody is from or at home: "French" in "the French-born minister". */
bool dem_phrase_origin(const dem_rules *rules, const dem_sentence *s, int t);
/* True if a word of a name that the lexicon does not know adjoins tokens [from, to) as part of the same name:
 * "Chad" in "Chad Smith", "Jordan" in "Michael Jordan". `of` are the hits of the tokens, -1 = none. */
bool dem_phrase_name_goes_on(const dem_sentence *s, const int16_t *of, int from, int to);

#endif

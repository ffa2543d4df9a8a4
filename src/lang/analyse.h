/* lang/analyse.h - tags, lemmas and tree for given tokens: what tokens of a treebank and of a text share. */
#ifndef DEM_LANG_ANALYSE_H
#define DEM_LANG_ANALYSE_H
#include "lang/lang.h"
#include "lang/lemma.h"
#include "lang/parser.h"
#include "lang/tagger.h"

/* Fills lemma, head, rel, upos and xpos of the n (1 .. DEM_MAX_TOKENS) tokens whose form is set. */
void dem_lang_tokens(dem_lang *l, dem_arena *arena, dem_token *tok, uint32_t n);

/* Step by step, for training: words from forms; tags by number into tokens; lemmas into tokens and words. */
void dem_words_from_tokens(const dem_tagset *t, const dem_token *tok, uint32_t n, dem_word *w);
void dem_tokens_set_tags(const dem_tagset *t, const uint8_t *tag, dem_token *tok, uint32_t n);
void dem_words_lemmatise(const dem_lemmas *l, dem_arena *arena, dem_token *tok, uint32_t n, dem_word *w);

#endif

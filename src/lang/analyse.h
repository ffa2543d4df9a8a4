/* lang/analyse.h - tags, lemmas and tree for given tokens: what tokens of a treebank and of a text share. */
#ifndef DEM_LANG_ANALYSE_H
#define DEM_LANG_ANALYSE_H
#include "lang/lang.h"

/* Fills lemma, head, rel, upos and xpos of the n (1 .. DEM_MAX_TOKENS) tokens whose form is set. */
void dem_lang_tokens(dem_lang *l, dem_arena *arena, dem_token *tok, uint32_t n);

#endif

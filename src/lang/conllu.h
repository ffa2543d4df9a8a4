/* lang/conllu.h - treebanks in CoNLL-U, plain or packed with anything libarchive knows. */
#ifndef DEM_LANG_CONLLU_H
#define DEM_LANG_CONLLU_H
#include "base/vec.h"
#include "record/sentence.h"

typedef struct dem_tree {
    dem_str text;   /* the tokens with the blanks that SpaceAfter tells */
    dem_token *tok; /* [n], spans in `text`, gold everywhere; rel is DEM_REL_COUNT where MISC says "Unsure=Yes" */
    uint32_t n;
    bool new_paragraph; /* a paragraph or document begins here */
    bool new_document;
    dem_str
        *entity; /* [n] what MISC gives as Entity ("(3-person-...-coref", "3)", both, or empty): coreference */
} dem_tree;

typedef struct dem_treebank {
    dem_arena arena; /* owns everything */
    DEM_VEC(dem_tree) trees;
} dem_treebank;

/* Appends the trees of a file. Empty nodes and enhanced dependencies are passed over; trees that are longer
 * than DEM_MAX_TOKENS or no trees are left out. DEM_E_IO or DEM_E_FORMAT. */
dem_status dem_treebank_read(dem_treebank *t, const char *path, dem_error *err);
void dem_treebank_release(dem_treebank *t);
/* Words of all trees. */
size_t dem_treebank_words(const dem_treebank *t);
/* All trees as one running text: a blank between sentences, an empty line between paragraphs. */
dem_str dem_treebank_text(const dem_treebank *t, dem_arena *arena);

#endif

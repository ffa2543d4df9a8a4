/* lang/lang.h - text into sentences: split, tokens, tags, lemmas, trees.
 *
 * A dem_model is immutable after opening and shared by threads. A dem_lang is the workspace of one
 * thread. Nothing here depends on anything but the model file: the same text gives the same analysis. */
#ifndef DEM_LANG_LANG_H
#define DEM_LANG_LANG_H
#include "record/report.h"
#include "record/vectors.h"

typedef struct dem_model dem_model;
typedef struct dem_lang dem_lang;

/* Maps a model file after checking magic, version, size and checksum. On DEM_OK the caller owns *out
 * and ends it with dem_model_close(), which takes NULL. Otherwise DEM_E_IO or DEM_E_MODEL. */
dem_status dem_model_open(dem_model **out, const char *path, dem_error *err);
void dem_model_close(dem_model *m);
/* SHA-256 of the file, 64 hexadecimal digits. Borrowed. */
const char *dem_model_hash(const dem_model *m);
/* The word vectors in the model: GloVe-like, of length 1, for coding to compare words by. Valid as long as the model. */
dem_word_vectors dem_model_vectors(const dem_model *m);

/* A workspace for `m`, which must outlive it. */
dem_lang *dem_lang_new(const dem_model *m);
void dem_lang_free(dem_lang *l);

/* Cuts the whole text into sentences, in order, allocated in `arena`: spans, paragraph numbers and
 * zones are filled, tokens are not. No sentence crosses the border of a zone or a blank line; together
 * they cover every byte that is not white space. Needs no model: sentence ends are ruled. */
void dem_split(dem_arena *arena, const dem_report *r, dem_sentence **out, uint32_t *n);

/* Tokens, tags, lemmas and trees of those of the n sentences that are of zone body; their spans are set. Fills
 * tok, n, kid_from, kid in `arena`. Sentences are worked on together, which is faster and changes nothing. A sentence
 * of more than DEM_MAX_TOKENS tokens is analysed in pieces joined under the first root by relation "dep". Never
 * fails. */
void dem_lang_analyse(dem_lang *l, dem_arena *arena, dem_str text, dem_sentence *s, uint32_t n);

#endif

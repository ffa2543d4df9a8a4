/* lang/train/train.h - the steps of training, each filling its part of a model in memory. */
#ifndef DEM_TRAIN_TRAIN_H
#define DEM_TRAIN_TRAIN_H
#include "lang/conllu.h"
#include "lang/model.h"
#include "lang/train/wordlist.h"

typedef struct dem_training {
    const dem_treebank *bank;
    const dem_wordlist *words;
    dem_arena *arena; /* of the model; outlives it */
} dem_training;

/* The pairs of UPOS and XPOS that occur. */
void dem_train_tagset(const dem_training *t, dem_tagset *out);
/* The number of a token's pair; a rare one counts as the first with the same UPOS. */
uint8_t dem_tag_number(const dem_tagset *s, const dem_token *t);
void dem_train_lemmas(const dem_training *t, dem_lemmas *out);

/* Writes the model beside `path` and renames it. */
dem_status dem_model_write(const dem_model *m, const char *path, dem_error *err);

#endif

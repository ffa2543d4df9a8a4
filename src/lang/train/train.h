/* lang/train/train.h - the steps of training, each filling its part of a model in memory. */
#ifndef DEM_TRAIN_TRAIN_H
#define DEM_TRAIN_TRAIN_H
#include "lang/model.h"
#include "lang/parser.h"
#include "lang/train/conllu.h"
#include "lang/train/wordlist.h"

typedef struct dem_training {
    const dem_treebank *bank;
    const dem_wordlist *words;
    dem_arena *arena; /* of the model; outlives it */
    uint64_t seed;
    unsigned tag_epochs, parse_epochs;      /* of each run */
    unsigned tag_runs, parse_runs;          /* see dem_weights_restart */
    unsigned beam, keep;                    /* hypotheses while training, and later */
    uint32_t tag_hits, move_hits, rel_hits; /* see dem_weights.min_hits */
    size_t move_room, rel_room, tag_room;   /* bytes that the tables may take: `least` is chosen to fit */
    int margin; /* see dem_search, in points before scaling: the same when training and after */
    void (*progress)(const char *line);
} dem_training;

#define DEM_FOLDS 5
#define DEM_NO_FOLD DEM_FOLDS
/* The fold that a tree belongs to: blocks of twenty, so that neighbours stay together. */
static inline unsigned dem_fold_of(size_t tree)
{
    return (unsigned)(tree / 20 % DEM_FOLDS);
}

/* Pairs, dictionary and word list. Trees of fold `without` are not counted (DEM_NO_FOLD: all are). */
void dem_train_tagset(const dem_training *t, unsigned without, dem_tagset *out);
void dem_train_tagger(const dem_training *t, unsigned without, const dem_tagset *tags, dem_sparse *out);
void dem_train_lemmas(const dem_training *t, dem_lemmas *out);
/* Trains on tags that taggers trained without the tree's fold gave it. Needs m->tags and m->lemmas. After
 * every fifth epoch, and the last, `check` (may be NULL) is shown the model as it would be. */
void dem_train_parser(const dem_training *t, dem_model *m, void (*check)(const dem_model *m, void *own),
                      void *own);

/* Writes the model beside `path` and renames it. */
dem_status dem_model_write(const dem_model *m, const char *path, dem_error *err);

typedef struct dem_scores {
    uint64_t tokens, upos, xpos, lemma, uas, las, las_full; /* las: relations without subtypes */
    uint64_t gold, system;                                  /* tokens; equal when tokens were given */
    uint64_t gold_sentences, system_sentences, sentences;
    double seconds;
} dem_scores;
/* Analyses gold tokens, or (raw) the running text, and compares. */
void dem_evaluate(const dem_model *m, const dem_treebank *gold, bool raw, dem_scores *out);

/* A shuffled order of 0 .. n-1; the same for the same state. */
void dem_shuffle(uint64_t *state, uint32_t *order, uint32_t n);

#endif

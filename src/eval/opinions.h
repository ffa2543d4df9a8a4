/* eval/opinions.h - what the second opinion learns from: records and near misses of coded reports, and whether they are right. */
#ifndef DEM_EVAL_OPINIONS_H
#define DEM_EVAL_OPINIONS_H
#include "base/error.h"
#include "base/vec.h"
#include "engine/engine.h"
#include "eval/logistic.h"
#include "lexicon/lexicon.h"

typedef struct dem_samples {
    dem_sample *at;
    size_t n, cap;
} dem_samples;

/* [0]: records, [1]: near misses. Arrays are allocated in `arena`. */
typedef struct dem_opinions {
    dem_arena *arena; /* borrowed */
    dem_samples of[2];
    uint32_t groups; /* reports so far */
} dem_opinions;

/* Codes the reports of a gold file (eval/gold.h). A record is right if the sentence has a gold record of its type with all of
 * its dyads. DEM_E_IO or DEM_E_FORMAT if the file cannot be read. */
dem_status dem_opinions_gold(dem_opinions *o, const dem_engine *engine, const char *path, double weight,
                             dem_error *err);
/* The same for a table of sentences with a marked source and target and a type: tab-separated, with a header and the columns
 * gold_root and marked_sentence ("<s>Police</s> arrested <t>two men</t>"). A record that names neither side is
 * left out; it is right if its type is the marked one. */
dem_status dem_opinions_marked(dem_opinions *o, const dem_engine *engine, const char *path, double weight,
                               dem_error *err);

/* Near misses of the lexicon's own examples, which are all wrong: what a positive example tells besides its event, and
 * what a negative one must not tell. */
void dem_opinions_examples(dem_opinions *o, const dem_engine *engine, const dem_lexicon *lexicon,
                           double weight);

#endif

/* lang/train/nn/fit.h - training the network on a treebank. */
#ifndef DEM_TRAIN_FIT_H
#define DEM_TRAIN_FIT_H
#include "lang/train/nn/shard.h"
#include "lang/train/nn/vectors.h"
#include "lang/train/train.h"

enum { DEM_FIT_SHARDS = 2 };

typedef struct dem_fit_options {
    uint64_t seed;
    unsigned epochs, threads;
    unsigned batch_words; /* about so many in a batch */
    double rate;          /* of Adam, at its highest */
    double augment;       /* share of sentences that are changed, see augment.h */
    double parsed;        /* words of parsed trees in an epoch, as a share of those of the treebank */
    dem_dropout drop;
    const char *checkpoint; /* file, or NULL; if it is there, training goes on from it */
} dem_fit_options;

/* What is learned from; all borrowed. */
typedef struct dem_fit_input {
    const dem_treebank *bank;
    const dem_treebank *parsed; /* trees made by parsers, of which every epoch sees some; may be NULL */
    const dem_tagset *tags;
    const dem_vectors *vectors;
} dem_fit_input;

/* Trains `p` (initialised). `each` is called after every epoch with the average losses a word of arcs, relations and
 * tags, and may measure p. DEM_E_IO if a checkpoint cannot be written, DEM_E_FORMAT if the one there is of another
 * network. */
dem_status dem_fit(const dem_fit_options *o, const dem_fit_input *in, dem_params *p,
                   void (*each)(const dem_params *p, unsigned epoch, const double loss[3], void *own),
                   void *own, dem_error *err);

#endif

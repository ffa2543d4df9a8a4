/* lang/train/nn/shard.h - a few sentences of a batch: their inputs, what the network makes of them, and the
 * gradient of the loss. One thread works on one shard. */
#ifndef DEM_TRAIN_SHARD_H
#define DEM_TRAIN_SHARD_H
#include "lang/train/nn/params.h"

enum { DEM_SHARD_SENTENCES = 64 };

/* Share of numbers that dropout sets to 0; of a sentence, the same ones in every word (Gal & Ghahramani 2016). */
typedef struct dem_dropout {
    double input, layer, head; /* input, between layers, before the products of heads and relations */
    double word, vector;       /* share of words whose own row, or vector, is hidden */
} dem_dropout;

typedef struct dem_shard {
    uint32_t n, n_sentences, cap;
    uint32_t from[DEM_SHARD_SENTENCES + 1];
    /* Per word, set by the caller: */
    dem_net_input *in;
    int16_t *head; /* in its sentence, DEM_ROOT for the root */
    uint8_t *rel;  /* DEM_REL_COUNT: nothing is learned from this word's annotation */
    uint8_t *tag;
    /* Made by dem_shard_forward, [n][size] each: */
    real *x0, *d0, *h0;
    struct {
        real *x, *mask, *u, *c, *f, *r, *g, *h; /* x is the masked input, h the output */
    } layer[DEM_NET_LAYERS];
    real *tag_x, *tag_mask, *tag_p;
    real *top, *top_mask, *mlp, *dep, *dep_mask, *q, *score, *hid, *rel_p;
    size_t score_cap;
    real *in_mask;
    real *d_a, *d_b, *d_u, *d_emb, *d_mlp,
        *d_q;        /* gradients; d_emb [n][EMB] stays until the rows have got it */
    dem_params grad; /* rows unused */
    double loss_arc, loss_rel, loss_tag;
} dem_shard;

void dem_shard_init(dem_shard *s, const dem_params *p);
void dem_shard_release(dem_shard *s);
/* Makes the shard empty, with room for n words. */
void dem_shard_begin(dem_shard *s, uint32_t n);
/* Losses and activations of the sentences; `vectors` [..][VEC] as stored in the model. drop may be NULL.
 * `rounded`: numbers are rounded where the finished network rounds them. */
void dem_shard_forward(dem_shard *s, const dem_params *p, const uint8_t *vectors, const dem_dropout *drop,
                       uint64_t seed, bool rounded);
/* Adds the gradient of the summed losses, times `scale`, to grad and d_emb. */
void dem_shard_backward(dem_shard *s, const dem_params *p, real scale);

#endif

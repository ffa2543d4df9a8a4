/* lang/train/nn/params.h - the weights being trained, and what moves them (Adam; Kingma & Ba 2015). */
#ifndef DEM_TRAIN_PARAMS_H
#define DEM_TRAIN_PARAMS_H
#include "lang/net.h"
#include "lang/train/nn/real.h"
#include "record/sentence.h"
#include <stdio.h>

typedef enum dem_param {
    DEM_P_IN_W, /* [W][IN] */
    DEM_P_IN_B,
    DEM_P_LAYER_W,                                    /* first layer: [GATES][W] */
    DEM_P_LAYER_V,                                    /* vf, vr of both directions: [4][H] */
    DEM_P_LAYER_B,                                    /* bf, br likewise */
    DEM_P_TAG_W = DEM_P_LAYER_W + 3 * DEM_NET_LAYERS, /* [n_tags][W] */
    DEM_P_TAG_B,
    DEM_P_MLP_W, /* [MLP][W] */
    DEM_P_MLP_B,
    DEM_P_ARC_U, /* [ARC][ARC] */
    DEM_P_ARC_C, /* [ARC] */
    DEM_P_ROOT,  /* head vector of ROOT for arcs [ARC], then for relations [REL] */
    DEM_P_DIST,  /* [DIST] */
    DEM_P_REL_W, /* [DEM_REL_COUNT][REL] */
    DEM_P_REL_B,
    DEM_P_COUNT
} dem_param;

/* All weights but the rows lie in one array, `at` telling where each begins. */
typedef struct dem_params {
    unsigned n_tags;
    size_t at[DEM_P_COUNT + 1];
    real *w;    /* [at[DEM_P_COUNT]] */
    real *rows; /* [DEM_NET_ROWS][DEM_NET_EMB] */
} dem_params;

static inline dem_param dem_layer_param(unsigned layer, dem_param which)
{
    return (dem_param)(which + 3 * layer);
}
static inline real *dem_param_of(const dem_params *p, dem_param which)
{
    return p->w + p->at[which];
}

/* Memory, and weights drawn from `seed`. */
void dem_params_init(dem_params *p, unsigned n_tags, uint64_t seed);
/* The same sizes, all 0. */
void dem_params_zero_like(dem_params *p, const dem_params *like);
void dem_params_release(dem_params *p);

typedef struct dem_adam {
    dem_params m, v; /* running means of the gradient and of its square */
    uint64_t step;
} dem_adam;

void dem_adam_init(dem_adam *a, const dem_params *p);
void dem_adam_release(dem_adam *a);
/* Moves p against the gradient `g` at `rate`, g cut to a norm of `most` first, and clears g. Of the rows only
 * those listed are looked at. */
void dem_adam_move(dem_adam *a, dem_params *p, dem_params *g, const uint32_t *row, size_t n_row, double rate,
                   double most);

/* A checkpoint: weights, means, step. False if it cannot be written or read, or is of other sizes. */
bool dem_params_save(const dem_params *p, FILE *f);
bool dem_params_load(dem_params *p, FILE *f);

/* Uniform in [0, 1), from a state that is moved on. */
static inline double dem_random(uint64_t *state)
{
    *state += 0x9e3779b97f4a7c15u;
    return (double)(dem_atom(*state) >> 11) * 0x1p-53;
}

#endif

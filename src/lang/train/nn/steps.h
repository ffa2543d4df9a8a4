/* lang/train/nn/steps.h - small steps that the way forwards and the way backwards share. */
#ifndef DEM_TRAIN_STEPS_H
#define DEM_TRAIN_STEPS_H
#include "lang/train/nn/shard.h"

#define H DEM_NET_H
#define W DEM_NET_W

/* The weight of tags in the loss: they are a help, arcs and relations are the aim. */
#define TAG_WEIGHT ((real)0.5)

static inline bool unsure(const dem_shard *s, uint32_t t)
{
    return s->rel[t] == DEM_REL_COUNT;
}

static inline void times(const real *a, const real *b, real *out, size_t n)
{
    for (size_t i = 0; i < n; i++) out[i] = a[i] * b[i];
}

/* One direction of a layer over one sentence: the places of its words in order, gates at `d`. */
typedef struct run {
    uint32_t first, last; /* words, `last` included */
    int step, d;
} run;

static inline run direction(const dem_shard *s, uint32_t sentence, int d)
{
    uint32_t a = s->from[sentence], b = s->from[sentence + 1] - 1;
    return d ? (run){b, a, -1, 1} : (run){a, b, 1, 0};
}

static inline const real *below(const dem_shard *s, unsigned l)
{
    return l ? s->layer[l - 1].h : s->h0;
}

/* The column of word i's gold head in its row of scores. */
static inline size_t gold_column(const dem_shard *s, uint32_t sentence, int i)
{
    int16_t gold = s->head[s->from[sentence] + (uint32_t)i];
    return gold == DEM_ROOT ? s->from[sentence + 1] - s->from[sentence] : (size_t)gold;
}

/* What relations see of word t's gold head: in `ends` [n][MLP], or among the weights (or gradients) `p` for ROOT. */
static inline real *rel_head(const dem_shard *s, real *ends, const dem_params *p, uint32_t sentence, uint32_t t)
{
    if (s->head[t] == DEM_ROOT) return dem_param_of(p, DEM_P_ROOT) + DEM_NET_ARC;
    return ends + (size_t)(s->from[sentence] + (uint32_t)s->head[t]) * DEM_NET_MLP + 2 * DEM_NET_ARC +
           DEM_NET_REL;
}

#endif

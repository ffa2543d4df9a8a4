/* lang/train/weights.h - averaged perceptron weights that grow as they are updated. */
#ifndef DEM_TRAIN_WEIGHTS_H
#define DEM_TRAIN_WEIGHTS_H
#include "base/arena.h"
#include "lang/table.h"

typedef struct dem_weight_slot {
    uint64_t key;
    uint32_t row;  /* from 1; 0 is an empty slot */
    uint32_t hits; /* updates so far */
} dem_weight_slot;

typedef struct dem_weights {
    unsigned classes, stride; /* stride: classes rounded up to 4 */
    unsigned bits;
    uint32_t n_rows, min_hits; /* rows with fewer updates do not count yet (Goldberg & Elhadad 2011) */
    dem_weight_slot *slot;     /* [2^bits] */
    int16_t *w;                /* [rows][stride] */
    int64_t *sum;              /* [rows][stride], of update * time, for the average */
} dem_weights;

void dem_weights_init(dem_weights *w, unsigned classes, uint32_t min_hits);
void dem_weights_release(dem_weights *w);
/* For dem_scorer. */
void dem_weights_score(const void *weights, const uint64_t *feature, unsigned n, int32_t *score);
/* Adds `by` to the weight of every feature for `cls`, at time `now`. */
void dem_weights_update(dem_weights *w, const uint64_t *feature, unsigned n, unsigned cls, int by, int64_t now);

/* Training begins anew at time `now`: all weights become 0, while the average goes on over all runs. The mean
 * of several runs is better than any one of them, and depends less on the order of the sentences. */
void dem_weights_restart(dem_weights *w, int64_t now);

/* Average weight of a row's class over times 0 .. now. */
static inline double dem_weights_mean(const dem_weights *w, uint32_t row, unsigned cls, int64_t now)
{
    size_t at = (size_t)row * w->stride + cls;
    return w->w[at] - (double)w->sum[at] / (double)now;
}

/* The scale that takes all but one in two thousand of the average weights below `top`; the rest is cut. */
double dem_weights_scale(const dem_weights *w, int64_t now, double top);
/* Averaged and rounded tables in `arena`. `scale` multiplies each weight before rounding. Weights below
 * `least` are left out, and so are rows without any; of a dense row it is the difference between its largest
 * and smallest weight that counts. */
void dem_weights_sparse(const dem_weights *w, int64_t now, double scale, int least, dem_arena *arena,
                        dem_sparse *out);
void dem_weights_dense(const dem_weights *w, int64_t now, double scale, int least, dem_arena *arena,
                       dem_dense *out);
/* The same with the smallest `least` whose table takes at most `room` bytes. */
void dem_weights_sparse_fit(const dem_weights *w, int64_t now, double scale, size_t room, dem_arena *arena,
                            dem_sparse *out);
void dem_weights_dense_fit(const dem_weights *w, int64_t now, double scale, size_t room, dem_arena *arena,
                           dem_dense *out);

typedef struct dem_pair64 {
    uint64_t key;
    uint32_t value;
} dem_pair64;
/* A table of the n pairs; of two pairs with one key the first stays. */
void dem_build_words(const dem_pair64 *pair, size_t n, dem_arena *arena, dem_words *out);

#endif

/* eval/logistic.h - logistic regression over binary traits, learned by gradient descent: small, and the same bytes every time. */
#ifndef DEM_EVAL_LOGISTIC_H
#define DEM_EVAL_LOGISTIC_H
#include "record/trace.h"

typedef struct dem_sample {
    uint16_t trait[DEM_TRAITS_MAX]; /* [n] */
    uint32_t n;
    bool right;
    bool marked;    /* of a marked sentence, not of a report */
    double weight;  /* how much it counts */
    uint32_t group; /* the report: samples of one stay together in cross-validation */
} dem_sample;

/* Learns w[n_traits] from those samples whose group, modulo `folds`, is not `leave_out` (folds 0: from all): the weights that
 * make them likeliest, less l2 / 2 times the sum of their squares (Nigam et al. 1999: the Gaussian prior). */
void dem_logistic_learn(const dem_sample *sample, size_t n, uint32_t folds, uint32_t leave_out, double l2,
                        double *w, uint32_t n_traits);
/* The probability that it is right. */
double dem_logistic(const dem_sample *s, const double *w);

#endif

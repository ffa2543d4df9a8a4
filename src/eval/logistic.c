/* eval/logistic.c - see logistic.h. Each weight has a step of its own (AdaGrad, Duchi et al. 2011), since traits are
 * of very different frequency. */
#include "eval/logistic.h"
#include <math.h>
#include <stdlib.h>

enum { ROUNDS = 400 };

double dem_logistic(const dem_sample *s, const double *w)
{
    double sum = 0;
    for (uint32_t i = 0; i < s->n; i++) sum += w[s->trait[i]];
    return 1 / (1 + exp(-sum));
}

static void gradient(const dem_sample *sample, size_t n, uint32_t folds, uint32_t leave_out, const double *w,
                     double *g)
{
    for (size_t i = 0; i < n; i++) {
        const dem_sample *s = &sample[i];
        if (folds && s->group % folds == leave_out) continue;
        double miss = (s->right - dem_logistic(s, w)) * s->weight;
        for (uint32_t k = 0; k < s->n; k++) g[s->trait[k]] += miss;
    }
}

void dem_logistic_learn(const dem_sample *sample, size_t n, uint32_t folds, uint32_t leave_out, double l2,
                        double *w, uint32_t n_traits)
{
    double *g = dem_xalloc(n_traits * sizeof *g), *seen = dem_xalloc(n_traits * sizeof *seen);
    for (uint32_t t = 0; t < n_traits; t++) w[t] = 0, seen[t] = 1e-6;
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t t = 0; t < n_traits; t++)
            g[t] = t ? -l2 * w[t] : 0; /* the first, in all samples, is free */
        gradient(sample, n, folds, leave_out, w, g);
        for (uint32_t t = 0; t < n_traits; t++) {
            seen[t] += g[t] * g[t];
            w[t] += 0.3 * g[t] / sqrt(seen[t]);
        }
    }
    free(g);
    free(seen);
}

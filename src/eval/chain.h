/* eval/chain.h - learning weights from samples one by one: binary decisions, and sequences of roles.
 *
 * Logistic regression and a linear-chain conditional random field (Lafferty et al. 2001), by dual averaging with a step for
 * each weight and an L1 penalty (Duchi et al. 2011, section 3.1; Xiao 2010), which leaves most weights at zero. One thread and a
 * fixed order: the same bytes every time. */
#ifndef DEM_EVAL_CHAIN_H
#define DEM_EVAL_CHAIN_H
#include "base/arena.h"
#include <stdbool.h>

/* Weights under way; w[] is what is read. */
typedef struct dem_dual {
    double *w, *sum, *square; /* [n] */
    uint32_t n;
    double rate, penalty; /* the penalty a weight pays for every sample that it has seen */
    double *seen;
} dem_dual;

dem_dual dem_dual_new(uint32_t n, double rate, double penalty);
void dem_dual_free(dem_dual *d);
/* One step: `gradient` of the loss for weight i. */
void dem_dual_step(dem_dual *d, uint32_t i, double gradient);

/* A sequence: `n` items, each with traits and one of `roles` labels; label 0 has no weights of its own. */
typedef struct dem_chain {
    uint32_t n;
    uint16_t *trait;      /* traits of all items, one after the other */
    uint32_t *from;       /* [n + 1] where those of item i begin */
    uint8_t *step, *role; /* [n] kind of passage into the item; the right label */
    uint32_t fixed;       /* this item's label is known beforehand */
} dem_chain;

enum { DEM_CHAIN_ROLES = 4 };

/* Learns from one sequence: traits' weights at own->w[trait * (roles - 1) + role - 1], passages' at
 * pass->w[(kind * roles + before) * roles + after]. Gives minus the log-likelihood of its labels. */
double dem_chain_learn(const dem_chain *c, dem_dual *own, dem_dual *pass);

typedef struct dem_decision {
    const uint32_t *trait; /* [n] */
    uint32_t n;
    const double *value; /* [n_value], each with the dense weight at its place */
    const uint32_t *place;
    uint32_t n_value;
    bool right;
} dem_decision;

/* Learns from one decision. Gives its loss. */
double dem_decision_learn(const dem_decision *d, dem_dual *traits, dem_dual *dense);

#endif

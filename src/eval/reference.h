/* eval/reference.h - pronouns against a treebank with coreference, and learning the weights from it. */
#ifndef DEM_EVAL_REFERENCE_H
#define DEM_EVAL_REFERENCE_H
#include "code/antecedent.h"
#include "lang/conllu.h"

typedef struct dem_reference_counts {
    uint32_t pronouns; /* he, she, it, they and their forms */
    uint32_t right;    /* resolved to a phrase of the same chain, or to nobody where none is in reach */
    uint32_t resolved, resolved_right; /* of those given a phrase */
    uint32_t with_antecedent;          /* a phrase of the chain is in reach */
} dem_reference_counts;

/* Resolves the pronouns of the treebank's own trees with these weights, and counts. */
void dem_reference_score(const dem_rules *rules, const dem_treebank *bank,
                         const int16_t weight[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES],
                         dem_reference_counts *out);
/* Averaged perceptron (Freund and Schapire 1999) over the ranked candidates, `epochs` times through the treebank in its
 * order; the weights are rounded averages times 64. */
void dem_reference_learn(const dem_rules *rules, const dem_treebank *bank, unsigned epochs,
                         int16_t weight[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES]);

#endif

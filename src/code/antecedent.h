/* code/antecedent.h - who a pronoun may stand for: candidates, their features, and a linear score.
 *
 * A mention-ranking model with binary features (Durrett and Klein 2013, section 3, without their lexical ones): the
 * candidate with the highest sum of weights wins, "nobody" being one of them. Each class of pronoun has weights of its
 * own. They are learned from a treebank with coreference (docs/language-model.md) and stand in antecedent.inc. */
#ifndef DEM_CODE_ANTECEDENT_H
#define DEM_CODE_ANTECEDENT_H
#include "code/coding.h"

typedef enum dem_pronoun {
    DEM_PRONOUN_HE, /* he, him, his, himself */
    DEM_PRONOUN_SHE,
    DEM_PRONOUN_IT,
    DEM_PRONOUN_THEY,
    DEM_PRONOUN_NONE /* no pronoun, or one that is not resolved so: we, you, who */
} dem_pronoun;

enum {
    DEM_ANTECEDENT_CLASSES = 3,
    DEM_ANTECEDENT_FEATURES = 96,
    DEM_ANTECEDENT_ACTIVE = 24,
    DEM_ANTECEDENT_MAX = 48
};

/* The head of a noun phrase; sentence UINT32_MAX stands for "nobody". */
typedef struct dem_antecedent {
    uint32_t sentence;
    int token;
    uint8_t feature[DEM_ANTECEDENT_ACTIVE]; /* [n_features], each below DEM_ANTECEDENT_FEATURES */
    uint32_t n_features;
} dem_antecedent;

/* Which pronoun the form is (any case). */
dem_pronoun dem_pronoun_of(dem_str form);
/* The row of weights that a pronoun uses: he and she share one. */
unsigned dem_pronoun_class(dem_pronoun p);

/* The noun phrases that the pronoun at `token` may stand for: those before it in the sentence and in the three before,
 * of a number and sex that do not contradict, nearest first; the last is "nobody". Their number, at least 1. */
uint32_t dem_antecedents(const dem_coding *c, uint32_t sentence, int token,
                         dem_antecedent out[DEM_ANTECEDENT_MAX]);
/* Sum of the weights of its features. */
int32_t dem_antecedent_score(const dem_antecedent *a, const int16_t weight[DEM_ANTECEDENT_FEATURES]);
/* The learned weights, a row for each class of pronouns. */
extern const int16_t DEM_ANTECEDENT_WEIGHTS[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES];

#endif

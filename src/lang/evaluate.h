/* lang/evaluate.h - how well a model does on a treebank: the measures of the CoNLL 2018 shared task (Zeman et al.
 * 2018, section 5), and exact verb frames. */
#ifndef DEM_LANG_EVALUATE_H
#define DEM_LANG_EVALUATE_H
#include "lang/conllu.h"
#include "lang/lang.h"

typedef struct dem_scores {
    uint64_t tokens, upos, xpos, lemma, uas, las, las_full; /* right ones; las: relations without subtypes */
    uint64_t gold, system;                                  /* tokens; equal when tokens were given */
    uint64_t gold_sentences, system_sentences, sentences;
    uint64_t clas, blex; /* right among content words: head and relation; lemma too */
    uint64_t gold_content, system_content;
    uint64_t frames, gold_frames; /* of gold verbs with a core argument, those tagged VERB whose set of nsubj,
                                   * nsubj:pass, obj, iobj, obl:agent children is exactly right */
    double seconds;               /* of processor time, for the analysis alone */
} dem_scores;

/* Analyses the tokens of the bank, or (raw) its running text, and compares. */
void dem_evaluate(const dem_model *m, const dem_treebank *bank, bool raw, dem_scores *out);
/* Compares trees that are there already; `found` must be of the same text, but for white space. */
void dem_compare(const dem_treebank *gold, const dem_treebank *found, dem_scores *out);
/* F1 in percent. */
double dem_f1(uint64_t right, uint64_t gold, uint64_t system);

#endif

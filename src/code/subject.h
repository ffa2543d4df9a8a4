/* code/subject.h - which contexts a record has, weighed: for each context a linear model over what speaks for it.
 *
 * The lexicon's context words, the frame and the rules of context.c are the evidence; whether it suffices depends on what else is
 * there (a court in the sentence makes "legal" out of a crime story, but not out of a summit). Logistic regression, a
 * model a context, where enough coded reports have it; the others go by the rules alone. Weights: subject.inc, written by
 * learn-contexts. */
#ifndef DEM_CODE_SUBJECT_H
#define DEM_CODE_SUBJECT_H
#include "code/coding.h"
#include "code/traits.h"

/* What is looked at for one context: TRAIT(name, members). */
#define DEM_SUBJECT_TRAITS(TRAIT)                                                                              \
    TRAIT(bias, 1)                                                                                             \
    TRAIT(word, 4)       /* its words: in the sentence, the paragraph, the sentences beside */                 \
    TRAIT(share, 5)      /* of the report's sentences that have its words */                                   \
    TRAIT(share_here, 5) /* the same, if the sentence is one of them */                                        \
    TRAIT(frame, 2)      /* the frame says it */                                                               \
    TRAIT(rule, 2)       /* the rules of context.c say it */                                                   \
    TRAIT(type, 17)                                                                                            \
    TRAIT(other_word, 40) /* words of other contexts in the sentence, by context */                            \
    TRAIT(other_rule, 40)                                                                                      \
    TRAIT(actor, 26) /* sectors; the last: none */                                                             \
    TRAIT(recipient, 26)                                                                                       \
    TRAIT(same, 2) /* both sides are of one country */                                                         \
    TRAIT(foreign, 2)                                                                                          \
    TRAIT(domestic, 2)                                                                                         \
    TRAIT(high, 2)                                                                                             \
    TRAIT(leading, 3)                                                                                          \
    TRAIT(any, 2) /* the rules give any context at all */

typedef enum dem_subject_trait {
#define TRAIT(name, members)                                                                                   \
    DEM_SUBJECT_FROM_##name, DEM_SUBJECT_LAST_##name = DEM_SUBJECT_FROM_##name + (members)-1,
    DEM_SUBJECT_TRAITS(TRAIT)
#undef TRAIT
        DEM_SUBJECT_TRAIT_COUNT
} dem_subject_trait;

/* The evidence of a record for all contexts. */
typedef struct dem_evidence {
    dem_contexts here, paragraph,
        beside; /* that the words of the sentence, of the rest of its paragraph, of the sentences
                                             before and after speak of */
    dem_contexts frame, rule;
    const uint32_t *sentences; /* [DEM_CONTEXT_COUNT] of the report that have its words */
    uint32_t n;                /* sentences of the report */
    const dem_event *event;
    bool foreign, domestic, high;
    uint32_t leading;
} dem_evidence;

void dem_subject_traits(const dem_evidence *e, unsigned context, dem_traits *out);
/* The probability in percent, or -1 for a context that is not learned. */
int dem_subject_percent(unsigned context, const dem_traits *t);
/* The contexts: those that are likely enough or, if they are not learned, that the rules give; at least one. `c` is
 * for the trace. */
dem_contexts dem_subject(const dem_coding *c, const dem_evidence *e);

extern const int16_t DEM_SUBJECT_WEIGHTS[DEM_CONTEXT_COUNT][DEM_SUBJECT_TRAIT_COUNT];

#endif

/* code/opinion.h - the second opinion: how likely a record is what a trained coder would write.
 *
 * A frame that matches and passes the codebook's rules gives a record; a linear model over what is known of it (type, who
 * the sides are, how they were found, where in the sentence and the report it stands) says how sure that is. The same
 * model, with weights of its own, looks at near misses (frames of which one condition fails, match.h): such a record
 * is kept if it is more likely right than wrong. Logistic regression (Cox 1958) with binary traits; what it is learned from
 * and how well it is calibrated: docs/coding.md. The weights stand in opinion.inc, written by learn-opinion. */
#ifndef DEM_CODE_OPINION_H
#define DEM_CODE_OPINION_H
#include "code/assemble.h"
#include "code/match.h"
#include "code/traits.h"

/* What is looked at. Each row is a family of traits of which a record has at most one, with its number of members:
 * TRAIT(name, members). */
#define DEM_TRAITS(TRAIT)                                                                                      \
    TRAIT(bias, 1)                                                                                             \
    TRAIT(unfit, 48)   /* which kind of slot failed, and how: near misses only */                              \
    TRAIT(similar, 10) /* how alike the word found is to those asked for, in tenths */                         \
    TRAIT(type, 17)                                                                                            \
    TRAIT(pos, 3)        /* verb, noun, adjective */                                                           \
    TRAIT(conditions, 6) /* of the frame */                                                                    \
    TRAIT(actor, 18)     /* how the first one was found: implied, kind of mention */                           \
    TRAIT(actor_is, 12)  /* country, government, armed, ... */                                                 \
    TRAIT(recipient, 18)                                                                                       \
    TRAIT(recipient_is, 12)                                                                                    \
    TRAIT(several, 4) /* actors, recipients */                                                                 \
    TRAIT(guessed, 4) /* a country that was not said */                                                        \
    TRAIT(unnamed, 4) /* somebody without a code, a pronoun that stands for nobody known */                    \
    TRAIT(border, 4)  /* nobody, the same country, another, unknown */                                         \
    TRAIT(source, 5)                                                                                           \
    TRAIT(aux, 16)                                                                                             \
    TRAIT(relation, 16)    /* of the predicate to its head */                                                  \
    TRAIT(tag, 10)         /* of the predicate */                                                              \
    TRAIT(at, 5)           /* number of the sentence */                                                        \
    TRAIT(length, 5)       /* of the sentence */                                                               \
    TRAIT(beside, 4)       /* records of the sentence so far */                                                \
    TRAIT(same_beside, 2)  /* one of the same type among them */                                               \
    TRAIT(told, 4)         /* the type, the type and the sides were told before in the report */               \
    TRAIT(purity, 6)       /* how many of the word's frames tell that type, in fifths */                       \
    TRAIT(unfit_type, 136) /* how it failed, by type */                                                        \
    TRAIT(readings, 6)     /* frames of the word */                                                            \
    TRAIT(type_border, 68)                                                                                     \
    TRAIT(type_source, 85)                                                                                     \
    TRAIT(type_pos, 51)                                                                                        \
    TRAIT(type_relation, 68)                                                                                   \
    TRAIT(actor_border, 48)                                                                                    \
    TRAIT(recipient_type, 204)                                                                                 \
    TRAIT(country, 2) /* the report is about one country */                                                    \
    TRAIT(alone, 2)   /* the sentence is the whole report: a headline, a line of a data set */

typedef enum dem_trait_family {
#define TRAIT(name, members) DEM_TRAIT_##name,
    DEM_TRAITS(TRAIT)
#undef TRAIT
        DEM_TRAIT_FAMILIES
} dem_trait_family;

/* The number of the first trait of each family; the last row is the number of all. */
typedef enum dem_trait {
#define TRAIT(name, members) DEM_TRAIT_FROM_##name, DEM_TRAIT_LAST_##name = DEM_TRAIT_FROM_##name + (members)-1,
    DEM_TRAITS(TRAIT)
#undef TRAIT
        DEM_TRAIT_COUNT
} dem_trait;

/* What is known of the record `e` that candidate `k` gave, with the records of the sentence and the report so far. */
void dem_opinion_traits(const dem_draft *draft, const dem_candidate *k, const dem_event *e, dem_traits *out);
/* The probability in percent, 0 .. 100. */
int dem_opinion(const dem_traits *t, bool near);

/* The learned weights: of records, of near misses. */
extern const int16_t DEM_OPINION_WEIGHTS[2][DEM_TRAIT_COUNT];

#endif

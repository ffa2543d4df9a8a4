/* geo/spans.h - the names of a report that may be places; for the files of this folder only. */
#ifndef DEM_GEO_SPANS_H
#define DEM_GEO_SPANS_H
#include "base/map.h"
#include "base/vec.h"
#include "geo/toponym.h"

/* What speaks for or against a name being a place: EVIDENCE(name). */
#define DEM_EVIDENCE(EVIDENCE)                                                                                 \
    EVIDENCE(always)                                                                                           \
    EVIDENCE(preposition)   /* in, at, near, to, from stand before it */                                       \
    EVIDENCE(of)            /* of does */                                                                      \
    EVIDENCE(settlement)    /* "the town of X" */                                                              \
    EVIDENCE(region_behind) /* ", Texas" stands behind it, and it may lie there */                             \
    EVIDENCE(other_behind)  /* another place stands behind the comma, or behind "and" */                       \
    EVIDENCE(town_before)   /* it is what stands behind the comma of such a one */                             \
    EVIDENCE(name_before)   /* an unknown word with a capital stands before it */                              \
    EVIDENCE(name_behind)                                                                                      \
    EVIDENCE(title_before) /* an honorific or a person's role */                                               \
    EVIDENCE(role_behind)  /* "the London mayor" */                                                            \
    EVIDENCE(body_beside)  /* "Boston University", "Bank of Scotland" */                                       \
    EVIDENCE(stranger)     /* the report has it as the last word of somebody's full name */                    \
    EVIDENCE(person)       /* the lexicon has a person of this name */                                         \
    EVIDENCE(group)        /* ... a group, a seat */                                                           \
    EVIDENCE(doubtful)     /* mostly something else, says the gazetteer */                                     \
    EVIDENCE(unlisted)     /* no gazetteer has it */                                                           \
    EVIDENCE(country)                                                                                          \
    EVIDENCE(people)                                                                                           \
    EVIDENCE(actor_place)     /* a place or capital of lexicon/actors */                                       \
    EVIDENCE(named_division)  /* ends in "County", "Province" */                                               \
    EVIDENCE(named_feature)   /* ends in "River", begins with "Lake" */                                        \
    EVIDENCE(division_behind) /* "Kharkiv region" */                                                           \
    EVIDENCE(several)         /* words */                                                                      \
    EVIDENCE(start)           /* begins the sentence */                                                        \
    EVIDENCE(proper)          /* the tagger's word for it */                                                   \
    EVIDENCE(common)                                                                                           \
    EVIDENCE(subject)                                                                                          \
    EVIDENCE(speaks)                                                                                           \
    EVIDENCE(owner)                                                                                            \
    EVIDENCE(modifier)                                                                                         \
    EVIDENCE(heavy)                                                                                            \
    EVIDENCE(middle)                                                                                           \
    EVIDENCE(light)                                                                                            \
    EVIDENCE(placed_elsewhere) /* the same name has a preposition or a region elsewhere in the report */       \
    EVIDENCE(company)          /* its country is named, or another place of it */                              \
    EVIDENCE(shouted)                                                                                          \
    EVIDENCE(dateline)                                                                                         \
    EVIDENCE(unlisted_placed) /* combinations */                                                               \
    EVIDENCE(unlisted_several)                                                                                 \
    EVIDENCE(unlisted_region)                                                                                  \
    EVIDENCE(unlisted_subject)                                                                                 \
    EVIDENCE(doubtful_placed)                                                                                  \
    EVIDENCE(doubtful_company)                                                                                 \
    EVIDENCE(light_placed)                                                                                     \
    EVIDENCE(stranger_placed)                                                                                  \
    EVIDENCE(stranger_alone)                                                                                   \
    EVIDENCE(surname) /* office-holders are called so */                                                       \
    EVIDENCE(surname_light)                                                                                    \
    EVIDENCE(surname_placed)                                                                                   \
    EVIDENCE(inside)                                                                                           \
    EVIDENCE(inside_people)

typedef enum dem_evidence_bit {
#define EVIDENCE(name) DEM_EV_##name,
    DEM_EVIDENCE(EVIDENCE)
#undef EVIDENCE
        DEM_EV_COUNT
} dem_evidence_bit;

typedef struct dem_geo_span {
    uint32_t sentence;
    int16_t from, to, head;
    const dem_naming *naming; /* [n] readings; none if no gazetteer has it */
    uint32_t n;
    uint32_t name;     /* running number of the words: the same words are the same place */
    int32_t region;    /* number of the span behind its comma in which it may lie, or -1 */
    uint64_t evidence; /* bits of dem_evidence_bit */
    dem_toponym_use use;
    const dem_locality *place; /* set by resolving, or NULL */
} dem_geo_span;

/* A name that is read but not told: of the title, the publisher, a heading. */
typedef struct dem_geo_heard {
    const dem_naming *naming; /* [n] */
    uint32_t n;
    uint32_t name;
} dem_geo_heard;

typedef struct dem_geo_search {
    const dem_geo *geo;
    const dem_gazetteer *other;
    dem_arena *arena;
    const dem_report *report;
    const dem_sentence *sentence;
    uint32_t n;
    DEM_VEC(dem_geo_span) span;
    DEM_VEC(dem_geo_heard) heard;
    dem_map name;     /* words of a name -> its number */
    dem_map stranger; /* last words of full names of people -> 0 */
} dem_geo_search;

#define DEM_EV(name) (UINT64_C(1) << DEM_EV_##name)

/* Everything up to the choice of places: for those who learn the weights too. `arena`, `report`, `sentence`, `n` are set. */
void dem_geo_look(dem_geo_search *g);
/* Finds the spans of sentence i with their readings. */
void dem_geo_spans(dem_geo_search *g, uint32_t i);
/* Adds the listed names of a text that is not analysed to those heard. */
void dem_geo_listen(dem_geo_search *g, dem_str text);
/* Fills their evidence, once all of the report are found. */
void dem_geo_evidence(dem_geo_search *g);
/* Whether a span is a place, in 1/256 of log-odds: weigh.c. */
int dem_geo_weigh(uint64_t evidence);

/* True if `inner` may lie in `outer`, a country or a division. */
bool dem_geo_within(const dem_locality *inner, const dem_locality *outer);

#endif

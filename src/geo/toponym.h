/* geo/toponym.h - the places that a report names: which names are places, and which place of the world each is.
 *
 *   sentences ── spans ── evidence ── toponyms ── resolved by the report's other places
 *
 * Names come from the gazetteer (lexicon/places, and an imported one), from the countries of lexicon/actors, and, of places
 * that none of them knows, from the text itself ("in the town of X", "X, Texas", "X County"). Whether a name is a place is
 * weighed by what stands around it (weigh.h), which place it is by the other places of the report (resolve.h). */
#ifndef DEM_GEO_TOPONYM_H
#define DEM_GEO_TOPONYM_H
#include "lexicon/lexicon.h"
#include "record/toponym.h"

/* The lists of the lexicon that the search asks for by name, looked up once. */
#define DEM_GEO_LISTS(LIST)                                                                                    \
    LIST(division, "division")           /* province, county: make the name of a division */                   \
    LIST(feature, "feature")             /* river, street, airport: make the name of a place */                \
    LIST(feature_first, "feature-first") /* lake, mount, fort: the same, before the name */                    \
    LIST(settlement, "settlement")       /* town, village: "the town of X" */                                  \
    LIST(body, "named-body")             /* university, bank, times: make the name of something else */        \
    LIST(honorific, "honorific")         /* mr, judge, detective: a person follows */                          \
    LIST(reporting, "reporting")         /* say, tell */                                                       \
    LIST(no_name, "no-name")             /* monday, january */

typedef struct dem_geo {
    const dem_lexicon *lex;
#define LIST(field, name) uint32_t field;
    DEM_GEO_LISTS(LIST)
#undef LIST
} dem_geo;

/* Looks the lists up. A list that the lexicon lacks is empty. */
void dem_geo_init(dem_geo *g, const dem_lexicon *lex);

/* Finds the toponyms of a report's sentences[n]; allocated in `arena`. `other` is a gazetteer beside the lexicon's, or NULL.
 * A sentence without tokens has none. */
void dem_toponyms_find(const dem_geo *g, const dem_gazetteer *other, dem_arena *arena, const dem_report *report,
                       const dem_sentence *sentence, uint32_t n, dem_toponyms *out);

#endif

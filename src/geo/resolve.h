/* geo/resolve.h - which place each span is; for the files of this folder only. */
#ifndef DEM_GEO_RESOLVE_H
#define DEM_GEO_RESOLVE_H
#include "geo/spans.h"

/* Countries that a report is likely to speak of before any place is read; "" where unknown. */
typedef struct dem_geo_focus {
    char dateline[4], publisher[4];
} dem_geo_focus;

void dem_geo_find_focus(const dem_geo_search *g, dem_geo_focus *focus);

/* What counts how much when a place is chosen among those of its name: WEIGHT(name). Learned by learn-places. */
#define DEM_GEO_WEIGHTS_OF(WEIGHT)                                                                             \
    WEIGHT(size)       /* each doubling of the population */                                                   \
    WEIGHT(claimed)    /* the text says where: "Paris, Texas" */                                               \
    WEIGHT(dwarfed)    /* taken off: the whole world knows another place of the name, ten times as large */    \
    WEIGHT(in_country) /* each doubling of how often its country is named */                                   \
    WEIGHT(in_places)  /* each doubling of the other places of its country */                                  \
    WEIGHT(in_region)                                                                                          \
    WEIGHT(region_share) /* if all places of the report lay in its region */                                   \
    WEIGHT(km60)         /* another place is so near */                                                        \
    WEIGHT(km200)                                                                                              \
    WEIGHT(km500)                                                                                              \
    WEIGHT(dateline)  /* its country's capital letters begin the report */                                     \
    WEIGHT(publisher) /* the publisher's address is there */                                                   \
    WEIGHT(country)   /* it is one, a town, a region */                                                        \
    WEIGHT(town)                                                                                               \
    WEIGHT(region)                                                                                             \
    WEIGHT(doubtful) /* taken off: the gazetteer says that the name mostly means something else */

typedef struct dem_geo_weights {
#define WEIGHT(name) int name;
    DEM_GEO_WEIGHTS_OF(WEIGHT)
#undef WEIGHT
} dem_geo_weights;
extern const dem_geo_weights DEM_GEO_WEIGHTS;

/* Chooses the place of each span that has readings. */
void dem_geo_resolve(dem_geo_search *g, const dem_geo_focus *focus, const dem_geo_weights *w);

#endif

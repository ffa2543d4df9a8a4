/* geo/sight.h - small questions about a word and its neighbours; for the files of this folder only. */
#ifndef DEM_GEO_SIGHT_H
#define DEM_GEO_SIGHT_H
#include "geo/spans.h"

/* Begins with a capital letter, or with one that is not ASCII. */
bool dem_geo_capital(const dem_token *t);
/* May begin a name of a gazetteer: a capital, a digit's neighbour or an article of Arabic ("al-Bab"). */
bool dem_geo_may_begin(const dem_token *t);
/* Token t is in the list, whatever its letters; false past the end. */
bool dem_geo_is(const dem_geo *g, uint32_t list, const dem_sentence *s, int t);
/* A word of a proper name: capital, tagged so, no month and no honorific. */
bool dem_geo_name_word(const dem_geo *g, const dem_sentence *s, int t);
/* "in", "near", "from" stand before token t, perhaps with "the" or "northern" between. */
bool dem_geo_preposition(const dem_sentence *s, int t);
/* "the town of" or "the village" does. */
bool dem_geo_settlement(const dem_geo *g, const dem_sentence *s, int t);
/* North, South, East, West, Upper, Lower, Greater. */
bool dem_geo_direction(const dem_sentence *s, int t);
/* One of tokens [from, to) is more than a word such as "Department", "Street", "County". */
bool dem_geo_names_it(const dem_geo *g, const dem_sentence *s, int from, int to);
/* Token t lies in the last span found, of sentence i. */
bool dem_geo_covered(const dem_geo_search *g, uint32_t i, int t);
/* One of the readings is a country, a region, or a large town. */
bool dem_geo_is_wide(const dem_naming *naming, size_t n);
/* The same place is among the readings. */
bool dem_geo_listed(const dem_naming *naming, size_t n, const dem_locality *p);

#endif

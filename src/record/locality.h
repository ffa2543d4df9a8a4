/* record/locality.h - a place of the world as a gazetteer has it: plain data, whoever keeps it (the lexicon, an imported
 * gazetteer), and the question that every gazetteer answers. */
#ifndef DEM_RECORD_LOCALITY_H
#define DEM_RECORD_LOCALITY_H
#include "base/arena.h"
#include "base/str.h"

typedef enum dem_locality_kind {
    DEM_LOCALITY_COUNTRY,
    DEM_LOCALITY_REGION,  /* first-level division */
    DEM_LOCALITY_COUNTY,  /* second-level division */
    DEM_LOCALITY_TOWN,    /* city, town, village */
    DEM_LOCALITY_QUARTER, /* part of a town */
    DEM_LOCALITY_ISLAND,
    DEM_LOCALITY_AREA,      /* informal, historical or contested region; mountains, desert, park */
    DEM_LOCALITY_WATER,     /* river, lake, sea, strait, canal */
    DEM_LOCALITY_SITE,      /* base, airport, crossing, camp, dam, square, building */
    DEM_LOCALITY_TERRITORY, /* dependent territory: folded into its state (codebook 7.4) */
    DEM_LOCALITY_KIND_COUNT
} dem_locality_kind;

typedef struct dem_locality {
    dem_str name; /* the first of its names */
    dem_str
        region; /* the name of the first-level division that it lies in; empty if there is none or it is unknown */
    char country[4]; /* codebook code; "" for what belongs to no state (seas, continents) */
    uint8_t kind;    /* dem_locality_kind */
    uint32_t weight; /* thousands of inhabitants, or as often in the news as a town of so many; at least 1 */
    bool has_point;
    double lat, lon; /* decimal degrees, WGS 84 */
    dem_str file;    /* of the lexicon's: where the row stands, as dem_actor has it */
    uint32_t line;
} dem_locality;

/* One reading of a name. */
typedef struct dem_naming {
    const dem_locality *place;
    bool doubtful; /* mostly means something else in English: "Nice", "Lincoln" */
    bool bare;     /* a division without its designator, good only beside one: "Kharkiv" of "Kharkiv Oblast" */
} dem_naming;

/* "region", "town" as gazetteers have it; "" for a number out of range. Static storage. */
const char *dem_locality_kind_name(unsigned kind);
/* DEM_LOCALITY_KIND_COUNT for an unknown name. */
unsigned dem_locality_kind_by_name(dem_str name);

/* Great-circle distance in kilometres (haversine formula, mean radius of the earth). */
double dem_locality_km(double lat1, double lon1, double lat2, double lon2);

/* A gazetteer beside the lexicon's own: one that was imported. One thread at a time. All zero: there is none. */
typedef struct dem_gazetteer {
    void *of; /* borrowed */
    /* The longest name at word[0]; its length in words, 0 if there is none. *naming: *n readings, heaviest first; they and
     * what they point at live in `arena`. */
    uint32_t (*find)(void *of, dem_arena *arena, const dem_str *word, uint32_t n, const dem_naming **naming,
                     uint32_t *n_naming);
} dem_gazetteer;

#endif

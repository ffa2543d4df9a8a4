/* places/geonames.h - a row of GeoNames' dump; for the files of this folder only. */
#ifndef DEM_PLACES_GEONAMES_H
#define DEM_PLACES_GEONAMES_H
#include "base/error.h"
#include "lexicon/lexicon.h"

/* The columns that are used, as slices of the line. */
typedef struct dem_geonames_row {
    int64_t id;
    dem_str name, other_names; /* other names with commas between */
    double lat, lon;
    char class;         /* A, P, H, T, L, S, R, U, V */
    dem_str feature;    /* "PPLC" */
    char country[4];    /* the lexicon's code; "" for what belongs to no state */
    dem_str cc, admin1; /* as the dump has them */
    uint64_t population;
} dem_geonames_row;

/* Reads a line. *wrong says what is wrong with it. */
bool dem_geonames_read(const dem_lexicon *lex, dem_str line, dem_geonames_row *row, const char **wrong);
/* What kind of place it is, as lexicon/places has them; DEM_LOCALITY_KIND_COUNT for what no report calls a place. */
unsigned dem_geonames_kind(const dem_geonames_row *row);
/* Its weight, thousands of inhabitants or as much; at least 1. */
uint32_t dem_geonames_weight(const dem_geonames_row *row, unsigned kind);

#endif

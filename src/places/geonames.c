/* places/geonames.c - see geonames.h. The columns: geonames' readme.txt, "The main 'geoname' table". */
#include "places/geonames.h"
#include "record/locality.h"
#include <stdlib.h>

enum {
    COLUMNS = 19,
    ID = 0,
    NAME = 1,
    OTHERS = 3,
    LAT = 4,
    LON = 5,
    CLASS = 6,
    FEATURE = 7,
    COUNTRY = 8,
    ADMIN1 = 10,
    POPULATION = 14
};

static bool decimal(dem_str s, double least, double most, double *out)
{
    char z[32], *end;
    if (!s.n || s.n >= sizeof z) return false;
    for (size_t i = 0; i < s.n; i++)
        if (!strchr("+-.0123456789", s.p[i])) return false;
    memcpy(z, s.p, s.n);
    z[s.n] = 0;
    *out = strtod(z, &end);
    return *end == 0 && *out >= least && *out <= most;
}

static bool whole(dem_str s, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || *out > UINT64_MAX / 100) return false;
        *out = *out * 10 + (uint64_t)(s.p[i] - '0');
    }
    return s.n > 0;
}

bool dem_geonames_read(const dem_lexicon *lex, dem_str line, dem_geonames_row *row, const char **wrong)
{
    dem_str column[COLUMNS], rest = line;
    unsigned n = 0;
    uint64_t id;
    while (n < COLUMNS && dem_str_next(&rest, '\t', &column[n])) n++;
    *row = (dem_geonames_row){0};
    if (n < ADMIN1 + 1 + 4) return *wrong = "expected 19 columns with tabs between", false;
    if (!whole(column[ID], &id) || id > INT64_MAX) return *wrong = "the first column is no number", false;
    if (!decimal(column[LAT], -90, 90, &row->lat)) return *wrong = "the fifth column is no latitude", false;
    if (!decimal(column[LON], -180, 180, &row->lon)) return *wrong = "the sixth column is no longitude", false;
    row->id = (int64_t)id;
    row->name = column[NAME];
    row->other_names = column[OTHERS];
    row->class = column[CLASS].n ? column[CLASS].p[0] : ' ';
    row->feature = column[FEATURE];
    row->cc = column[COUNTRY];
    row->admin1 = column[ADMIN1];
    if (n > POPULATION && !whole(column[POPULATION], &row->population)) row->population = 0;
    const dem_actor *country = row->cc.n ? dem_lexicon_iso(lex, row->cc) : NULL;
    if (row->cc.n && !country) return *wrong = "a country that the lexicon does not know", false;
    if (country) memcpy(row->country, country->code, 4);
    if (!row->name.n) return *wrong = "no name", false;
    return true;
}

unsigned dem_geonames_kind(const dem_geonames_row *row)
{
    dem_str f = row->feature;
    switch (row->class) {
    case 'A':
        if (dem_str_is(f, "ADM1")) return DEM_LOCALITY_REGION;
        if (dem_str_starts(f, DEM_STR("PCL")) || dem_str_is(f, "TERR")) {
            bool own = dem_str_is(f, "PCLI") || dem_str_is(f, "PCL");
            return own ? DEM_LOCALITY_KIND_COUNT : DEM_LOCALITY_TERRITORY; /* states are actors */
        }
        return DEM_LOCALITY_COUNTY;
    case 'P': return dem_str_is(f, "PPLX") ? DEM_LOCALITY_QUARTER : DEM_LOCALITY_TOWN;
    case 'H': return DEM_LOCALITY_WATER;
    case 'T': return dem_str_starts(f, DEM_STR("ISL")) ? DEM_LOCALITY_ISLAND : DEM_LOCALITY_AREA;
    case 'L': return DEM_LOCALITY_AREA;
    case 'S': return DEM_LOCALITY_SITE;
    default: return DEM_LOCALITY_KIND_COUNT;
    }
}

uint32_t dem_geonames_weight(const dem_geonames_row *row, unsigned kind)
{
    enum { MOST = 2000000, AREA = 20 };
    uint64_t thousands = row->population / 1000;
    if (thousands > MOST) thousands = MOST;
    bool wide = kind == DEM_LOCALITY_WATER || kind == DEM_LOCALITY_AREA || kind == DEM_LOCALITY_ISLAND;
    bool known = row->other_names.n > 200; /* what many languages name is known in the world */
    if (thousands == 0) return wide && known ? AREA : 1;
    return (uint32_t)thousands;
}

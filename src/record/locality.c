/* record/locality.c - see locality.h. */
#include "record/locality.h"
#include <math.h>

static const char *const KIND[DEM_LOCALITY_KIND_COUNT] = {"country", "region", "county", "town", "quarter",
                                                          "island",  "area",   "water",  "site", "territory"};

const char *dem_locality_kind_name(unsigned kind)
{
    return kind < DEM_LOCALITY_KIND_COUNT ? KIND[kind] : "";
}

unsigned dem_locality_kind_by_name(dem_str name)
{
    unsigned i = 0;
    while (i < DEM_LOCALITY_KIND_COUNT && !dem_str_is(name, KIND[i])) i++;
    return i;
}

double dem_locality_km(double lat1, double lon1, double lat2, double lon2)
{
    static const double RADIUS = 6371.0, DEGREE = 3.14159265358979323846 / 180;
    double up = sin((lat2 - lat1) * DEGREE / 2), across = sin((lon2 - lon1) * DEGREE / 2);
    double h = up * up + cos(lat1 * DEGREE) * cos(lat2 * DEGREE) * across * across;
    return 2 * RADIUS * asin(sqrt(h < 1 ? h : 1));
}

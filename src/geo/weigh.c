/* geo/weigh.c - whether a name is a place: a linear model over the evidence, learned by learn-places (weigh.inc). */
#include "geo/spans.h"

static const int16_t WEIGHT[DEM_EV_COUNT] = {
#include "geo/weigh.inc"
};

int dem_geo_weigh(uint64_t evidence)
{
    /* "Jack London ... London died young": too rare in reports to be learned, and certain. */
    if ((evidence & DEM_EV(stranger_alone)) && !(evidence & DEM_EV(country))) return -1;
    int sum = 0;
    for (unsigned i = 0; i < DEM_EV_COUNT; i++)
        if (evidence >> i & 1) sum += WEIGHT[i];
    return sum;
}

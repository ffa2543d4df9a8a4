/* geo/weigh.c - whether a name is a place: a linear model over the evidence, learned by learn-places (weigh.inc). */
#include "geo/spans.h"

static const int16_t WEIGHT[DEM_EV_COUNT] = {
#include "geo/weigh.inc"
};

int dem_geo_weigh(uint64_t evidence)
{
    int sum = 0;
    for (unsigned i = 0; i < DEM_EV_COUNT; i++)
        if (evidence >> i & 1) sum += WEIGHT[i];
    return sum;
}

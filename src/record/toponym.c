/* record/toponym.c - see toponym.h. */
#include "record/toponym.h"

static const char *const USE[DEM_TOPONYM_USE_COUNT] = {"place", "people", "inside"};

const char *dem_toponym_use_name(unsigned use)
{
    return use < DEM_TOPONYM_USE_COUNT ? USE[use] : "";
}

const dem_toponym *dem_toponym_at(const dem_toponyms *ts, uint32_t i, int t)
{
    for (uint32_t k = ts->first[i]; k < ts->first[i + 1]; k++)
        if (t >= ts->at[k].from && t < ts->at[k].to) return &ts->at[k];
    return NULL;
}

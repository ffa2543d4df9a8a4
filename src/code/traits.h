/* code/traits.h - binary traits and what a linear model makes of them; for the models of this room. */
#ifndef DEM_CODE_TRAITS_H
#define DEM_CODE_TRAITS_H
#include "record/trace.h"

typedef struct dem_traits {
    uint16_t at[DEM_TRAITS_MAX];
    uint32_t n;
} dem_traits;

/* Adds trait number `which` of a family that begins at `from`; one beyond its members counts as the last. What is too much is
 * left out. */
void dem_traits_add(dem_traits *t, unsigned from, unsigned members, unsigned which);

/* Weights are in so many parts of a unit of log-odds. */
#define DEM_TRAITS_ONE 256
/* The probability that a logistic model with these weights gives, in percent, 0 .. 100. Whole numbers throughout: the same on
 * every machine. */
int dem_traits_percent(const dem_traits *t, const int16_t *weight);

#endif

/* code/traits.c - see traits.h. */
#include "code/traits.h"

void dem_traits_add(dem_traits *t, unsigned from, unsigned members, unsigned which)
{
    if (t->n < DEM_TRAITS_MAX) t->at[t->n++] = (uint16_t)(from + (which < members ? which : members - 1));
}

/* 256 * ln(p / (100 - p)) for p = 50.5, 51.5, ... 99.5 percent: where the rounded percentage steps up. */
static const int16_t STEP[] = {5,   15,  26,  36,  46,  57,  67,  77,  88,  98,   109, 120, 131,
                               142, 153, 164, 176, 187, 199, 211, 223, 235, 248,  261, 274, 288,
                               302, 317, 332, 347, 363, 380, 397, 415, 434, 454,  476, 498, 522,
                               549, 577, 608, 643, 683, 728, 782, 849, 938, 1071, 1355};

int dem_traits_percent(const dem_traits *t, const int16_t *weight)
{
    int sum = 0, percent = 50;
    for (uint32_t i = 0; i < t->n; i++) sum += weight[t->at[i]];
    int size = sum < 0 ? -sum : sum;
    for (size_t i = 0; i < sizeof STEP / sizeof *STEP && size >= STEP[i]; i++) percent++;
    return sum < 0 ? 100 - percent : percent;
}

/* What the tests of zones share: lines cut as the reader cuts them, and their traits. */
#ifndef TESTS_ZONE_SAMPLE_H
#define TESTS_ZONE_SAMPLE_H
#include "../base/check.h"
#include "reader/zone_traits.h"

/* The lines of a text as the rules leave them. */
static inline zone_units sample_lines(dem_arena *a, const char *text)
{
    dem_report r = {.text = dem_str_from(text)};
    return zone_rules_apply(a, &r);
}

#endif

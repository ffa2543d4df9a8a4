/* Days that witnesses told, written as "json 2024-03-18T02:00:00Z, line 2024-03-17". */
#ifndef TESTS_META_TOLD_H
#define TESTS_META_TOLD_H
#include "../base/check.h"
#include "page/meta_found.h"

static inline dem_meta_witness told_witness(dem_str name)
{
    static const char *const NAMES[DEM_DATED_WITNESSES] = {
        [DEM_DATED_JSON] = "json",         [DEM_DATED_META] = "meta",       [DEM_DATED_MICRO] = "micro",
        [DEM_DATED_TIME] = "time",         [DEM_DATED_LABEL] = "label",     [DEM_DATED_LINE] = "line",
        [DEM_DATED_ABOVE] = "above",       [DEM_DATED_URL] = "url",         [DEM_DATED_LOOSE] = "loose",
        [DEM_DATED_MODIFIED] = "modified", [DEM_DATED_UPDATED] = "updated",
    };
    for (int i = 0; i < DEM_DATED_WITNESSES; i++)
        if (dem_str_is(name, NAMES[i])) return (dem_meta_witness)i;
    fail_msg("no witness \"%.*s\"", DEM_STR_ARG(name));
    return DEM_DATED_WITNESSES;
}

static inline dem_meta_found told(dem_arena *arena, const char *days)
{
    dem_meta_found f = {.arena = arena};
    dem_str rest = dem_str_from(days), one;
    while (rest.n && dem_str_next(&rest, ',', &one)) {
        one = dem_str_trim(one);
        size_t blank = dem_str_find(one, DEM_STR(" "));
        size_t before = f.dated.n;
        dem_meta_date(&f, told_witness(dem_str_sub(one, 0, blank)), dem_str_sub(one, blank + 1, one.n));
        if (f.dated.n == before) fail_msg("no date in \"%.*s\"", DEM_STR_ARG(one));
    }
    return f;
}

#endif

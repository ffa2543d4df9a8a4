/* record/report.c - see report.h. */
#include "record/report.h"

dem_zone_kind dem_report_zone_at(const dem_report *r, uint32_t at)
{
    for (uint32_t i = 0; i < r->n_zones && r->zones[i].start <= at; i++)
        if (at < r->zones[i].end) return r->zones[i].kind;
    return DEM_ZONE_BODY;
}

static bool unfit(char c)
{
    return c == ':' || dem_byte_blank(c);
}

dem_str dem_report_clean_id(dem_arena *arena, dem_str wanted)
{
    wanted = dem_str_trim(wanted);
    size_t i = 0;
    while (i < wanted.n && !unfit(wanted.p[i])) i++;
    if (i == wanted.n) return wanted;
    char *p = dem_arena_alloc(arena, wanted.n + 1);
    for (size_t k = 0; k < wanted.n; k++) p[k] = unfit(wanted.p[k]) ? '_' : wanted.p[k];
    return (dem_str){p, wanted.n};
}

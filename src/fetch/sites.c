/* fetch/sites.c - see sites.h. */
#include "fetch/sites.h"
#include "base/map.h"
#include "base/vec.h"
#include <stdlib.h>

struct dem_sites {
    dem_arena arena;
    dem_map by_origin; /* indexes of `list` */
    DEM_VEC(dem_site *) list;
    dem_str product;
};

dem_sites *dem_sites_new(dem_str product)
{
    dem_sites *s = dem_xalloc(sizeof *s);
    dem_arena_init(&s->arena, 0);
    dem_map_init(&s->by_origin, &s->arena);
    s->product = product;
    return s;
}

void dem_sites_free(dem_sites *s)
{
    if (!s) return;
    for (size_t i = 0; i < s->list.n; i++) {
        dem_visits_free(&s->list.at[i]->waiting);
        dem_arena_release(&s->list.at[i]->arena);
    }
    dem_arena_release(&s->arena);
    free(s);
}

void dem_sites_settle(dem_sites *s)
{
    for (size_t i = 0; i < s->list.n; i++) {
        dem_visits_free(&s->list.at[i]->waiting);
        s->list.at[i]->asked = false;
    }
}

size_t dem_sites_count(const dem_sites *s)
{
    return s->list.n;
}

dem_site *dem_sites_get(dem_sites *s, dem_str origin, int64_t now)
{
    uint32_t at = dem_map_add(&s->by_origin, origin, (uint32_t)s->list.n);
    if (at == s->list.n) {
        dem_site *new = dem_arena_new(&s->arena, dem_site);
        new->origin = dem_arena_str(&s->arena, origin);
        dem_arena_init(&new->arena, 4096);
        dem_vec_push(&s->arena, &s->list, new);
    }
    dem_site *site = s->list.at[at];
    int64_t age = site->robots.closed ? DEM_ROBOTS_AGE_CLOSED : DEM_ROBOTS_AGE;
    if (site->known && now - site->read > age) site->known = false;
    return site;
}

/* Of a file that is too long the beginning counts. A redirect that leads nowhere is a file that is not there. */
void dem_site_learn(dem_sites *s, dem_site *site, const dem_reply *r, int64_t now)
{
    bool failing = r->miss == DEM_MISS_BUSY || r->miss == DEM_MISS_SLOW || r->miss == DEM_MISS_BROKEN;
    bool there = (r->miss == DEM_MISS_LARGE && r->body.n) || (!r->miss && r->status >= 200 && r->status < 300);
    dem_arena_reset(&site->arena);
    site->robots = (dem_robots){.closed = failing || r->miss == DEM_MISS_LARGE};
    if (there) site->robots = dem_robots_read(&site->arena, dem_buf_str(&r->body), s->product);
    site->known = true;
    site->asked = false;
    site->read = now;
}

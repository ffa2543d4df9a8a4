/* fetch/hosts.c - see hosts.h. */
#include "fetch/hosts.h"
#include "base/map.h"
#include "base/vec.h"
#include <stdlib.h>

struct dem_hosts {
    dem_arena arena;
    dem_map by_name; /* indexes of `list` */
    DEM_VEC(dem_host *) list;
    int64_t interval;
    size_t turn; /* whose it is */
};

dem_hosts *dem_hosts_new(int64_t interval)
{
    dem_hosts *h = dem_xalloc(sizeof *h);
    dem_arena_init(&h->arena, 0);
    dem_map_init(&h->by_name, &h->arena);
    h->interval = interval;
    return h;
}

void dem_hosts_free(dem_hosts *h)
{
    if (!h) return;
    for (size_t i = 0; i < h->list.n; i++) dem_visits_free(&h->list.at[i]->queue);
    dem_arena_release(&h->arena);
    free(h);
}

dem_host *dem_hosts_get(dem_hosts *h, dem_str name)
{
    uint32_t at = dem_map_add(&h->by_name, name, (uint32_t)h->list.n);
    if (at == h->list.n) {
        dem_host *new = dem_arena_new(&h->arena, dem_host);
        new->name = dem_arena_str(&h->arena, name);
        dem_vec_push(&h->arena, &h->list, new);
    }
    return h->list.at[at];
}

dem_host *dem_hosts_at(dem_hosts *h, size_t i)
{
    return i < h->list.n ? h->list.at[i] : NULL;
}

static bool may_begin(const dem_host *host, int64_t now)
{
    return host->queue.first && !host->busy && host->ready <= now;
}

dem_visit *dem_hosts_next(dem_hosts *h, int64_t now)
{
    for (size_t i = 0; i < h->list.n; i++) {
        dem_host *host = h->list.at[(h->turn + i) % h->list.n];
        if (!may_begin(host, now)) continue;
        h->turn = (h->turn + i + 1) % h->list.n;
        host->busy = true;
        return dem_visits_take(&host->queue);
    }
    return NULL;
}

int64_t dem_hosts_wait(const dem_hosts *h, int64_t now)
{
    int64_t least = -1;
    for (size_t i = 0; i < h->list.n; i++) {
        const dem_host *host = h->list.at[i];
        if (!host->queue.first || host->busy) continue;
        int64_t wait = host->ready > now ? host->ready - now : 0;
        if (least < 0 || wait < least) least = wait;
    }
    return least;
}

bool dem_host_is_here(dem_str name)
{
    return dem_str_is(name, "localhost") || dem_str_is(name, "[::1]") || dem_str_starts(name, DEM_STR("127."));
}

void dem_host_rest(dem_host *host, int64_t now, int64_t wait)
{
    if (host->ready < now + wait) host->ready = now + wait;
}

void dem_hosts_done(dem_hosts *h, dem_host *host, int64_t now)
{
    int64_t pause = h->interval;
    if (pause < DEM_MIN_INTERVAL && !dem_host_is_here(host->name)) pause = DEM_MIN_INTERVAL;
    host->busy = false;
    dem_host_rest(host, now, host->delay > pause ? host->delay : pause);
}

/* reader/zone_traits.c - what the place of a line among the others shows; see zone_traits.h. */
#include "reader/zone_traits.h"
#include "base/map.h"

/* Sums over the lines before each: [n + 1]. */
typedef struct sums {
    uint32_t words;   /* of running lines that no rule objects to */
    uint32_t running; /* such lines */
} sums;

typedef struct view {
    zone_units us;
    bool *running; /* [n] */
    sums *before;  /* [n + 1] */
    uint32_t *run; /* [n]: how many lines in a row, this among them, are not running */
    bool *apart;   /* [n]: behind a line that opens a section, with no two running lines in a row between */
    dem_map lines; /* how often each text of a line stands there */
} view;

static bool is_running(const zone_unit *u)
{
    return zone_is_running(u) && (u->kind == DEM_ZONE_BODY || u->by >= ZONE_BY_THREAD);
}

static void count_runs(view *v)
{
    for (uint32_t i = 0, end; i < v->us.n; i = end) {
        for (end = i + 1; !v->running[i] && end < v->us.n && !v->running[end];) end++;
        for (uint32_t k = i; k < end; k++) v->run[k] = v->running[i] ? 0 : end - i;
    }
}

static view look(dem_arena *arena, zone_units us)
{
    view v = {.us = us,
              .running = dem_arena_array(arena, bool, us.n),
              .before = dem_arena_array(arena, sums, us.n + 1),
              .run = dem_arena_array(arena, uint32_t, us.n),
              .apart = dem_arena_array(arena, bool, us.n)};
    dem_map_init(&v.lines, arena);
    bool apart = false;
    for (uint32_t i = 0; i < us.n; i++) {
        const zone_unit *u = &us.at[i];
        v.running[i] = is_running(u);
        v.before[i + 1] =
            (sums){v.before[i].words + (v.running[i] ? u->words : 0), v.before[i].running + v.running[i]};
        if (i > 0 && v.running[i] && v.running[i - 1]) apart = false;
        v.apart[i] = apart;
        apart |= zone_opens(u) != DEM_ZONE_BODY;
        uint32_t times = dem_map_get(&v.lines, u->fold);
        dem_map_put(&v.lines, u->fold, times == DEM_MAP_NONE ? 1 : times + 1);
    }
    count_runs(&v);
    return v;
}

static bool itself_ruled(const zone_unit *u)
{
    return u->by == ZONE_BY_PHRASE || u->by == ZONE_BY_SHAPE || u->by == ZONE_BY_OPENER;
}

static void add_neighbours(const view *v, uint32_t i, zone_traits *t)
{
    const zone_unit *u = &v->us.at[i];
    if (i > 0) {
        const zone_unit *p = u - 1;
        if (v->running[i - 1]) zone_trait_set(t, ZT_prev_running);
        if (itself_ruled(p)) zone_trait_set(t, ZT_prev_ruled);
        if (zone_is_headish(p)) zone_trait_set(t, ZT_prev_headish);
        if (zone_opens(p)) zone_trait_set(t, ZT_prev_opens);
        if (p->last == ':') zone_trait_set(t, ZT_prev_colon);
    }
    if (i + 1 < v->us.n) {
        const zone_unit *n = u + 1;
        if (v->running[i + 1]) zone_trait_set(t, ZT_next_running);
        if (itself_ruled(n)) zone_trait_set(t, ZT_next_ruled);
        if (zone_is_headish(n)) zone_trait_set(t, ZT_next_headish);
    }
    bool inside = i > 0 && i + 1 < v->us.n;
    if (inside && v->running[i - 1] && v->running[i + 1]) zone_trait_set(t, ZT_between);
    if (inside && zone_is_headish(u - 1) && zone_is_headish(u) && zone_is_headish(u + 1))
        zone_trait_set(t, ZT_row);
}

static void add_place(const view *v, uint32_t i, zone_traits *t)
{
    const zone_unit *u = &v->us.at[i];
    uint32_t n = v->us.n;
    if (i == 0) zone_trait_set(t, ZT_first);
    if (i == 1) zone_trait_set(t, ZT_second);
    if (i + 1 == n) zone_trait_set(t, ZT_last);
    if (i + 2 == n) zone_trait_set(t, ZT_last_but_one);
    zone_trait_set(t, u->gap_before  ? u->gap_after ? ZT_gap_both : ZT_gap_before
                      : u->gap_after ? ZT_gap_after
                                     : ZT_no_gap);
    uint32_t times = dem_map_get(&v->lines, u->fold);
    if (times != DEM_MAP_NONE && times > 1) zone_trait_set(t, ZT_repeated);
    if (v->apart[i]) zone_trait_set(t, ZT_after_opens);
}

static void add_sums(const view *v, uint32_t i, zone_traits *t)
{
    uint32_t n = v->us.n, from = i > 4 ? i - 4 : 0, to = i + 5 < n ? i + 5 : n;
    uint32_t before = v->before[i].words, behind = v->before[n].words - v->before[i + 1].words;
    uint32_t near = v->before[to].running - v->before[from].running - v->running[i], all = v->before[n].running;
    ZONE_TRAIT_STEP(t, ZT_run_0, v->run[i], 0, 1, 3, 7);
    ZONE_TRAIT_STEP(t, ZT_before_0, before, 0, 40, 120);
    ZONE_TRAIT_STEP(t, ZT_behind_0, behind, 0, 40, 120);
    ZONE_TRAIT_STEP(t, ZT_near_0, near, 0, 2, 5);
    zone_trait_set(t, all * 5 < n ? ZT_text_sparse : all * 2 < n ? ZT_text_half : ZT_text_full);
    if (v->running[i] && !(i > 0 && v->running[i - 1]) && behind < 60) zone_trait_set(t, ZT_running_tail);
}

static void add_kin(int percent, zone_traits *t)
{
    if (percent >= 0) ZONE_TRAIT_STEP(t, ZT_kin_0, percent, 0, 33, 66);
}

zone_traits *zone_traits_find(dem_arena *arena, zone_units us)
{
    zone_traits *t = dem_arena_array(arena, zone_traits, us.n);
    view v = look(arena, us);
    const int8_t *kin = zone_kin(arena, us);
    for (uint32_t i = 0; i < us.n; i++) {
        zone_traits_of_line(&us.at[i], &t[i]);
        add_neighbours(&v, i, &t[i]);
        add_place(&v, i, &t[i]);
        add_sums(&v, i, &t[i]);
        add_kin(kin[i], &t[i]);
        if (i > 0 && zone_trait_has(&t[i - 1], ZT_w_more)) zone_trait_set(&t[i], ZT_prev_more);
    }
    return t;
}

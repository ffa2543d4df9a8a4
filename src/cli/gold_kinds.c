/* cli/gold_kinds.c - see gold_kinds.h. */
#include "cli/gold_kinds.h"
#include <stdlib.h>

static void count(dem_kinds *k, const char *what, dem_str why)
{
    dem_str name = dem_arena_printf(k->arena, "%s%.*s", what, DEM_STR_ARG(why));
    for (size_t i = 0; i < k->kind.n; i++)
        if (dem_str_eq(k->kind.at[i].name, name)) {
            k->kind.at[i].n++;
            return;
        }
    dem_kind row = {name, 1};
    dem_vec_push(k->arena, &k->kind, row);
}

typedef struct sides {
    dem_str actor, recipient;
    bool together; /* "CHN|USA": no direction */
} sides;

static sides cut(dem_str dyad)
{
    size_t bar = dem_str_find(dyad, DEM_STR("|")), arrow = dem_str_find(dyad, DEM_STR(">"));
    size_t at = bar < dyad.n ? bar : arrow;
    return (sides){dem_str_sub(dyad, 0, at), dem_str_sub(dyad, at + 1, dyad.n), bar < dyad.n};
}

static void count_pair(dem_kinds *k, dem_str missed, dem_str extra)
{
    sides m = cut(missed), x = cut(extra);
    bool actor = dem_str_eq(m.actor, x.actor), recipient = dem_str_eq(m.recipient, x.recipient),
         nobody = dem_str_is(x.recipient, "-");
    if (m.together != x.together) count(k, "one side for two, or two for one", (dem_str){NULL, 0});
    else if (!actor && recipient) count(k, "wrong actor", (dem_str){NULL, 0});
    else if (actor && nobody) count(k, "no recipient", (dem_str){NULL, 0});
    else if (actor && dem_str_is(m.recipient, "-"))
        count(k, "a recipient where there is none", (dem_str){NULL, 0});
    else if (actor) count(k, "wrong recipient", (dem_str){NULL, 0});
    else count(k, "both sides wrong", (dem_str){NULL, 0});
}

void dem_kinds_count(dem_kinds *k, const dem_whys *w, size_t report, const dem_difference *d)
{
    bool *used = dem_arena_array(k->arena, bool, d->n_extra + 1);
    for (uint32_t i = 0; i < d->n_missed; i++) {
        uint32_t x = 0;
        while (x < d->n_extra && (used[x] || d->extra[x].type != d->missed[i].type)) x++;
        if (x == d->n_extra) {
            count(k, "missed: ", dem_whys_reason(w, report, d, d->missed[i].type));
            continue;
        }
        used[x] = true;
        count_pair(k, d->missed[i].dyad, d->extra[x].dyad);
    }
    for (uint32_t x = 0; x < d->n_extra; x++)
        if (!used[x]) count(k, "extra: ", dem_str_from(dem_event_name(d->extra[x].type)));
}

static int by_count(const void *a, const void *b)
{
    const dem_kind *x = a, *y = b;
    if (x->n != y->n) return x->n > y->n ? -1 : 1;
    return dem_str_cmp(x->name, y->name);
}

void dem_kinds_sort(dem_kinds *k)
{
    if (k->kind.n) qsort(k->kind.at, k->kind.n, sizeof *k->kind.at, by_count);
}

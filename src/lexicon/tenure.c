/* lexicon/tenure.c - who holds what on a day. */
#include "lexicon/parts.h"

/* Within the bounds, of which the doubtful ones are `margin` days further out. */
static bool holds(const dem_tenure *t, dem_date day, int margin)
{
    return (t->from == DEM_DATE_NONE || t->from - (t->from_doubtful ? margin : 0) <= day) &&
           (t->to == DEM_DATE_NONE || day <= t->to + (t->to_doubtful ? margin : 0));
}
static bool perhaps_holds(const dem_tenure *t, dem_date day)
{
    return holds(t, day, DEM_DOUBT_DAYS);
}

/* Without a day: the last tenure that has no end, else the one that ended last. Offices before homes. */
static const dem_tenure *latest(const dem_actor *a, bool home)
{
    const dem_tenure *open = NULL, *ended = NULL;
    for (uint32_t i = 0; i < a->n_tenure; i++) {
        const dem_tenure *t = &a->tenure[i];
        if (t->home != home) continue;
        if (t->to == DEM_DATE_NONE) open = t;
        else if (!ended || t->to >= ended->to) ended = t;
    }
    return open ? open : ended;
}

static const dem_tenure *on_day(const dem_actor *a, dem_date day, bool home)
{
    for (int margin = 0; margin <= DEM_DOUBT_DAYS; margin += DEM_DOUBT_DAYS)
        for (uint32_t i = 0; i < a->n_tenure; i++)
            if (a->tenure[i].home == home && holds(&a->tenure[i], day, margin)) return &a->tenure[i];
    return NULL;
}

static const dem_tenure *last_ended(const dem_actor *a, dem_date day)
{
    const dem_tenure *last = NULL;
    for (uint32_t i = 0; i < a->n_tenure; i++) {
        const dem_tenure *t = &a->tenure[i];
        if (t->home || t->to == DEM_DATE_NONE || t->to >= day) continue;
        if (!last || t->to > last->to) last = t;
    }
    return last;
}

const dem_tenure *dem_actor_on(const dem_actor *a, dem_date day, const dem_tenure **former)
{
    bool undated = day == DEM_DATE_NONE;
    const dem_tenure *t = undated ? latest(a, false) : on_day(a, day, false);
    if (!t) t = undated ? latest(a, true) : on_day(a, day, true);
    if (former) *former = !t && !undated && a->kind == DEM_ACTOR_PERSON ? last_ended(a, day) : NULL;
    return t;
}

static dem_str office_key(dem_str code, dem_str role, char *buf, size_t size)
{
    if (code.n + 1 + role.n > size) return (dem_str){NULL, 0};
    memcpy(buf, code.p, code.n);
    buf[code.n] = ' ';
    memcpy(buf + code.n + 1, role.p, role.n);
    return (dem_str){buf, code.n + 1 + role.n};
}

static void add_holding(dem_lexicon *l, const dem_actor *person, const dem_tenure *tenure)
{
    char buf[DEM_KEY_MAX + 8];
    dem_str key = office_key(dem_str_from(tenure->code), tenure->role->key, buf, sizeof buf);
    uint32_t first = dem_map_get(&l->holding_by_office, key);
    dem_vec_push(&l->arena, &l->holding, ((dem_holding){person, tenure, first}));
    dem_map_put(&l->holding_by_office, key, (uint32_t)l->holding.n - 1);
}

void dem_load_finish_holdings(dem_loading *ld)
{
    dem_lexicon *l = ld->lex;
    dem_vec_reserve(ld->arena, &l->holding, l->size.offices);
    for (size_t i = 0; i < l->actor.n; i++) {
        const dem_actor *a = l->actor.at[i];
        for (uint32_t k = 0; k < a->n_tenure; k++)
            if (a->tenure[k].role) add_holding(l, a, &a->tenure[k]);
    }
}

/* The country's own office comes before that of a part that calls itself a state ("the Georgian president" is not
 * Abkhazia's). On the day of a handover both hold it: the one who came later counts. */
static bool is_better(const dem_holding *h, const dem_holding *than, dem_date day)
{
    const dem_sectors apart = DEM_BIT(DEM_SEC_PRE);
    bool a = h->tenure->sectors & apart, b = than->tenure->sectors & apart;
    if (a != b) return b;
    if (day != DEM_DATE_NONE) {
        a = holds(h->tenure, day, 0);
        b = holds(than->tenure, day, 0);
        if (a != b) return a;
    }
    return h->tenure->from >= than->tenure->from;
}

const dem_actor *dem_lexicon_holder(const dem_lexicon *l, const char *code, const dem_actor *role, dem_date day)
{
    char buf[DEM_KEY_MAX + 8];
    const dem_holding *best = NULL;
    dem_str key = office_key(dem_str_from(code), role->key, buf, sizeof buf);
    for (uint32_t i = dem_map_get(&l->holding_by_office, key); i != DEM_MAP_NONE; i = l->holding.at[i].next) {
        const dem_holding *h = &l->holding.at[i];
        bool fits = day == DEM_DATE_NONE ? h->tenure->to == DEM_DATE_NONE : perhaps_holds(h->tenure, day);
        if (fits && (!best || is_better(h, best, day))) best = h;
    }
    return best ? best->person : NULL;
}

const dem_tenure *dem_actor_tenure(const dem_actor *a, const dem_actor *role, dem_date day)
{
    for (uint32_t i = 0; i < a->n_tenure; i++)
        if (a->tenure[i].role == role && day != DEM_DATE_NONE && holds(&a->tenure[i], day, 0))
            return &a->tenure[i];
    return NULL;
}

bool dem_actor_held(const dem_actor *a, const dem_actor *role, const char *code, dem_date day)
{
    for (uint32_t i = 0; i < a->n_tenure; i++) {
        const dem_tenure *t = &a->tenure[i];
        if (t->role && t->role == role && strcmp(t->code, code) == 0 &&
            (day == DEM_DATE_NONE || perhaps_holds(t, day)))
            return true;
    }
    return false;
}

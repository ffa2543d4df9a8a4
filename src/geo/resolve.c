/* geo/resolve.c - which place of the world a name is. One place a name and report; each is chosen by what the text says of
 * it ("Paris, Texas"), by how large it is, and by the report's other places, in rounds until all have seen each other.
 * After the ideas of Lieberman & Samet 2012 ("Adaptive context features for toponym resolution", section 4: container,
 * sibling and proximity of what is named beside it) and of Rauch et al. 2003 (a prior by population). */
#include "geo/resolve.h"
#include "geo/sight.h"

enum {
    ROUNDS = 4,
    COUNTRIES = 64,
    REGIONS = 64,
    NEAR_KM = 60, /* what lies in a county or a town is no farther from its centre */
    WORLD = 1000, /* thousands: a weight that the whole world knows */
    DWARF = 10,
    HEARD = 256 /* names that are looked at for nearness: a list of the world takes no longer than a report */
};

const dem_geo_weights DEM_GEO_WEIGHTS = {
#include "geo/resolve.inc"
};

/* A name of the report and the readings that its spans share. */
typedef struct choice {
    const dem_naming *naming; /* [n] of its first span that is listed */
    uint32_t n, chosen;
    uint32_t times;
    uint32_t most;     /* the weight of the heaviest */
    uint32_t *claimed; /* [n] how often a region behind the name asks for the reading */
    bool country;      /* one of the readings is a whole country */
} choice;

typedef struct tally {
    char country[COUNTRIES][4];
    int named[COUNTRIES], placed[COUNTRIES]; /* the country itself, its people; places in it */
    uint32_t n;
    dem_str region[REGIONS];
    char of[REGIONS][4];
    int in_region[REGIONS];
    uint32_t n_regions;
    int all_placed; /* in any region */
} tally;

bool dem_geo_within(const dem_locality *inner, const dem_locality *outer)
{
    if (inner == outer || memcmp(inner->country, outer->country, 4) != 0 || !inner->country[0]) return false;
    if (outer->kind == DEM_LOCALITY_COUNTRY) return inner->kind != DEM_LOCALITY_COUNTRY;
    if (outer->kind == DEM_LOCALITY_REGION || outer->kind == DEM_LOCALITY_TERRITORY)
        return inner->region.n && dem_str_eq(inner->region, outer->name);
    /* a county, an island, a town: what lies near its centre */
    bool near = inner->has_point && outer->has_point &&
                dem_locality_km(inner->lat, inner->lon, outer->lat, outer->lon) < NEAR_KM;
    return near && inner->kind != DEM_LOCALITY_REGION && outer->kind != DEM_LOCALITY_WATER;
}

/* 16 times the logarithm of base 2. */
static int log16(uint32_t w)
{
    int whole = 31 - __builtin_clz(w | 1);
    uint32_t part = (uint32_t)(((uint64_t)w << 4) >> whole) & 15;
    return whole * 16 + (int)part;
}

/* ---- counting what the others say ------------------------------------------------------------------------ */

static void count(tally *t, const dem_locality *p, int by)
{
    if (!p->country[0]) return;
    uint32_t i = 0;
    while (i < t->n && memcmp(t->country[i], p->country, 4) != 0) i++;
    if (i == t->n && i < COUNTRIES) {
        memcpy(t->country[t->n], p->country, 4);
        t->named[t->n] = t->placed[t->n] = 0;
        t->n++;
    }
    if (i < COUNTRIES) *(p->kind == DEM_LOCALITY_COUNTRY ? &t->named[i] : &t->placed[i]) += by;
    dem_str region = p->kind == DEM_LOCALITY_REGION ? p->name : p->region;
    if (!region.n) return;
    uint32_t r = 0;
    while (r < t->n_regions && !(dem_str_eq(t->region[r], region) && memcmp(t->of[r], p->country, 4) == 0)) r++;
    if (r == t->n_regions && r < REGIONS) {
        t->region[r] = region;
        memcpy(t->of[r], p->country, 4);
        t->in_region[t->n_regions++] = 0;
    }
    if (r < REGIONS) t->in_region[r] += by;
    t->all_placed += by;
}

/* The number of the country of `p`, or -1. */
static int country_of(const tally *t, const dem_locality *p)
{
    for (uint32_t i = 0; i < t->n; i++)
        if (memcmp(t->country[i], p->country, 4) == 0) return (int)i;
    return -1;
}

static int in_region(const tally *t, const dem_locality *p)
{
    dem_str region = p->kind == DEM_LOCALITY_REGION ? p->name : p->region;
    for (uint32_t i = 0; region.n && i < t->n_regions; i++)
        if (dem_str_eq(t->region[i], region) && memcmp(t->of[i], p->country, 4) == 0) return t->in_region[i];
    return 0;
}

/* How much one name counts for the others: more if it is named often, less if it might be elsewhere. */
static int voice(const choice *c)
{
    enum { MOST = 3 };
    int times = c->times < MOST ? (int)c->times : MOST;
    return c->n == 1 || c->claimed[c->chosen] ? 2 * times : times;
}

static void hear(tally *t, const choice *all, uint32_t n)
{
    *t = (tally){.n = 0};
    for (uint32_t i = 0; i < n; i++)
        if (all[i].n) count(t, all[i].naming[all[i].chosen].place, voice(&all[i]));
}

/* ---- weighing a reading ---------------------------------------------------------------------------------- */

static int nearness(const dem_geo_weights *w, const choice *all, uint32_t n, uint32_t of, const dem_locality *p)
{
    int best = 0;
    for (uint32_t i = 0; i < n && i < HEARD && p->has_point; i++) {
        if (i == of || !all[i].n) continue;
        const dem_locality *q = all[i].naming[all[i].chosen].place;
        bool point = q->has_point && q->kind != DEM_LOCALITY_COUNTRY && q->kind != DEM_LOCALITY_REGION;
        if (!point) continue;
        double km = dem_locality_km(p->lat, p->lon, q->lat, q->lon);
        int here = km < 60 ? w->km60 : km < 200 ? w->km200 : km < 500 ? w->km500 : 0;
        if (here > best) best = here;
    }
    return best;
}

static int kind_prior(const dem_geo_weights *w, const dem_locality *p)
{
    switch (p->kind) {
    case DEM_LOCALITY_COUNTRY: return w->country;
    case DEM_LOCALITY_TOWN: return w->town;
    case DEM_LOCALITY_REGION: return w->region;
    default: return 0;
    }
}

static int weigh(const dem_geo_weights *w, const dem_geo_focus *focus, const tally *t, const choice *all,
                 uint32_t n, uint32_t of, uint32_t i)
{
    const choice *c = &all[of];
    const dem_locality *p = c->naming[i].place;
    int at = country_of(t, p), region = in_region(t, p);
    int named = at >= 0 ? t->named[at] : 0, placed = at >= 0 ? t->placed[at] : 0, regions = t->all_placed;
    if (i == c->chosen) { /* its own voice does not count */
        *(p->kind == DEM_LOCALITY_COUNTRY ? &named : &placed) -= voice(c);
        region -= voice(c);
        if (p->region.n || p->kind == DEM_LOCALITY_REGION) regions -= voice(c);
    }
    int sum = w->size * log16(p->weight) / 16 + kind_prior(w, p);
    if (c->most >= WORLD && c->most >= DWARF * (uint64_t)p->weight) sum -= w->dwarfed;
    if (c->naming[i].doubtful) sum -= w->doubtful;
    if (c->claimed[i]) sum += w->claimed;
    if (named > 0) sum += w->in_country * log16((uint32_t)named + 1) / 16;
    if (placed > 0) sum += w->in_places * log16((uint32_t)placed + 1) / 16;
    if (region > 0 && regions > 0) sum += w->region_share * region / regions;
    if (region > 0 && p->kind != DEM_LOCALITY_COUNTRY) sum += w->in_region * log16((uint32_t)region + 1) / 16;
    if (focus->dateline[0] && memcmp(focus->dateline, p->country, 4) == 0) sum += w->dateline;
    if (focus->publisher[0] && memcmp(focus->publisher, p->country, 4) == 0) sum += w->publisher;
    return sum + nearness(w, all, n, of, p);
}

static uint32_t heaviest(const choice *c)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < c->n; i++) {
        bool more = c->claimed[i] > c->claimed[best];
        bool same = c->claimed[i] == c->claimed[best];
        if (more || (same && c->naming[i].place->weight > c->naming[best].place->weight)) best = i;
    }
    return best;
}

/* The best reading of name `of`; what the others hear of it is kept up to date. */
static bool choose(const dem_geo_weights *w, const dem_geo_focus *focus, tally *t, choice *all, uint32_t n,
                   uint32_t of)
{
    choice *c = &all[of];
    uint32_t best = c->chosen;
    int most = weigh(w, focus, t, all, n, of, best);
    for (uint32_t i = 0; i < c->n; i++) {
        int here = weigh(w, focus, t, all, n, of, i);
        if (here > most) most = here, best = i;
    }
    if (best == c->chosen) return false;
    count(t, c->naming[c->chosen].place, -voice(c));
    c->chosen = best;
    count(t, c->naming[best].place, voice(c));
    return true;
}

/* ---- the whole ------------------------------------------------------------------------------------------- */

/* Readings that lie in the region behind the name; of readings that do so alike all are claimed. */
static void claim(const dem_geo_search *g, choice *c, const dem_geo_span *x)
{
    if (x->region < 0) return;
    const dem_geo_span *outer = &g->span.at[x->region];
    for (uint32_t i = 0; i < c->n; i++)
        for (uint32_t o = 0; o < outer->n; o++)
            if (dem_geo_within(c->naming[i].place, outer->naming[o].place)) {
                c->claimed[i]++;
                break;
            }
}

/* One more time a name is named, with these readings. */
static void mention(const dem_geo_search *g, choice *c, const dem_naming *naming, uint32_t n)
{
    if (!c->n && n) {
        c->naming = naming;
        c->n = n;
        c->claimed = dem_arena_array(g->arena, uint32_t, n);
        for (uint32_t i = 0; i < n; i++)
            if (naming[i].place->weight > c->most) c->most = naming[i].place->weight;
    }
    c->times++;
}

static choice *gather(const dem_geo_search *g)
{
    choice *all = dem_arena_array(g->arena, choice, g->name.n + 1);
    for (size_t k = 0; k < g->span.n; k++)
        mention(g, &all[g->span.at[k].name], g->span.at[k].naming, g->span.at[k].n);
    for (size_t k = 0; k < g->heard.n; k++)
        mention(g, &all[g->heard.at[k].name], g->heard.at[k].naming, g->heard.at[k].n);
    for (size_t k = 0; k < g->span.n; k++) {
        choice *c = &all[g->span.at[k].name];
        if (c->n == g->span.at[k].n) claim(g, c, &g->span.at[k]);
    }
    return all;
}

void dem_geo_resolve(dem_geo_search *g, const dem_geo_focus *focus, const dem_geo_weights *w)
{
    uint32_t n = g->name.n;
    choice *all = gather(g);
    for (uint32_t i = 0; i < n; i++)
        if (all[i].n) all[i].chosen = heaviest(&all[i]);
    bool changed = true;
    tally t;
    hear(&t, all, n);
    for (int round = 0; round < ROUNDS && changed; round++) {
        changed = false;
        for (uint32_t i = 0; i < n; i++)
            if (all[i].n > 1) changed |= choose(w, focus, &t, all, n, i);
    }
    for (size_t k = 0; k < g->span.n; k++) {
        dem_geo_span *x = &g->span.at[k];
        const choice *c = &all[x->name];
        if (x->n && c->n == x->n) x->place = x->naming[c->chosen].place;
        else if (x->n)
            x->place =
                x->naming[0].place; /* the same words with other neighbours: "Kharkiv" and "Kharkiv region" */
    }
}

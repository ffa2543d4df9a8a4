/* geo/toponym.c - see toponym.h: the order of the steps. */
#include "geo/toponym.h"
#include "geo/resolve.h"

void dem_geo_init(dem_geo *g, const dem_lexicon *lex)
{
    g->lex = lex;
#define LIST(field, name) g->field = dem_lexicon_list(lex, DEM_STR(name));
    DEM_GEO_LISTS(LIST)
#undef LIST
}

void dem_geo_look(dem_geo_search *g)
{
    dem_map_init(&g->name, g->arena);
    dem_map_init(&g->stranger, g->arena);
    for (uint32_t i = 0; i < g->n; i++) dem_geo_spans(g, i);
    dem_geo_evidence(g);
    dem_geo_listen(g, g->report->title);
    dem_geo_listen(g, g->report->publisher);
    for (uint32_t i = 0; i < g->n; i++)
        if (g->sentence[i].zone == DEM_ZONE_HEADING || g->sentence[i].zone == DEM_ZONE_CAPTION)
            dem_geo_listen(g, dem_str_sub(g->report->text, g->sentence[i].start, g->sentence[i].end));
}

/* The country of the publisher's address, and of the place whose name in capitals begins the report. */
void dem_geo_find_focus(const dem_geo_search *g, dem_geo_focus *focus)
{
    const dem_actor *home = dem_lexicon_domain(g->geo->lex, g->report->url);
    if (!home) home = dem_lexicon_domain(g->geo->lex, g->report->publisher);
    if (home) memcpy(focus->publisher, home->code, 4);
    for (size_t k = 0; k < g->span.n; k++) {
        const dem_geo_span *x = &g->span.at[k];
        if (!(x->evidence & DEM_EV(dateline)) || x->n != 1) continue;
        memcpy(focus->dateline, x->naming[0].place->country, 4);
        return;
    }
}

/* The country of what stands behind the name, for a place that no gazetteer has. */
static void place_by_region(const dem_geo_search *g, const dem_geo_span *x, dem_toponym *t)
{
    const dem_geo_span *outer = x->region >= 0 ? &g->span.at[x->region] : NULL;
    if (outer && outer->place) memcpy(t->country, outer->place->country, 4);
}

/* A park, a quarter in a country that nothing else in the report speaks of: another one of that name, in all likelihood. */
static bool stray(const dem_geo_search *g, const dem_geo_span *x)
{
    const dem_locality *p = x->place;
    bool small = p && (p->kind == DEM_LOCALITY_QUARTER || p->kind == DEM_LOCALITY_SITE);
    if (!small || (x->evidence & DEM_EV(company))) return false;
    for (size_t k = 0; k < g->span.n; k++) {
        const dem_geo_span *y = &g->span.at[k];
        if (y->place && y->name != x->name && y->place->country[0] && !(y->evidence & DEM_EV(doubtful)))
            return true;
    }
    return false;
}

static bool overlaps(const dem_toponyms *out, const dem_geo_span *x)
{
    const dem_toponym *last = out->n ? &out->at[out->n - 1] : NULL;
    return last && last->sentence == x->sentence && x->from < last->to;
}

static void keep(const dem_geo_search *g, const dem_geo_span *x, dem_toponyms *out)
{
    const dem_sentence *s = &g->sentence[x->sentence];
    if (dem_geo_weigh(x->evidence) < 0 || overlaps(out, x)) return;
    dem_toponym t = {.sentence = x->sentence,
                     .from = x->from,
                     .to = x->to,
                     .span = {s->tok[x->from].start, s->tok[x->to - 1].end},
                     .use = x->use,
                     .place = stray(g, x) ? NULL : x->place};
    if (t.place) memcpy(t.country, t.place->country, 4);
    else place_by_region(g, x, &t);
    out->at[out->n++] = t;
}

void dem_toponyms_find(const dem_geo *g, const dem_gazetteer *other, dem_arena *arena, const dem_report *report,
                       const dem_sentence *sentence, uint32_t n, dem_toponyms *out)
{
    dem_geo_search search = {
        .geo = g, .other = other, .arena = arena, .report = report, .sentence = sentence, .n = n};
    dem_geo_focus focus = {.dateline = ""};
    dem_geo_look(&search);
    dem_geo_find_focus(&search, &focus);
    dem_geo_resolve(&search, &focus, &DEM_GEO_WEIGHTS);
    *out = (dem_toponyms){.at = dem_arena_array(arena, dem_toponym, search.span.n + 1),
                          .first = dem_arena_array(arena, uint32_t, n + 1)};
    size_t k = 0;
    for (uint32_t i = 0; i < n; i++) {
        out->first[i] = out->n;
        for (; k < search.span.n && search.span.at[k].sentence == i; k++)
            keep(&search, &search.span.at[k], out);
    }
    out->first[n] = out->n;
}

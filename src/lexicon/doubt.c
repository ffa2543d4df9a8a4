/* lexicon/doubt.c - finding doubts. */
#include "lexicon/doubt.h"
#include "lexicon/parts.h"
#include <stdlib.h>

/* Days that two holders may share: sources name months, and handovers take a while. */
#define GRACE 31

typedef struct finder {
    const dem_lexicon *l;
    void (*report)(void *ctx, const dem_doubt *d);
    void *ctx;
} finder;

static dem_date later(dem_date a, dem_date b)
{
    return a == DEM_DATE_NONE || (b != DEM_DATE_NONE && b > a) ? b : a;
}
static dem_date earlier(dem_date a, dem_date b)
{
    return a == DEM_DATE_NONE || (b != DEM_DATE_NONE && b < a) ? b : a;
}

/* The bounds as far inside as a doubtful one may lie. */
static dem_date latest_from(const dem_tenure *t)
{
    return t->from == DEM_DATE_NONE || !t->from_doubtful ? t->from : t->from + DEM_DOUBT_DAYS;
}
static dem_date earliest_to(const dem_tenure *t)
{
    return t->to == DEM_DATE_NONE || !t->to_doubtful ? t->to : t->to - DEM_DOUBT_DAYS;
}

/* The days that both spans have, open ends being DEM_DATE_NONE; false if there are at most `grace`, or none but for
 * what a doubtful bound leaves open. */
static bool common(const dem_tenure *a, const dem_tenure *b, int grace, dem_date *from, dem_date *to)
{
    dem_date first = later(latest_from(a), latest_from(b)), last = earlier(earliest_to(a), earliest_to(b));
    *from = later(a->from, b->from);
    *to = earlier(a->to, b->to);
    return first == DEM_DATE_NONE || last == DEM_DATE_NONE || last - first >= grace;
}

/* Only of countries: offices of organisations share one code, so that holders of different ones look alike. */
static void overlaps_with(const finder *f, uint32_t first)
{
    const dem_holding *h = &f->l->holding.at[first];
    const dem_actor *role = h->tenure->role;
    if (h->tenure->shared || role->role_kind != DEM_ROLE_OFFICE || role->several ||
        !dem_lexicon_country(f->l, h->tenure->code))
        return;
    for (uint32_t i = h->next; i != DEM_MAP_NONE; i = f->l->holding.at[i].next) {
        const dem_holding *o = &f->l->holding.at[i];
        dem_doubt d = {DEM_DOUBT_OVERLAP, h->person, o->person, h->tenure->file, h->tenure->line, .role = role};
        if (o->person != h->person && !o->tenure->shared && o->tenure->sectors == h->tenure->sectors &&
            common(h->tenure, o->tenure, GRACE, &d.from, &d.to))
            f->report(f->ctx, &d);
    }
}

/* Both are something in one country on one day: neither the country nor the day tells them apart. */
static bool meet(const dem_actor *a, const dem_actor *b, dem_doubt *d)
{
    for (uint32_t i = 0; i < a->n_tenure; i++)
        for (uint32_t k = 0; k < b->n_tenure; k++)
            if (memcmp(a->tenure[i].code, b->tenure[k].code, sizeof a->tenure[i].code) == 0 &&
                common(&a->tenure[i], &b->tenure[k], 0, &d->from, &d->to))
                return true;
    return false;
}

static bool is_named(const dem_sense *s)
{
    return (s->actor->kind == DEM_ACTOR_PERSON && (s->form == DEM_FORM_NAME || s->form == DEM_FORM_ALONE)) ||
           (s->actor->kind == DEM_ACTOR_GROUP && s->form == DEM_FORM_NAME);
}

static void same_names(const finder *f, const dem_sense *s, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n; k++) {
            dem_doubt d = {DEM_DOUBT_SAME_NAME, s[k].actor, s[i].actor, s[k].actor->file, s[k].actor->line};
            if (s[i].actor != s[k].actor && is_named(&s[i]) && is_named(&s[k]) &&
                meet(s[i].actor, s[k].actor, &d))
                f->report(f->ctx, &d);
        }
}

/* Where one hand and another have written the same place. */
static void same_places(const finder *f, const dem_naming *at, uint32_t n)
{
    enum { SIDE_BY_SIDE = 15 }; /* km */
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n; k++) {
            const dem_locality *a = at[i].place, *b = at[k].place;
            if (at[i].bare || at[k].bare || a->kind != b->kind || memcmp(a->country, b->country, 4) != 0)
                continue;
            if (dem_locality_km(a->lat, a->lon, b->lat, b->lon) > SIDE_BY_SIDE) continue;
            const dem_doubt d = {
                .kind = DEM_DOUBT_SAME_PLACE, .file = b->file, .line = b->line, .place = b, .other_place = a};
            f->report(f->ctx, &d);
        }
}

void dem_lexicon_doubts(const dem_lexicon *l, void (*report)(void *ctx, const dem_doubt *d), void *ctx)
{
    const finder f = {l, report, ctx};
    for (size_t i = 0; i < l->holding.n; i++) overlaps_with(&f, (uint32_t)i);
    for (size_t i = 0; i < l->names.node.n; i++) {
        uint32_t first = l->names.node.at[i].value;
        if (first != DEM_VALUE_NONE) same_names(&f, &l->sense.at[first], dem_sense_run(l, first));
    }
    for (uint32_t i = 0, n; i < l->naming.n; i += n) {
        for (n = 1; l->naming_goes_on.at[i + n - 1];) n++;
        same_places(&f, &l->naming.at[i], n);
    }
}

void dem_lexicon_untried(const dem_lexicon *l, void (*report)(void *ctx, const dem_doubt *d), void *ctx)
{
    uint32_t n;
    bool *shown = dem_xalloc(l->frame.n + 1);
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < l->example.n; i++)
        if (l->example.at[i].positive) shown[l->example.at[i].frame->entry] = true;
    const dem_frame **entry = dem_lexicon_entries(l, &arena, &n);
    for (uint32_t i = 0; i < n; i++) {
        const dem_frame *f = entry[i];
        const dem_doubt d = {.kind = DEM_DOUBT_UNTRIED, .file = f->file, .line = f->line, .frame = f};
        if (f->type != DEM_EVENT_NONE && !shown[f->entry]) report(ctx, &d);
    }
    dem_arena_release(&arena);
    free(shown);
}

/* eval/score.c - see score.h. */
#include "eval/score.h"
#include <stdlib.h>

typedef DEM_VEC(dem_dyad_of) units;

const char *dem_score_level_name(dem_score_level level)
{
    static const char *const NAMES[] = {"type", "dyad", "sector", "report"};
    return level < DEM_SCORE_LEVELS ? NAMES[level] : "";
}

static double share(double part, double all)
{
    return all > 0 ? part / all : 0;
}

double dem_units_precision(const dem_units *u)
{
    return share(u->right, (double)u->right + u->extra);
}

double dem_units_recall(const dem_units *u)
{
    return share(u->right, (double)u->right + u->missed);
}

double dem_units_f1(const dem_units *u)
{
    return share(2.0 * u->right, 2.0 * u->right + u->extra + u->missed);
}

const char *dem_score_type_name(unsigned type)
{
    return type == DEM_EVENT_NONE ? "none" : dem_event_name((dem_event_type)type);
}

uint32_t dem_score_row(const dem_scores_of_events *s, unsigned gold)
{
    uint32_t sum = 0;
    for (unsigned t = 0; t <= DEM_EVENT_COUNT; t++) sum += s->confusion[gold][t];
    return sum;
}

/* ---- multisets ------------------------------------------------------------------------------------------ */

static int compare(const dem_dyad_of *a, const dem_dyad_of *b)
{
    int d = strcmp(dem_event_name(a->type), dem_event_name(b->type));
    return d ? d : dem_str_cmp(a->dyad, b->dyad);
}

static int by_unit(const void *a, const void *b)
{
    return compare(a, b);
}

static void sort(units *u)
{
    if (u->n) qsort(u->at, u->n, sizeof *u->at, by_unit);
}

static void once(units *u)
{
    size_t n = 0;
    sort(u);
    for (size_t i = 0; i < u->n; i++)
        if (i == 0 || compare(&u->at[i], &u->at[n - 1]) != 0) u->at[n++] = u->at[i];
    u->n = n;
}

typedef struct comparison {
    dem_units *sum, *by_event; /* `by_event` may be NULL */
    dem_arena *arena;          /* for the lists */
    units missed, extra;
} comparison;

static void count(comparison *c, const dem_dyad_of *u, int side)
{
    dem_units *to[] = {c->sum, c->by_event ? &c->by_event[u->type] : NULL};
    for (int i = 0; i < 2 && to[i]; i++) {
        to[i]->right += side == 0;
        to[i]->missed += side < 0;
        to[i]->extra += side > 0;
    }
    if (side < 0) dem_vec_push(c->arena, &c->missed, *u);
    if (side > 0) dem_vec_push(c->arena, &c->extra, *u);
}

/* Both lists are sorted. */
static void merge(comparison *c, const units *gold, const units *coded)
{
    size_t i = 0, k = 0;
    while (i < gold->n || k < coded->n) {
        int d = i == gold->n ? 1 : k == coded->n ? -1 : compare(&gold->at[i], &coded->at[k]);
        count(c, d > 0 ? &coded->at[k] : &gold->at[i], d < 0 ? -1 : d > 0);
        i += d <= 0;
        k += d >= 0;
    }
}

/* ---- a sentence --------------------------------------------------------------------------------------------- */

typedef struct scorer {
    dem_scores_of_events *out;
    dem_arena *arena;
    const dem_gold_report *report;
    void (*told)(void *ctx, const dem_difference *d);
    void *ctx;
} scorer;

static units units_of(dem_arena *arena, const dem_marked_list *list, int32_t sentence, dem_score_level level)
{
    units u = {0};
    for (size_t i = 0; i < list->n; i++) {
        const dem_marked *m = &list->at[i];
        if (level != DEM_SCORE_REPORT && m->sentence != sentence) continue;
        if (level == DEM_SCORE_TYPE) {
            dem_vec_push(arena, &u, ((dem_dyad_of){m->type, {NULL, 0}}));
            continue;
        }
        const dem_strings *d = level == DEM_SCORE_SECTOR ? &m->sectors : &m->dyad;
        for (uint32_t k = 0; k < d->n; k++) dem_vec_push(arena, &u, ((dem_dyad_of){m->type, d->at[k]}));
    }
    if (level == DEM_SCORE_REPORT) once(&u);
    else sort(&u);
    return u;
}

static void compare_level(scorer *s, int32_t sentence, dem_score_level level)
{
    units gold = units_of(s->arena, &s->report->gold, sentence, level);
    units coded = units_of(s->arena, &s->report->coded, sentence, level);
    bool dyads = level == DEM_SCORE_DYAD;
    comparison c = {.sum = &s->out->level[level], .by_event = dyads ? s->out->event : NULL, .arena = s->arena};
    merge(&c, &gold, &coded);
    if (!dyads) return;
    for (size_t i = 0; i < gold.n; i++) s->out->seen[gold.at[i].type] = true;
    for (size_t i = 0; i < coded.n; i++) s->out->seen[coded.at[i].type] = true;
    dem_difference d = {s->report,          sentence, c.missed.at, c.extra.at, (uint32_t)c.missed.n,
                        (uint32_t)c.extra.n};
    if (s->told && (d.n_missed || d.n_extra)) s->told(s->ctx, &d);
}

static bool share_dyad(const dem_marked *a, const dem_marked *b)
{
    for (uint32_t i = 0; i < a->dyad.n; i++)
        for (uint32_t k = 0; k < b->dyad.n; k++)
            if (dem_str_eq(a->dyad.at[i], b->dyad.at[k])) return true;
    return false;
}

static void compare_fields(scorer *s, int32_t sentence, bool *taken)
{
    const dem_marked_list *gold = &s->report->gold, *coded = &s->report->coded;
    for (size_t i = 0; i < gold->n; i++) {
        const dem_marked *g = &gold->at[i];
        if (g->sentence != sentence) continue;
        size_t k = 0;
        for (; k < coded->n; k++) {
            const dem_marked *m = &coded->at[k];
            if (m->sentence == sentence && !taken[k] && m->type == g->type && share_dyad(g, m)) break;
        }
        if (k == coded->n) continue;
        taken[k] = true;
        for (unsigned f = 0; f < DEM_MARKED_FIELDS; f++) {
            s->out->compared[f] += g->given[f];
            s->out->agreed[f] += g->given[f] && dem_str_eq(g->field[f], coded->at[k].field[f]);
        }
    }
}

/* ---- confusion ------------------------------------------------------------------------------------------------- */

static bool overlap(dem_span a, dem_span b)
{
    return a.start == b.start || (a.start < b.end && b.start < a.end);
}

/* Pairs the free records of the report: of the same type, or (`same` false) on overlapping words. */
static void pair_up(scorer *s, bool *gold_paired, bool *coded_paired, bool same)
{
    const dem_marked_list *gold = &s->report->gold, *coded = &s->report->coded;
    for (size_t i = 0; i < gold->n; i++)
        for (size_t k = 0; k < coded->n && !gold_paired[i]; k++) {
            const dem_marked *g = &gold->at[i], *m = &coded->at[k];
            if (coded_paired[k] || g->sentence != m->sentence) continue;
            if (same ? g->type != m->type : !overlap(g->trigger, m->trigger)) continue;
            gold_paired[i] = coded_paired[k] = true;
            s->out->confusion[g->type][m->type]++;
        }
}

static void confuse(scorer *s)
{
    const dem_marked_list *gold = &s->report->gold, *coded = &s->report->coded;
    bool *g = dem_arena_array(s->arena, bool, gold->n + 1), *c = dem_arena_array(s->arena, bool, coded->n + 1);
    memset(g, 0, gold->n);
    memset(c, 0, coded->n);
    pair_up(s, g, c, true);
    pair_up(s, g, c, false);
    for (size_t i = 0; i < gold->n; i++) s->out->confusion[gold->at[i].type][DEM_EVENT_NONE] += !g[i];
    for (size_t k = 0; k < coded->n; k++) s->out->confusion[DEM_EVENT_NONE][coded->at[k].type] += !c[k];
}

static void score_report(scorer *s)
{
    const dem_gold_report *r = s->report;
    bool *taken = dem_arena_array(s->arena, bool, r->coded.n + 1);
    memset(taken, 0, r->coded.n);
    for (size_t i = 0; i < r->coded.n; i++) s->out->noise += r->coded.at[i].sentence < 0;
    for (int32_t i = -1; i < (int32_t)r->n_sentence; i++) {
        compare_level(s, i, DEM_SCORE_TYPE);
        compare_level(s, i, DEM_SCORE_DYAD);
        compare_level(s, i, DEM_SCORE_SECTOR);
        compare_fields(s, i, taken);
    }
    compare_level(s, -1, DEM_SCORE_REPORT);
    confuse(s);
}

void dem_score_events(const dem_gold *g, dem_arena *scratch, dem_scores_of_events *out,
                      void (*told)(void *ctx, const dem_difference *d), void *ctx)
{
    scorer s = {.out = out, .arena = scratch, .told = told, .ctx = ctx};
    *out = (dem_scores_of_events){.reports = (uint32_t)g->reports.n};
    for (size_t i = 0; i < g->reports.n; i++) {
        dem_arena_reset(scratch);
        s.report = &g->reports.at[i];
        score_report(&s);
    }
}

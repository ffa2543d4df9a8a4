/* cli/gold_why.c - see gold_why.h. */
#include "cli/gold_why.h"

void dem_whys_add(dem_whys *w, const dem_trace *trace)
{
    dem_vec_push(w->arena, &w->first, w->row.n);
    for (size_t i = 0; i < trace->frames.n; i++) {
        const dem_trace_frame *f = &trace->frames.at[i];
        dem_why row = {f->predicate,
                       f->type,
                       f->verdict,
                       f->matched,
                       dem_arena_str(w->arena, f->frame),
                       dem_arena_str(w->arena, f->why)};
        dem_vec_push(w->arena, &w->row, row);
    }
}

static bool concerns(const dem_difference *d, dem_event_type type)
{
    for (uint32_t i = 0; i < d->n_missed; i++)
        if (d->missed[i].type == type) return true;
    for (uint32_t i = 0; i < d->n_extra; i++)
        if (d->extra[i].type == type) return true;
    return false;
}

static bool touches(dem_span a, dem_span b)
{
    return a.start < b.end && b.start < a.end;
}

static void tell(dem_buf *b, const dem_gold_report *r, const dem_why *y)
{
    dem_str word = dem_str_sub(r->text, y->predicate.start, y->predicate.end);
    dem_buf_addf(b, "  \"%.*s\" %s%s, %.*s", DEM_STR_ARG(word), y->matched ? "coded" : "not coded",
                 y->verdict ? "" : " by one of its frames", DEM_STR_ARG(y->frame));
    if (!y->matched) dem_buf_addf(b, ": %.*s", DEM_STR_ARG(y->reason));
    dem_buf_addc(b, '\n');
}

/* The gold's own word where no record came of it: a verdict, or the frames that nearly fitted, or that there is none. */
static void tell_missed(dem_buf *b, const dem_whys *w, size_t from, size_t to, const dem_gold_report *r,
                        const dem_marked *m)
{
    enum { NEAREST = 2 };
    unsigned frames = 0, told = 0;
    bool verdict = false;
    for (size_t i = from; i < to; i++) {
        if (!touches(w->row.at[i].predicate, m->trigger)) continue;
        frames++;
        verdict |= w->row.at[i].verdict && w->row.at[i].type == m->type;
    }
    for (size_t i = from; i < to && told < NEAREST && !verdict; i++) {
        const dem_why *y = &w->row.at[i];
        if (y->type != m->type || !touches(y->predicate, m->trigger)) continue;
        tell(b, r, y);
        told++;
    }
    dem_str word = dem_str_sub(r->text, m->trigger.start, m->trigger.end);
    if (verdict || told) return;
    dem_buf_addf(b, "  \"%.*s\" %s\n", DEM_STR_ARG(word),
                 frames ? "has frames of other types only" : "was not tried: no frame of that word");
}

void dem_whys_tell(dem_buf *b, const dem_whys *w, size_t report, const dem_difference *d)
{
    if (report >= w->first.n || d->sentence < 0) return;
    size_t from = w->first.at[report], to = report + 1 < w->first.n ? w->first.at[report + 1] : w->row.n;
    dem_span s = d->report->sentence[d->sentence];
    for (size_t i = from; i < to; i++) {
        const dem_why *y = &w->row.at[i];
        if (y->verdict && concerns(d, y->type) && touches(y->predicate, s)) tell(b, d->report, y);
    }
    for (size_t i = 0; i < d->report->gold.n; i++) {
        const dem_marked *m = &d->report->gold.at[i];
        bool missed = false;
        for (uint32_t k = 0; k < d->n_missed; k++) missed |= d->missed[k].type == m->type;
        if (m->sentence == d->sentence && missed) tell_missed(b, w, from, to, d->report, m);
    }
}

/* Of the rows on the gold's words of that type: the verdict, else the most specific frame that failed. */
static dem_str reason_in(const dem_whys *w, size_t from, size_t to, const dem_marked *m)
{
    const dem_why *nearest = NULL;
    bool any = false;
    for (size_t i = from; i < to; i++) {
        const dem_why *y = &w->row.at[i];
        if (!touches(y->predicate, m->trigger)) continue;
        any = true;
        if (y->type != m->type) continue;
        if (y->verdict) return y->matched ? DEM_STR("coded, but taken for another record's") : y->reason;
        if (!nearest) nearest = y;
    }
    if (nearest) return nearest->reason;
    return any ? DEM_STR("frames of other types only") : DEM_STR("no frame of that word");
}

dem_str dem_whys_reason(const dem_whys *w, size_t report, const dem_difference *d, dem_event_type type)
{
    if (report >= w->first.n || d->sentence < 0) return DEM_STR("outside the article");
    size_t from = w->first.at[report], to = report + 1 < w->first.n ? w->first.at[report + 1] : w->row.n;
    for (size_t i = 0; i < d->report->gold.n; i++) {
        const dem_marked *m = &d->report->gold.at[i];
        if (m->sentence == d->sentence && m->type == type) return reason_in(w, from, to, m);
    }
    return DEM_STR("unknown");
}

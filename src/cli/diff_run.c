/* cli/diff_run.c - see diff_run.h.
 *
 *   take: reader, one thread at a time    closing
 *   work: both codings, in parallel       slot
 *   done: output, in order                sums
 *
 * The sentences are analysed once, as they do not depend on the lexicon. Only what differs is coded with a trace, which
 * costs more than the coding. */
#include "cli/diff_run.h"
#include "cli/crew.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct pair {
    dem_result old, new;
    dem_changes changes;
} pair;

typedef struct state {
    const dem_diff_run *run;
    dem_crew crew;
    pair **pairs; /* [n_slots][reports of the item], in the slot's arena */
    dem_change_sums *sums;
    uint64_t found;
    dem_status status; /* of the output */
    dem_error *err;
} state;

static bool take(void *ctx, unsigned at)
{
    state *s = ctx;
    return dem_crew_next(&s->crew, at);
}

/* Codes once more, to know which frames told the records, and renders. */
static void render(const dem_diff_run *run, dem_crew_slot *on, const dem_report *report, const pair *p)
{
    dem_trace old = {.arena = &on->arena}, new = {.arena = &on->arena};
    dem_result again;
    dem_engine_recode(run->old, &on->arena, report, &p->old, &again, &old);
    dem_engine_recode(run->new, &on->arena, report, &p->new, &again, &new);
    const dem_diff_item item = {.report = report,
                                .sentences = p->old.sentences,
                                .n_sentences = p->old.n_sentences,
                                .old = {dem_engine_coder(run->old), &p->old.events, &old},
                                .new = {dem_engine_coder(run->new), &p->new.events, &new},
                                .changes = &p->changes};
    run->form->report(&on->rendered, &item);
}

static void compare(const state *s, unsigned worker, dem_crew_slot *on, dem_report *report, pair *p)
{
    dem_worker_code(s->crew.worker[worker], &on->arena, report, &p->old, NULL);
    dem_engine_recode(s->run->new, &on->arena, report, &p->old, &p->new, NULL);
    p->changes = dem_changes_find(&on->arena, &p->old.events, &p->new.events);
    if (p->changes.n && s->run->form) render(s->run, on, report, p);
}

static void work(void *ctx, unsigned worker, unsigned at)
{
    state *s = ctx;
    dem_crew_slot *on = &s->crew.slots[at];
    dem_buf_clear(&on->rendered);
    dem_crew_unfold(&s->crew, worker, at);
    s->pairs[at] = dem_arena_array(&on->arena, pair, on->found.n);
    for (uint32_t i = 0; i < on->found.n; i++) compare(s, worker, on, &on->found.report[i], &s->pairs[at][i]);
}

dem_status dem_diff_print(const dem_buf *b, dem_error *err)
{
    bool good = (b->n == 0 || fwrite(b->p, 1, b->n, stdout) == b->n) && fflush(stdout) == 0;
    if (good) return DEM_OK;
    if (errno == EPIPE) return DEM_END;
    return dem_fail(err, DEM_E_IO, DEM_STR("standard output"), 0, 0, "cannot write: %m");
}

static bool done(void *ctx, unsigned at)
{
    state *s = ctx;
    for (uint32_t i = 0; i < s->crew.slots[at].found.n; i++) {
        const pair *p = &s->pairs[at][i];
        dem_change_sums_add(s->sums, &p->old.events, &p->new.events, &p->changes);
        s->found += p->changes.n;
    }
    dem_crew_settle(&s->crew, at);
    s->status = dem_diff_print(&s->crew.slots[at].rendered, s->err);
    dem_progress_show(&s->crew.progress, s->sums->reports, s->found, "differences");
    return s->status == DEM_OK;
}

dem_status dem_diff_all(const dem_diff_run *run, dem_change_sums *sums, dem_closing *closing, dem_error *err)
{
    *closing = (dem_closing){0};
    *sums = (dem_change_sums){0};
    state s = {.run = run, .sums = sums, .err = err, .status = DEM_OK};
    s.crew = dem_crew_gather(run->old, run->threads, run->reader, run->stop, closing, run->progress);
    s.pairs = dem_xalloc(s.crew.n_slots * sizeof *s.pairs);
    const dem_job job = {.ctx = &s, .take = take, .work = work, .done = done};
    dem_crew_run(&s.crew, &job);
    dem_crew_dismiss(&s.crew);
    free(s.pairs);
    return s.status;
}

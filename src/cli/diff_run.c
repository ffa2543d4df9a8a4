/* cli/diff_run.c - see diff_run.h.
 *
 *   take: reader, one thread at a time    closing
 *   work: both codings, in parallel       slot
 *   done: output, in order                sums
 *
 * The sentences are analysed once, as they do not depend on the lexicon. Only what differs is coded with a trace, which
 * costs more than the coding. */
#include "cli/diff_run.h"
#include "cli/progress.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct slot {
    dem_arena arena;
    dem_report report;
    dem_result old, new;
    dem_changes changes;
    dem_buf rendered;
} slot;

typedef struct state {
    const dem_diff_run *run;
    dem_worker **worker; /* [n_threads] */
    slot *slots;         /* [n_slots] */
    unsigned n_threads, n_slots;
    dem_change_sums *sums;
    dem_closing *closing;
    dem_progress progress;
    uint64_t found;
    dem_status status; /* of the output */
    dem_error *err;
} state;

static void on_notice(void *ctx, const dem_error *notice)
{
    dem_notes_add(ctx, notice);
}

static bool take(void *ctx, unsigned at)
{
    state *s = ctx;
    slot *to = &s->slots[at];
    while (!atomic_load(&s->run->stop->wanted)) {
        dem_error err;
        dem_arena_reset(&to->arena);
        to->report = (dem_report){0};
        dem_status st = dem_reader_next(s->run->reader, &to->arena, &to->report, &err);
        if (st != DEM_OK && st != DEM_END) dem_notes_add(&s->closing->skipped, &err);
        if (st == DEM_OK || st == DEM_END) return st == DEM_OK;
    }
    return false;
}

/* Codes once more, to know which frames told the records, and renders. */
static void render(const dem_diff_run *run, slot *on)
{
    dem_trace old = {.arena = &on->arena}, new = {.arena = &on->arena};
    dem_result again;
    dem_engine_recode(run->old, &on->arena, &on->report, &on->old, &again, &old);
    dem_engine_recode(run->new, &on->arena, &on->report, &on->new, &again, &new);
    const dem_diff_item item = {.report = &on->report,
                                .sentences = on->old.sentences,
                                .n_sentences = on->old.n_sentences,
                                .old = {dem_engine_coder(run->old), &on->old.events, &old},
                                .new = {dem_engine_coder(run->new), &on->new.events, &new},
                                .changes = &on->changes};
    run->form->report(&on->rendered, &item);
}

static void work(void *ctx, unsigned worker, unsigned at)
{
    state *s = ctx;
    slot *on = &s->slots[at];
    dem_worker_code(s->worker[worker], &on->arena, &on->report, &on->old, NULL);
    dem_engine_recode(s->run->new, &on->arena, &on->report, &on->old, &on->new, NULL);
    on->changes = dem_changes_find(&on->arena, &on->old.events, &on->new.events);
    dem_buf_clear(&on->rendered);
    if (on->changes.n && s->run->form) render(s->run, on);
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
    slot *from = &s->slots[at];
    dem_change_sums_add(s->sums, &from->old.events, &from->new.events, &from->changes);
    s->found += from->changes.n;
    s->status = dem_diff_print(&from->rendered, s->err);
    dem_progress_show(&s->progress, s->sums->reports, s->found, "differences");
    return s->status == DEM_OK;
}

static void set_up(state *s)
{
    s->n_threads = dem_job_threads(s->run->threads);
    s->n_slots = dem_job_slots(s->n_threads);
    s->worker = dem_xalloc(s->n_threads * sizeof *s->worker);
    s->slots = dem_xalloc(s->n_slots * sizeof *s->slots);
    for (unsigned i = 0; i < s->n_threads; i++) s->worker[i] = dem_worker_new(s->run->old);
    for (unsigned i = 0; i < s->n_slots; i++) dem_arena_init(&s->slots[i].arena, 0);
    dem_reader_on_notice(s->run->reader, on_notice, &s->closing->repaired);
    s->progress = dem_progress_begin(s->run->progress);
}

static void release(state *s)
{
    for (unsigned i = 0; i < s->n_threads; i++) dem_worker_free(s->worker[i]);
    for (unsigned i = 0; i < s->n_slots; i++) {
        dem_arena_release(&s->slots[i].arena);
        dem_buf_release(&s->slots[i].rendered);
    }
    free(s->worker);
    free(s->slots);
    dem_reader_on_notice(s->run->reader, NULL, NULL);
}

dem_status dem_diff_all(const dem_diff_run *run, dem_change_sums *sums, dem_closing *closing, dem_error *err)
{
    *closing = (dem_closing){0};
    *sums = (dem_change_sums){0};
    state s = {.run = run, .sums = sums, .closing = closing, .err = err, .status = DEM_OK};
    set_up(&s);
    const dem_job job = {.ctx = &s, .take = take, .work = work, .done = done};
    dem_job_run(&job, s.n_threads, run->stop);
    closing->seconds = dem_progress_end(&s.progress);
    release(&s);
    return s.status;
}

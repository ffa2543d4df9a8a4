/* cli/run.c - see run.h.
 *
 *   take: reader, one thread at a time     closing.skipped, repaired, passed_over
 *   work: coding and rendering, in parallel
 *   done: sink, in order                   closing.tally, known
 *
 * take and done may run at the same time, so each has its own counters. */
#include "cli/run.h"
#include "cli/progress.h"
#include <stdlib.h>

typedef struct slot {
    dem_arena arena;
    dem_report report;
    dem_result result;
    dem_buf rendered;
} slot;

typedef struct state {
    const dem_run *run;
    dem_worker **worker; /* [n_threads] */
    slot *slots;         /* [n_slots] */
    unsigned n_threads, n_slots;
    dem_closing *closing;
    uint64_t passed_over; /* by take: known to the store */
    dem_status status;    /* of the sink */
    dem_error *err;
    dem_progress progress;
} state;

static void on_notice(void *ctx, const dem_error *notice)
{
    dem_notes_add(ctx, notice);
}

static bool stopped(const dem_run *run)
{
    return run->stop && atomic_load(&run->stop->wanted);
}

static bool take(void *ctx, unsigned at)
{
    state *s = ctx;
    slot *to = &s->slots[at];
    while (!stopped(s->run)) {
        dem_error err;
        dem_arena_reset(&to->arena);
        to->report = (dem_report){0};
        dem_status st = dem_reader_next(s->run->reader, &to->arena, &to->report, &err);
        if (st == DEM_END) return false;
        if (st != DEM_OK)
            dem_notes_add(&s->closing->skipped, &err);
        else if (dem_sink_has(s->run->sink, to->report.id))
            s->passed_over++;
        else
            return true;
    }
    return false;
}

static dem_out_item item_of(const slot *from)
{
    return (dem_out_item){.report = &from->report,
                          .sentences = from->result.sentences,
                          .n_sentences = from->result.n_sentences,
                          .events = &from->result.events};
}

static void work(void *ctx, unsigned worker, unsigned at)
{
    state *s = ctx;
    slot *on = &s->slots[at];
    dem_worker_code(s->worker[worker], &on->arena, &on->report, &on->result, NULL);
    dem_out_item item = item_of(on);
    dem_sink_render(s->run->sink, &item, &on->rendered);
}

static bool done(void *ctx, unsigned at)
{
    state *s = ctx;
    slot *from = &s->slots[at];
    dem_out_item item = item_of(from);
    bool known;
    s->status = dem_sink_put(s->run->sink, &item, &from->rendered, &known, s->err);
    if (s->status != DEM_OK) return false;
    if (known)
        s->closing->known++;
    else {
        dem_tally_add(&s->closing->tally, &from->result.tally);
        if (s->run->unknown) dem_unknown_add(s->run->unknown, &from->report, &from->result);
    }
    dem_progress_show(&s->progress, s->closing->tally.reports, s->closing->tally.records, "records");
    return true;
}

static void set_up(state *s)
{
    s->n_threads = dem_job_threads(s->run->threads);
    s->n_slots = dem_job_slots(s->n_threads);
    s->worker = dem_xalloc(s->n_threads * sizeof *s->worker);
    s->slots = dem_xalloc(s->n_slots * sizeof *s->slots);
    for (unsigned i = 0; i < s->n_threads; i++) s->worker[i] = dem_worker_new(s->run->engine);
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

dem_status dem_run_all(const dem_run *run, dem_closing *closing, dem_error *err)
{
    *closing = (dem_closing){0};
    state s = {.run = run, .closing = closing, .err = err, .status = DEM_OK};
    set_up(&s);
    dem_job job = {.ctx = &s, .take = take, .work = work, .done = done};
    dem_job_run(&job, s.n_threads, run->stop);
    closing->seconds = dem_progress_end(&s.progress);
    closing->known += s.passed_over;
    closing->tally.skipped = closing->skipped.n;
    release(&s);
    return s.status;
}

/* cli/run.c - see run.h.
 *
 *   take: reader, one thread at a time     closing.skipped, repaired, passed_over
 *   work: coding and rendering, in parallel
 *   done: sink, in order                   closing.tally, known
 *
 * take and done may run at the same time, so each has its own counters. */
#include "cli/run.h"
#include "cli/crew.h"
#include <stdlib.h>

typedef struct state {
    const dem_run *run;
    dem_crew crew;
    dem_result *result; /* [n_slots] */
    dem_closing *closing;
    uint64_t passed_over; /* by take: known to the store */
    dem_status status;    /* of the sink */
    dem_error *err;
} state;

static bool take(void *ctx, unsigned at)
{
    state *s = ctx;
    while (dem_crew_next(&s->crew, at)) {
        if (!dem_sink_has(s->run->sink, s->crew.slots[at].report.id)) return true;
        s->passed_over++;
    }
    return false;
}

static dem_out_item item_of(const state *s, unsigned at)
{
    const dem_result *result = &s->result[at];
    return (dem_out_item){.report = &s->crew.slots[at].report,
                          .sentences = result->sentences,
                          .n_sentences = result->n_sentences,
                          .events = &result->events,
                          .toponyms = &result->toponyms,
                          .statements = &result->statements};
}

static void work(void *ctx, unsigned worker, unsigned at)
{
    state *s = ctx;
    dem_crew_slot *on = &s->crew.slots[at];
    dem_worker_code(s->crew.worker[worker], &on->arena, &on->report, &s->result[at], NULL);
    dem_out_item item = item_of(s, at);
    dem_sink_render(s->run->sink, &item, &on->rendered);
}

/* What was no record is nothing to tell where statements are written. */
static void count_statements(dem_tally *tally, uint64_t n)
{
    memset(tally->dropped, 0, sizeof tally->dropped);
    tally->records = n;
}

static bool done(void *ctx, unsigned at)
{
    state *s = ctx;
    dem_crew_slot *from = &s->crew.slots[at];
    dem_out_item item = item_of(s, at);
    bool known;
    s->status = dem_sink_put(s->run->sink, &item, &from->rendered, &known, s->err);
    if (s->status != DEM_OK) return false;
    if (known)
        s->closing->known++;
    else {
        dem_tally tally = s->result[at].tally;
        if (s->run->statements) count_statements(&tally, s->result[at].statements.n);
        dem_tally_add(&s->closing->tally, &tally);
        if (s->run->unknown) dem_unknown_add(s->run->unknown, &from->report, &s->result[at]);
    }
    dem_progress_show(&s->crew.progress, s->closing->tally.reports, s->closing->tally.records,
                      s->run->statements ? "statements" : "records");
    return true;
}

dem_status dem_run_all(const dem_run *run, dem_closing *closing, dem_error *err)
{
    *closing = (dem_closing){.unit = run->statements ? "statement" : NULL};
    state s = {.run = run, .closing = closing, .err = err, .status = DEM_OK};
    s.crew = dem_crew_gather(run->engine, run->threads, run->reader, run->stop, closing, run->progress);
    s.result = dem_xalloc(s.crew.n_slots * sizeof *s.result);
    const dem_job job = {.ctx = &s, .take = take, .work = work, .done = done};
    dem_crew_run(&s.crew, &job);
    closing->known += s.passed_over;
    closing->tally.skipped = closing->skipped.n;
    dem_crew_dismiss(&s.crew);
    free(s.result);
    return s.status;
}

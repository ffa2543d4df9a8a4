/* cli/run.c - see run.h.
 *
 *   take: reader, one thread at a time               passed_over
 *   work: unfolding, coding, rendering, in parallel
 *   done: sink, in order                             closing
 *
 * take and done may run at the same time, so each has its own counters. */
#include "cli/run.h"
#include "cli/crew.h"
#include "cli/save.h"
#include <stdlib.h>

typedef struct state {
    const dem_run *run;
    dem_crew crew;
    dem_result **result; /* [n_slots][reports of the item], in the slot's arena */
    dem_closing *closing;
    uint64_t passed_over; /* by take: known to the store */
    dem_status status;    /* of the sink */
    dem_error *err;
} state;

static bool take(void *ctx, unsigned at)
{
    state *s = ctx;
    while (dem_crew_next(&s->crew, at)) {
        if (!dem_sink_has(s->run->sink, s->crew.slots[at].item.report.id)) return true;
        s->passed_over++;
    }
    return false;
}

static dem_out_item item_of(const state *s, unsigned at, uint32_t i)
{
    const dem_result *result = &s->result[at][i];
    return (dem_out_item){.report = &s->crew.slots[at].found.report[i],
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
    dem_buf_clear(&on->rendered);
    dem_crew_unfold(&s->crew, worker, at);
    s->result[at] = dem_arena_array(&on->arena, dem_result, on->found.n);
    for (uint32_t i = 0; i < on->found.n; i++) {
        dem_worker_code(s->crew.worker[worker], &on->arena, &on->found.report[i], &s->result[at][i], NULL);
        dem_out_item item = item_of(s, at, i);
        dem_sink_render(s->run->sink, &item, &on->rendered);
    }
}

/* What was no record is nothing to tell where statements are written. */
static void count_statements(dem_tally *tally, uint64_t n)
{
    memset(tally->dropped, 0, sizeof tally->dropped);
    tally->records = n;
}

static void count(state *s, const dem_report *report, const dem_result *result)
{
    dem_tally tally = result->tally;
    if (s->run->statements) count_statements(&tally, result->statements.n);
    dem_tally_add(&s->closing->tally, &tally);
    if (s->run->unknown) dem_unknown_add(s->run->unknown, report, result);
}

static bool done(void *ctx, unsigned at)
{
    state *s = ctx;
    dem_crew_slot *from = &s->crew.slots[at];
    for (uint32_t i = 0; i < from->found.n; i++) {
        dem_out_item item = item_of(s, at, i);
        bool known;
        if (s->run->texts) s->status = dem_save_text(s->run->texts, item.report, s->err);
        if (s->status == DEM_OK) s->status = dem_sink_put(s->run->sink, &item, &known, s->err);
        if (s->status != DEM_OK) return false;
        if (known) s->closing->known++;
        else count(s, item.report, &s->result[at][i]);
    }
    s->status = dem_sink_write(s->run->sink, &from->rendered, s->err);
    if (s->status != DEM_OK) return false;
    dem_crew_settle(&s->crew, at);
    dem_progress_show(&s->crew.progress, s->closing->tally.reports, s->closing->tally.records,
                      s->run->statements ? "statements" : "records");
    return true;
}

dem_status dem_run_all(const dem_run *run, dem_closing *closing, dem_error *err)
{
    *closing = (dem_closing){.unit = run->reading ? "" : run->statements ? "statement" : NULL};
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

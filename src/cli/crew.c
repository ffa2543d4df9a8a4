/* cli/crew.c - see crew.h. */
#include "cli/crew.h"
#include <stdlib.h>

static void on_notice(void *ctx, const dem_error *notice)
{
    dem_notes_add(ctx, notice);
}

dem_crew dem_crew_gather(const dem_engine *engine, unsigned threads, dem_reader *reader, dem_stop *stop,
                         dem_closing *closing, bool progress)
{
    dem_crew crew = {.reader = reader, .stop = stop, .closing = closing, .n_threads = dem_job_threads(threads)};
    crew.n_slots = dem_job_slots(crew.n_threads);
    crew.worker = dem_xalloc(crew.n_threads * sizeof *crew.worker);
    crew.unfolder = dem_xalloc(crew.n_threads * sizeof *crew.unfolder);
    crew.slots = dem_xalloc(crew.n_slots * sizeof *crew.slots);
    for (unsigned i = 0; i < crew.n_threads; i++) {
        crew.worker[i] = dem_worker_new(engine);
        crew.unfolder[i] = dem_unfolder_new();
    }
    for (unsigned i = 0; i < crew.n_slots; i++) dem_arena_init(&crew.slots[i].arena, 0);
    crew.progress = dem_progress_begin(progress);
    return crew;
}

bool dem_crew_next(dem_crew *crew, unsigned at)
{
    dem_crew_slot *to = &crew->slots[at];
    dem_reader_on_notice(crew->reader, on_notice, &to->repaired);
    while (!crew->stop || !atomic_load(&crew->stop->wanted)) {
        dem_error err;
        dem_arena_reset(&to->arena);
        to->item = (dem_item){0};
        to->found = (dem_unfolded){0};
        dem_status st = dem_reader_take(crew->reader, &to->arena, &to->item, &err);
        if (st == DEM_OK) return true;
        if (st == DEM_END) break;
        dem_notes_add(&to->skipped, &err);
    }
    crew->last = at;
    return false;
}

void dem_crew_unfold(dem_crew *crew, unsigned worker, unsigned at)
{
    dem_crew_slot *on = &crew->slots[at];
    dem_error err;
    dem_status st = dem_unfold(crew->unfolder[worker], &on->arena, &on->item, &on->found, on_notice,
                               &on->repaired, &err);
    if (st != DEM_OK) dem_notes_add(&on->skipped, &err);
}

static void add_report(dem_closing *closing, const dem_report *r)
{
    if (r->day == DEM_DATE_NONE) return;
    dem_shares_add(&closing->dated, dem_str_from(r->published_from), r->published_sure);
}

void dem_crew_settle(dem_crew *crew, unsigned at)
{
    dem_crew_slot *from = &crew->slots[at];
    dem_closing *to = crew->closing;
    for (uint32_t i = 0; i < from->found.n; i++) add_report(to, &from->found.report[i]);
    for (uint32_t i = 0; i < from->found.n_foreign; i++) dem_shares_add(&to->foreign, from->found.foreign[i], 0);
    dem_notes_join(&to->skipped, &from->skipped);
    dem_notes_join(&to->repaired, &from->repaired);
    from->skipped = from->repaired = (dem_notes){0};
    from->found = (dem_unfolded){0};
}

void dem_crew_run(dem_crew *crew, const dem_job *job)
{
    if (dem_job_run(job, crew->n_threads, crew->stop)) dem_crew_settle(crew, crew->last);
    crew->closing->seconds = dem_progress_end(&crew->progress);
}

void dem_crew_dismiss(dem_crew *crew)
{
    for (unsigned i = 0; i < crew->n_threads; i++) {
        dem_worker_free(crew->worker[i]);
        dem_unfolder_free(crew->unfolder[i]);
    }
    for (unsigned i = 0; i < crew->n_slots; i++) {
        dem_arena_release(&crew->slots[i].arena);
        dem_buf_release(&crew->slots[i].rendered);
    }
    free(crew->worker);
    free(crew->unfolder);
    free(crew->slots);
    dem_reader_on_notice(crew->reader, NULL, NULL);
}

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
    crew.slots = dem_xalloc(crew.n_slots * sizeof *crew.slots);
    for (unsigned i = 0; i < crew.n_threads; i++) crew.worker[i] = dem_worker_new(engine);
    for (unsigned i = 0; i < crew.n_slots; i++) dem_arena_init(&crew.slots[i].arena, 0);
    dem_reader_on_notice(reader, on_notice, &closing->repaired);
    crew.progress = dem_progress_begin(progress);
    return crew;
}

bool dem_crew_next(dem_crew *crew, unsigned at)
{
    dem_crew_slot *to = &crew->slots[at];
    while (!crew->stop || !atomic_load(&crew->stop->wanted)) {
        dem_error err;
        dem_arena_reset(&to->arena);
        to->report = (dem_report){0};
        dem_status st = dem_reader_next(crew->reader, &to->arena, &to->report, &err);
        if (st == DEM_OK || st == DEM_END) return st == DEM_OK;
        dem_notes_add(&crew->closing->skipped, &err);
    }
    return false;
}

void dem_crew_run(dem_crew *crew, const dem_job *job)
{
    dem_job_run(job, crew->n_threads, crew->stop);
    crew->closing->seconds = dem_progress_end(&crew->progress);
}

void dem_crew_dismiss(dem_crew *crew)
{
    for (unsigned i = 0; i < crew->n_threads; i++) dem_worker_free(crew->worker[i]);
    for (unsigned i = 0; i < crew->n_slots; i++) {
        dem_arena_release(&crew->slots[i].arena);
        dem_buf_release(&crew->slots[i].rendered);
    }
    free(crew->worker);
    free(crew->slots);
    dem_reader_on_notice(crew->reader, NULL, NULL);
}

/* eval/taught.c - see taught.h. */
#include "eval/taught.h"
#include "reader/reader.h"

static dem_status each(const dem_engine *engine, const dem_gold *gold, dem_reader *reader, dem_taught *take,
                       void *ctx, dem_error *err)
{
    dem_arena scratch;
    dem_arena_init(&scratch, 0);
    dem_worker *worker = dem_worker_new(engine);
    dem_status st = DEM_OK;
    for (size_t i = 0; st == DEM_OK && i < gold->reports.n; i++) {
        dem_report report = {0};
        dem_trace trace = {.arena = &scratch};
        dem_result result = {0};
        dem_arena_reset(&scratch);
        st = dem_reader_next(reader, &scratch, &report, err);
        if (st != DEM_OK) break;
        dem_worker_code(worker, &scratch, &report, &result, &trace);
        take(ctx, &trace, &gold->reports.at[i], &scratch);
    }
    dem_worker_free(worker);
    dem_arena_release(&scratch);
    return st;
}

dem_status dem_taught_each(const dem_engine *engine, const char *path, dem_taught *take, void *ctx,
                           dem_error *err)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_gold gold = {.arena = &arena};
    dem_reader *reader = NULL;
    dem_status st = dem_gold_read(&gold, path, err);
    if (st == DEM_OK) st = dem_reader_open(&reader, &path, 1, &(dem_reader_options){.format = "jsonl"}, err);
    if (st == DEM_OK) st = each(engine, &gold, reader, take, ctx, err);
    dem_reader_close(reader);
    dem_arena_release(&arena);
    return st;
}

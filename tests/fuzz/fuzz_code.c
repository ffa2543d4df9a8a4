/* fuzz_code.c - any text through the whole analysis: every tree must be a tree, every record must keep
 * the invariants of the event format, every statement those of record/statement.h. Needs the data folder: $DEMARCHE_DATA, or DEM_TEST_DATA. */
#include "base/utf8.h"
#include "engine/engine.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(dem_status st, const char *what, const dem_error *err)
{
    if (st == DEM_OK) return;
    fprintf(stderr, "fuzz_code: %s: %s: %s\n", what, err->source, err->text);
    abort();
}

/* One worker for the life of the process: loading the lexicons for each input would take all the time. */
static dem_worker *worker(void)
{
    static dem_engine *engine;
    static dem_worker *only;
    if (!only) {
        const char *folder = getenv("DEMARCHE_DATA");
        dem_error err;
        const dem_options options = {.keep_unresolved = true, .list_statements = true};
        demand(dem_engine_open(&engine, folder ? folder : DEM_TEST_DATA, &options, &err), "no engine", &err);
        only = dem_worker_new(engine);
    }
    return only;
}

static void check_sentences(const dem_result *result, dem_str text)
{
    dem_error err;
    for (uint32_t i = 0; i < result->n_sentences; i++)
        if (result->sentences[i].n)
            demand(dem_sentence_check(&result->sentences[i], text, &err), "sentence", &err);
}

/* Any day of the years 1 to 9999, or none: the same for the same text. */
static dem_date day_by(dem_str text)
{
    uint64_t h = dem_str_hash(text);
    if (h % 4 == 0) return DEM_DATE_NONE;
    if (h % 4 == 1) return dem_date_from(2025, 3, 18);
    return dem_date_from(1 + (int)(h / 4 % 9999), 1 + (int)(h / 40000 % 12), 1 + (int)(h / 480000 % 28));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_report report = {
        .id = DEM_STR("fuzz"),
        .text = dem_utf8_repair(&arena, (dem_str){(const char *)data, size}, NULL),
    };
    report.day = day_by(report.text);
    if (report.text.n && report.text.n <= DEM_MAX_TEXT) {
        dem_result result = {0};
        dem_error err;
        dem_worker_code(worker(), &arena, &report, &result, NULL);
        check_sentences(&result, report.text);
        for (uint32_t i = 0; i < result.statements.n; i++)
            demand(dem_statement_check(&result.statements.at[i], &report, &err), "statement", &err);
        bool told = report.dated_from <= report.dated_to && report.dated_to <= report.text.n;
        if (!told) abort();
        demand(dem_events_check(&result.events, &report, true, &err), "events", &err);
    }
    dem_arena_release(&arena);
    return 0;
}

/* cli/run.h - many reports through an engine into a sink, by several threads, in order. */
#ifndef DEM_CLI_RUN_H
#define DEM_CLI_RUN_H
#include "base/job.h"
#include "cli/closing.h"
#include "cli/sink.h"
#include "cli/unknown.h"
#include "engine/engine.h"
#include "reader/reader.h"

typedef struct dem_run {
    const dem_engine *engine;
    dem_reader *reader;
    dem_sink *sink;
    dem_stop *stop;   /* may be NULL */
    dem_unknown *unknown; /* unknown names are counted here; may be NULL */
    bool statements;      /* statements are wanted, not records, and are counted; the engine must list them */
    bool reading;         /* reports are wanted, as they are; the engine only reads */
    const char *texts;    /* a folder for the texts of the reports (save.h); may be NULL */
    unsigned threads; /* 0 = one per processor */
    bool progress;    /* a line on standard error that is kept up to date, and erased at the end */
} dem_run;

/* Codes all that the reader gives, until it ends or a stop is wanted; what was begun is finished. The
 * output is in the order of the input whatever the number of threads. Fills *closing. DEM_OK, DEM_END if
 * nobody reads the output any more, or the sink's error. */
dem_status dem_run_all(const dem_run *run, dem_closing *closing, dem_error *err);

#endif

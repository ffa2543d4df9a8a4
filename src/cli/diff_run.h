/* cli/diff_run.h - many reports through two engines: what differs, in the order of the input. */
#ifndef DEM_CLI_DIFF_RUN_H
#define DEM_CLI_DIFF_RUN_H
#include "base/job.h"
#include "cli/closing.h"
#include "cli/diff_show.h"
#include "engine/engine.h"
#include "reader/reader.h"

typedef struct dem_diff_run {
    const dem_engine *old, *new; /* of the same model */
    dem_reader *reader;
    const dem_diff_form *form; /* NULL: nothing is printed */
    dem_stop *stop;
    unsigned threads; /* 0 = one per processor */
    bool progress;
} dem_diff_run;

/* Compares all that the reader gives, until it ends or a stop is wanted; what was begun is finished. Prints on standard
 * output what differs, a report at a time and in the order of the input whatever the number of threads, so that memory
 * does not grow with their number. Fills *sums and of *closing what was skipped and repaired. DEM_OK, DEM_END if nobody
 * reads the output any more, or DEM_E_IO. */
dem_status dem_diff_all(const dem_diff_run *run, dem_change_sums *sums, dem_closing *closing, dem_error *err);
/* Prints the buffer on standard output, at once. Status as above. */
dem_status dem_diff_print(const dem_buf *b, dem_error *err);

#endif

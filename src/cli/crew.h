/* cli/crew.h - what every run over many reports needs: threads with their workspaces, slots, a reader, progress. */
#ifndef DEM_CLI_CREW_H
#define DEM_CLI_CREW_H
#include "base/job.h"
#include "cli/closing.h"
#include "cli/progress.h"
#include "engine/engine.h"
#include "reader/reader.h"

typedef struct dem_crew_slot {
    dem_arena arena; /* of the report and all that is made of it */
    dem_report report;
    dem_buf rendered; /* reused for each report in this slot */
} dem_crew_slot;

typedef struct dem_crew {
    dem_reader *reader;
    dem_stop *stop;       /* may be NULL */
    dem_worker **worker;  /* [n_threads] */
    dem_crew_slot *slots; /* [n_slots] */
    unsigned n_threads, n_slots;
    dem_closing *closing;
    dem_progress progress;
} dem_crew;

/* Workers for `threads` threads (0: one per processor) and as many slots as they need. The reader's repairs are noted in
 * `closing`, which must outlive the crew, as the engine and the reader must. `progress` false: nothing is shown. */
dem_crew dem_crew_gather(const dem_engine *engine, unsigned threads, dem_reader *reader, dem_stop *stop,
                         dem_closing *closing, bool progress);
/* The next report into slot `at`, with an empty arena; items that are no report are noted as skipped. False at the end
 * of the input, or once a stop is wanted. */
bool dem_crew_next(dem_crew *crew, unsigned at);
/* Runs the job, ends the progress line, fills closing->seconds. */
void dem_crew_run(dem_crew *crew, const dem_job *job);
/* Frees all that dem_crew_gather() made, and lets go of the reader. */
void dem_crew_dismiss(dem_crew *crew);

#endif

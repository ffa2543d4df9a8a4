/* cli/crew.h - what every run over many reports needs: threads with their workspaces, slots, a reader, progress.
 *
 *   take: dem_crew_next     the next item into a slot
 *   work: dem_crew_unfold   the item into reports
 *   done: dem_crew_settle   what there was to tell of it into the closing */
#ifndef DEM_CLI_CREW_H
#define DEM_CLI_CREW_H
#include "base/job.h"
#include "cli/closing.h"
#include "cli/progress.h"
#include "engine/engine.h"
#include "reader/unfold.h"

typedef struct dem_crew_slot {
    dem_arena arena; /* of the item and all that is made of it */
    dem_item item;
    dem_unfolded found; /* the reports in it */
    /* Of this item, and of those before it that gave no report. */
    dem_notes skipped, repaired;
    dem_buf rendered; /* reused for each item in this slot */
} dem_crew_slot;

typedef struct dem_crew {
    dem_reader *reader;
    dem_stop *stop;          /* may be NULL */
    dem_worker **worker;     /* [n_threads] */
    dem_unfolder **unfolder; /* [n_threads] */
    dem_crew_slot *slots;    /* [n_slots] */
    unsigned n_threads, n_slots;
    unsigned last; /* the slot that found the end of the input */
    dem_closing *closing;
    dem_progress progress;
} dem_crew;

/* Workers for `threads` threads (0: one per processor) and as many slots as they need. `closing`, the engine and the
 * reader must outlive the crew. `progress` false: nothing is shown. */
dem_crew dem_crew_gather(const dem_engine *engine, unsigned threads, dem_reader *reader, dem_stop *stop,
                         dem_closing *closing, bool progress);
/* The next item into slot `at`, with an empty arena; what is no report is noted in the slot as skipped. False at the
 * end of the input, or once a stop is wanted. */
bool dem_crew_next(dem_crew *crew, unsigned at);
/* Finds the reports of the item in slot `at`, by the workspace of `worker`. There may be none. */
void dem_crew_unfold(dem_crew *crew, unsigned worker, unsigned at);
/* Adds what is noted in slot `at` to the closing, and which language or day its reports have; the notes are empty
 * then. */
void dem_crew_settle(dem_crew *crew, unsigned at);
/* Runs the job, ends the progress line, fills closing->seconds. */
void dem_crew_run(dem_crew *crew, const dem_job *job);
/* Frees all that dem_crew_gather() made, and lets go of the reader. */
void dem_crew_dismiss(dem_crew *crew);

#endif

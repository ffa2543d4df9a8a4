/* base/job.h - work on many items by several threads, with results in the order of the items.
 *
 * The only file that knows threads. An item lives in a slot, a number below dem_job_slots(n_threads); the
 * caller keeps an array of as many items and reuses them, so memory stays flat however long the input.
 *
 *   take(slot 0)  take(slot 1) ...      one thread at a time, in order
 *      work(slot 0)   work(slot 1)      at the same time, each worker with its own number
 *         done(slot 0)   done(slot 1)   one thread at a time, in the order of take
 *
 * take, work and done may run at the same time as each other, but a slot is with only one of them. */
#ifndef DEM_BASE_JOB_H
#define DEM_BASE_JOB_H
#include <stdatomic.h>
#include <stdbool.h>

/* A request to stop early; may be set from any thread or from a signal handler. */
typedef struct dem_stop {
    atomic_bool wanted;
} dem_stop;

typedef struct dem_job {
    void *ctx; /* handed to the three functions */
    /* Fills `slot` with the next item; false if there is none left. */
    bool (*take)(void *ctx, unsigned slot);
    /* Works on the item in `slot`. `worker` is below the number of threads: index of the caller's
     * workspaces. */
    void (*work)(void *ctx, unsigned worker, unsigned slot);
    /* Hands the finished item on; its slot is free afterwards. false: end the run, no further done. */
    bool (*done)(void *ctx, unsigned slot);
} dem_job;

/* `wanted` threads, or one per processor that this process may use if `wanted` is 0; at most 256. */
unsigned dem_job_threads(unsigned wanted);
/* Slots a run with so many threads uses. */
unsigned dem_job_slots(unsigned n_threads);
/* Runs until take or done says false or stop->wanted is set (`stop` may be NULL); every item that was
 * taken is worked on and done before it returns, unless done said false. With n_threads 1 everything
 * happens in the calling thread. If the system refuses threads, fewer are used. Returns true unless done
 * said false. */
bool dem_job_run(const dem_job *job, unsigned n_threads, dem_stop *stop);

#endif

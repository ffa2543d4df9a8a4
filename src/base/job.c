/* base/job.c - an ordered parallel map over a ring of slots.
 *
 * Two locks: `take_lock` is held while an item is fetched, which may block on a pipe for long; `lock`
 * guards the counters and is never held while the caller's functions run. Whoever finishes the oldest
 * item hands on all that is ready. */
#define _GNU_SOURCE /* sched_getaffinity */
#include "base/job.h"
#include "base/arena.h"
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>

enum { MAX_THREADS = 256, SLOTS_PER_THREAD = 4 };

typedef struct run {
    const dem_job *job;
    dem_stop *stop;
    unsigned n_slots;
    pthread_mutex_t take_lock, lock;
    pthread_cond_t room;  /* a slot became free, or the run ended */
    uint64_t taken, done; /* items so far; taken - done <= n_slots */
    bool *ready;          /* [n_slots] worked on, not yet done */
    bool handing_on;      /* somebody is calling done */
    bool ended, refused;  /* nothing more is taken; done said false */
} run;

typedef struct worker {
    run *run;
    unsigned number;
    pthread_t thread;
} worker;

unsigned dem_job_threads(unsigned wanted)
{
    cpu_set_t cpus;
    if (wanted == 0) wanted = sched_getaffinity(0, sizeof cpus, &cpus) == 0 ? (unsigned)CPU_COUNT(&cpus) : 1;
    if (wanted == 0) wanted = 1;
    return wanted < MAX_THREADS ? wanted : MAX_THREADS;
}

unsigned dem_job_slots(unsigned n_threads)
{
    return n_threads <= 1 ? 1 : n_threads * SLOTS_PER_THREAD;
}

static bool stop_wanted(const dem_stop *stop)
{
    return stop && atomic_load(&stop->wanted);
}

static bool run_alone(const dem_job *job, dem_stop *stop)
{
    while (!stop_wanted(stop) && job->take(job->ctx, 0)) {
        job->work(job->ctx, 0, 0);
        if (!job->done(job->ctx, 0)) return false;
    }
    return true;
}

/* Waits for a free slot; false if the run has ended. Called with take_lock held. */
static bool wait_for_room(run *r)
{
    pthread_mutex_lock(&r->lock);
    while (!r->ended && r->taken - r->done == r->n_slots) pthread_cond_wait(&r->room, &r->lock);
    bool open = !r->ended;
    pthread_mutex_unlock(&r->lock);
    return open;
}

/* Fetches the next item into *slot; false when there will be no more. */
static bool take_next(run *r, unsigned *slot)
{
    pthread_mutex_lock(&r->take_lock);
    bool got = wait_for_room(r);
    *slot = (unsigned)(r->taken % r->n_slots); /* `taken` changes only under take_lock */
    got = got && !stop_wanted(r->stop) && r->job->take(r->job->ctx, *slot);
    pthread_mutex_lock(&r->lock);
    if (got)
        r->taken++;
    else
        r->ended = true;
    pthread_mutex_unlock(&r->lock);
    pthread_mutex_unlock(&r->take_lock);
    return got;
}

/* Marks `slot` as worked on and, unless another thread is at it, hands on what is ready. */
static void hand_on(run *r, unsigned slot)
{
    pthread_mutex_lock(&r->lock);
    r->ready[slot] = true;
    if (!r->handing_on) {
        r->handing_on = true;
        for (unsigned next; r->ready[next = (unsigned)(r->done % r->n_slots)];) {
            bool refused = r->refused;
            pthread_mutex_unlock(&r->lock);
            if (!refused) refused = !r->job->done(r->job->ctx, next);
            pthread_mutex_lock(&r->lock);
            r->refused = refused;
            r->ended |= refused;
            r->ready[next] = false;
            r->done++;
            pthread_cond_broadcast(&r->room);
        }
        r->handing_on = false;
    }
    pthread_mutex_unlock(&r->lock);
}

static void *work(void *arg)
{
    worker *w = arg;
    for (unsigned slot; take_next(w->run, &slot);) {
        w->run->job->work(w->run->job->ctx, w->number, slot);
        hand_on(w->run, slot);
    }
    return NULL;
}

static void run_together(run *r, unsigned n_threads)
{
    worker *w = dem_xalloc(n_threads * sizeof *w);
    unsigned started = 1;
    for (unsigned i = 0; i < n_threads; i++) w[i] = (worker){.run = r, .number = i};
    while (started < n_threads && pthread_create(&w[started].thread, NULL, work, &w[started]) == 0) started++;
    work(&w[0]);
    for (unsigned i = 1; i < started; i++) pthread_join(w[i].thread, NULL);
    free(w);
}

bool dem_job_run(const dem_job *job, unsigned n_threads, dem_stop *stop)
{
    if (n_threads <= 1) return run_alone(job, stop);
    run r = {.job = job, .stop = stop, .n_slots = dem_job_slots(n_threads)};
    r.ready = dem_xalloc(r.n_slots * sizeof *r.ready);
    pthread_mutex_init(&r.take_lock, NULL);
    pthread_mutex_init(&r.lock, NULL);
    pthread_cond_init(&r.room, NULL);
    run_together(&r, n_threads);
    pthread_cond_destroy(&r.room);
    pthread_mutex_destroy(&r.lock);
    pthread_mutex_destroy(&r.take_lock);
    free(r.ready);
    return !r.refused;
}

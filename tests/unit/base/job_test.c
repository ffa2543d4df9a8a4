/* Ordered parallel work: base/job.h. */
#include "base/job.h"
#include "check.h"

enum { MAX_SLOTS = 64 };

typedef struct run {
    unsigned n_items, taken, done;
    unsigned refuse_at; /* done says false at this item */
    unsigned stop_at;   /* stop is wanted when this item is taken */
    dem_stop stop;
    unsigned item[MAX_SLOTS], result[MAX_SLOTS];
    atomic_int in_slot[MAX_SLOTS], in_take, in_done;
    atomic_bool broken;
} run;

static bool take(void *ctx, unsigned slot)
{
    run *r = ctx;
    if (atomic_fetch_add(&r->in_take, 1) != 0) r->broken = true;
    bool got = r->taken < r->n_items;
    if (got) {
        if (atomic_fetch_add(&r->in_slot[slot], 1) != 0) r->broken = true; /* still in use */
        if (r->taken == r->stop_at) r->stop.wanted = true;
        r->item[slot] = r->taken++;
    }
    atomic_fetch_sub(&r->in_take, 1);
    return got;
}

static void work(void *ctx, unsigned worker, unsigned slot)
{
    run *r = ctx;
    unsigned spin = (r->item[slot] * 2654435761u) % 3000; /* items take unequal time */
    volatile unsigned sink = worker;
    for (unsigned i = 0; i < spin; i++) sink += i;
    r->result[slot] = r->item[slot] * 2;
}

static bool done(void *ctx, unsigned slot)
{
    run *r = ctx;
    if (atomic_fetch_add(&r->in_done, 1) != 0) r->broken = true;
    if (r->item[slot] != r->done || r->result[slot] != r->done * 2) r->broken = true; /* out of order */
    r->done++;
    atomic_fetch_sub(&r->in_slot[slot], 1);
    bool go_on = r->item[slot] != r->refuse_at;
    atomic_fetch_sub(&r->in_done, 1);
    return go_on;
}

enum { NEVER = 1000000 };

static const struct {
    const char *why;
    unsigned threads, items, refuse_at, stop_at, least, most;
    bool ok;
} CASES[] = {
    {"one thread", 1, 500, NEVER, NEVER, 500, 500, true},
    {"two threads", 2, 5000, NEVER, NEVER, 5000, 5000, true},
    {"more threads than processors", 8, 20000, NEVER, NEVER, 20000, 20000, true},
    {"no items", 4, 0, NEVER, NEVER, 0, 0, true},
    {"fewer items than threads", 8, 3, NEVER, NEVER, 3, 3, true},
    {"stopped, alone", 1, 500, NEVER, 100, 101, 101, true},
    {"stopped: what was taken is done", 4, 5000, NEVER, 100, 101, 101, true},
    {"refused, alone", 1, 500, 100, NEVER, 101, 101, false},
    {"refused: no further done", 4, 5000, 100, NEVER, 101, 101, false},
};

static void test_runs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        run *r = calloc(1, sizeof *r);
        *r = (run){.n_items = CASES[i].items, .refuse_at = CASES[i].refuse_at, .stop_at = CASES[i].stop_at};
        assert_true(dem_job_slots(CASES[i].threads) <= MAX_SLOTS);
        dem_job job = {.ctx = r, .take = take, .work = work, .done = done};
        check_int(CASES[i].why, dem_job_run(&job, CASES[i].threads, &r->stop), CASES[i].ok);
        check_int(CASES[i].why, r->broken, false);
        check_int(CASES[i].why, r->done >= CASES[i].least && r->done <= CASES[i].most, true);
        if (CASES[i].ok) check_int("all that was taken is done", r->done, r->taken);
        free(r);
    }
}

static void test_stop_before_the_start(void **state)
{
    (void)state;
    for (unsigned threads = 1; threads <= 3; threads++) {
        run *r = calloc(1, sizeof *r);
        *r = (run){.n_items = 10, .refuse_at = NEVER, .stop_at = NEVER, .stop = {true}};
        dem_job job = {.ctx = r, .take = take, .work = work, .done = done};
        assert_true(dem_job_run(&job, threads, &r->stop));
        check_int("nothing is taken", r->taken, 0);
        free(r);
    }
}

static void test_threads(void **state)
{
    (void)state;
    assert_true(dem_job_threads(0) >= 1);
    check_int("as asked for", dem_job_threads(3), 3);
    check_int("bounded", dem_job_threads(100000), 256);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_runs),
                                       cmocka_unit_test(test_stop_before_the_start),
                                       cmocka_unit_test(test_threads)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

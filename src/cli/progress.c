/* cli/progress.c - see progress.h. */
#include "cli/progress.h"
#include <inttypes.h>
#include <stdio.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

dem_progress dem_progress_begin(bool shows)
{
    double t = now();
    return (dem_progress){shows, t, t};
}

void dem_progress_show(dem_progress *p, uint64_t reports, uint64_t found, const char *what)
{
    if (!p->shows) return;
    double t = now();
    if (t - p->last < 0.25) return;
    fprintf(stderr, "\r\033[K%" PRIu64 " reports, %.0f/s, %" PRIu64 " %s", reports,
            (double)reports / (t - p->begun), found, what);
    fflush(stderr);
    p->last = t;
}

double dem_progress_end(const dem_progress *p)
{
    if (p->shows) fputs("\r\033[K", stderr);
    return now() - p->begun;
}

/* cli/progress.c - see progress.h. */
#include "cli/progress.h"
#include <inttypes.h>
#include <stdarg.h>
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

void dem_progress_line(dem_progress *p, const char *fmt, ...)
{
    double t = now();
    if (!p->shows || t - p->last < 0.25) return;
    va_list ap;
    va_start(ap, fmt);
    fputs("\r\033[K", stderr);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fflush(stderr);
    p->last = t;
}

void dem_progress_show(dem_progress *p, uint64_t reports, uint64_t found, const char *what)
{
    dem_progress_line(p, "%" PRIu64 " reports, %.0f/s, %" PRIu64 " %s", reports,
                      (double)reports / (now() - p->begun), found, what);
}

double dem_progress_end(const dem_progress *p)
{
    if (p->shows) fputs("\r\033[K", stderr);
    return now() - p->begun;
}

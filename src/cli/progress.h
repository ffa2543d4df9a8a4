/* cli/progress.h - a line on standard error that tells how far a run over many reports is. */
#ifndef DEM_CLI_PROGRESS_H
#define DEM_CLI_PROGRESS_H
#include <stdbool.h>
#include <stdint.h>

typedef struct dem_progress {
    bool shows;
    double begun, last; /* seconds */
} dem_progress;

/* Begins now; `shows` false: nothing is ever printed. */
dem_progress dem_progress_begin(bool shows);
/* "120 reports, 80/s, 315 records"; a few times a second at most. */
void dem_progress_show(dem_progress *p, uint64_t reports, uint64_t found, const char *what);
/* Whatever there is to tell, as often. */
void dem_progress_line(dem_progress *p, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Erases the line; gives the seconds since the beginning. */
double dem_progress_end(const dem_progress *p);

#endif

/* cli/fetch_tell.h - what a round of `demarche fetch` has to tell. */
#ifndef DEM_CLI_FETCH_TELL_H
#define DEM_CLI_FETCH_TELL_H
#include "cli/closing.h"
#include "fetch/fetch.h"

/* The closing lines of a round, each ended by a newline: what was asked for, what was kept, what went wrong. */
void dem_fetch_tell(dem_buf *b, const dem_fetch_tally *t, const dem_notes *trouble, const dem_fetch_options *o,
                    double seconds);

#endif

/* lexicon/examples.h - the example lines below a frame; for the files of this folder only. */
#ifndef DEM_LEXICON_EXAMPLES_H
#define DEM_LEXICON_EXAMPLES_H
#include "lexicon/parts.h"

/* The day examples are coded for: a Tuesday. */
#define DEM_EXAMPLE_YEAR 2025
#define DEM_EXAMPLE_MONTH 3
#define DEM_EXAMPLE_DAY 18

/* Reads "+ [DAY] SENTENCE => EXPECTED" or "- [DAY] SENTENCE"; mistakes are reported. `frame` may be NULL. */
void dem_load_example(dem_loading *ld, const dem_frame *frame, const dem_scan_line *line);

#endif

/* lexicon/scan.h - a lexicon file as entries: a line that begins in the first column, and the indented ones
 * below.
 *
 * Comments are taken off, and a line that begins with a bar is joined to the line above it. */
#ifndef DEM_LEXICON_SCAN_H
#define DEM_LEXICON_SCAN_H
#include "base/arena.h"

typedef struct dem_scan_line {
    dem_str text;  /* without blanks at its ends; never empty */
    uint32_t line; /* from 1; of the first line, where several were joined */
    bool indented;
} dem_scan_line;

typedef struct dem_entry {
    dem_scan_line head;        /* indented if the file begins with an indented line: a mistake */
    const dem_scan_line *body; /* [n_body] */
    uint32_t n_body;
} dem_entry;

typedef struct dem_scan {
    dem_scan_line *line; /* [n] */
    uint32_t n, at;
} dem_scan;

/* Cuts `text`. The lines are in `lines`; what they say is in `text` or, where lines were joined, in `arena`. */
void dem_scan_init(dem_scan *s, dem_arena *lines, dem_arena *arena, dem_str text);
/* The next entry; false at the end. */
bool dem_scan_next(dem_scan *s, dem_entry *entry);

/* Takes the first word (up to a blank) off *rest, and the blanks behind it; empty at the end. */
dem_str dem_scan_word(dem_str *rest);

#endif

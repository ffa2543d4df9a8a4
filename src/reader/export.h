/* reader/export.h - text files that news databases give out: many reports in one, each with lines around it that say what it
 * is; for the files of this folder.
 *
 *     edge │ header lines │ body │ lines behind it │ edge │ header lines │ ...
 *
 * One report is held at a time, so that a file may be of any length. */
#ifndef DEM_READER_EXPORT_H
#define DEM_READER_EXPORT_H
#include "base/buf.h"
#include "reader/format.h"

/* ---- lines -------------------------------------------------------------------------------------------------- */

/* Goes through the lines of `all` that have something on them; a zeroed one with `all` set is ready. */
typedef struct dem_lines {
    dem_str all;
    size_t from, next; /* where the line begins and where the one behind it does */
    dem_str line;      /* trimmed, no-break spaces too */
    size_t indent;     /* blanks before it */
    bool gap;          /* a blank line stands before it, or nothing */
} dem_lines;

/* False if there is no further line. */
bool dem_lines_next(dem_lines *l);

/* `s` without blanks and no-break spaces at its ends. */
dem_str dem_export_trim(dem_str s);
/* "355 words", "1,034 words" */
bool dem_export_is_length(dem_str line);
/* "Copyright 2012 ...", "(c) 2012 ...", "All Rights Reserved" */
bool dem_export_is_rights(dem_str line);
/* The tag of a language by its English name ("ENGLISH" -> "en"), {NULL,0} if it is not known. Static storage. */
dem_str dem_export_language(dem_str name);
/* The day, with its time if that has a zone, in the form of records; {NULL,0} unless the line is a date. In `arena`. */
dem_str dem_export_date(dem_arena *arena, dem_str line);
/* A header's value over several lines as one line, without blanks at its ends; {NULL,0} if nothing is left. In `arena`. */
dem_str dem_export_value(dem_arena *arena, dem_str s);
/* "By JANE DOE" without the "By ". */
dem_str dem_export_byline(dem_str s);
/* A copy of a body in which the feet of printed pages ("Page 2 of 9 ...") are blanks. In `arena`. */
dem_str dem_export_body(dem_arena *arena, dem_str s);

/* ---- reports ------------------------------------------------------------------------------------------------ */

typedef enum dem_edge {
    DEM_EDGE_NONE,
    DEM_EDGE_BEFORE, /* a line that stands before a report and is no part of it */
    DEM_EDGE_BEHIND  /* the last line of a report */
} dem_edge;

typedef struct dem_export_kind {
    const char *wanted; /* for errors: what a report has */
    /* Of a trimmed line. */
    dem_edge (*edge)(dem_str line);
    /* Fills `report` (its line is set) from the lines of one; `after_edge`: an edge stands before them. False if they are no
     * report. Strings are in `arena`. */
    bool (*read)(dem_arena *arena, dem_str lines, bool after_edge, dem_report *report);
} dem_export_kind;

typedef struct dem_export {
    const dem_export_kind *kind;
    dem_buf item;        /* whole lines, each with its LF */
    uint64_t line;       /* of its first line with something on it; 0: none so far */
    bool before, behind; /* edges around the item */
    bool next_before;    /* an edge before the next one has been taken */
    bool too_long;       /* the item has more bytes than a report may have */
    bool over, told;     /* told: a report or an error has come of this file */
} dem_export;

/* For dem_format.open and close: makes and frees s->state. */
void dem_export_open(dem_source *s, const dem_export_kind *kind);
void dem_export_close(dem_source *s);
/* For dem_format.next. Lines between edges that are no report cost an error; what stands before the first edge and behind
 * the last is passed over if it is none, unless the file has nothing else. */
dem_status dem_export_next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err);

/* How sure the header of an export is about the day of publication, in percent: it is what the database sorts by. A little
 * less than a field whose name says so, since it is told by its form and place. */
enum { DEM_EXPORT_SURE = 98 };

#endif

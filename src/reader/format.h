/* reader/format.h - what a format is; for the files of this folder only.
 *
 * A format finds the items in an input. Making a sound report of an item (repairs, ids, limits) is the
 * same for all formats and stands in reader.c. */
#ifndef DEM_READER_FORMAT_H
#define DEM_READER_FORMAT_H
#include "base/input.h"
#include "reader/reader.h"

/* Bytes that dem_format.probe gets to see. */
#define DEM_PROBE_SIZE 65536

/* An open input and what a format needs to go on in it. */
typedef struct dem_source {
    dem_input *in;
    void *state;           /* of the format */
    dem_str id;            /* for an item that has no better one: the path below the folder that was asked for, without
                              endings; {NULL,0} for standard input */
    const char *columns;   /* how the columns of a table are called, see reader.h; may be NULL */
    dem_str page, type;    /* set by next() if the item is an HTML page, see dem_item; empty before each */
    dem_notice_fn *notice; /* may be NULL */
    void *notice_ctx;
} dem_source;

typedef struct dem_format {
    const char *name, *what;
    /* True if an input of this name that begins with `head` is in this format. */
    bool (*probe)(dem_str head, dem_str name);
    /* Sets s->state. Never fails. */
    void (*open)(dem_source *s);
    /* The next item's fields as they are found, in `arena`: text (or s->page), id ({NULL,0} if it has none), line and
     * whatever else is known; text and id may still be wrong in any way. DEM_END or an error that costs
     * one item. */
    dem_status (*next)(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err);
    void (*close)(dem_source *s);
} dem_format;

extern const dem_format dem_format_jsonl, dem_format_html, dem_format_feed, dem_format_warc, dem_format_text;

/* True if `name` ends in one of the endings, case ignored; behind it may stand ".gz" or ".zst". */
bool dem_source_named(dem_str name, const char *const *endings, size_t n);

/* Tells the caller of the reader about a repair in the item at `line`. */
void dem_source_notice(const dem_source *s, uint64_t line, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));
/* dem_utf8_repair with a notice about what was repaired; also, in a copy, each NUL becomes a space. */
dem_str dem_source_repair(const dem_source *s, dem_arena *arena, dem_str text, uint64_t line);

#endif

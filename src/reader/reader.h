/* reader/reader.h - files, folders or standard input into reports.
 *
 * One row of a table for each format (format.h). What every item of input leads to, good or bad, is
 * written down in docs/input.md. */
#ifndef DEM_READER_READER_H
#define DEM_READER_READER_H
#include "base/error.h"
#include "record/report.h"

typedef struct dem_reader dem_reader;

/* Told of what was repaired in a report that is kept all the same: source, line and what was done. */
typedef void dem_notice_fn(void *ctx, const dem_error *notice);

/* How to read; a zeroed one finds everything out. The strings are borrowed until the reader is closed. */
typedef struct dem_reader_options {
    const char *format;  /* name of a format; NULL: found out for each file */
    const char *columns; /* for tables: "text=body,published=date,..."; NULL: columns are called as the fields are */
} dem_reader_options;

/* Prepares to read `paths` in this order: files, folders (see base/paths.h), "-" for standard input. The
 * strings are copied. `options` may be NULL. On DEM_OK the caller owns *out and ends it with dem_reader_close().
 * DEM_E_USAGE for an unknown format. Whether the paths can be read is told by dem_reader_next(). */
dem_status dem_reader_open(dem_reader **out, const char *const *paths, size_t n_paths,
                           const dem_reader_options *options, dem_error *err);
/* Takes NULL. Ends the life of every report->source it handed out. */
void dem_reader_close(dem_reader *r);
/* `fn` (NULL: nobody) is called from within dem_reader_next(). */
void dem_reader_on_notice(dem_reader *r, dem_notice_fn *fn, void *ctx);

/* An item of the input: a report, or a page in which reports are still to be found (unfold.h): reading goes item by
 * item, one thread at a time, and what takes long is done behind it, by many. */
typedef struct dem_item {
    dem_report report; /* what is known of it; of a page neither text nor day */
    dem_str page;      /* the bytes of an HTML page; {NULL,0}: the report is whole */
    dem_str type;      /* what the page was sent as: "text/html; charset=utf-8"; {NULL,0} if unknown */
} dem_item;
/* The type of HTML in UTF-8 that is an article and nothing else, as feeds carry it. */
#define DEM_FRAGMENT_TYPE DEM_STR("text/html; charset=utf-8; fragment")

/* The next item: DEM_OK with *item filled; its strings are in `arena`, except report.source, which the reader owns.
 * Its id is fit to be an id and was not handed out before. The text of a report is valid UTF-8 with at least one
 * character that is not blank; no zones yet. DEM_END after the last. Any other status costs one item: *err says where
 * and what was expected, and the next call goes on behind it. */
dem_status dem_reader_take(dem_reader *r, dem_arena *arena, dem_item *item, dem_error *err);
/* The same where only whole reports are wanted, as they were handed over: a page is refused (DEM_E_FORMAT). */
dem_status dem_reader_next(dem_reader *r, dem_arena *arena, dem_report *report, dem_error *err);

/* Name and description of the i-th format, for help texts; NULL behind the last. Static storage. */
const char *dem_reader_format_name(size_t i);
const char *dem_reader_format_what(size_t i);

#endif

/* reader/csv.h - rows of separated values (RFC 4180 and what is met beside it); for the files of this folder.
 *
 * A field that begins with a quotation mark goes on to the next one that a separator or the end of the line follows, over
 * line ends too; a doubled one stands for itself. Elsewhere quotation marks are bytes like others.
 *
 *     raw   | used: given out | lines of the row in hand, or to be read again |
 *           0                 used                                            raw.n
 */
#ifndef DEM_READER_CSV_H
#define DEM_READER_CSV_H
#include "base/buf.h"
#include "base/input.h"

/* Bounds of what is taken for a row. */
#define DEM_CSV_MAX_ROW ((size_t)32 << 20) /* bytes */
enum { DEM_CSV_MAX_FIELDS = 16384 };
/* The separator of a table of one column: no line has it, so that commas are the text's own. */
#define DEM_CSV_ONE_COLUMN '\n'

/* Brings the bytes of a row, read from `line` on, into UTF-8; the result is `bytes` itself or in `arena`. */
typedef dem_str dem_csv_decode(void *ctx, dem_arena *arena, dem_str bytes, uint64_t line);

typedef struct dem_csv {
    dem_input *in; /* borrowed */
    char separator;
    dem_csv_decode *decode; /* NULL: rows stay as they are */
    void *ctx;              /* for it */
    dem_buf raw;            /* owned; whole lines, each with its LF */
    size_t used;
    uint64_t line; /* that of raw.p[used] */
    uint64_t
        unclosed; /* quotes that are open at the end of a line before this one are known never to be closed */
} dem_csv;

typedef struct dem_row {
    dem_str *at; /* [n] */
    size_t n;
    uint64_t line; /* its first */
} dem_row;

/* A zeroed dem_csv with `in` and `separator` set is ready. Gives its memory back. */
void dem_csv_release(dem_csv *c);
/* The next row, all in `arena`; row->line is set whatever comes. DEM_E_FORMAT for a quote that is not closed: that costs the
 * line, and the next row begins on the next one. DEM_E_LIMIT for a line or row too long, or more than DEM_CSV_MAX_FIELDS
 * fields. DEM_END, DEM_E_IO as by dem_input_line(). */
dem_status dem_csv_row(dem_csv *c, dem_arena *arena, dem_row *row, dem_error *err);

/* The separator that `line`, a header, has most of outside of quotes: comma, semicolon, tab or bar; comma if none. */
char dem_csv_separator(dem_str line);
/* Splits one row of whole lines, without the last line's end, unquoted in `bytes` itself. DEM_CSV_MAX_FIELDS + 1 in
 * row->n: there are more than we take. */
void dem_csv_split(dem_arena *arena, char *bytes, size_t n, char separator, dem_row *row);

#endif

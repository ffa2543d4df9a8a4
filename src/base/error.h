/* base/error.h - what went wrong, and where.
 *
 * Library functions neither print nor exit. A function that can fail returns a dem_status and fills the
 * dem_error it was given (which may be NULL). Bad input is data: the caller counts it and goes on. */
#ifndef DEM_BASE_ERROR_H
#define DEM_BASE_ERROR_H
#include "base/buf.h"

typedef enum dem_status {
    DEM_OK = 0,
    DEM_END,       /* nothing left to read; not an error */
    DEM_E_IO,      /* the system could not open, read or write */
    DEM_E_FORMAT,  /* an input item is not what its format demands; costs that item */
    DEM_E_LIMIT,   /* larger or deeper than we accept */
    DEM_E_MODEL,   /* model file missing, damaged or of another version */
    DEM_E_LEXICON, /* an entry of a lexicon file is wrong */
    DEM_E_STORE,   /* the database refused */
    DEM_E_USAGE    /* the caller asked for something that does not exist */
} dem_status;

typedef struct dem_error {
    dem_status code;
    char source[240]; /* file name or "-", cut if longer; "" if none */
    uint64_t line;    /* from 1; 0 if it has no meaning */
    uint64_t offset;  /* byte offset in the source, from 0 */
    char text[240];   /* one line without a full stop: what was found, what was expected */
} dem_error;

/* Fills *err (if not NULL) and returns `code`, so that a caller can `return dem_fail(...)`. */
dem_status dem_fail(dem_error *err, dem_status code, dem_str source, uint64_t line, uint64_t offset,
                    const char *fmt, ...) __attribute__((format(printf, 6, 7)));
/* "source:line: text", leaving out what is unknown. Gives no line end, and never the offset. Control characters are
 * written as "\n" and "\x1b". */
void dem_error_add(dem_buf *b, const dem_error *err);
/* A short word for a status: "i/o", "format", ... */
const char *dem_status_word(dem_status s);

#endif

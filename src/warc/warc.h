/* warc/warc.h - records of a web archive (WARC 0.16 to 1.1, ISO 28500), read one after the other.
 *
 * Handed out is what can be a report: answers of web servers (response), files kept without one (resource), and the texts that
 * Common Crawl makes of pages (conversion). Requests, metadata and the like are counted and passed over. A record is
 * believed only if another record or the end follows where its Content-Length says: otherwise it is refused, and
 * reading goes on at the next line that begins a record. Memory: that of the largest record, bounded by `max_body`. */
#ifndef DEM_WARC_WARC_H
#define DEM_WARC_WARC_H
#include "base/input.h"
#include "warc/told.h"

/* Bytes of the header of a record or of an HTTP answer; news pages stay below a tenth of that. */
#define DEM_WARC_MAX_HEAD 65536u

typedef enum dem_warc_type {
    DEM_WARC_RESPONSE,
    DEM_WARC_RESOURCE,
    DEM_WARC_CONVERSION,
    DEM_WARC_REQUEST,
    DEM_WARC_METADATA,
    DEM_WARC_WARCINFO,
    DEM_WARC_REVISIT,
    DEM_WARC_OTHER, /* continuation, and what we do not know */
    DEM_WARC_TYPES
} dem_warc_type;

/* All in the arena of the call. A field that is not there is {NULL, 0}; as found, not checked to be UTF-8. */
typedef struct dem_warc_record {
    dem_warc_type type;
    uint64_t number, offset; /* which record of the input, from 1; its first byte in the unpacked bytes */
    dem_str uri, id;         /* without the angle brackets */
    dem_str date;            /* when it was fetched or made: "2025-03-18T09:00:00Z" */
    dem_str media;           /* Content-Type of what `body` is: the server's, for a response; parameters included */
    dem_str charset;         /* parameter of `media`, without quotation marks */
    dem_str language;        /* Content-Language, or what Common Crawl took it for */
    dem_str modified, sent;  /* Last-Modified and Date of the server, as it wrote them */
    dem_warc_told told;      /* by the feed that named the page, if the archive is one of ours */
    int status;              /* of the server; 0: not a response */
    bool cut;                /* `body` is known not to be whole */
    dem_str body;            /* without chunks and content encoding */
} dem_warc_record;

typedef struct dem_warc dem_warc;

/* True if an input that begins with `head` is a web archive. */
bool dem_warc_probe(dem_str head);
/* Reads from `in`, which is borrowed and outlives it. Bodies above `max_body` bytes, packed or unpacked, are refused. Never
 * fails; the caller ends *out with dem_warc_close(). */
void dem_warc_open(dem_warc **out, dem_input *in, size_t max_body);
/* Takes NULL. */
void dem_warc_close(dem_warc *w);
/* The next record that can be a report. DEM_END after the last. Any other status costs one record, or with DEM_E_IO what
 * is left of the input: *err has the offset of the record, and its text the number and what was expected. */
dem_status dem_warc_next(dem_warc *w, dem_arena *arena, dem_warc_record *record, dem_error *err);
/* How many records of each type were met so far, refused ones left out. */
uint64_t dem_warc_count(const dem_warc *w, dem_warc_type type);

#endif

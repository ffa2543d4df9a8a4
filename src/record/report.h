/* record/report.h - a news report as a reader hands it on.
 *
 *   report ── text (never changed: every offset in the program points into it)
 *          ── zones: which byte ranges are not the report proper, in order, not overlapping
 *
 * Its sentences (sentence.h) and events (event.h) stand beside it in a dem_result (engine/engine.h) and point
 * into the same text. A dem_report owns nothing: its strings live in the arena it was read into, `source` in
 * the reader. */
#ifndef DEM_RECORD_REPORT_H
#define DEM_RECORD_REPORT_H
#include "base/date.h"
#include "base/offsets.h"
#include "record/sentence.h"

typedef struct dem_zone {
    uint32_t start, end; /* bytes of the text */
    dem_zone_kind kind;  /* never DEM_ZONE_BODY: what is in no zone is body */
} dem_zone;

/* Texts above this size are refused (DEM_E_LIMIT): offsets are 32 bits, and no report is this long. */
#define DEM_MAX_TEXT (32u << 20)

typedef struct dem_report {
    dem_str id;                                                 /* no colon, no white space */
    dem_str url, title, publisher, author, published, language; /* {NULL,0} if unknown */
    /* What told `published`, in static storage ("field", "json-ld", "meta", "time", "url", "text", ...), and how likely it is
     * right, in percent; NULL and 0 if it is unknown. */
    const char *published_from;
    int published_sure;
    dem_date day; /* of `published`; DEM_DATE_NONE if unknown */
    /* Where the text itself tells its day, if nobody else did (time/stamp.h): bytes of the text, and in what; else NULL */
    uint32_t dated_from, dated_to;
    const char *dated_by;
    dem_str text; /* valid UTF-8 */
    /* The text as it was handed over, if it had to be cleaned (charset/clean.h), and the way there: records are written with
     * offsets into that (dem_span_given). {NULL,0} and no map: it is `text`. */
    dem_str given;
    dem_offsets origin;
    dem_offsets bytes; /* from the text as it was handed over to its file's bytes, if those were not UTF-8 */
    dem_zone *zones;   /* [n_zones] */
    uint32_t n_zones;
    bool zoned;     /* its zones have been looked for */
    dem_str source; /* where it was read: file name or "-" */
    uint64_t line;  /* line in the source, from 1; 0 for a file that is one report */
} dem_report;

/* The kind of the zone that byte `at` lies in, or DEM_ZONE_BODY. Walks the zones. */
dem_zone_kind dem_report_zone_at(const dem_report *r, uint32_t at);
/* `wanted` made fit to be an id: ASCII blanks at the ends go, colons and other ASCII blanks become '_'; the
 * empty string stays empty. Allocated in `arena` if something had to be replaced, else a slice of `wanted`. */
dem_str dem_report_clean_id(dem_arena *arena, dem_str wanted);

#endif

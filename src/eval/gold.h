/* eval/gold.h - reports coded by hand, and records to compare with them.
 *
 * A gold file has one JSON object a line: "id", "text", "sentences" ([[start, end], ...], bytes of the article
 * proper) and "events", records as docs/output.md has them or short: a participant may be a string ("RUS/GOV+MIL"), the
 * trigger two bytes ("trigger": [288, 295]), the attribution a string or null. Records of any coder are one JSON object
 * a line, with "report" (its "id"). Both become the same thing: what can be compared, as strings. */
#ifndef DEM_EVAL_GOLD_H
#define DEM_EVAL_GOLD_H
#include "base/error.h"
#include "base/vec.h"
#include "record/event.h"
#include "record/ontology.h"

/* Fields that are compared where participants agree. */
typedef enum dem_marked_field {
    DEM_MARKED_AUX,
    DEM_MARKED_MODE,
    DEM_MARKED_ATTRIBUTION, /* the code of who says so */
    DEM_MARKED_DATE,
    DEM_MARKED_CAMEO,
    DEM_MARKED_CONTEXT,
    DEM_MARKED_PLACE, /* the country of the place of the act */
    DEM_MARKED_FIELDS
} dem_marked_field;
const char *dem_marked_field_name(dem_marked_field f);

typedef struct dem_strings {
    dem_str *at;
    uint32_t n;
} dem_strings;

typedef struct dem_marked {
    dem_event_type type;
    dem_span trigger;
    int32_t sentence;    /* of the report's sentences; -1 = outside them */
    dem_strings dyad;    /* "USA>RUS", "CHN|USA" if undirected, "-" for nobody; sorted, each once */
    dem_strings sectors; /* the same with the first sector of each side: "USA/GOV>RUS/" */
    dem_str field[DEM_MARKED_FIELDS]; /* lists sorted and joined by "+"; empty for null */
    bool given[DEM_MARKED_FIELDS];    /* the record has that key */
} dem_marked;

typedef struct dem_marked_list {
    dem_marked *at;
    size_t n, cap;
} dem_marked_list;

typedef struct dem_gold_report {
    dem_str id, text;
    dem_span *sentence; /* [n_sentence] */
    uint32_t n_sentence;
    uint64_t line;
    dem_marked_list gold, coded;
} dem_gold_report;

typedef struct dem_gold {
    dem_arena *arena; /* borrowed; everything lies in it */
    dem_str file;
    DEM_VEC(dem_gold_report) reports;
    size_t last;        /* the report that the last record was of */
    uint64_t strangers; /* records of reports that the file does not have */
} dem_gold;

/* Reads a gold file, plain or compressed. DEM_E_IO, or DEM_E_FORMAT for its first mistake, with the line. */
dem_status dem_gold_read(dem_gold *g, const char *path, dem_error *err);

/* Adds one coded record, a line of JSON, to the report that it names; a record of another report is only counted.
 * `source` and `line` are for the error, DEM_E_FORMAT. */
dem_status dem_gold_add(dem_gold *g, dem_str record, dem_str source, uint64_t line, dem_error *err);
/* The same for all lines of a file. */
dem_status dem_gold_add_file(dem_gold *g, const char *path, dem_error *err);

#endif

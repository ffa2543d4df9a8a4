/* reader/fields.h - what tables and JSON objects call the fields of a report, and what the user says of it.
 *
 * Names are compared without case, blanks, '_' and '-': "Publication Date" is "publication_date". */
#ifndef DEM_READER_FIELDS_H
#define DEM_READER_FIELDS_H
#include "base/error.h"
#include "record/report.h"

typedef enum dem_field {
    DEM_FIELD_TEXT,
    DEM_FIELD_ID,
    DEM_FIELD_URL,
    DEM_FIELD_TITLE,
    DEM_FIELD_PUBLISHER,
    DEM_FIELD_PUBLISHED,
    DEM_FIELD_LANGUAGE,
    DEM_FIELD_AUTHOR,
    DEM_FIELDS
} dem_field;

/* "text", "id", ...: the exact name. Static storage. */
const char *dem_field_name(dem_field f);
/* Where `r` keeps it. */
dem_str *dem_field_of(dem_report *r, dem_field f);
/* True if two names are the same but for case, blanks, '_' and '-'. */
bool dem_field_same(dem_str a, dem_str b);
/* The field that is commonly called `name`, and how commonly: 0 for its own name, more for an alias further down its
 * list. False if it is none of them. */
bool dem_field_find(dem_str name, dem_field *f, unsigned *rank);

/* What the user said about columns: "text=Lead+Body,published=Date". */
enum { DEM_COLUMNS_JOINED = 8 };
typedef struct dem_columns {
    struct {
        dem_str name[DEM_COLUMNS_JOINED]; /* trimmed, not empty */
        unsigned n;                       /* 0: nothing was said, aliases are looked for */
    } of[DEM_FIELDS];
} dem_columns;

/* Reads `wanted`, from which the names are borrowed; NULL says nothing. DEM_E_USAGE if there is no such field, a field comes
 * twice, a name is empty, or several columns are joined into something else than the text. */
dem_status dem_columns_read(dem_columns *c, const char *wanted, dem_error *err);

#endif

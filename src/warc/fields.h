/* warc/fields.h - header lines "Name: value", of records and of HTTP answers. */
#ifndef DEM_WARC_FIELDS_H
#define DEM_WARC_FIELDS_H
#include "base/vec.h"

typedef struct dem_field {
    dem_str name, value; /* without blanks at their ends; a folded value on one line */
} dem_field;

typedef struct dem_fields {
    DEM_VEC(dem_field) list;
} dem_fields;

/* Length of `block` up to and with the first empty line; 0 if there is none in it. Lines end in LF or CR LF. */
size_t dem_fields_end(dem_str block);
/* The lines of `head` behind its first. A line without a colon is passed over, one that begins with a blank goes on
 * with the value before. All in `arena`. */
dem_fields dem_fields_parse(dem_arena *arena, dem_str head);
/* Value of the first field of that name, in whatever case; {NULL, 0} if there is none. */
dem_str dem_fields_get(const dem_fields *f, const char *name);
/* "text/html; charset=\"utf-8\"", "charset" -> utf-8; {NULL, 0} if there is none. */
dem_str dem_field_parameter(dem_str value, const char *name);

#endif

/* page/meta_repair.h - JSON as it stands in pages. */
#ifndef DEM_PAGE_META_REPAIR_H
#define DEM_PAGE_META_REPAIR_H
#include "base/buf.h"
#include <jansson.h>

/* `text` without the comment marks and CDATA brackets that scripts are wrapped in, and without a last semicolon. */
dem_str dem_meta_unwrap(dem_str text);
/* Appends `text` to `out`, mended where it can mean one thing only: raw line ends and other control characters inside a string
 * become blanks; a comma before a closing bracket goes; a value that is missing before a comma or bracket becomes null. */
void dem_meta_mend(dem_buf *out, dem_str text);
/* The value, read as it is or else mended; NULL if it is no JSON even so. Give it back with json_decref(). */
json_t *dem_meta_parse(dem_str text);

#endif

/* reader/object.h - a JSON object as a report; for the formats that hold such. */
#ifndef DEM_READER_OBJECT_H
#define DEM_READER_OBJECT_H
#include "reader/fields.h"
#include "reader/format.h"

/* Fills the fields of `report` (its line is set) from the JSON text `bytes`, which must be one object. A key is found by its
 * field's name or by what it is commonly called, or by what the user said (s->columns). A list of strings stands for a text
 * of such paragraphs, or for several authors; an object in a string's place for what it calls its "name". Anything else is not
 * used, and said of a field under its own name. DEM_E_FORMAT for bytes that are no JSON or no object, or without a text. */
dem_status dem_object_read(const dem_source *s, dem_arena *arena, dem_str bytes, uint64_t offset,
                           dem_report *report, dem_error *err);

#endif

/* charset/edit.h - a text being rewritten from front to end, with the map back to what it was; for this room only.
 *
 * Nothing is copied until the first change, and a text without changes comes out as it went in. */
#ifndef DEM_CHARSET_EDIT_H
#define DEM_CHARSET_EDIT_H
#include "base/offsets.h"

typedef struct dem_edit {
    dem_arena *arena;
    dem_str in;
    size_t done; /* bytes of `in` that are written */
    char *out;   /* NULL until the first change */
    size_t n, cap;
    dem_offsets_builder map;
} dem_edit;

/* Bytes [from, to) of the text, behind all that was changed so far, become `with`, as one piece. What lies between is
 * kept. An empty `with` drops them. */
void dem_edit_replace(dem_edit *e, size_t from, size_t to, dem_str with);
/* The same with one character. */
void dem_edit_char(dem_edit *e, size_t from, size_t to, uint32_t c);
/* What was written last is this character's end; false if there is nothing yet. `before`: offset in the text up to
 * which it is looked at (all behind the last change up to there counts as kept). */
bool dem_edit_last(const dem_edit *e, size_t before, uint32_t *c);
/* Ends it: the text, and its map (zeroed if nothing was changed). */
dem_str dem_edit_done(dem_edit *e, dem_offsets *map);

#endif

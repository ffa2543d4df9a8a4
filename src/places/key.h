/* places/key.h - names as the tables have them; for the files of this folder only. */
#ifndef DEM_PLACES_KEY_H
#define DEM_PLACES_KEY_H
#include "base/buf.h"
#include "lexicon/key.h"

enum { DEM_PLACES_PIECES = 12 /* of a name at most */ };

/* Appends the pieces of one word to `key`, a blank before each but the first; false if one is too long. *n counts them. */
bool dem_places_key_add(dem_buf *key, dem_str word, bool shouted, uint32_t *n);
/* The key of a whole name; empty if it is none that an English text could have. */
void dem_places_key_of(dem_buf *key, dem_str name);

#endif

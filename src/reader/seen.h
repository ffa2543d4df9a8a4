/* reader/seen.h - which ids have been handed out; keeps a 64-bit hash of each, nothing else. */
#ifndef DEM_READER_SEEN_H
#define DEM_READER_SEEN_H
#include "base/str.h"

typedef struct dem_seen {
    uint64_t *slot; /* owned; 0 = free */
    size_t n, mask;
} dem_seen;

/* A zeroed dem_seen is empty. False if `id` was there already (or, once in 2^64 pairs, another id of the
 * same hash). */
bool dem_seen_add(dem_seen *s, dem_str id);
void dem_seen_release(dem_seen *s);

#endif

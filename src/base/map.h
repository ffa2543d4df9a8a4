/* base/map.h - byte string to 32-bit number; open addressing, grows in its arena. */
#ifndef DEM_BASE_MAP_H
#define DEM_BASE_MAP_H
#include "base/arena.h"

typedef struct dem_map {
    dem_arena *arena; /* borrowed; outlives the map */
    struct dem_map_slot *slot;
    uint32_t n, mask;
} dem_map;

#define DEM_MAP_NONE UINT32_MAX

/* An empty map whose table will live in `arena`. */
void dem_map_init(dem_map *m, dem_arena *arena);
/* The value stored under `key`, or DEM_MAP_NONE. Safe from several threads while nobody puts. */
uint32_t dem_map_get(const dem_map *m, dem_str key);
/* Stores or replaces. The key's bytes are copied into the arena when the key is new. `value` must not be
 * DEM_MAP_NONE, which could not be told from a missing key. */
void dem_map_put(dem_map *m, dem_str key, uint32_t value);
/* The value stored under `key`; if there is none, `value`, which is stored then. */
uint32_t dem_map_add(dem_map *m, dem_str key, uint32_t value);
/* Makes room for `n` keys in all, so that the table need not grow until there are more. */
void dem_map_reserve(dem_map *m, uint32_t n);
/* The next key and its value, in no particular order; *at begins as 0. False behind the last. The key is borrowed
 * from the map, in which nothing may be put in between. */
bool dem_map_next(const dem_map *m, uint32_t *at, dem_str *key, uint32_t *value);

#endif

/* base/map.c - linear probing, at most two thirds full. */
#include "base/map.h"

struct dem_map_slot {
    dem_str key; /* key.p == NULL: free */
    uint64_t hash;
    uint32_t value;
};

void dem_map_init(dem_map *m, dem_arena *arena)
{
    *m = (dem_map){.arena = arena};
}

static struct dem_map_slot *find(struct dem_map_slot *slot, uint32_t mask, dem_str key, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & mask;
    while (slot[i].key.p && !(slot[i].hash == hash && dem_str_eq(slot[i].key, key))) i = (i + 1) & mask;
    return &slot[i];
}

uint32_t dem_map_get(const dem_map *m, dem_str key)
{
    if (m->n == 0) return DEM_MAP_NONE;
    const struct dem_map_slot *s = find(m->slot, m->mask, key, dem_str_hash(key));
    return s->key.p ? s->value : DEM_MAP_NONE;
}

static void grow(dem_map *m)
{
    uint32_t cap = m->slot ? (m->mask + 1) * 2 : 64;
    struct dem_map_slot *wider = dem_arena_array(m->arena, struct dem_map_slot, cap);
    for (uint32_t i = 0; m->slot && i <= m->mask; i++)
        if (m->slot[i].key.p) *find(wider, cap - 1, m->slot[i].key, m->slot[i].hash) = m->slot[i];
    m->slot = wider;
    m->mask = cap - 1;
}

void dem_map_put(dem_map *m, dem_str key, uint32_t value)
{
    if (!m->slot || (m->n + 1) * 3 > (m->mask + 1) * 2) grow(m);
    uint64_t hash = dem_str_hash(key);
    struct dem_map_slot *s = find(m->slot, m->mask, key, hash);
    if (!s->key.p) {
        s->key = dem_arena_str(m->arena, key);
        s->hash = hash;
        m->n++;
    }
    s->value = value;
}

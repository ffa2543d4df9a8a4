/* base/map.c - linear probing, at most two thirds full. Slots are small, since a large table costs a cache miss
 * a look-up, and a page for every few keys put. */
#include "base/map.h"

/* A key as it is kept: its length and its bytes side by side. */
typedef struct key_bytes {
    uint32_t n;
    char p[];
} key_bytes;

struct dem_map_slot {
    const key_bytes *key; /* NULL: free */
    uint32_t hash, value;
};

void dem_map_init(dem_map *m, dem_arena *arena)
{
    *m = (dem_map){.arena = arena};
}

/* Eight bytes at a step. Only this table sees the values: they need not be the same on every machine. */
static uint32_t hash_of(dem_str key)
{
    uint64_t h = key.n, part;
    for (; key.n; key = dem_str_sub(key, sizeof part, key.n)) {
        part = 0;
        memcpy(&part, key.p, key.n < sizeof part ? key.n : sizeof part);
        h = (h ^ part) * 0x9e3779b97f4a7c15u;
        h ^= h >> 32;
    }
    return (uint32_t)h;
}

static bool is_key(const struct dem_map_slot *s, dem_str key, uint32_t hash)
{
    return s->hash == hash && dem_str_eq((dem_str){s->key->p, s->key->n}, key);
}

static struct dem_map_slot *find(struct dem_map_slot *slot, uint32_t mask, dem_str key, uint32_t hash)
{
    uint32_t i = hash & mask;
    while (slot[i].key && !is_key(&slot[i], key, hash)) i = (i + 1) & mask;
    return &slot[i];
}

uint32_t dem_map_get(const dem_map *m, dem_str key)
{
    if (m->n == 0) return DEM_MAP_NONE;
    const struct dem_map_slot *s = find(m->slot, m->mask, key, hash_of(key));
    return s->key ? s->value : DEM_MAP_NONE;
}

/* A table of `cap` slots, a power of two. The keys are all different: no need to look at them again. */
static void resize(dem_map *m, uint32_t cap)
{
    struct dem_map_slot *wider = dem_arena_array(m->arena, struct dem_map_slot, cap);
    for (uint32_t i = 0; m->slot && i <= m->mask; i++) {
        if (!m->slot[i].key) continue;
        uint32_t at = m->slot[i].hash & (cap - 1);
        while (wider[at].key) at = (at + 1) & (cap - 1);
        wider[at] = m->slot[i];
    }
    m->slot = wider;
    m->mask = cap - 1;
}

void dem_map_reserve(dem_map *m, uint32_t n)
{
    uint32_t cap = m->slot ? m->mask + 1 : 64;
    while ((uint64_t)n * 3 > (uint64_t)cap * 2) cap *= 2;
    if (!m->slot || cap > m->mask + 1) resize(m, cap);
}

/* The slot of `key`, which holds DEM_MAP_NONE if the key is new. */
static struct dem_map_slot *slot_for(dem_map *m, dem_str key)
{
    if (!m->slot || (m->n + 1) * 3 > (m->mask + 1) * 2) dem_map_reserve(m, m->n + 1);
    uint32_t hash = hash_of(key);
    struct dem_map_slot *s = find(m->slot, m->mask, key, hash);
    if (!s->key) {
        key_bytes *kept = dem_arena_alloc(m->arena, sizeof *kept + key.n);
        kept->n = (uint32_t)key.n;
        if (key.n) memcpy(kept->p, key.p, key.n);
        *s = (struct dem_map_slot){kept, hash, DEM_MAP_NONE};
        m->n++;
    }
    return s;
}

void dem_map_put(dem_map *m, dem_str key, uint32_t value)
{
    slot_for(m, key)->value = value;
}

uint32_t dem_map_add(dem_map *m, dem_str key, uint32_t value)
{
    struct dem_map_slot *s = slot_for(m, key);
    if (s->value == DEM_MAP_NONE) s->value = value;
    return s->value;
}

bool dem_map_next(const dem_map *m, uint32_t *at, dem_str *key, uint32_t *value)
{
    while (m->slot && *at <= m->mask) {
        const struct dem_map_slot *s = &m->slot[(*at)++];
        if (!s->key) continue;
        *key = (dem_str){s->key->p, s->key->n};
        *value = s->value;
        return true;
    }
    return false;
}

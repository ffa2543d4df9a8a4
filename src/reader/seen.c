/* reader/seen.c - open addressing, at most half full: 16 to 32 bytes an id. */
#include "reader/seen.h"
#include "base/arena.h"
#include <stdlib.h>

static uint64_t *find(uint64_t *slot, size_t mask, uint64_t hash)
{
    size_t i = (size_t)hash & mask;
    while (slot[i] && slot[i] != hash) i = (i + 1) & mask;
    return &slot[i];
}

static void grow(dem_seen *s)
{
    size_t cap = s->slot ? (s->mask + 1) * 2 : 1024;
    uint64_t *wider = dem_xalloc(cap * sizeof *wider);
    for (size_t i = 0; s->slot && i <= s->mask; i++)
        if (s->slot[i]) *find(wider, cap - 1, s->slot[i]) = s->slot[i];
    free(s->slot);
    s->slot = wider;
    s->mask = cap - 1;
}

bool dem_seen_add(dem_seen *s, dem_str id)
{
    if (!s->slot || (s->n + 1) * 2 > s->mask + 1) grow(s);
    uint64_t hash = dem_str_hash(id);
    if (hash == 0) hash = 1; /* 0 marks a free slot */
    uint64_t *slot = find(s->slot, s->mask, hash);
    if (*slot) return false;
    *slot = hash;
    s->n++;
    return true;
}

void dem_seen_release(dem_seen *s)
{
    free(s->slot);
    *s = (dem_seen){0};
}

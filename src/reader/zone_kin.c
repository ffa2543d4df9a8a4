/* reader/zone_kin.c - how much of a line the running text of the report speaks of too.
 *
 * Teasers of other reports and menus speak of something else. Words are kept by hash; two of one hash are one, which matters
 * to nobody. */
#include "reader/zone_traits.h"

typedef struct slot {
    uint32_t hash;  /* 0: free */
    uint32_t last;  /* line it was last met in, from 1 */
    uint32_t lines; /* running lines that have it */
} slot;

typedef struct table {
    slot *at;
    uint32_t mask;
} table;

enum { LONG = 6 /* bytes; words of fewer are in all texts */ };

static uint32_t hash_of(dem_str word)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < word.n; i++) h = (h ^ (unsigned char)word.p[i]) * 16777619u;
    return h ? h : 1;
}

static slot *find(table *t, uint32_t hash)
{
    uint32_t i = hash * 2654435769u >> 7 & t->mask;
    while (t->at[i].hash && t->at[i].hash != hash) i = (i + 1) & t->mask;
    return &t->at[i];
}

/* The next longer word of `rest`, without punctuation. */
static bool next_long(dem_str *rest, dem_str *word)
{
    for (dem_str w; zone_next_word(rest, &w);) {
        if (w.n < LONG) continue;
        *word = zone_bare(w);
        if (word->n >= LONG) return true;
    }
    return false;
}

static table make_table(dem_arena *arena, zone_units us)
{
    uint32_t words = 0, size = 64;
    for (uint32_t i = 0; i < us.n; i++) words += us.at[i].words;
    while (size < words * 2 && size < 1u << 28) size *= 2;
    return (table){dem_arena_array(arena, slot, size), size - 1};
}

static void add_line(table *t, const zone_unit *u, uint32_t line)
{
    dem_str rest = u->fold, word;
    while (next_long(&rest, &word)) {
        uint32_t hash = hash_of(word);
        slot *s = find(t, hash);
        if (s->last == line) continue;
        *s = (slot){hash, line, s->lines + 1};
    }
}

static bool is_body(const zone_unit *u)
{
    return u->kind == DEM_ZONE_BODY && zone_is_running(u);
}

/* A running line is held against the others only. */
static int8_t share_of(table *t, const zone_unit *u)
{
    uint32_t words = 0, shared = 0, itself = is_body(u);
    dem_str rest = u->fold, word;
    while (next_long(&rest, &word)) {
        words++;
        shared += find(t, hash_of(word))->lines > itself;
    }
    return words ? (int8_t)(shared * 100 / words) : -1;
}

int8_t *zone_kin(dem_arena *arena, zone_units us)
{
    int8_t *kin = dem_arena_array(arena, int8_t, us.n);
    table t = make_table(arena, us);
    for (uint32_t i = 0; i < us.n; i++)
        if (is_body(&us.at[i])) add_line(&t, &us.at[i], i + 1);
    for (uint32_t i = 0; i < us.n; i++) kin[i] = share_of(&t, &us.at[i]);
    return kin;
}

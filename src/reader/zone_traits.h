/* reader/zone_traits.h - what is looked at in the lines of a report to tell which are the report; see zone_traits.def.
 *
 * For the zone_*.c files and the program that learns their weights. */
#ifndef DEM_READER_ZONE_TRAITS_H
#define DEM_READER_ZONE_TRAITS_H
#include "reader/zone_units.h"

enum {
#define TRAIT(name) ZT_##name,
#include "reader/zone_traits.def"
    ZT_COUNT
};

enum { ZONE_ONE = 256 /* scores are log odds in parts of this */ };

typedef struct zone_traits {
    uint64_t bits[(ZT_COUNT + 63) / 64];
} zone_traits;

static inline void zone_trait_set(zone_traits *t, unsigned trait)
{
    t->bits[trait / 64] |= (uint64_t)1 << trait % 64;
}
static inline bool zone_trait_has(const zone_traits *t, unsigned trait)
{
    return t->bits[trait / 64] >> trait % 64 & 1;
}

/* Sets the one of a row of traits that `n` falls into: the first whose limit it does not exceed, or the one behind them. */
static inline void zone_trait_step(zone_traits *t, unsigned first, int n, const int *limits, unsigned count)
{
    unsigned i = 0;
    while (i < count && n > limits[i]) i++;
    zone_trait_set(t, first + i);
}
#define ZONE_TRAIT_STEP(t, first, n, ...)                                                                      \
    zone_trait_step((t), (first), (int)(n), (const int[]){__VA_ARGS__},                                        \
                    sizeof((const int[]){__VA_ARGS__}) / sizeof(int))

/* [us.n], in `arena`; the rules must have spoken. */
zone_traits *zone_traits_find(dem_arena *arena, zone_units us);

/* zone_weigh.c: changes what the rules said where the lines as a whole say otherwise. */
void zone_weigh(dem_arena *arena, zone_units us);
/* zone_weigh.c: whether a line is no report, by what the rules said and a score (log odds in parts of ZONE_ONE). */
bool zone_is_noise(const zone_unit *u, int score);
/* zones.c: the lines of a report as the rules leave them. */
zone_units zone_rules_apply(dem_arena *arena, const dem_report *r);

/* zone_lines.c: what the line itself shows; sets traits of *t. */
void zone_traits_of_line(const zone_unit *u, zone_traits *t);
/* zone_kin.c: for each line the share of its longer words that the running text of other lines has too, in percent; -1 if it
 * has none. [us.n], in `arena`. */
int8_t *zone_kin(dem_arena *arena, zone_units us);

#endif

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

enum {
    ZONE_ONE = 256,    /* scores are log odds in parts of this */
    ZONE_SENTENCE = 40 /* words; longer sentences are no calls to the reader */
};

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
/* zone_weigh.c: which lines are no report, by what the rules said and their scores (log odds in parts of ZONE_ONE). [us.n], in
 * `arena`. */
bool *zone_decide(dem_arena *arena, zone_units us, const int *score);
/* zones.c: the lines of a report as the rules leave them. */
zone_units zone_rules_apply(dem_arena *arena, const dem_report *r);

/* zone_weigh.c */
int zone_traits_sum(const zone_traits *t, const int16_t weight[ZT_COUNT]);

/* zone_weigh.c: it sells what the site has to offer. */
bool zone_traits_sell(const zone_traits *t);

/* zone_lines.c: what the line itself shows; sets traits of *t. */
void zone_traits_of_line(const zone_unit *u, zone_traits *t);
/* zone_lines.c: of those, what is known of a sentence inside a line too: shape and words. */
void zone_traits_of_words(const zone_unit *u, zone_traits *t);
/* zone_sentences.c: the sentence of `s` that begins at *at, without blanks at its ends, moving on to the next; false behind the
 * last. Rough, since only sentences with telling words matter. */
bool zone_next_sentence(dem_str s, size_t *at, dem_str *sentence);
/* zone_sentences.c: what a sentence inside a line of report is by its words, most often DEM_ZONE_BODY. */
dem_zone_kind zone_weigh_sentence(const zone_unit *u);
/* zone_kin.c: for each line the share of its longer words that the running text of other lines has too, in percent; -1 if it
 * has none. [us.n], in `arena`. */
int8_t *zone_kin(dem_arena *arena, zone_units us);

#endif

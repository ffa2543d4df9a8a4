/* lang/feature.h - a feature is a 64-bit number made from up to four facts.
 *
 * A fact ("atom") is a well-mixed 64-bit number, 0 for "no such thing": the hash of a word, of a tag, of
 * a distance. A template names the atoms of one feature by their place in an array. Nothing is looked up
 * and nothing is allocated, so two thousand features a token stay cheap. */
#ifndef DEM_LANG_FEATURE_H
#define DEM_LANG_FEATURE_H
#include <stdint.h>

typedef struct dem_template {
    uint8_t a, b, c, d; /* places in the array of atoms; place 0 always holds 0 */
} dem_template;

/* Spreads a small number over 64 bits (splitmix64's finish). Never 0 for v below 2^32. */
static inline uint64_t dem_atom(uint64_t v)
{
    v += 0x9e3779b97f4a7c15u;
    v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
    v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
    return v ^ (v >> 31);
}

static inline uint64_t dem_turn(uint64_t v, int by)
{
    return v << by | v >> (64 - by);
}

/* The feature of template number `nth`. Atoms are as good as random, so turning and XOR mix well enough. */
static inline uint64_t dem_feature(const uint64_t *atom, dem_template t, unsigned nth)
{
    return atom[t.a] ^ dem_turn(atom[t.b], 17) ^ dem_turn(atom[t.c], 34) ^ dem_turn(atom[t.d], 51) ^
           (nth + 1) * 0x8ebc6af09c88c6e3u;
}

/* All n templates, numbered from `first`. */
static inline void dem_features(const uint64_t *atom, const dem_template *t, unsigned n, unsigned first,
                                uint64_t *out)
{
    for (unsigned i = 0; i < n; i++) out[i] = dem_feature(atom, t[i], first + i);
}

/* What gives points to classes: the weights of the model file, or those being trained. `fn` adds the
 * weights of the n features to score[0 .. classes), which it first sets to 0. `prefetch` (may be NULL) only
 * sends for the weights, which a following `fn` then does not wait for. */
typedef struct dem_scorer {
    void (*fn)(const void *weights, const uint64_t *feature, unsigned n, int32_t *score);
    const void *weights;
    unsigned classes;
    void (*prefetch)(const void *weights, const uint64_t *feature, unsigned n);
} dem_scorer;

static inline void dem_score(const dem_scorer *s, const uint64_t *feature, unsigned n, int32_t *score)
{
    s->fn(s->weights, feature, n, score);
}

/* Room that score[] needs, whatever the number of classes. */
#define DEM_MAX_CLASSES 128
#endif

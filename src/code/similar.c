/* code/similar.c - see similar.h. Sums of whole numbers and one root, so that every machine gives the same. */
#include "code/similar.h"
#include <math.h>

static const uint8_t *vector(const dem_rules *rules, dem_str word)
{
    return rules->vectors.find && word.n ? rules->vectors.find(rules->vectors.of, word) : NULL;
}

static int cosine(const uint8_t *a, const uint8_t *b)
{
    int ab = 0, aa = 0, bb = 0;
    for (int i = 0; i < DEM_VECTOR_SIZE; i++) {
        int x = a[i] - DEM_VECTOR_ZERO, y = b[i] - DEM_VECTOR_ZERO;
        ab += x * y;
        aa += x * x;
        bb += y * y;
    }
    return aa && bb ? (int)(100.0 * ab / sqrt((double)aa * bb)) : DEM_SIMILAR_UNKNOWN;
}

int dem_similar(const dem_rules *rules, dem_str a, dem_str b)
{
    const uint8_t *x = vector(rules, a), *y = vector(rules, b);
    return x && y ? cosine(x, y) : DEM_SIMILAR_UNKNOWN;
}

static int nearest(const dem_rules *rules, const uint8_t *x, const dem_str *word, uint32_t n, int best)
{
    for (uint32_t i = 0; i < n; i++) {
        const uint8_t *y = vector(rules, word[i]);
        int s = y ? cosine(x, y) : DEM_SIMILAR_UNKNOWN;
        if (s > best) best = s;
    }
    return best;
}

int dem_similar_slot(const dem_rules *rules, dem_str word, const dem_slot *slot)
{
    const uint8_t *x = vector(rules, word);
    if (!x) return DEM_SIMILAR_UNKNOWN;
    int best = nearest(rules, x, slot->word, slot->n_word, DEM_SIMILAR_UNKNOWN);
    for (uint32_t i = 0; i < slot->n_list; i++) {
        uint32_t n = 0;
        const dem_str *word_of = dem_list_words(rules->lex, slot->list[i], &n);
        best = nearest(rules, x, word_of, n, best);
    }
    return best;
}

/* page/weigh.c - see weigh.h. */
#include "page/weigh.h"

const page_weights page_weights_learned = {
#include "page/weights.inc"
};

static int32_t sum(const page_traits *t, const int16_t *weight)
{
    int32_t total = 0;
    for (unsigned i = 0; i < PAGE_TRAIT_WORDS; i++)
        for (uint64_t bits = t->bits[i]; bits; bits &= bits - 1)
            total += weight[i * 64 + (unsigned)__builtin_ctzll(bits)];
    return total;
}

static int32_t *sums(dem_arena *arena, const page_traits *t, uint32_t n, const int16_t *weight)
{
    int32_t *out = dem_arena_array(arena, int32_t, n);
    for (uint32_t i = 0; i < n; i++) out[i] = sum(&t[i], weight);
    return out;
}

page_choice page_weigh(dem_arena *arena, const page_blocks *p, const page_witness *w,
                       const page_weights *weights)
{
    page_choice c = {.body = dem_arena_array(arena, bool, p->n)};
    c.look = sums(arena, page_traits_find(arena, p, w, NULL), p->n, weights->look);
    if (!page_place_find(arena, p, c.look, &c.place)) return c;
    c.traits = page_traits_find(arena, p, w, &c.place);
    c.score = sums(arena, c.traits, p->n, weights->choice);
    for (uint32_t i = 0; i < p->n; i++) {
        c.body[i] = c.score[i] > 0;
        c.found = c.found || c.body[i];
    }
    return c;
}

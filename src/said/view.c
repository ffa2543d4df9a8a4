/* said/view.c - see view.h. */
#include "said/cue.h"

static uint32_t hash_lower(dem_str s)
{
    uint32_t h = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < s.n; i++) h = (h ^ (uint8_t)dem_byte_lower(s.p[i])) * 16777619u;
    return h;
}

void said_view_make(said_view *v, const dem_said_input *in, dem_arena *arena)
{
    *v =
        (said_view){.in = in, .arena = arena, .cue_trait = SAID_CUE_TRAIT, .cue_dimension = SAID_CUE_DIMENSION};
    v->word = dem_arena_array(arena, said_word *, in->n + 1);
    for (uint32_t i = 0; i < in->n; i++) {
        const dem_sentence *s = &in->sentence[i];
        v->word[i] = dem_arena_array(arena, said_word, s->n + 1);
        for (uint32_t t = 0; t < s->n; t++)
            v->word[i][t] =
                (said_word){hash_lower(s->tok[t].lemma), hash_lower(s->tok[t].form), 0, SAID_NO_CUE};
    }
    said_quotations(v);
}

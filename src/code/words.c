/* code/words.c - see words.h. */
#include "code/words.h"

static dem_str *lower_words(dem_arena *arena, const dem_sentence *s, bool lemmas)
{
    dem_str *word = dem_arena_array(arena, dem_str, s->n + 1);
    for (uint32_t i = 0; i < s->n; i++) {
        dem_str w = lemmas ? s->tok[i].lemma : s->tok[i].form;
        word[i] = dem_str_lower(w, dem_arena_alloc(arena, w.n + 1), w.n + 1);
    }
    return word;
}

dem_str *dem_words_lemmas(dem_arena *arena, const dem_sentence *s)
{
    return lower_words(arena, s, true);
}

dem_str *dem_words_forms(dem_arena *arena, const dem_sentence *s)
{
    return lower_words(arena, s, false);
}

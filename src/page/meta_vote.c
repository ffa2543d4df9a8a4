/* page/meta_vote.c - see meta_vote.h. */
#include "page/meta_vote.h"
#include "base/utf8.h"

dem_str dem_meta_same_key(dem_arena *arena, dem_str text)
{
    dem_str folded = dem_utf8_key(arena, text);
    char *out = dem_arena_alloc(arena, folded.n + 1);
    size_t n = 0;
    for (size_t at = 0; at < folded.n;) {
        size_t from = at;
        uint32_t c = dem_utf8_next(folded, &at);
        if (!dem_is_letter(c) && !dem_is_digit(c)) continue;
        memcpy(out + n, folded.p + from, at - from);
        n += at - from;
    }
    return (dem_str){out, n};
}

dem_str dem_meta_vote(dem_arena *arena, const dem_meta_values *of)
{
    dem_str key[DEM_META_VALUES], won = {NULL, 0};
    int most = 0;
    size_t n = of->n < DEM_META_VALUES ? of->n : DEM_META_VALUES;
    for (size_t i = 0; i < n; i++) key[i] = dem_meta_same_key(arena, of->at[i].text);
    for (size_t i = 0; i < n; i++) {
        int sum = 0;
        size_t voice = i;
        for (size_t k = 0; k < n; k++) {
            if (!dem_str_eq(key[k], key[i])) continue;
            sum += of->at[k].weight;
            if (of->at[k].weight > of->at[voice].weight) voice = k;
        }
        if (sum > most) most = sum, won = of->at[voice].text;
    }
    return won;
}

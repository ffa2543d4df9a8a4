/* page/witness.c - see witness.h. */
#include "page/witness.h"
#include "base/map.h"
#include "base/utf8.h"

enum { LEAST_TOLD = 300 /* bytes: less is a teaser */, GRAM = 4 };

/* Hashes of the words of `s`, letters and digits only, case folded. */
typedef DEM_VEC(uint64_t) word_hashes;

static void end_word(dem_arena *arena, word_hashes *out, uint64_t *hash)
{
    if (*hash) dem_vec_push(arena, out, *hash);
    *hash = 0;
}

static void hash_words(dem_arena *arena, dem_str s, word_hashes *out)
{
    uint64_t hash = 0;
    out->n = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = dem_utf8_next(s, &at);
        bool in = c < 0x80 ? (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')
                           : dem_is_letter(c) || dem_is_digit(c);
        if (!in) end_word(arena, out, &hash);
        else
            hash = (hash + 1 + (c < 0x80 ? (uint32_t)dem_byte_lower((char)c) : dem_fold_char(c))) *
                   0x9E3779B97F4A7C15u;
    }
    end_word(arena, out, &hash);
}

static uint64_t gram(const word_hashes *w, size_t i, size_t n)
{
    uint64_t h = 14695981039346656037u;
    for (size_t k = i; k < i + n; k++) h = (h ^ w->at[k]) * 1099511628211u;
    return h;
}
static dem_str key_of(const uint64_t *h)
{
    return (dem_str){(const char *)h, sizeof *h};
}

static void put_grams(dem_map *m, const word_hashes *w)
{
    for (size_t i = 0; i + GRAM <= w->n; i++) {
        uint64_t h = gram(w, i, GRAM);
        dem_map_put(m, key_of(&h), 1);
    }
}

static bool told(const dem_map *m, const word_hashes *w)
{
    size_t hits = 0, n = w->n >= GRAM ? w->n - GRAM + 1 : 0;
    for (size_t i = 0; i < n; i++) {
        uint64_t h = gram(w, i, GRAM);
        hits += dem_map_get(m, key_of(&h)) != DEM_MAP_NONE;
    }
    return n && hits * 2 >= n;
}

page_witness page_witness_find(dem_arena *arena, const page_blocks *p, const dem_meta *meta)
{
    page_witness w = {.block = dem_arena_array(arena, uint8_t, p->n)};
    dem_map grams, whole;
    word_hashes words = {0};
    dem_map_init(&grams, arena);
    dem_map_init(&whole, arena);
    w.told = meta->body.n >= LEAST_TOLD;
    if (w.told) {
        hash_words(arena, meta->body, &words);
        put_grams(&grams, &words);
    }
    hash_words(arena, meta->title, &words);
    uint64_t title = words.n ? gram(&words, 0, words.n) : 0;
    for (uint32_t i = 0; i < p->n; i++) {
        hash_words(arena, page_block_text(p, &p->block[i]), &words);
        uint64_t all = gram(&words, 0, words.n);
        uint32_t first = dem_map_add(&whole, key_of(&all), i);
        if (first != i) w.block[i] |= PAGE_DOUBLED, w.block[first] |= PAGE_DOUBLED;
        if (title && all == title) w.block[i] |= PAGE_IS_TITLE;
        if (w.told && told(&grams, &words)) w.block[i] |= PAGE_TOLD;
    }
    return w;
}

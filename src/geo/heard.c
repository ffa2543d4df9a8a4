/* geo/heard.c - places named where no sentence is: in the title, in headings, in the publisher's name. They are not told, but
 * they say where the report plays. */
#include "geo/sight.h"

enum { LONGEST = 64 /* words of such a text that are read */ };

/* Takes the next word, without the marks at its ends; false at the end. */
static bool next_word(dem_str *rest, dem_str *word)
{
    do {
        if (!dem_str_next(rest, ' ', word)) return false;
        while (word->n && strchr("\"'(),.:;!?[]", word->p[0])) *word = dem_str_sub(*word, 1, word->n);
        while (word->n && strchr("\"'(),:;!?[]", word->p[word->n - 1])) word->n--;
    } while (!word->n);
    if (dem_str_ends(*word, DEM_STR("'s"))) word->n -= 2;
    if (dem_str_ends(*word, DEM_STR("\xe2\x80\x99s"))) word->n -= 4;
    return true;
}

static void hear(dem_geo_search *g, const dem_str *word, uint32_t length, const dem_naming *naming, uint32_t n)
{
    dem_buf b = {0};
    for (uint32_t i = 0; i < length; i++) {
        if (i) dem_buf_addc(&b, ' ');
        dem_buf_add(&b, word[i]);
    }
    char *small = dem_arena_alloc(g->arena, b.n + 1);
    dem_str name = dem_str_lower(dem_buf_str(&b), small, b.n + 1);
    dem_geo_heard x = {.naming = naming, .n = n, .name = dem_map_add(&g->name, name, g->name.n)};
    dem_vec_push(g->arena, &g->heard, x);
    dem_buf_release(&b);
}

void dem_geo_listen(dem_geo_search *g, dem_str text)
{
    dem_str word[LONGEST];
    uint32_t n = 0;
    while (n < LONGEST && next_word(&text, &word[n])) n++;
    for (uint32_t i = 0; i < n;) {
        const dem_naming *naming = NULL;
        uint32_t n_naming = 0, length = 0;
        dem_token as = {.form = word[i]};
        if (dem_geo_capital(&as)) length = dem_lexicon_place(g->geo->lex, word + i, n - i, &naming, &n_naming);
        if (length && !naming[0].bare && !naming[0].doubtful) hear(g, word + i, length, naming, n_naming);
        i += length ? length : 1;
    }
}

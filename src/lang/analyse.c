/* lang/analyse.c - the order of the stages within a sentence. */
#include "lang/analyse.h"
#include "lang/model.h"
#include "lang/token.h"
#include <stdlib.h>

struct dem_lang {
    const dem_model *model;
    dem_net_work *net;
    dem_word word[DEM_MAX_TOKENS];
};

dem_lang *dem_lang_new(const dem_model *m)
{
    dem_lang *l = dem_xalloc(sizeof *l);
    l->model = m;
    l->net = dem_net_work_new(NULL);
    return l;
}
void dem_lang_free(dem_lang *l)
{
    if (!l) return;
    dem_net_work_free(l->net);
    free(l);
}

/* The network sees curly quotes as straight ones; their form says which they are. */
static uint8_t quote_tag(dem_str form, uint8_t xpos)
{
    if (dem_str_is(form, "“")) return DEM_XPOS_quote_open;
    return dem_str_is(form, "”") ? DEM_XPOS_quote_close : xpos;
}

void dem_lang_tokens(dem_lang *l, dem_arena *arena, dem_token *tok, uint32_t n)
{
    uint8_t tag[DEM_MAX_TOKENS], rel[DEM_MAX_TOKENS];
    int16_t head[DEM_MAX_TOKENS];
    bool shout = dem_is_shout(tok, n);
    for (uint32_t i = 0; i < n; i++) dem_word_set(&l->word[i], tok[i].form, shout);
    dem_net_run(&l->model->net, l->net, l->word, n, tag, head, rel);
    for (uint32_t i = 0; i < n; i++) {
        dem_tag_pair pair = l->model->tags.pair[tag[i]];
        pair.xpos = quote_tag(tok[i].form, pair.xpos);
        tok[i].upos = pair.upos;
        tok[i].xpos = pair.xpos;
        tok[i].lemma = dem_lemma_of(&l->model->lemmas, arena, tok[i].form, pair, shout);
        tok[i].head = head[i];
        tok[i].rel = rel[i];
    }
}

/* Pieces longer than this cost time and are no sentences; they are parsed one after another and hung under
 * the root of the first. */
#define PIECE 120
#define MAX_HEADS 32000u /* heads are 16 bits; what a caller gives beyond is left out */

static int root_of(const dem_token *tok, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (tok[i].head == DEM_ROOT) return (int)i;
    return (int)from;
}

static void analyse_pieces(dem_lang *l, dem_arena *arena, dem_token *tok, uint32_t n)
{
    int first = -1;
    for (uint32_t from = 0; from < n;) {
        uint32_t len = n - from <= DEM_MAX_TOKENS ? n - from : PIECE;
        dem_lang_tokens(l, arena, tok + from, len);
        int root = root_of(tok, from, from + len);
        for (uint32_t i = from; i < from + len; i++)
            if (tok[i].head != DEM_ROOT) tok[i].head = (int16_t)(tok[i].head + (int)from);
        if (first < 0) {
            first = root;
        } else {
            tok[root].head = (int16_t)first;
            tok[root].rel = DEM_REL_dep;
        }
        from += len;
    }
}

void dem_lang_analyse(dem_lang *l, dem_arena *arena, dem_str text, dem_sentence *s)
{
    s->tok = dem_tokenise(arena, text, s->start, s->end, &s->n);
    if (s->n > MAX_HEADS) s->n = MAX_HEADS;
    analyse_pieces(l, arena, s->tok, s->n);
    dem_sentence_index(s, arena);
}

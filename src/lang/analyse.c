/* lang/analyse.c - the order of the stages within a sentence. */
#include "lang/analyse.h"
#include "lang/model.h"
#include "lang/token.h"
#include <stdlib.h>

/* Words that are worked on together. More would push weights and activations out of the second-level cache. */
#define BATCH 96

/* A sentence, or a piece of a long one, in the batch at hand. */
typedef struct piece {
    dem_token *tok;
    uint32_t n;
    bool shout;
} piece;

struct dem_lang {
    const dem_model *model;
    dem_net_work *net;
    dem_word word[DEM_MAX_TOKENS];
    uint32_t from[DEM_MAX_TOKENS + 1]; /* where pieces begin among the words; from[0] is 0 */
    piece piece[DEM_MAX_TOKENS];
    uint32_t n;
};

dem_lang *dem_lang_new(const dem_model *m)
{
    dem_lang *l = dem_xalloc(sizeof *l);
    l->model = m;
    l->net = dem_net_work_new(&m->net, NULL);
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

/* "a naval mine": treebanks know "mine" as a pronoun alone, but a personal pronoun has no article or adjective. */
static bool is_noun_after_all(const piece *p, uint32_t i)
{
    if (p->tok[i].xpos != DEM_XPOS_PRP) return false;
    for (uint32_t k = 0; k < i; k++) {
        unsigned rel = p->tok[k].rel;
        if (p->tok[k].head == (int)i && (rel == DEM_REL_det || rel == DEM_REL_amod || rel == DEM_REL_compound))
            return true;
    }
    return false;
}

/* "talks with [Egyptian President] Abdel Fattah al-Sisi": a preposition is of the whole phrase, not of the title in it. */
static void raise_preposition(const piece *p, uint32_t i)
{
    int title = p->tok[i].head;
    if (p->tok[i].rel != DEM_REL_case || title < 0 || p->tok[title].rel != DEM_REL_nmod_desc) return;
    int name = p->tok[title].head;
    if ((int)i < title && title < name) p->tok[i].head = (int16_t)name;
}

/* "a [mass] shooting in Lagos": no mass ever shot anybody. The participle is the noun, and has all that hung on "mass". */
static bool raise_mass_noun(const piece *p, uint32_t i)
{
    dem_token *t = &p->tok[i];
    if (i == 0 || t->xpos != DEM_XPOS_VBG || t->rel != DEM_REL_acl || t->head != (int)i - 1) return false;
    dem_token *mass = &p->tok[i - 1];
    if (!dem_str_ieq(mass->form, DEM_STR("mass"))) return false;
    for (uint32_t k = 0; k < p->n; k++)
        if (p->tok[k].head == (int)i - 1) p->tok[k].head = (int16_t)i;
    t->head = mass->head;
    t->rel = mass->rel;
    t->upos = DEM_UPOS_NOUN;
    t->xpos = DEM_XPOS_NN;
    mass->head = (int16_t)i;
    mass->rel = DEM_REL_compound;
    return true;
}

static void set_tokens(const dem_model *m, dem_arena *arena, const piece *p, const uint8_t *tag,
                       const int16_t *head, const uint8_t *rel)
{
    for (uint32_t i = 0; i < p->n; i++) {
        dem_token *t = &p->tok[i];
        t->upos = m->tags.pair[tag[i]].upos;
        t->xpos = quote_tag(t->form, m->tags.pair[tag[i]].xpos);
        t->head = head[i];
        t->rel = rel[i];
        if (is_noun_after_all(p, i)) t->upos = DEM_UPOS_NOUN, t->xpos = DEM_XPOS_NN;
        t->lemma = dem_lemma_of(&m->lemmas, arena, t->form, (dem_tag_pair){t->upos, t->xpos}, p->shout);
    }
    for (uint32_t i = 0; i < p->n; i++) {
        raise_preposition(p, i);
        dem_token *t = &p->tok[i];
        if (raise_mass_noun(p, i))
            t->lemma = dem_lemma_of(&m->lemmas, arena, t->form, (dem_tag_pair){t->upos, t->xpos}, p->shout);
    }
}

static void run_batch(dem_lang *l, dem_arena *arena)
{
    uint8_t tag[DEM_MAX_TOKENS], rel[DEM_MAX_TOKENS];
    int16_t head[DEM_MAX_TOKENS];
    if (!l->n) return;
    const dem_net_batch b = {l->word, l->from, l->n};
    dem_net_run(l->net, &b, tag, head, rel);
    for (uint32_t k = 0; k < l->n; k++) {
        uint32_t at = l->from[k];
        set_tokens(l->model, arena, &l->piece[k], tag + at, head + at, rel + at);
    }
    l->n = 0;
}

static bool capitals(dem_str w)
{
    bool any = false;
    for (size_t i = 0; i < w.n; i++) {
        if (w.p[i] >= 'a' && w.p[i] <= 'z') return false;
        any |= w.p[i] >= 'A' && w.p[i] <= 'Z';
    }
    return any && w.n > 1;
}

/* What the network sees of token i. "WHO" in capitals among small letters is a body, which it would take for the pronoun: it
 * sees another body. */
static dem_str seen_as(const dem_token *tok, uint32_t n, uint32_t i)
{
    bool body = dem_str_is(tok[i].form, "WHO") && !(i > 0 && capitals(tok[i - 1].form)) &&
                !(i + 1 < n && capitals(tok[i + 1].form));
    return body ? DEM_STR("NATO") : tok[i].form;
}

static void add_piece(dem_lang *l, dem_arena *arena, dem_token *tok, uint32_t n)
{
    if (!n) return;
    if (l->n && l->from[l->n] + n > BATCH) run_batch(l, arena);
    uint32_t at = l->from[l->n];
    piece *p = &l->piece[l->n];
    *p = (piece){tok, n, dem_is_shout(tok, n)};
    for (uint32_t i = 0; i < n; i++) dem_word_set(&l->word[at + i], seen_as(tok, n, i), p->shout);
    l->from[++l->n] = at + n;
}

void dem_lang_tokens(dem_lang *l, dem_arena *arena, dem_token *tok, uint32_t n)
{
    add_piece(l, arena, tok, n);
    run_batch(l, arena);
}

/* Pieces longer than this cost time and are no sentences; they are parsed one after another and hung under
 * the root of the first. */
#define PIECE 120
#define MAX_HEADS 32000u /* heads are 16 bits; what a caller gives beyond is left out */

static uint32_t piece_after(uint32_t from, uint32_t n)
{
    return n - from <= DEM_MAX_TOKENS ? n - from : PIECE;
}

static int root_of(const dem_token *tok, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (tok[i].head == DEM_ROOT) return (int)i;
    return (int)from;
}

static void join_pieces(dem_token *tok, uint32_t n)
{
    int first = -1;
    for (uint32_t from = 0, len; from < n; from += len) {
        len = piece_after(from, n);
        int root = root_of(tok, from, from + len);
        for (uint32_t i = from; i < from + len; i++)
            if (tok[i].head != DEM_ROOT) tok[i].head = (int16_t)(tok[i].head + (int)from);
        if (first < 0) {
            first = root;
        } else {
            tok[root].head = (int16_t)first;
            tok[root].rel = DEM_REL_dep;
        }
    }
}

void dem_lang_analyse(dem_lang *l, dem_arena *arena, dem_str text, dem_sentence *s, uint32_t n)
{
    for (uint32_t k = 0; k < n; k++) {
        if (s[k].zone != DEM_ZONE_BODY) continue;
        s[k].tok = dem_tokenise(arena, text, s[k].start, s[k].end, &s[k].n);
        if (s[k].n > MAX_HEADS) s[k].n = MAX_HEADS;
        for (uint32_t from = 0; from < s[k].n; from += piece_after(from, s[k].n))
            add_piece(l, arena, s[k].tok + from, piece_after(from, s[k].n));
    }
    run_batch(l, arena);
    for (uint32_t k = 0; k < n; k++) {
        if (s[k].zone != DEM_ZONE_BODY) continue;
        join_pieces(s[k].tok, s[k].n);
        dem_sentence_index(&s[k], arena);
    }
}

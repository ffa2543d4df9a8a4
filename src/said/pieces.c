/* said/pieces.c - from roles of tokens to stretches of text. */
#include "said/relation.h"

static bool plays(const said_view *v, const said_relation *r, int32_t number, uint32_t sentence, uint32_t t,
                  said_role role)
{
    if (sentence == r->sentence) return r->role[t] == role;
    uint32_t run = v->word[sentence][t].run;
    return role == SAID_CONTENT && run && v->run.at[run].owner == number;
}

/* Marks that part, at the ends of a piece: no part of it. Quotation marks, brackets and stops stay with a content. */
static bool loose(const dem_token *t, said_role role)
{
    static const char *const PARTING[] = {",", ";", ":", "-", "--", "—", "–"};
    if (t->upos != DEM_UPOS_PUNCT) return false;
    return role != SAID_CONTENT || DEM_STR_ONE_OF(t->form, PARTING);
}

typedef struct pieces {
    DEM_VEC(dem_span) list;
    uint32_t paragraph; /* of the last one */
    bool open;          /* nothing but punctuation since */
} pieces;

/* Tokens [from, to) of a sentence play the role. */
static void add_piece(const said_view *v, uint32_t sentence, uint32_t from, uint32_t to, said_role role,
                      pieces *p)
{
    const dem_sentence *s = &v->in->sentence[sentence];
    uint32_t first = from, last = to;
    while (first < last && loose(&s->tok[first], role)) first++;
    while (last > first && loose(&s->tok[last - 1], role)) last--;
    bool words = false;
    for (uint32_t t = first; t < last; t++) words |= s->tok[t].upos != DEM_UPOS_PUNCT;
    if (!words && role != SAID_CUE) return;
    if (first == last) first = from, last = to; /* "Trump: ..." */
    if (p->open && p->paragraph == s->paragraph) p->list.at[p->list.n - 1].end = s->tok[last - 1].end;
    else dem_vec_push(v->arena, &p->list, ((dem_span){s->tok[first].start, s->tok[last - 1].end}));
    p->open = true;
    p->paragraph = s->paragraph;
}

static void add_sentence(const said_view *v, const said_relation *r, int32_t number, uint32_t i, said_role role,
                         pieces *p)
{
    const dem_sentence *s = &v->in->sentence[i];
    for (uint32_t t = 0; t < s->n;) {
        uint32_t from = t;
        while (t < s->n && plays(v, r, number, i, t, role)) t++;
        if (t > from) add_piece(v, i, from, t, role, p);
        if (t == s->n) break;
        bool other = i == r->sentence && r->role[t] != SAID_NONE;
        if (t == from || !plays(v, r, number, i, t, role))
            p->open &= s->tok[t].upos == DEM_UPOS_PUNCT && !other;
        t++;
    }
}

dem_pieces said_pieces(const said_view *v, const said_relation *r, int32_t number, said_role role)
{
    pieces p = {0};
    uint32_t from = role == SAID_CONTENT ? r->from : r->sentence,
             to = role == SAID_CONTENT ? r->to : r->sentence;
    for (uint32_t i = from; i <= to; i++) add_sentence(v, r, number, i, role, &p);
    return (dem_pieces){p.list.at, (uint32_t)p.list.n};
}

dem_speech said_speech(const said_view *v, const said_relation *r, int32_t number)
{
    uint32_t quoted = 0, plain = 0;
    for (uint32_t i = r->from; i <= r->to; i++)
        for (uint32_t t = 0; t < v->in->sentence[i].n; t++) {
            if (!plays(v, r, number, i, t, SAID_CONTENT) || v->in->sentence[i].tok[t].upos == DEM_UPOS_PUNCT)
                continue;
            uint32_t run = v->word[i][t].run;
            if (run && v->run.at[run].words > 1) quoted++; /* a single word may be quoted in scorn */
            else plain++;
        }
    return !quoted ? DEM_SPEECH_INDIRECT : !plain ? DEM_SPEECH_DIRECT : DEM_SPEECH_MIXED;
}

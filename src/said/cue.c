/* said/cue.c - see cue.h: a logistic model over the word, its neighbours in the sentence and in the tree, and its vector. */
#include "said/cue.h"

const int8_t SAID_CUE_TRAIT[SAID_CUE_WEIGHTS] = {
#include "said/cue.inc"
};
const int8_t SAID_CUE_DIMENSION[SAID_CUE_BLOCKS * DEM_VECTOR_SIZE] = {
#include "said/cue_vector.inc"
};

said_lists said_lists_of(const dem_lexicon *lexicon)
{
    if (!lexicon) return (said_lists){DEM_LIST_NONE, DEM_LIST_NONE, DEM_LIST_NONE};
    return (said_lists){dem_lexicon_list(lexicon, DEM_STR("reporting")),
                        dem_lexicon_list(lexicon, DEM_STR("reporting-noun")),
                        dem_lexicon_list(lexicon, DEM_STR("hedge"))};
}

/* ---- traits ----------------------------------------------------------------------------------------------- */

enum {
    WORD = 1,
    FORM,
    REL,
    LISTED,
    HEAD,
    HEAD_REL,
    KID,
    WORD_KID,
    KID_UPOS,
    KID_LEMMA,
    SUBJECT,
    CASE,
    NEXT,
    PREVIOUS,
    WORD_NEXT,
    NEXT_BUT_ONE,
    QUOTED,
    WORD_QUOTED,
    LISTED_QUOTED,
    BIAS,
    LISTED_SUBJECT,
    LISTED_KID,
    OBJECT,
    WORD_OBJECT,
    WORD_PREVIOUS,
    SHAPE,
    WORD_REL,
    NEXT_UPOS,
    PREVIOUS_UPOS,
    AROUND,
    PLACE,
    NEEDS,
    WORD_NEEDS,
    SUBJECT_NEEDS,
    WORD_SUBJECT,
    WORD_CASE,
    WORD_OBJECT_WORD,
    HEAD_NEEDS
};

void said_cue_word(const said_view *v, uint32_t sentence, int token, said_traits *out)
{
    const dem_token *t = &v->in->sentence[sentence].tok[token];
    said_add(out, WORD, (uint64_t)v->word[sentence][token].lemma * 32 + t->upos);
}

/* 0 no list, 1 reporting, 2 reporting noun, 3 hedge. */
static unsigned listed(const said_view *v, const said_lists *lists, const dem_token *t)
{
    const dem_lexicon *l = v->in->lexicon;
    if (!l) return 0;
    if (t->upos == DEM_UPOS_VERB && dem_list_has(l, lists->reporting, t->lemma)) return 1;
    if (t->upos == DEM_UPOS_NOUN && dem_list_has(l, lists->noun, t->lemma)) return 2;
    return dem_list_has(l, lists->hedge, t->lemma) ? 3 : 0;
}

/* What a neighbour in the line is: its word, or that there is none. */
static uint64_t beside(const said_view *v, uint32_t sentence, int token)
{
    const dem_sentence *s = &v->in->sentence[sentence];
    return token < 0 ? 1 : token >= (int)s->n ? 2 : v->word[sentence][token].form;
}

static uint64_t upos_beside(const said_view *v, uint32_t sentence, int token)
{
    const dem_sentence *s = &v->in->sentence[sentence];
    return token < 0 || token >= (int)s->n ? DEM_UPOS_COUNT : s->tok[token].upos;
}

/* A bit for each kind of argument. */
static unsigned need(unsigned rel)
{
    static const uint8_t RELS[] = {DEM_REL_nsubj,     DEM_REL_nsubj_pass, DEM_REL_ccomp,     DEM_REL_xcomp,
                                   DEM_REL_obj,       DEM_REL_obl,        DEM_REL_parataxis, DEM_REL_nmod,
                                   DEM_REL_nmod_poss, DEM_REL_acl};
    for (unsigned i = 0; i < sizeof RELS; i++)
        if (RELS[i] == rel) return 1u << i;
    return 0;
}

static void add_kids(const said_view *v, uint32_t sentence, int token, uint64_t word, unsigned list,
                     said_traits *out)
{
    const dem_sentence *s = &v->in->sentence[sentence];
    const said_word *w = v->word[sentence];
    const int16_t *kid;
    uint32_t n = dem_kids(s, token, &kid);
    uint64_t needs = 0, subject = 0;
    for (uint32_t k = 0; k < n; k++) {
        const dem_token *t = &s->tok[kid[k]];
        needs |= need(t->rel);
        unsigned side = kid[k] > token;
        if (t->rel == DEM_REL_punct) continue;
        said_add(out, KID, t->rel * 2u + side);
        said_add(out, WORD_KID, said_mix(word, t->rel));
        said_add(out, LISTED_KID, (list * 64u + t->rel) * 2 + side);
        if (t->rel == DEM_REL_nsubj || t->rel == DEM_REL_nsubj_pass || t->rel == DEM_REL_nmod_poss) {
            uint64_t kind = t->upos * 2u + side;
            subject = kind + 1;
            said_add(out, SUBJECT, said_mix(w[kid[k]].lemma, t->rel));
            said_add(out, WORD_SUBJECT, said_mix(word, kind));
            said_add(out, LISTED_SUBJECT, (list * 64u + t->rel) * 64 + kind);
        } else if (t->rel == DEM_REL_obj) {
            said_add(out, OBJECT, w[kid[k]].lemma);
            said_add(out, WORD_OBJECT, said_mix(word, t->upos));
            said_add(out, WORD_OBJECT_WORD, said_mix(word, w[kid[k]].lemma));
        } else if (t->rel == DEM_REL_aux || t->rel == DEM_REL_mark || t->rel == DEM_REL_case ||
                   t->rel == DEM_REL_advmod || t->rel == DEM_REL_cop || t->rel == DEM_REL_det)
            said_add(out, KID_LEMMA, w[kid[k]].lemma);
        else if (t->rel == DEM_REL_obl || t->rel == DEM_REL_nmod) {
            int marker = dem_kid_with(s, kid[k], DEM_REL_case);
            if (marker >= 0) {
                said_add(out, CASE, said_mix(w[marker].lemma, list));
                said_add(out, WORD_CASE, said_mix(word, w[marker].lemma));
            }
        } else said_add(out, KID_UPOS, t->rel * 32u + t->upos);
    }
    const dem_token *t = &s->tok[token];
    said_add(out, SHAPE, n > 5 ? 5 : n);
    said_add(out, NEEDS, (needs * 4 + list) * 32 + t->upos);
    said_add(out, WORD_NEEDS, said_mix(word, needs));
    said_add(out, SUBJECT_NEEDS, (needs * 64 + subject) * 64 + t->xpos);
    said_add(out, HEAD_NEEDS, (needs * 64 + t->rel) * 64 + t->xpos);
}

/* 0 no quotation in the sentence, 1 beside one, 2 in a sentence with one, 3 inside. */
static unsigned quotation(const said_view *v, uint32_t sentence, int token)
{
    const said_word *w = v->word[sentence];
    int n = (int)v->in->sentence[sentence].n;
    if (w[token].run) return 3;
    for (int d = -3; d <= 3; d++)
        if (token + d >= 0 && token + d < n && w[token + d].run) return 1;
    for (int t = 0; t < n; t++)
        if (w[t].run) return 2;
    return 0;
}

/* Whether the sentence ends with a colon, and whether quotations stand at the ends of the sentences beside it. */
static unsigned around(const said_view *v, uint32_t i)
{
    const dem_sentence *s = &v->in->sentence[i];
    bool colon = s->n && dem_str_is(s->tok[s->n - 1].form, ":");
    uint32_t before = i ? v->in->sentence[i - 1].n : 0, after = i + 1 < v->in->n ? v->in->sentence[i + 1].n : 0;
    bool quote_before = before > 1 && v->word[i - 1][before - 2].run;
    bool quote_after = after > 1 && v->word[i + 1][1].run;
    return colon + 2u * quote_before + 4u * quote_after;
}

void said_cue_traits(const said_view *v, const said_lists *lists, uint32_t sentence, int token,
                     said_traits *out)
{
    const dem_sentence *s = &v->in->sentence[sentence];
    const said_word *w = v->word[sentence];
    const dem_token *t = &s->tok[token];
    uint64_t word = (uint64_t)w[token].lemma * 32 + t->upos;
    unsigned list = listed(v, lists, t), quoted = quotation(v, sentence, token);
    uint64_t next = beside(v, sentence, token + 1), before = beside(v, sentence, token - 1);
    said_cue_word(v, sentence, token, out);
    said_add(out, BIAS, t->upos);
    said_add(out, FORM, said_mix(w[token].form, t->xpos));
    said_add(out, REL, t->rel * 64u + t->xpos);
    said_add(out, WORD_REL, said_mix(word, t->rel));
    said_add(out, LISTED, list * 32 + t->upos);
    said_add(out, HEAD, t->head < 0 ? 0 : said_mix(w[t->head].lemma, t->rel));
    said_add(out, HEAD_REL, t->rel * 64u + (t->head < 0 ? DEM_UPOS_COUNT : s->tok[t->head].upos));
    said_add(out, NEXT, said_mix(next, t->upos));
    said_add(out, PREVIOUS, said_mix(before, t->upos));
    said_add(out, WORD_NEXT, said_mix(word, next));
    said_add(out, WORD_PREVIOUS, said_mix(word, before));
    said_add(out, NEXT_BUT_ONE, beside(v, sentence, token + 2));
    said_add(out, NEXT_UPOS, upos_beside(v, sentence, token + 1) * 64 + upos_beside(v, sentence, token + 2));
    said_add(out, PREVIOUS_UPOS,
             upos_beside(v, sentence, token - 1) * 64 + upos_beside(v, sentence, token - 2));
    said_add(out, QUOTED, quoted * 64 + t->xpos);
    said_add(out, WORD_QUOTED, said_mix(word, quoted));
    said_add(out, LISTED_QUOTED, (list * 4 + quoted) * 64 + t->rel);
    said_add(out, PLACE, (unsigned)(sentence == 0) * 32 + t->upos);
    said_add(out, AROUND, (around(v, sentence) * 4 + list) * 4 + quoted);
    add_kids(v, sentence, token, word, list, out);
}

static void add_vector(const said_view *v, uint32_t sentence, int token, unsigned block, said_vectors *out)
{
    char small[64];
    if (token < 0) return;
    dem_str word = dem_str_lower(v->in->sentence[sentence].tok[token].lemma, small, sizeof small);
    const uint8_t *x = v->in->vectors.find(v->in->vectors.of, word);
    if (!x) return;
    out->at[out->n] = x;
    out->block[out->n++] = (uint8_t)block;
}

/* What the word governs decides what kind of word heads a cue: 0 a clause, 1 an infinitive, 2 an object, 3 none of these. */
static unsigned governs(const dem_sentence *s, int token)
{
    if (dem_kid_with(s, token, DEM_REL_ccomp) >= 0 || dem_kid_with(s, token, DEM_REL_parataxis) >= 0) return 0;
    if (dem_kid_with(s, token, DEM_REL_xcomp) >= 0) return 1;
    return dem_kid_with(s, token, DEM_REL_obj) >= 0 ? 2 : 3;
}

void said_cue_vectors(const said_view *v, uint32_t sentence, int token, said_vectors *out)
{
    const dem_sentence *s = &v->in->sentence[sentence];
    out->n = 0;
    if (!v->in->vectors.find) return;
    add_vector(v, sentence, token, 0, out);
    if (out->n) {
        out->at[1] = out->at[0];
        out->block[out->n++] = (uint8_t)(1 + governs(s, token));
    }
    add_vector(v, sentence, dem_kid_with(s, token, DEM_REL_nsubj), 5, out);
    add_vector(v, sentence, dem_kid_with(s, token, DEM_REL_obj), 6, out);
    add_vector(v, sentence, s->tok[token].head, 7, out);
}

/* ---- judgement -------------------------------------------------------------------------------------------- */

static int sum(const said_view *v, const said_traits *t)
{
    int all = 0;
    for (uint32_t i = 0; i < t->n; i++) all += v->cue_trait[t->at[i]];
    return all;
}

/* Most words are passed over by themselves: verbs always may head a cue, others if that word has done it. */
static bool may_head(const said_view *v, uint32_t sentence, int token)
{
    said_traits word = {.bits = SAID_CUE_BITS};
    unsigned upos = v->in->sentence[sentence].tok[token].upos;
    if (upos == DEM_UPOS_VERB) return true;
    if (upos == DEM_UPOS_DET || upos == DEM_UPOS_NUM || upos == DEM_UPOS_PRON) return false;
    said_cue_word(v, sentence, token, &word);
    return sum(v, &word) > 0;
}

static int dot(const uint8_t *x, const int8_t *w)
{
    int sum = 0;
    for (int d = 0; d < DEM_VECTOR_SIZE; d++) sum += (x[d] - DEM_VECTOR_ZERO) * w[d];
    return sum;
}

static int16_t judge(const said_view *v, const said_lists *lists, uint32_t sentence, int token)
{
    said_traits t = {.bits = SAID_CUE_BITS};
    if (!may_head(v, sentence, token)) return SAID_NO_CUE;
    said_cue_traits(v, lists, sentence, token, &t);
    int all = sum(v, &t), dense = 0;
    said_vectors x;
    said_cue_vectors(v, sentence, token, &x);
    for (uint32_t k = 0; k < x.n; k++) dense += dot(x.at[k], v->cue_dimension + x.block[k] * DEM_VECTOR_SIZE);
    return (int16_t)(all + dense / 64);
}

void said_cues_judge(said_view *v)
{
    said_lists lists = said_lists_of(v->in->lexicon);
    for (uint32_t i = 0; i < v->in->n; i++)
        for (uint32_t t = 0; t < v->in->sentence[i].n; t++) v->word[i][t].cue = judge(v, &lists, i, (int)t);
}

/* lang/tagger.c - greedy tagging with a linear model. What a following word can be stands in its ambiguity
 * class, so looking right needs no second pass. */
#include "lang/tagger.h"

/* clang-format off */
enum {
    NONE, W0, F0, L1, L2, R1, R2, T1, T2, A0, AL1, AR1, AR2, X0, XL1, XR1, SH, SHL, SHR, FIRST,
    S1, S2, S3, S4, S5, P1, P2, P3, LS3, RS3, RS2, LS2, BIAS,
    ATOMS
};

static const dem_template TAG[] = {
    {BIAS}, {W0}, {F0}, {A0}, {X0}, {S1}, {S2}, {S3}, {S4}, {S5}, {P1}, {P2}, {P3}, {SH}, {SH, FIRST},
    {S3, SH}, {S2, P1}, {SH, X0},
    {T1}, {T2}, {T1, T2}, {T1, W0}, {T1, A0}, {T1, T2, A0}, {T1, S3}, {T1, SH, FIRST}, {T1, X0},
    {L1}, {R1}, {L2}, {R2}, {L1, W0}, {W0, R1}, {L1, R1}, {L1, A0}, {A0, R1}, {W0, L1, L2}, {W0, R1, R2},
    {L1, X0}, {R1, X0},
    {AR1}, {A0, AR1}, {T1, A0, AR1}, {T1, AR1}, {AR1, AR2}, {W0, AR1}, {W0, AR1, AR2}, {A0, AR1, AR2},
    {T1, W0, AR1},
    {AL1, A0}, {T1, T2, W0}, {SHR, SH}, {SHL, SH}, {RS3}, {LS3}, {S3, RS3}, {S3, LS3}, {XR1, X0}, {XL1, X0},
    {S3, AR1}, {S2, RS2, T1}, {F0, AR1},
};
/* clang-format on */
enum { TAGS_N = sizeof TAG / sizeof TAG[0] };
_Static_assert(TAGS_N <= DEM_TAG_FEATURES, "room for tag features");

void dem_tag_lookup(const dem_tagset *t, dem_word *w, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t amb = dem_words_get(&t->dict, w[i].low), lex = dem_words_get(&t->lex, w[i].low);
        bool known = amb < t->n_amb;
        w[i].amb_class = known ? amb : UINT32_MAX;
        w[i].amb = known ? dem_atom(1000u + amb) : w[i].shape * 3;
        w[i].lex_bits = lex == DEM_WORDS_NONE ? 0 : lex;
        w[i].lex = w[i].lex_bits ? dem_atom(600u + (lex & DEM_LEX_CLASSES)) : 0;
    }
}

static void put_around(uint64_t *at, const dem_word *w, uint32_t n, uint32_t i)
{
    static const dem_word EDGE = {.low = 77, .amb = 78, .shape = 79};
    const dem_word *l = i > 0 ? &w[i - 1] : &EDGE, *r = i + 1 < n ? &w[i + 1] : &EDGE;
    const dem_word *ll = i > 1 ? &w[i - 2] : &EDGE, *rr = i + 2 < n ? &w[i + 2] : &EDGE;
    at[L1] = l->low;
    at[L2] = ll->low;
    at[R1] = r->low;
    at[R2] = rr->low;
    at[AL1] = l->amb;
    at[AR1] = r->amb;
    at[AR2] = rr->amb;
    at[XL1] = l->lex;
    at[XR1] = r->lex;
    at[SHL] = l->shape;
    at[SHR] = r->shape;
    at[LS3] = l->suffix[2];
    at[RS3] = r->suffix[2];
    at[LS2] = l->suffix[1];
    at[RS2] = r->suffix[1];
}

unsigned dem_tag_features(const dem_word *w, uint32_t n, uint32_t i, const uint8_t *before, uint64_t *out)
{
    uint64_t at[ATOMS] = {0};
    const dem_word *c = &w[i];
    at[W0] = c->low;
    at[F0] = c->form;
    at[A0] = c->amb;
    at[X0] = c->lex ? c->lex : 80;
    at[SH] = c->shape;
    for (int k = 0; k < 5; k++) at[S1 + k] = c->suffix[k];
    for (int k = 0; k < 3; k++) at[P1 + k] = c->prefix[k];
    at[FIRST] = dem_atom(700u + (i == 0));
    at[BIAS] = 81;
    at[T1] = dem_atom(800u + (i > 0 ? before[i - 1] : 255u));
    at[T2] = dem_atom(800u + (i > 1 ? before[i - 2] : 255u));
    put_around(at, w, n, i);
    dem_features(at, TAG, TAGS_N, 0, out);
    return TAGS_N;
}

static uint8_t best_of(const int32_t *score, unsigned n)
{
    unsigned best = 0;
    for (unsigned k = 1; k < n; k++)
        if (score[k] > score[best]) best = k;
    return (uint8_t)best;
}

void dem_tag_run(const dem_tagset *t, const dem_scorer *scorer, const dem_word *w, uint32_t n, uint8_t *tag)
{
    uint64_t f[DEM_TAG_FEATURES];
    int32_t score[DEM_MAX_CLASSES];
    for (uint32_t i = 0; i < n; i++) {
        const dem_amb *amb = w[i].amb_class < t->n_amb ? &t->amb[w[i].amb_class] : NULL;
        if (amb && amb->only) {
            tag[i] = amb->tag[0];
            continue;
        }
        unsigned features = dem_tag_features(w, n, i, tag, f);
        if (scorer->prefetch) scorer->prefetch(scorer->weights, f, features);
        dem_score(scorer, f, features, score);
        tag[i] = best_of(score, t->n_pair);
    }
}

void dem_word_set_tag(dem_word *w, dem_tag_pair pair)
{
    w->tag = dem_atom(2000u + pair.upos * 64u + pair.xpos);
    w->upos = dem_atom(1900u + pair.upos);
    uint32_t noun = w->lex_bits >> DEM_LEX_NOUN_SENSE & 63, verb = w->lex_bits >> DEM_LEX_VERB_SENSE & 63;
    bool is_noun = pair.upos == DEM_UPOS_NOUN || pair.upos == DEM_UPOS_PROPN;
    uint32_t sense = is_noun ? noun : pair.upos == DEM_UPOS_VERB ? verb : 0;
    w->sense = sense ? dem_atom(1400u + sense + (pair.upos == DEM_UPOS_PROPN ? 100u : 0u)) : w->tag;
}

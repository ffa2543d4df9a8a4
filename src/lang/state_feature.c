/* lang/state_feature.c - what the parser looks at: after Zhang & Nivre (2011), with the second word of the
 * stack added (arc-hybrid attaches it to the right) and lemmas for words. */
#include "lang/feature.h"
#include "lang/state.h"

/* clang-format off: tables in lines by kind. */
/* Places in the array of atoms. Each word gives five: m lemma, w form, t tag, u universal tag, x sense. */
#define WORD5(p) p##m, p##w, p##t, p##u, p##x
/* Each child three: m lemma, t tag, d relation. */
#define KID3(p) p##m, p##t, p##d
enum {
    NONE,
    WORD5(S0),
    WORD5(S1),
    WORD5(S2),
    WORD5(N0),
    WORD5(N1),
    WORD5(N2),
    KID3(S0a),
    KID3(S0b),
    KID3(S0y),
    KID3(S0z), /* a, b: outermost left, next; z, y: outermost right, next */
    KID3(S1a),
    KID3(S1b),
    KID3(S1y),
    KID3(S1z),
    KID3(N0a),
    KID3(N0b),
    KID3(S2z),
    S0k,
    S0q,
    S1k,
    S1q,
    N0k,
    S2q, /* relations to the left, right */
    S0i,
    S0j,
    S1i,
    S1j,
    N0i, /* how many */
    D0,
    D1, /* distances S0-N0, S1-S0 */
    S0c,
    S1c,
    N0c,
    S2c, /* markers */
    PREt,
    AFTt,
    S1Nt,
    N3t,
    B1, /* tags before S0, after S0, after S1; punctuation between S1 and S0 */
    ATOMS
};

static const dem_template ONLY_N0[] = {
    {N0m, N0t},
    {N0m},
    {N0t},
    {N0w, N0t},
    {N1m, N1t},
    {N1t},
    {N1w},
    {N2m, N2t},
    {N2t},
    {N0t, N1t},
    {N0m, N1m},
    {N0m, N1t},
    {N0t, N1m},
    {N0t, N1t, N2t},
    {N0t, N0at, N0bt},
    {N0m, N0i},
    {N0t, N0i},
    {N0am, N0ad},
    {N0at, N0t, N0ad},
    {N0bt, N0bd},
    {N0m, N0k},
    {N0t, N0k},
    {N1t, N2t, N3t},
};
static const dem_template ONLY_S0[] = {
    {S0m, S0t},
    {S0m},
    {S0w, S0t},
    {S0t},
    {S0t, S0at, S0bt},
    {S0t, S0zt, S0yt},
    {S0m, S0i},
    {S0t, S0i},
    {S0m, S0j},
    {S0t, S0j},
    {S0am, S0ad},
    {S0at, S0t, S0ad},
    {S0zm, S0zd},
    {S0zt, S0t, S0zd},
    {S0bm},
    {S0bt, S0bd},
    {S0yt, S0yd},
    {S0m, S0k},
    {S0t, S0k},
    {S0m, S0q},
    {S0t, S0q},
};
static const dem_template ONLY_S1[] = {
    {S1m, S1t},   {S1m},      {S1t},      {S1w, S1t},   {S1t, S1zt, S1yt}, {S1t, S1at, S1bt},
    {S1m, S1j},   {S1t, S1j}, {S1t, S1i}, {S1zm, S1zd}, {S1zt, S1t, S1zd}, {S1am, S1ad},
    {S1yt, S1yd}, {S1m, S1q}, {S1t, S1q}, {S1t, S1k},
};
static const dem_template S0_N0[] = {
    {S0m, S0t, N0m, N0t},
    {S0m, S0t, N0m},
    {S0m, N0m, N0t},
    {S0m, S0t, N0t},
    {S0t, N0m, N0t},
    {S0m, N0m},
    {S0t, N0t},
    {S0u, N0u, D0},
    {S0t, N0t, N1t},
    {S0m, N0t, N1t},
    {S0t, N0m, N1t},
    {S0t, S0at, N0t},
    {S0t, S0bt, N0t},
    {S0t, S0zt, N0t},
    {S0t, S0yt, N0t},
    {S0t, N0t, N0at},
    {S0t, N0t, N0bt},
    {S0m, D0},
    {S0t, D0},
    {N0m, D0},
    {N0t, D0},
    {S0t, N0t, D0},
    {S0m, N0m, D0},
    {S0t, S0k, N0t, N0k},
    {S0t, S0q, N0t},
    {S0t, S0c, N0t},
    {S0t, PREt, N0t},
    {S0t, AFTt, N0t},
    {S0x, N0x},
    {S0x, N0m},
    {S0m, N0x},
    {S0x, N0t},
};
static const dem_template S1_S0[] = {
    {S1m, S1t, S0m, S0t},
    {S1m, S1t, S0m},
    {S1m, S0m, S0t},
    {S1m, S1t, S0t},
    {S1t, S0m, S0t},
    {S1m, S0m},
    {S1t, S0t},
    {S1u, S0u, D1},
    {S1t, S0t, S0at},
    {S1t, S0t, S0bt},
    {S1t, S0t, S0zt},
    {S1t, S1zt, S0t},
    {S1t, S1yt, S0t},
    {S1t, S1at, S0t},
    {S1m, D1},
    {S1t, D1},
    {S0m, D1},
    {S0t, D1},
    {S1t, S0t, D1},
    {S1m, S0m, D1},
    {S1t, S0t, B1, D1},
    {S1t, S0t, S0k},
    {S1t, S1q, S0t, S0k},
    {S1t, S1k, S0t},
    {S1k, S1q, S0k, S0q},
    {S1m, S0c},
    {S1t, S0t, S0c},
    {S1m, S0m, S0c},
    {S1t, S0m, S0c},
    {S1Nt, S1t, S0t},
    {S1x, S0x},
    {S1m, S0x},
    {S1x, S0m},
    {S1x, S0t, S0c},
    {S1x, S0x, S0c},
};
static const dem_template REST[] = {
    {S2m, S2t},           {S2t},           {S1t, N0t},           {S1m, N0m},      {S1m, N0t},
    {S1t, N0m},           {S1t, S0t, N0t}, {S1t, S0t, N0t, N1t}, {S1m, S0t, N0t}, {S1t, S0m, N0t},
    {S1t, S0t, N0m},      {S1x, S0t, N0t}, {S2t, S1t, S0t},      {S2t, S1t, S0c}, {S2m, S1m, S0c},
    {S2q, S2t, S1t, S0t}, {S2x, S1t, S0c}, {S2t, S1t, S0t, N0t}, {S2m, S0c},      {S2t, S2zd, S0t},
    {S2x, S0x, S0c},
};
/* clang-format on */

typedef struct group {
    const dem_template *t;
    unsigned n;
} group;
#define GROUP(t)                                                                                               \
    {                                                                                                          \
        t, sizeof(t) / sizeof(t)[0]                                                                            \
    }
/* By dem_move_group. */
static const group GROUPS[] = {GROUP(ONLY_N0), GROUP(ONLY_S0), GROUP(ONLY_S1),
                               GROUP(S0_N0),   GROUP(S1_S0),   GROUP(REST)};

enum {
    MOVES_N = (sizeof ONLY_N0 + sizeof ONLY_S0 + sizeof ONLY_S1 + sizeof S0_N0 + sizeof S1_S0 + sizeof REST) /
              sizeof(dem_template)
};
_Static_assert(MOVES_N <= DEM_MOVE_FEATURES && ATOMS <= DEM_MOVE_ATOMS, "room for move features");

void dem_word_root(dem_word *w)
{
    memset(w, 0, sizeof *w);
    w->form = w->low = w->lemma = dem_atom(901);
    w->tag = w->sense = dem_atom(902);
    w->upos = dem_atom(903);
}

static void put_word(uint64_t *at, const dem_word *w, uint32_t n, int i)
{
    if (i < 0 || (uint32_t)i > n) return;
    at[0] = w[i].lemma;
    at[1] = w[i].low;
    at[2] = w[i].tag;
    at[3] = w[i].upos;
    at[4] = w[i].sense;
}
static void put_kid(uint64_t *at, const dem_word *w, int i, uint8_t rel)
{
    if (i < 0) return;
    at[0] = w[i].lemma;
    at[1] = w[i].tag;
    at[2] = dem_atom(200u + rel);
}
static uint64_t lemma(const dem_word *w, int i)
{
    return i < 0 ? 0 : w[i].lemma;
}
static uint64_t tag(const dem_word *w, uint32_t n, int i)
{
    return i < 0 || (uint32_t)i > n ? 0 : w[i].tag;
}
static uint64_t distance(int from, int to)
{
    int d = to - from;
    return dem_atom(300u + (unsigned)(d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : d < 20 ? 7 : 8));
}
static uint64_t count(uint8_t n)
{
    return dem_atom(400u + (n < 6 ? n : 6u));
}
static uint64_t set(uint64_t m)
{
    return dem_atom(m ^ 0x5bd1e995deadbeefu);
}

static void put_s0(uint64_t *at, const dem_item *s, const dem_word *w, uint32_t n)
{
    put_word(at + S0m, w, n, s->tok);
    put_kid(at + S0am, w, s->l1, s->rl1);
    put_kid(at + S0bm, w, s->l2, s->rl2);
    put_kid(at + S0ym, w, s->r2, s->rr2);
    put_kid(at + S0zm, w, s->r1, s->rr1);
    at[S0k] = set(s->ml);
    at[S0q] = set(s->mr);
    at[S0i] = count(s->nl);
    at[S0j] = count(s->nr);
    at[S0c] = lemma(w, s->marker);
    at[PREt] = tag(w, n, s->tok - 1);
    at[AFTt] = tag(w, n, s->tok + 1);
}
static void put_s1(uint64_t *at, const dem_item *s, const dem_word *w, uint32_t n)
{
    put_word(at + S1m, w, n, s->tok);
    put_kid(at + S1am, w, s->l1, s->rl1);
    put_kid(at + S1bm, w, s->l2, s->rl2);
    put_kid(at + S1ym, w, s->r2, s->rr2);
    put_kid(at + S1zm, w, s->r1, s->rr1);
    at[S1k] = set(s->ml);
    at[S1q] = set(s->mr);
    at[S1i] = count(s->nl);
    at[S1j] = count(s->nr);
    at[S1c] = lemma(w, s->marker);
    at[S1Nt] = tag(w, n, s->tok + 1);
}
static void put_n0(uint64_t *at, const dem_item *s, const dem_word *w, uint32_t n)
{
    put_word(at + N0m, w, n, s->tok);
    put_word(at + N1m, w, n, s->tok + 1);
    put_word(at + N2m, w, n, s->tok + 2);
    put_kid(at + N0am, w, s->l1, s->rl1);
    put_kid(at + N0bm, w, s->l2, s->rl2);
    at[N0k] = set(s->ml);
    at[N0i] = count(s->nl);
    at[N0c] = lemma(w, s->marker);
    at[N3t] = tag(w, n, s->tok + 3);
}

void dem_move_atoms(const dem_state *s, const dem_word *w, uint32_t n, uint64_t *at)
{
    memset(at, 0, ATOMS * sizeof *at);
    const dem_item *s0 = s->top, *s1 = s0 ? s0->below : NULL, *s2 = s1 ? s1->below : NULL;
    put_n0(at, &s->next, w, n);
    if (s0) {
        put_s0(at, s0, w, n);
        at[D0] = distance(s0->tok, s->next.tok);
    }
    if (s1) {
        put_s1(at, s1, w, n);
        at[D1] = distance(s1->tok, s0->tok);
        at[B1] = dem_atom(450u + ((s1->mr >> DEM_REL_punct & 1) << 1 | (s0->ml >> DEM_REL_punct & 1)));
    }
    if (s2) {
        put_word(at + S2m, w, n, s2->tok);
        put_kid(at + S2zm, w, s2->r1, s2->rr1);
        at[S2q] = set(s2->mr);
        at[S2c] = lemma(w, s2->marker);
    }
}

unsigned dem_move_group_features(const uint64_t *atom, dem_move_group g, uint64_t *out)
{
    dem_features(atom, GROUPS[g].t, GROUPS[g].n, (unsigned)g * 100, out);
    return GROUPS[g].n;
}

unsigned dem_move_features(const dem_state *s, const dem_word *w, uint32_t n, uint64_t *out)
{
    uint64_t at[DEM_MOVE_ATOMS];
    unsigned f = 0;
    dem_move_atoms(s, w, n, at);
    for (dem_move_group g = 0; g < DEM_GROUPS; g++) f += dem_move_group_features(at, g, out + f);
    return f;
}

/* clang-format off */
/* The arc from H to X: H may still grow on X's side, X is complete. */
enum {
    R_NONE, WORD5(H), WORD5(X), /* X: the dependent */
    KID3(Xa), KID3(Xb), KID3(Xy), KID3(Xz), /* its children */
    KID3(Hn), KID3(Hf), /* H's outermost child on X's side, and on the other */
    Xk, Xq, Hk, Hq, Xc, Hc, DIST, HPt, HNt, XPt, XNt, Gt, Gm, NXt, Xw2,
    R_ATOMS
};

static const dem_template REL_X[] = {
    {R_NONE}, {Xm}, {Xw, Xt}, {Xt}, {Xc, Xm}, {Xam, Xt}, {Xbd, Xbt, Xt}, {Xzd, Xzt, Xt}, {Xzm, Xt},
    {XPt, XNt, Xt}, {Xm, Xt, Xk},
};
static const dem_template REL_BOTH[] = {
    {Ht, Xt}, {Hu, Xu}, {Hm, Xm}, {Hm, Xt}, {Ht, Xm}, {Hm, Ht, Xt}, {Ht, Xm, Xt}, {Hm}, {Hw, Ht}, {Ht},
    {Ht, Xt, DIST}, {Xt, DIST}, {Hu, Xm, DIST}, {Xk, Xt, Ht}, {Xk, Hu}, {Xq, Xt, Ht}, {Xk, Xq, Hu, Xu},
    {Hk, Ht, Xt}, {Hq, Ht, Xt}, {Hk, Hq, Xu}, {Hq, Hm, Xu}, {Hk, Hm, Xu}, {Xc, Xu, Hu}, {Xc, Hm},
    {Xc, Hm, Xm}, {Xc, Xm, Hu}, {Hc, Ht, Xt}, {Xad, Xat, Xt, Ht}, {Xyd, Xt, Ht}, {Xam, Hu, Xu},
    {Xad, Xbd, Xt, Hu}, {Hnd, Ht, Xt}, {Hnd, Hnt, Hm, Xu}, {Hfd, Ht, Xt}, {Hnm, Ht, Xt}, {HPt, Ht, Xt},
    {HNt, Ht, Xt}, {XPt, Xt, Ht}, {XNt, Xt, Ht}, {NXt, Xt, Ht}, {Xx, Xc, Hu}, {Hx, Xx}, {Hm, Xx}, {Hx, Xm},
    {Xx, Hu, DIST}, {Hx, Xx, Xc}, {Hx, Xk, Xu}, {Xx, Xk, Hu}, {Gt, Ht, Xt}, {Gm, Hm, Xu}, {Hm, Xk, Xu},
    {Hu, Xw2, Xu}, {Ht, Xk, Xq, Hq},
};
/* clang-format on */
static const group REL_GROUPS[] = {GROUP(REL_X), GROUP(REL_BOTH)};
enum { RELS_N = (sizeof REL_X + sizeof REL_BOTH) / sizeof(dem_template) };
_Static_assert(RELS_N <= DEM_REL_FEATURES && R_ATOMS <= DEM_REL_ATOMS, "room for relation features");

static void put_dependent(uint64_t *at, const dem_item *d, const dem_word *w, uint32_t n)
{
    put_word(at + Xm, w, n, d->tok);
    put_kid(at + Xam, w, d->l1, d->rl1);
    put_kid(at + Xbm, w, d->l2, d->rl2);
    put_kid(at + Xym, w, d->r2, d->rr2);
    put_kid(at + Xzm, w, d->r1, d->rr1);
    at[Xk] = set(d->ml);
    at[Xq] = set(d->mr);
    at[Xc] = lemma(w, d->marker);
    at[XPt] = tag(w, n, d->tok - 1);
    at[XNt] = tag(w, n, d->tok + 1);
    at[Xw2] = w[d->tok].shape;
}

void dem_rel_atoms(const dem_state *s, const dem_word *w, uint32_t n, dem_move m, uint64_t *at)
{
    memset(at, 0, R_ATOMS * sizeof *at);
    const dem_item *d = s->top, *h = m == DEM_LEFT ? &s->next : d->below,
                   *g = m == DEM_LEFT ? d->below : h->below;
    put_dependent(at, d, w, n);
    put_word(at + Hm, w, n, h->tok);
    bool left = m == DEM_LEFT;
    put_kid(at + Hnm, w, left ? h->l1 : h->r1, left ? h->rl1 : h->rr1);
    put_kid(at + Hfm, w, left ? h->r1 : h->l1, left ? h->rr1 : h->rl1);
    at[Hk] = set(h->ml);
    at[Hq] = set(h->mr);
    at[Hc] = lemma(w, h->marker);
    at[DIST] = left ? distance(d->tok, h->tok) : distance(h->tok, d->tok);
    at[HPt] = tag(w, n, h->tok - 1);
    at[HNt] = tag(w, n, h->tok + 1);
    if (g) {
        at[Gt] = w[g->tok].tag;
        at[Gm] = w[g->tok].lemma;
    }
    at[NXt] = tag(w, n, s->next.tok);
}

unsigned dem_rel_group_features(const uint64_t *atom, dem_move m, dem_rel_group g, uint64_t *out)
{
    /* Left and right arcs share no feature. */
    dem_features(atom, REL_GROUPS[g].t, REL_GROUPS[g].n, (unsigned)m * 1000 + (unsigned)g * 100, out);
    return REL_GROUPS[g].n;
}

unsigned dem_rel_features(const dem_state *s, const dem_word *w, uint32_t n, dem_move m, uint64_t *out)
{
    uint64_t at[DEM_REL_ATOMS];
    dem_rel_atoms(s, w, n, m, at);
    unsigned f = dem_rel_group_features(at, m, DEM_REL_GROUP_X, out);
    return f + dem_rel_group_features(at, m, DEM_REL_GROUP_BOTH, out + f);
}

/* said/role.c - see role.h. */
#include "said/role.h"

const int8_t SAID_ROLE_TRAIT[SAID_ROLE_WEIGHTS * (SAID_ROLES - 1)] = {
#include "said/role.inc"
};
const int8_t SAID_ROLE_STEP[SAID_STEP_KINDS][SAID_ROLES][SAID_ROLES] = {
#include "said/role_step.inc"
};

/* ---- the frame: paths from the cue --------------------------------------------------------------------------- */

static void climb(said_frame *f)
{
    const dem_sentence *s = &f->v->in->sentence[f->sentence];
    uint64_t path = 0;
    int steps = 0;
    for (uint32_t t = 0; t < s->n; t++) f->up[t] = f->meet[t] = f->branch[t] = -1;
    for (int t = f->cue; t >= 0; path = said_mix(path, s->tok[t].rel), t = s->tok[t].head, steps++) {
        f->up[t] = (int16_t)steps;
        f->up_path[t] = steps > 3 ? 4 : path;
        f->meet[t] = f->branch[t] = (int16_t)t;
    }
}

/* Meeting point, branch and path of a token, by those of its head. */
static void place(said_frame *f, int token)
{
    const dem_sentence *s = &f->v->in->sentence[f->sentence];
    int chain[DEM_MAX_TOKENS], n = 0, t = token;
    for (; t >= 0 && f->meet[t] < 0; t = s->tok[t].head) chain[n++] = t;
    while (n > 0) {
        int below = chain[--n], head = s->tok[below].head;
        bool first = head < 0 || f->up[head] >= 0;
        f->meet[below] = head < 0 ? (int16_t)below : f->meet[head];
        f->branch[below] = first ? (int16_t)below : f->branch[head];
        f->depth[below] = first ? 1 : f->depth[head] < 200 ? (uint8_t)(f->depth[head] + 1) : 200;
        f->path[below] = first                 ? s->tok[below].rel + 1u
                         : f->depth[below] > 3 ? f->path[head]
                                               : said_mix(f->path[head], s->tok[below].rel);
        int score = below == f->cue ? SAID_NO_CUE : f->v->word[f->sentence][below].cue;
        uint8_t own = score > 0 ? 3 : score > -SAID_ONE ? 2 : score > -2 * SAID_ONE ? 1 : 0;
        f->rival[below] = first || f->rival[head] < own ? own : f->rival[head];
    }
}

static uint64_t kind_of(const dem_sentence *s, int cue)
{
    const dem_token *t = &s->tok[cue];
    bool passive = dem_kid_with(s, cue, DEM_REL_aux_pass) >= 0;
    bool clause = t->rel == DEM_REL_acl || t->rel == DEM_REL_acl_relcl || t->rel == DEM_REL_advcl;
    return (t->xpos * 2u + passive) * 2 + clause;
}

static uint64_t needs_of(const dem_sentence *s, int cue)
{
    static const uint8_t RELS[] = {DEM_REL_nsubj, DEM_REL_nsubj_pass, DEM_REL_ccomp,     DEM_REL_xcomp,
                                   DEM_REL_obj,   DEM_REL_parataxis,  DEM_REL_obl_agent, DEM_REL_nmod_poss};
    uint64_t set = 0;
    for (unsigned i = 0; i < sizeof RELS; i++) set |= (uint64_t)(dem_kid_with(s, cue, RELS[i]) >= 0) << i;
    return set;
}

static bool parts(const dem_token *t)
{
    return t->upos == DEM_UPOS_PUNCT && t->form.n && t->form.p[0] != '\'' && t->form.p[0] != '"';
}

void said_frame_make(said_frame *f, const said_view *v, uint32_t sentence, int cue)
{
    const dem_sentence *s = &v->in->sentence[sentence];
    *f = (said_frame){.v = v, .sentence = sentence, .cue = cue};
    f->word = (uint64_t)v->word[sentence][cue].lemma * 32 + s->tok[cue].upos;
    f->kind = kind_of(s, cue);
    f->needs = needs_of(s, cue);
    f->up = dem_arena_array(v->arena, int16_t, s->n);
    f->up_path = dem_arena_array(v->arena, uint64_t, s->n);
    f->meet = dem_arena_array(v->arena, int16_t, s->n);
    f->branch = dem_arena_array(v->arena, int16_t, s->n);
    f->path = dem_arena_array(v->arena, uint64_t, s->n);
    f->depth = dem_arena_array(v->arena, uint8_t, s->n);
    f->rival = dem_arena_array(v->arena, uint8_t, s->n);
    f->marks = dem_arena_array(v->arena, uint16_t, s->n + 1);
    climb(f);
    for (uint32_t t = 0; t < s->n; t++) {
        place(f, (int)t);
        f->marks[t + 1] = (uint16_t)(f->marks[t] + parts(&s->tok[t]));
        f->quotes |= v->word[sentence][t].run != 0;
    }
}

/* ---- traits of a token ------------------------------------------------------------------------------------------ */

enum {
    BRANCH = 1,
    BRANCH_WORD,
    BRANCH_KIND,
    PATH,
    PATH_UPOS,
    PATH_WORD,
    TOP,
    WORD,
    WORD_BRANCH,
    UPOS_DISTANCE,
    QUOTED,
    QUOTED_BRANCH,
    RIVAL,
    RIVAL_BRANCH,
    MARKS,
    NEXT,
    PREVIOUS,
    HEAD,
    SIDE_WORD,
    MARKED,
    NEEDS,
    NEEDS_TOP,
    NEAR,
    EDGE,
    BRANCH_UPOS,
    BIAS,
    CUE_SIDE,
    BRANCH_HEAD,
    FIRST
};

static unsigned bucket(int d)
{
    int a = d < 0 ? -d : d;
    unsigned b = a < 4 ? (unsigned)a : a < 6 ? 4 : a < 9 ? 5 : a < 14 ? 6 : a < 22 ? 7 : 8;
    return b * 2 + (d > 0);
}

static int marks_between(const said_frame *f, int t)
{
    int n = t > f->cue ? f->marks[t] - f->marks[f->cue + 1] : f->marks[f->cue] - f->marks[t + 1];
    return n > 3 ? 3 : n;
}

/* How the quotation of the token lies to the cue: 0 no quotation in the sentence, 1 outside, 2 inside, 3 both are. */
static unsigned quoted(const said_frame *f, int t)
{
    const said_word *w = f->v->word[f->sentence];
    if (!f->quotes) return 0;
    unsigned words = w[t].run ? f->v->run.at[w[t].run].words : 0;
    unsigned length = words > 8 ? 2 : words > 3;
    return (w[t].run ? 2u + (w[f->cue].run != 0) : 1u) + 4 * length;
}

static uint64_t form_at(const said_frame *f, int t)
{
    int n = (int)f->v->in->sentence[f->sentence].n;
    return t < 0 ? 1 : t >= n ? 2 : f->v->word[f->sentence][t].form;
}

void said_role_traits(const said_frame *f, int token, said_traits *out)
{
    const dem_sentence *s = &f->v->in->sentence[f->sentence];
    const said_word *w = f->v->word[f->sentence];
    const dem_token *t = &s->tok[token];
    int b = f->branch[token], m = f->meet[token];
    unsigned side = token > f->cue, b_side = b > f->cue;
    uint64_t up = f->up_path[m];
    bool above = f->up[token] >= 0;
    uint64_t top = said_mix(up, (uint64_t)(above ? DEM_REL_COUNT : s->tok[b].rel) * 4 + side * 2 + b_side);
    uint64_t path = said_mix(up, f->path[token] * 2 + side);
    uint64_t where = bucket(token - f->cue), q = quoted(f, token);
    int mark = dem_kid_with(s, b, DEM_REL_mark);
    if (mark < 0) mark = dem_kid_with(s, b, DEM_REL_case);
    uint64_t marker = mark >= 0 ? w[mark].lemma : 0;
    said_add(out, BIAS, side);
    said_add(out, BRANCH, top);
    said_add(out, BRANCH_WORD, said_mix(top, f->word));
    said_add(out, BRANCH_KIND, said_mix(top, f->kind));
    said_add(out, BRANCH_UPOS, said_mix(top, t->upos));
    said_add(out, BRANCH_HEAD, said_mix(top, w[b].lemma));
    said_add(out, PATH, path);
    said_add(out, PATH_UPOS, said_mix(path, t->upos));
    said_add(out, PATH_WORD, said_mix(path, f->word));
    said_add(out, TOP, said_mix(top, (f->depth[token] > 4 ? 4u : f->depth[token]) * 64u + t->rel));
    said_add(out, WORD, w[token].lemma * 2u + side);
    said_add(out, WORD_BRANCH, said_mix(top, w[token].lemma));
    said_add(out, UPOS_DISTANCE, where * 64 + t->xpos);
    said_add(out, QUOTED, (q * 2 + side) * 32 + t->upos);
    said_add(out, QUOTED_BRANCH, said_mix(top, q));
    said_add(out, RIVAL, (f->rival[token] * 2u + side) * 4 + (w[token].cue > 0));
    said_add(out, RIVAL_BRANCH, said_mix(top, f->rival[token]));
    said_add(out, MARKS, ((unsigned)marks_between(f, token) * 2 + side) * 32 + t->upos);
    said_add(out, NEXT, said_mix(form_at(f, token + 1), side));
    said_add(out, PREVIOUS, said_mix(form_at(f, token - 1), side));
    said_add(out, HEAD, said_mix(t->head < 0 ? 0 : w[t->head].lemma, t->rel * 2u + side));
    said_add(out, SIDE_WORD, said_mix(f->word, (where * 32 + t->upos)));
    said_add(out, MARKED, said_mix(top, marker));
    said_add(out, NEEDS, said_mix(f->needs, where * 32 + t->upos));
    said_add(out, NEEDS_TOP, said_mix(top, f->needs));
    said_add(out, NEAR, said_mix(f->kind, said_mix(where, t->upos)));
    said_add(out, CUE_SIDE, said_mix(f->word, side * 4 + (q > 1)));
    said_add(out, FIRST, (unsigned)(token == 0) * 2 + (token + 2 >= (int)s->n));
}

unsigned said_role_step(const said_frame *f, int token)
{
    const dem_sentence *s = &f->v->in->sentence[f->sentence];
    if (token == 0) return 0;
    const dem_token *t = &s->tok[token], *p = t - 1;
    bool together = f->branch[token] == f->branch[token - 1];
    bool bound = t->head == token - 1 || p->head == token;
    const said_word *w = f->v->word[f->sentence];
    return together + 2u * bound + 4u * (p->upos == DEM_UPOS_PUNCT) + 8u * (t->upos == DEM_UPOS_PUNCT) +
           16u * (w[token].run != 0);
}

/* ---- the likeliest sequence ------------------------------------------------------------------------------------- */

enum { WORST = SAID_WORST };

static void own_scores(const said_frame *f, int token, int32_t score[SAID_ROLES])
{
    said_traits t = {.bits = SAID_ROLE_BITS};
    said_role_traits(f, token, &t);
    for (int r = 0; r < SAID_ROLES; r++) score[r] = 0;
    for (uint32_t i = 0; i < t.n; i++)
        for (int r = 1; r < SAID_ROLES; r++)
            score[r] += SAID_ROLE_TRAIT[t.at[i] * (SAID_ROLES - 1) + (uint32_t)r - 1];
    if (token == f->cue)
        for (int r = 0; r < SAID_ROLES; r++)
            if (r != SAID_CUE) score[r] = -(1 << 20);
}

/* States: a role, and which of the wanted roles have been met so far (a bit each). */
enum { MASKS = 1 << SAID_ROLES, STATES = MASKS * SAID_ROLES };

static void advance(const said_frame *f, int token, unsigned want, const int32_t own[SAID_ROLES], int32_t *best,
                    uint8_t *from)
{
    const int8_t(*step)[SAID_ROLES] = SAID_ROLE_STEP[said_role_step(f, token)];
    const int states = ((int)want + 1) * SAID_ROLES;
    int32_t next[STATES];
    for (int state = 0; state < states; state++) next[state] = WORST;
    for (int before = 0; before < states; before++) {
        if (best[before] == WORST) continue;
        for (int role = 0; role < SAID_ROLES; role++) {
            int met = before / SAID_ROLES | (int)(want & 1u << role), state = met * SAID_ROLES + role;
            int32_t score = best[before] + own[role] + step[before % SAID_ROLES][role];
            if (score <= next[state]) continue;
            next[state] = score;
            from[state] = (uint8_t)before;
        }
    }
    memcpy(best, next, (size_t)states * sizeof *next);
}

int32_t said_roles(const said_frame *f, unsigned want, uint8_t *out)
{
    const uint32_t n = f->v->in->sentence[f->sentence].n;
    const uint32_t states = (want + 1) * SAID_ROLES; /* the rest cannot be reached */
    uint8_t *from = dem_arena_alloc(f->v->arena, (size_t)n * states);
    int32_t best[STATES], own[SAID_ROLES];
    for (uint32_t state = 0; state < states; state++) best[state] = WORST;
    own_scores(f, 0, own);
    for (int r = 0; r < SAID_ROLES; r++) best[(want & 1u << r) * SAID_ROLES + (unsigned)r] = own[r];
    for (uint32_t t = 1; t < n; t++) {
        own_scores(f, (int)t, own);
        advance(f, (int)t, want, own, best, from + t * states);
    }
    int first = (int)want * SAID_ROLES, at = first;
    for (int state = first + 1; state < first + SAID_ROLES; state++)
        if (best[state] > best[at]) at = state;
    int32_t score = best[at];
    if (score == WORST) return WORST;
    for (uint32_t t = n; t-- > 0; at = from[t * states + (uint32_t)at]) out[t] = (uint8_t)(at % SAID_ROLES);
    return score;
}

/* said/find.c - cues into attribution relations. */
#include "said/cue.h"
#include "said/relation.h"

enum {
    MAX_CUES = 64,      /* of one sentence */
    SOURCE_MARGIN = 48, /* two units of log-odds */
    MAX_DEPTH = 6       /* of relations within relations; what lies deeper counts as so deep */
};

/* ---- the sentence of the cue ------------------------------------------------------------------------------------ */

/* "said in a statement" may be two heads of one cue: the likelier one stays. */
static bool same_cue(const said_view *v, const said_relation *a, const said_relation *b)
{
    return a->role[b->cue] == SAID_CUE && v->word[a->sentence][a->cue].cue >= v->word[b->sentence][b->cue].cue;
}

/* One lies in the content of the other; if each does in the other's, who is not quoted encloses, else the likelier one. */
static bool encloses(const said_view *v, const said_relation *a, const said_relation *b)
{
    const said_word *w = v->word[a->sentence];
    if (a->role[b->cue] != SAID_CONTENT) return false;
    if (b->role[a->cue] != SAID_CONTENT) return true;
    bool quoted_a = w[a->cue].run != 0, quoted_b = w[b->cue].run != 0;
    if (quoted_a != quoted_b) return quoted_b;
    return w[a->cue].cue > w[b->cue].cue || (w[a->cue].cue == w[b->cue].cue && a->cue < b->cue);
}

static uint32_t content_words(const said_view *v, const said_relation *r)
{
    uint32_t words = 0;
    for (uint32_t t = 0; t < v->in->sentence[r->sentence].n; t++) words += r->role[t] == SAID_CONTENT;
    return words;
}

static bool has(const said_frame *f, const uint8_t *role, said_role wanted)
{
    for (uint32_t t = 0; t < f->v->in->sentence[f->sentence].n; t++)
        if (role[t] == wanted) return true;
    return false;
}

/* Most cues have a source: one that is not much less likely than none is taken. */
static void roles_of(const said_frame *f, unsigned want, uint8_t *role)
{
    int32_t best = said_roles(f, want, role);
    bool hedge = f->v->in->sentence[f->sentence].tok[f->cue].upos == DEM_UPOS_ADV; /* "reportedly": by nobody */
    if (best == SAID_WORST || hedge || has(f, role, SAID_SOURCE)) return;
    uint8_t *other = dem_arena_array(f->v->arena, uint8_t, f->v->in->sentence[f->sentence].n);
    int32_t score = said_roles(f, want | 1u << SAID_SOURCE, other);
    if (score != SAID_WORST && best - score < SOURCE_MARGIN)
        memcpy(role, other, f->v->in->sentence[f->sentence].n);
}

static void find_in(const said_view *v, uint32_t sentence, said_relations *all)
{
    said_relation found[MAX_CUES];
    uint32_t n = 0, first = (uint32_t)all->n;
    for (uint32_t t = 0; t < v->in->sentence[sentence].n && n < MAX_CUES; t++) {
        if (v->word[sentence][t].cue <= SAID_CUE_LEAST) continue;
        said_frame f;
        said_frame_make(&f, v, sentence, (int)t);
        found[n] = (said_relation){.sentence = sentence, .cue = (int)t, .within = -1};
        found[n].role = dem_arena_array(v->arena, uint8_t, v->in->sentence[sentence].n);
        roles_of(&f, 0, found[n++].role);
    }
    for (uint32_t i = 0; i < n; i++) {
        bool twice = false;
        for (uint32_t k = 0; k < n; k++) twice |= k != i && same_cue(v, &found[k], &found[i]);
        if (!twice) dem_vec_push(v->arena, all, found[i]);
    }
    for (size_t i = first; i < all->n; i++)
        for (size_t k = first; k < all->n; k++) {
            int32_t *within = &all->at[i].within;
            if (k == i || !encloses(v, &all->at[k], &all->at[i])) continue;
            if (*within < 0 || content_words(v, &all->at[k]) < content_words(v, &all->at[*within]))
                *within = (int32_t)k;
        }
}

/* ---- the report ----------------------------------------------------------------------------------------------------- */

static int source_head(const said_view *v, const said_relation *r)
{
    const dem_sentence *s = &v->in->sentence[r->sentence];
    for (uint32_t t = 0; t < s->n; t++)
        if (r->role[t] == SAID_SOURCE && (s->tok[t].head < 0 || r->role[s->tok[t].head] != SAID_SOURCE))
            return (int)t;
    return -1;
}

static unsigned depth_of(const said_relations *all, int32_t i)
{
    unsigned depth = 0;
    for (; all->at[i].within >= 0 && depth < MAX_DEPTH; i = all->at[i].within) depth++;
    return depth;
}

/* Who says something says something: where the likeliest roles have no content, the likeliest that have some. */
static void want_content(const said_view *v, said_relations *all)
{
    for (size_t i = 0; i < all->n; i++) {
        said_relation *r = &all->at[i];
        if (v->in->sentence[r->sentence].n < 2 || content_words(v, r) || r->elsewhere) continue;
        said_frame f;
        said_frame_make(&f, v, r->sentence, r->cue);
        roles_of(&f, 1u << SAID_CONTENT, r->role);
    }
}

/* Each in the content of the next, and the last in that of the first: parsers and models may say so. The first is let go. */
static void break_circles(said_relations *all)
{
    for (size_t i = 0; i < all->n; i++) {
        size_t steps = 0;
        int32_t up = all->at[i].within;
        for (; up >= 0 && up != (int32_t)i && steps < all->n; up = all->at[up].within) steps++;
        if (up >= 0) all->at[i].within = -1;
    }
}

/* Each token's relation, the inner ones written over the outer ones. */
static void point_back(const said_view *v, const said_relations *all, dem_said_list *out)
{
    out->by = dem_arena_array(v->arena, int32_t *, v->in->n + 1);
    for (uint32_t i = 0; i < v->in->n; i++) {
        out->by[i] = dem_arena_array(v->arena, int32_t, v->in->sentence[i].n + 1);
        for (uint32_t t = 0; t < v->in->sentence[i].n; t++) {
            uint32_t run = v->word[i][t].run;
            out->by[i][t] = run ? v->run.at[run].owner : -1;
            if (out->by[i][t] >= 0 && all->at[out->by[i][t]].sentence == i)
                out->by[i][t] = -1; /* as its roles say */
        }
    }
    for (unsigned depth = 0; depth <= MAX_DEPTH; depth++)
        for (size_t k = 0; k < all->n; k++) {
            const said_relation *r = &all->at[k];
            if (depth_of(all, (int32_t)k) != depth) continue;
            for (uint32_t t = 0; t < v->in->sentence[r->sentence].n; t++)
                if (r->role[t] == SAID_CONTENT) out->by[r->sentence][t] = (int32_t)k;
        }
}

void dem_said_find(const dem_said_input *in, dem_arena *arena, dem_said_list *out)
{
    said_view v;
    said_relations all = {0};
    said_view_make(&v, in, arena);
    said_cues_judge(&v);
    for (uint32_t i = 0; i < in->n; i++) find_in(&v, i, &all);
    said_stretch(&v, &all);
    break_circles(&all);
    want_content(&v, &all);
    *out = (dem_said_list){dem_arena_array(arena, dem_said, all.n + 1), (uint32_t)all.n, NULL};
    point_back(&v, &all, out);
    for (uint32_t i = 0; i < out->n; i++) {
        const said_relation *r = &all.at[i];
        out->at[i] = (dem_said){.sentence = r->sentence,
                                .cue_head = (int16_t)r->cue,
                                .source_head = (int16_t)source_head(&v, r),
                                .within = r->within,
                                .source = said_pieces(&v, r, (int32_t)i, SAID_SOURCE),
                                .cue = said_pieces(&v, r, (int32_t)i, SAID_CUE),
                                .content = said_pieces(&v, r, (int32_t)i, SAID_CONTENT),
                                .kind = said_speech(&v, r, (int32_t)i)};
    }
}

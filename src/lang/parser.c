/* lang/parser.c - beam search. Equal futures are merged: of two hypotheses that can only go on alike, the
 * better one stays (Huang & Sagae 2010, without packing). */
#include "lang/parser.h"
#include <stdlib.h>

#define CACHE_BITS 12
#define HOPELESS INT32_MIN

/* Points of every legal move, the best relation of the arc that it makes included. */
typedef struct choice_set {
    int32_t score[DEM_MOVES];
    uint8_t rel[DEM_MOVES];
} choice_set;

/* Hypotheses differ in few places, so most of what one asks has just been answered for another. */
typedef struct cached {
    uint64_t view;
    uint32_t run; /* number of the sentence it belongs to */
    choice_set choice;
} cached;
typedef struct cached_arc {
    uint64_t view;
    uint32_t run;
    int32_t score;
    uint8_t rel;
} cached_arc;

struct dem_parser {
    dem_state *state; /* [steps * beam], all states of this run */
    dem_item *item;   /* as many */
    size_t cap, n_state, n_item;
    const dem_state *best[2 * DEM_MAX_TOKENS + 1];
    uint32_t run;
    cached cache[1 << CACHE_BITS];
    cached_arc arc[1 << CACHE_BITS];
};

typedef struct candidate {
    const dem_state *from;
    int32_t score;
    uint8_t move, rel;
} candidate;

dem_parser *dem_parser_new(void)
{
    return dem_xalloc(sizeof(dem_parser));
}
void dem_parser_free(dem_parser *p)
{
    if (!p) return;
    free(p->state);
    free(p->item);
    free(p);
}

static void begin(dem_parser *p, uint32_t n, unsigned beam)
{
    size_t need = (size_t)(2 * n + 1) * beam;
    if (need > p->cap) {
        p->cap = need;
        p->state = dem_xrealloc(p->state, need * sizeof *p->state);
        p->item = dem_xrealloc(p->item, need * sizeof *p->item);
    }
    p->n_state = p->n_item = 0;
    if (++p->run == 0) { /* after 2^32 sentences old entries would look new */
        memset(p->cache, 0, sizeof p->cache);
        memset(p->arc, 0, sizeof p->arc);
        p->run = 1;
    }
}

typedef struct query {
    dem_parser *p;
    const dem_scorer *moves, *rels;
    const dem_word *w;
    uint32_t n;
    int32_t hopeless; /* points by which an arc may trail the state's best move before it is named */
} query;

/* The best relation for the arc that `m` makes. */
static void name_arc(const query *q, const dem_state *s, dem_move m, cached_arc *out)
{
    uint64_t f[DEM_REL_FEATURES];
    int32_t score[DEM_MAX_CLASSES];
    dem_score(q->rels, f, dem_rel_features(s, q->w, q->n, m, f), score);
    unsigned best = DEM_REL_root + 1;
    for (unsigned r = best + 1; r < DEM_REL_COUNT; r++)
        if (score[r] > score[best]) best = r;
    out->score = score[best];
    out->rel = (uint8_t)best;
}

static const cached_arc *arc_of(const query *q, const dem_state *s, dem_move m)
{
    static const cached_arc ROOT = {.rel = DEM_REL_root};
    if (m == DEM_LEFT && (uint32_t)s->next.tok == q->n) return &ROOT;
    uint64_t view = dem_state_arc_view(s, m);
    cached_arc *c = &q->p->arc[view >> (64 - CACHE_BITS)];
    if (c->run != q->p->run || c->view != view) {
        c->run = q->p->run;
        c->view = view;
        name_arc(q, s, m, c);
    }
    return c;
}

/* Naming an arc is the dearest step, and most arcs are out of the question: those get no name and no chance. */
static void choose(const query *q, const dem_state *s, choice_set *c)
{
    uint64_t f[DEM_MOVE_FEATURES];
    int32_t score[DEM_MAX_CLASSES];
    dem_score(q->moves, f, dem_move_features(s, q->w, q->n, f), score);
    int32_t best = INT32_MIN;
    for (dem_move m = DEM_SHIFT; m < DEM_MOVES; m++)
        if (dem_state_allows(s, q->n, m) && score[m] > best) best = score[m];
    c->score[DEM_SHIFT] = score[DEM_SHIFT];
    for (dem_move m = DEM_LEFT; m <= DEM_RIGHT; m++) {
        if (!dem_state_allows(s, q->n, m)) continue;
        if (score[m] < best - q->hopeless) {
            c->score[m] = HOPELESS;
            c->rel[m] = DEM_REL_dep;
            continue;
        }
        const cached_arc *arc = arc_of(q, s, m);
        c->score[m] = score[m] + arc->score;
        c->rel[m] = arc->rel;
    }
}

static const choice_set *choice_of(const query *q, const dem_state *s)
{
    uint64_t view = dem_state_view(s);
    cached *c = &q->p->cache[view >> (64 - CACHE_BITS)];
    if (c->run != q->p->run || c->view != view) {
        c->run = q->p->run;
        c->view = view;
        c->choice = (choice_set){0};
        choose(q, s, &c->choice);
    }
    return &c->choice;
}

static void insert(candidate *list, unsigned *n, candidate c)
{
    unsigned i = (*n)++;
    for (; i > 0 && list[i - 1].score < c.score; i--) list[i] = list[i - 1];
    list[i] = c;
}

static bool seen(const uint64_t *sig, unsigned n, uint64_t s)
{
    for (unsigned i = 0; i < n; i++)
        if (sig[i] == s) return true;
    return false;
}

/* The best different states among the candidates, as new states behind the old ones. */
static unsigned advance(dem_parser *p, const candidate *list, unsigned n, dem_search search)
{
    uint64_t sig[DEM_MAX_BEAM];
    unsigned kept = 0;
    for (unsigned i = 0; i < n && kept < search.beam; i++) {
        if (list[i].score < list[0].score - search.margin) break;
        dem_state *to = &p->state[p->n_state];
        bool used = dem_state_move(to, list[i].from, list[i].move, list[i].rel, &p->item[p->n_item]);
        to->score = list[i].score;
        uint64_t s = dem_state_sig(to);
        if (seen(sig, kept, s)) continue;
        sig[kept++] = s;
        p->n_state++;
        p->n_item += used;
    }
    return kept;
}

const dem_state *dem_parser_run(dem_parser *p, const dem_scorer *moves, const dem_scorer *rels,
                                const dem_word *w, uint32_t n, dem_search search)
{
    const query q = {p, moves, rels, w, n, search.margin + search.margin / 3};
    begin(p, n, search.beam);
    dem_state_start(&p->state[p->n_state++]);
    size_t from = 0;
    unsigned kept = 1;
    p->best[0] = p->state;
    for (uint32_t step = 1; step <= 2 * n; step++) {
        candidate list[DEM_MAX_BEAM * DEM_MOVES];
        unsigned n_list = 0;
        for (unsigned i = 0; i < kept; i++) {
            const dem_state *s = &p->state[from + i];
            const choice_set *c = choice_of(&q, s);
            for (dem_move m = DEM_SHIFT; m < DEM_MOVES; m++)
                if (dem_state_allows(s, n, m) && c->score[m] != HOPELESS)
                    insert(list, &n_list, (candidate){s, s->score + c->score[m], (uint8_t)m, c->rel[m]});
        }
        from = p->n_state;
        kept = advance(p, list, n_list, search);
        p->best[step] = &p->state[from];
    }
    return p->best[2 * n];
}

const dem_state *dem_parser_best(const dem_parser *p, uint32_t step)
{
    return p->best[step];
}

void dem_state_tree(const dem_state *s, uint32_t n, int16_t *head, uint8_t *rel)
{
    for (; s->prev; s = s->prev) {
        if (s->move == DEM_SHIFT) continue;
        const dem_state *b = s->prev;
        int d = b->top->tok, h = s->move == DEM_LEFT ? b->next.tok : b->top->below->tok;
        head[d] = (int16_t)((uint32_t)h == n ? DEM_ROOT : h);
        rel[d] = s->rel;
    }
}

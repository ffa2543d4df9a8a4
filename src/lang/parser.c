/* lang/parser.c - beam search. Equal futures are merged: of two hypotheses that can only go on alike, the
 * better one stays (Huang & Sagae 2010, without packing). */
#include "lang/parser.h"
#include <stdlib.h>

#define CACHE_BITS 12

typedef struct cached {
    uint64_t view;
    uint32_t run; /* number of the sentence it belongs to */
    dem_choice choice;
} cached;

struct dem_parser {
    dem_state *state; /* [steps * beam], all states of this run */
    dem_item *item;   /* as many */
    size_t cap, n_state, n_item;
    const dem_state *best[2 * DEM_MAX_TOKENS + 1];
    uint32_t run;
    cached cache[1 << CACHE_BITS];
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
        p->run = 1;
    }
}

static uint8_t name_arc(const dem_scorer *rels, const dem_state *s, const dem_word *w, uint32_t n, dem_move m,
                        int32_t *points)
{
    if (m == DEM_LEFT && (uint32_t)s->next.tok == n) return DEM_REL_root;
    uint64_t f[DEM_REL_FEATURES];
    int32_t score[DEM_MAX_CLASSES];
    dem_score(rels, f, dem_rel_features(s, w, n, m, f), score);
    unsigned best = DEM_REL_root + 1;
    for (unsigned r = best + 1; r < DEM_REL_COUNT; r++)
        if (score[r] > score[best]) best = r;
    *points += score[best];
    return (uint8_t)best;
}

void dem_choose(dem_choice *c, const dem_scorer *moves, const dem_scorer *rels, const dem_state *s,
                const dem_word *w, uint32_t n)
{
    uint64_t f[DEM_MOVE_FEATURES];
    int32_t score[DEM_MAX_CLASSES];
    dem_score(moves, f, dem_move_features(s, w, n, f), score);
    memcpy(c->score, score, sizeof c->score);
    for (dem_move m = DEM_LEFT; m <= DEM_RIGHT; m++)
        if (dem_state_allows(s, n, m)) c->rel[m] = name_arc(rels, s, w, n, m, &c->score[m]);
    c->rel[DEM_SHIFT] = 0;
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

/* The best `beam` different states among the candidates, as new states behind the old ones. */
static unsigned advance(dem_parser *p, const candidate *list, unsigned n, unsigned beam)
{
    uint64_t sig[DEM_MAX_BEAM];
    unsigned kept = 0;
    for (unsigned i = 0; i < n && kept < beam; i++) {
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

static const dem_choice *choice_of(dem_parser *p, const dem_scorer *moves, const dem_scorer *rels,
                                   const dem_state *s, const dem_word *w, uint32_t n)
{
    uint64_t view = dem_state_view(s);
    cached *c = &p->cache[view >> (64 - CACHE_BITS)];
    if (c->run != p->run || c->view != view) {
        c->run = p->run;
        c->view = view;
        dem_choose(&c->choice, moves, rels, s, w, n);
    }
    return &c->choice;
}

const dem_state *dem_parser_run(dem_parser *p, const dem_scorer *moves, const dem_scorer *rels,
                                const dem_word *w, uint32_t n, unsigned beam)
{
    begin(p, n, beam);
    dem_state_start(&p->state[p->n_state++]);
    size_t from = 0;
    unsigned kept = 1;
    p->best[0] = p->state;
    for (uint32_t step = 1; step <= 2 * n; step++) {
        candidate list[DEM_MAX_BEAM * DEM_MOVES];
        unsigned n_list = 0;
        for (unsigned i = 0; i < kept; i++) {
            const dem_state *s = &p->state[from + i];
            const dem_choice *c = choice_of(p, moves, rels, s, w, n);
            for (dem_move m = DEM_SHIFT; m < DEM_MOVES; m++)
                if (dem_state_allows(s, n, m))
                    insert(list, &n_list, (candidate){s, s->score + c->score[m], (uint8_t)m, c->rel[m]});
        }
        from = p->n_state;
        kept = advance(p, list, n_list, beam);
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

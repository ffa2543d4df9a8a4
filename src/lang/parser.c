/* lang/parser.c - beam search. Equal futures are merged: of two hypotheses that can only go on alike, the
 * better one stays (Huang & Sagae 2010, without packing). */
#include "lang/parser.h"
#include <stdlib.h>

struct dem_parser {
    dem_state *state; /* [steps * beam], all states of this run */
    dem_item *item;   /* as many */
    size_t cap, n_state, n_item;
    const dem_state *best[2 * DEM_MAX_TOKENS + 1];
    dem_chooser *chooser;
};

typedef struct candidate {
    const dem_state *from;
    int32_t score;
    uint8_t move, rel;
} candidate;

dem_parser *dem_parser_new(void)
{
    dem_parser *p = dem_xalloc(sizeof *p);
    p->chooser = dem_chooser_new();
    return p;
}
void dem_parser_free(dem_parser *p)
{
    if (!p) return;
    dem_chooser_free(p->chooser);
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
    dem_chooser_begin(p->chooser);
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
    const dem_question q = {moves, rels, w, n, search.margin + search.margin / 2};
    begin(p, n, search.beam);
    dem_state_start(&p->state[p->n_state++]);
    size_t from = 0;
    unsigned kept = 1;
    p->best[0] = p->state;
    for (uint32_t step = 1; step <= 2 * n; step++) {
        candidate list[DEM_MAX_BEAM * DEM_MOVES];
        dem_choice choice[DEM_MAX_BEAM];
        unsigned n_list = 0;
        dem_chooser_ask(p->chooser, &q, &p->state[from], kept, choice);
        for (unsigned i = 0; i < kept; i++)
            for (dem_move m = DEM_SHIFT; m < DEM_MOVES; m++)
                if (choice[i].score[m] != DEM_HOPELESS)
                    insert(list, &n_list,
                           (candidate){&p->state[from + i], p->state[from + i].score + choice[i].score[m],
                                       (uint8_t)m, choice[i].rel[m]});
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

/* lang/train/train_parser.c - the parser's weights: structured perceptron with beam search, updated where
 * the wrong hypothesis is farthest ahead (Huang et al. 2012, "max-violation"). */
#include "lang/analyse.h"
#include "lang/train/train.h"
#include "lang/train/weights.h"
#include <stdlib.h>

typedef struct example {
    dem_word *w;   /* [n + 1] */
    int16_t *head; /* [n], n for the root; projective */
    uint8_t *rel;
    uint32_t n;
} example;

static bool dominates(const int16_t *head, int h, int i, int n)
{
    while (i != n && i != h) i = head[i];
    return i == h;
}

/* The shortest arc that does not span a subtree, or -1. */
static int crossing(const int16_t *head, int n)
{
    int worst = -1, length = n + 1;
    for (int d = 0; d < n; d++) {
        int h = head[d], from = h < d ? h : d, to = h < d ? d : h;
        if (h == n || to - from >= length) continue;
        for (int k = from + 1; k < to; k++)
            if (!dominates(head, h, k, n)) {
                worst = d;
                length = to - from;
                break;
            }
    }
    return worst;
}
/* Lifts crossing arcs to the head's head until none is left (Nivre & Nilsson 2005, without marks). */
static void make_projective(int16_t *head, int n)
{
    for (int d; (d = crossing(head, n)) >= 0;) head[d] = head[head[d]];
}

static example prepare(const dem_model *m, const dem_tree *tree, const dem_tagset *tags,
                       const dem_sparse *tagger, dem_arena *a, dem_arena *scratch)
{
    example e = {dem_arena_array(a, dem_word, tree->n + 1), dem_arena_array(a, int16_t, tree->n),
                 dem_arena_array(a, uint8_t, tree->n), tree->n};
    dem_token *tok = dem_arena_array(scratch, dem_token, tree->n);
    uint8_t tag[DEM_MAX_TOKENS];
    dem_scorer scorer = {dem_sparse_score, tagger, tagger->classes};
    memcpy(tok, tree->tok, tree->n * sizeof *tok);
    dem_words_from_tokens(tags, tok, tree->n, e.w);
    dem_tag_run(tags, &scorer, e.w, tree->n, tag);
    dem_tokens_set_tags(tags, tag, tok, tree->n);
    dem_words_lemmatise(&m->lemmas, scratch, tok, tree->n, e.w);
    for (uint32_t i = 0; i < tree->n; i++) {
        e.head[i] = tree->tok[i].head == DEM_ROOT ? (int16_t)tree->n : tree->tok[i].head;
        e.rel[i] = tree->tok[i].rel;
    }
    make_projective(e.head, (int)tree->n);
    return e;
}

/* Each fold is tagged by a tagger that has not seen it, so that the parser meets tags as bad as later. */
static example *prepare_all(const dem_training *t, const dem_model *m, dem_arena *a)
{
    size_t n = t->bank->trees.n;
    example *all = dem_arena_array(a, example, n);
    for (unsigned fold = 0; fold < DEM_FOLDS; fold++) {
        dem_arena scratch, tagger_arena;
        dem_arena_init(&scratch, 1 << 20);
        dem_arena_init(&tagger_arena, 1 << 20);
        dem_training part = *t;
        part.arena = &tagger_arena;
        dem_tagset tags;
        dem_sparse tagger;
        dem_train_tagset(&part, fold, &tags);
        dem_train_tagger(&part, fold, &tags, &tagger);
        for (size_t i = 0; i < n; i++)
            if (dem_fold_of(i) == fold) all[i] = prepare(m, &t->bank->trees.at[i], &tags, &tagger, a, &scratch);
        dem_arena_release(&scratch);
        dem_arena_release(&tagger_arena);
    }
    return all;
}

/* Children of `i` still to the right of the stack. */
static bool waits(const example *e, int i, int next)
{
    for (uint32_t k = (uint32_t)next; k < e->n; k++)
        if (e->head[k] == i) return true;
    return false;
}

static dem_move gold_move(const example *e, const dem_state *s)
{
    if (!s->top) return DEM_SHIFT;
    int top = s->top->tok;
    if (e->head[top] == s->next.tok && dem_state_allows(s, e->n, DEM_LEFT)) return DEM_LEFT;
    if (s->top->below && e->head[top] == s->top->below->tok && !waits(e, top, s->next.tok)) return DEM_RIGHT;
    return DEM_SHIFT;
}

typedef struct run {
    const dem_training *t;
    dem_weights moves, rels;
    dem_scorer move_scorer, rel_scorer;
    dem_parser *parser;
    dem_state gold[2 * DEM_MAX_TOKENS + 1];
    dem_item item[2 * DEM_MAX_TOKENS + 1];
    const dem_state *path[2 * DEM_MAX_TOKENS + 1];
    int64_t now;
} run;

static int32_t gold_points(run *r, const dem_state *s, const example *e, dem_move m, uint8_t rel)
{
    uint64_t f[DEM_MOVE_FEATURES];
    int32_t score[DEM_MAX_CLASSES];
    dem_score(&r->move_scorer, f, dem_move_features(s, e->w, e->n, f), score);
    int32_t points = score[m];
    if (m == DEM_SHIFT || rel == DEM_REL_root) return points;
    dem_score(&r->rel_scorer, f, dem_rel_features(s, e->w, e->n, m, f), score);
    return points + score[rel];
}

/* The gold tree's states 0 .. 2n. False if the oracle cannot build the tree (it always can). */
static bool follow_gold(run *r, const example *e)
{
    dem_state_start(&r->gold[0]);
    for (uint32_t step = 0; step < 2 * e->n; step++) {
        const dem_state *s = &r->gold[step];
        dem_move m = gold_move(e, s);
        if (!dem_state_allows(s, e->n, m)) return false;
        uint8_t rel = m == DEM_SHIFT ? 0 : e->rel[s->top->tok];
        dem_state_move(&r->gold[step + 1], s, m, rel, &r->item[step]);
        r->gold[step + 1].score = s->score + gold_points(r, s, e, m, rel);
    }
    return true;
}

static void update(run *r, const example *e, const dem_state *to, int by)
{
    const dem_state *s = to->prev;
    uint64_t f[DEM_MOVE_FEATURES];
    unsigned n = dem_move_features(s, e->w, e->n, f);
    dem_weights_update(&r->moves, f, n, to->move, by, r->now);
    if (to->move == DEM_SHIFT || to->rel == DEM_REL_root) return;
    n = dem_rel_features(s, e->w, e->n, (dem_move)to->move, f);
    dem_weights_update(&r->rels, f, n, to->rel, by, r->now);
}

/* The step at which the best hypothesis leads the gold one by most; 0 if nothing is to be learnt. */
static uint32_t worst_step(const run *r, const dem_parser *p, uint32_t steps)
{
    uint32_t worst = 0;
    int32_t lead = 0;
    for (uint32_t step = 1; step <= steps; step++) {
        int32_t d = dem_parser_best(p, step)->score - r->gold[step].score;
        if (d >= lead && (d > 0 || step == steps)) {
            lead = d;
            worst = step;
        }
    }
    return worst;
}

static bool learn(run *r, const example *e)
{
    uint32_t steps = 2 * e->n;
    dem_parser_run(r->parser, &r->move_scorer, &r->rel_scorer, e->w, e->n,
                   (dem_search){r->t->beam, r->t->margin});
    if (!follow_gold(r, e)) return false;
    uint32_t worst = worst_step(r, r->parser, steps);
    const dem_state *s = dem_parser_best(r->parser, worst);
    for (uint32_t step = worst; step > 0; step--, s = s->prev) r->path[step] = s;
    uint32_t from = 1; /* common moves cancel out */
    while (from <= worst && r->path[from]->move == r->gold[from].move &&
           r->path[from]->rel == r->gold[from].rel)
        from++;
    for (uint32_t step = from; step <= worst; step++) {
        update(r, e, &r->gold[step], 1);
        update(r, e, r->path[step], -1);
    }
    return from <= worst;
}

static void restart(run *r)
{
    dem_weights_restart(&r->moves, r->now);
    dem_weights_restart(&r->rels, r->now);
}

static void freeze(run *r, dem_model *m, dem_arena *a)
{
    /* Moves and relations are added up, so they share a scale. */
    double scale = dem_weights_scale(&r->rels, r->now, 255);
    dem_weights_sparse_fit(&r->rels, r->now, scale, r->t->rel_room, a, &m->rels);
    dem_weights_dense_fit(&r->moves, r->now, scale, r->t->move_room, a, &m->moves);
    m->search = (dem_search){r->t->keep, (int32_t)(r->t->margin * scale)};
}

static void report(const run *r, unsigned epoch, uint32_t wrong)
{
    dem_buf line = {0};
    dem_buf_addf(&line, "parser, epoch %u: %u sentences updated, %u + %u rows", epoch, wrong, r->moves.n_rows,
                 r->rels.n_rows);
    r->t->progress(line.p);
    dem_buf_release(&line);
}

static void show(run *r, const dem_model *m, void (*check)(const dem_model *m, void *own), void *own)
{
    dem_arena a;
    dem_model now = *m;
    dem_arena_init(&a, 1 << 20);
    freeze(r, &now, &a);
    check(&now, own);
    dem_arena_release(&a);
}

void dem_train_parser(const dem_training *t, dem_model *m, void (*check)(const dem_model *m, void *own),
                      void *own)
{
    dem_arena a;
    dem_arena_init(&a, 1 << 20);
    example *all = prepare_all(t, m, &a);
    uint32_t n = (uint32_t)t->bank->trees.n, *order = dem_arena_array(&a, uint32_t, n);
    run *r = dem_xalloc(sizeof *r);
    r->t = t;
    r->now = 1;
    r->parser = dem_parser_new();
    dem_weights_init(&r->moves, DEM_MOVES, t->move_hits);
    dem_weights_init(&r->rels, DEM_REL_COUNT, t->rel_hits);
    r->move_scorer = (dem_scorer){dem_weights_score, &r->moves, DEM_MOVES};
    r->rel_scorer = (dem_scorer){dem_weights_score, &r->rels, DEM_REL_COUNT};
    uint64_t random = t->seed;
    for (uint32_t i = 0; i < n; i++) order[i] = i;
    unsigned epochs = t->parse_epochs * t->parse_runs;
    for (unsigned epoch = 1; epoch <= epochs; epoch++) {
        uint32_t wrong = 0;
        if (epoch > 1 && (epoch - 1) % t->parse_epochs == 0) restart(r);
        dem_shuffle(&random, order, n);
        for (uint32_t i = 0; i < n; i++, r->now++) wrong += learn(r, &all[order[i]]);
        report(r, epoch, wrong);
        if (check && (epoch % 5 == 0 || epoch == epochs)) show(r, m, check, own);
    }
    freeze(r, m, t->arena);
    dem_parser_free(r->parser);
    dem_weights_release(&r->moves);
    dem_weights_release(&r->rels);
    free(r);
    dem_arena_release(&a);
}

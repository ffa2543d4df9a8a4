/* eval/reference.c - see reference.h. */
#include "eval/reference.h"
#include <stdlib.h>

/* ---- documents with their chains -------------------------------------------------------------------- */

enum { MAX_OPEN = 32, MAX_CHAINS = 4 };

/* Chains whose phrase is headed by a token: a coordination shares its head with its first member. */
typedef struct {
    uint32_t chain[MAX_CHAINS];
    uint32_t n;
} heads;

typedef struct {
    dem_arena arena;
    dem_coding coding;
    dem_report report;
    dem_sentence *sentence;
    heads **head; /* [sentence][token] */
} document;

typedef struct {
    uint32_t chain, from, sentence;
} open_phrase;

static void add_chain(heads *h, uint32_t chain)
{
    if (h->n < MAX_CHAINS) h->chain[h->n++] = chain;
}

/* The token of [from, to] that hangs on one outside. */
static uint32_t head_of(const dem_sentence *s, uint32_t from, uint32_t to)
{
    for (uint32_t t = from; t <= to; t++)
        if (s->tok[t].head < (int)from || s->tok[t].head > (int)to) return t;
    return to;
}

static uint32_t number(dem_str *s)
{
    uint32_t v = 0;
    while (s->n && s->p[0] >= '0' && s->p[0] <= '9') {
        v = v * 10 + (uint32_t)(s->p[0] - '0');
        *s = dem_str_sub(*s, 1, s->n);
    }
    return v;
}

/* One token's brackets: "(3-person-...(4-place-...)" opens 3 and opens and ends 4; "3)" ends 3. */
static void read_brackets(document *d, uint32_t i, uint32_t t, dem_str text, open_phrase *open,
                          uint32_t *n_open)
{
    while (text.n) {
        if (text.p[0] == '(') {
            text = dem_str_sub(text, 1, text.n);
            open_phrase p = {number(&text), t, i};
            if (*n_open < MAX_OPEN) open[(*n_open)++] = p;
            size_t to = 0;
            while (to < text.n && text.p[to] != '(' && text.p[to] != ')') to++;
            bool ends = to < text.n && text.p[to] == ')';
            if (ends && *n_open) {
                add_chain(&d->head[i][head_of(&d->sentence[i], t, t)], p.chain);
                --*n_open;
            }
            text = dem_str_sub(text, to + ends, text.n);
            continue;
        }
        uint32_t chain = number(&text);
        text = dem_str_sub(text, 1, text.n);
        for (uint32_t k = *n_open; k-- > 0;) {
            if (open[k].chain != chain || open[k].sentence != i) continue;
            add_chain(&d->head[i][head_of(&d->sentence[i], open[k].from, t)], chain);
            memmove(&open[k], &open[k + 1], (*n_open - k - 1) * sizeof *open);
            --*n_open;
            break;
        }
    }
}

static void open_document(document *d, const dem_rules *rules, const dem_tree *tree, uint32_t n)
{
    dem_arena_init(&d->arena, 0);
    d->report = (dem_report){.id = DEM_STR("treebank"), .day = DEM_DATE_NONE};
    d->sentence = dem_arena_array(&d->arena, dem_sentence, n + 1);
    d->head = dem_arena_array(&d->arena, heads *, n + 1);
    uint32_t paragraph = 0;
    for (uint32_t i = 0; i < n; i++) {
        dem_sentence *s = &d->sentence[i];
        paragraph += i && tree[i].new_paragraph;
        *s = (dem_sentence){.number = i, .paragraph = paragraph, .n = tree[i].n, .tok = tree[i].tok};
        dem_sentence_index(s, &d->arena);
        d->head[i] = dem_arena_array(&d->arena, heads, s->n + 1);
        open_phrase open[MAX_OPEN];
        uint32_t n_open = 0;
        for (uint32_t t = 0; t < s->n; t++) read_brackets(d, i, t, tree[i].entity[t], open, &n_open);
    }
    d->coding =
        (dem_coding){.rules = rules, .arena = &d->arena, .report = &d->report, .sentence = d->sentence, .n = n};
    d->coding.mentions = dem_arena_array(&d->arena, dem_mentions, n + 1);
    dem_mentions_find(rules, &d->arena, &d->report, d->sentence, n, NULL, d->coding.mentions,
                      &d->coding.setting);
}

static bool share_chain(const heads *a, const heads *b)
{
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (a->chain[i] == b->chain[k]) return true;
    return false;
}

/* ---- one pronoun after another ---------------------------------------------------------------------- */

typedef struct {
    unsigned row;
    dem_antecedent at[DEM_ANTECEDENT_MAX];
    bool right[DEM_ANTECEDENT_MAX];
    uint32_t n;
    bool any; /* an antecedent is among them */
} question;

static void ask(const document *d, uint32_t i, int t, question *q)
{
    q->row = dem_pronoun_class(dem_pronoun_of(d->sentence[i].tok[t].form));
    q->n = dem_antecedents(&d->coding, i, t, q->at);
    q->any = false;
    for (uint32_t k = 0; k + 1 < q->n; k++) {
        q->right[k] = share_chain(&d->head[q->at[k].sentence][q->at[k].token], &d->head[i][t]);
        q->any |= q->right[k];
    }
    q->right[q->n - 1] = !q->any;
}

typedef void (*visit)(void *ctx, const question *q);

static void each_pronoun(const dem_rules *rules, const dem_treebank *bank, visit f, void *ctx)
{
    question q;
    for (size_t from = 0, to; from < bank->trees.n; from = to) {
        for (to = from + 1; to < bank->trees.n && !bank->trees.at[to].new_document;) to++;
        document d;
        open_document(&d, rules, bank->trees.at + from, (uint32_t)(to - from));
        for (uint32_t i = 0; i < d.coding.n; i++)
            for (uint32_t t = 0; t < d.sentence[i].n; t++) {
                if (d.sentence[i].tok[t].upos != DEM_UPOS_PRON ||
                    dem_pronoun_of(d.sentence[i].tok[t].form) == DEM_PRONOUN_NONE)
                    continue;
                ask(&d, i, (int)t, &q);
                f(ctx, &q);
            }
        dem_arena_release(&d.arena);
    }
}

/* ---- scoring ---------------------------------------------------------------------------------------- */

typedef struct {
    const int16_t (*weight)[DEM_ANTECEDENT_FEATURES];
    dem_reference_counts *counts;
} scorer;

static void score_one(void *ctx, const question *q)
{
    scorer *s = ctx;
    uint32_t best = 0;
    for (uint32_t k = 1; k < q->n; k++)
        if (dem_antecedent_score(&q->at[k], s->weight[q->row]) >
            dem_antecedent_score(&q->at[best], s->weight[q->row]))
            best = k;
    bool nobody = best == q->n - 1;
    s->counts->pronouns++;
    s->counts->right += q->right[best];
    s->counts->resolved += !nobody;
    s->counts->resolved_right += !nobody && q->right[best];
    s->counts->with_antecedent += q->any;
}

void dem_reference_score(const dem_rules *rules, const dem_treebank *bank,
                         const int16_t weight[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES],
                         dem_reference_counts *out)
{
    *out = (dem_reference_counts){0};
    scorer s = {weight, out};
    each_pronoun(rules, bank, score_one, &s);
}

/* ---- learning --------------------------------------------------------------------------------------- */

typedef struct {
    double weight[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES],
        sum[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES];
    double steps;
} learner;

static double value(const learner *l, const question *q, uint32_t k)
{
    double v = 0;
    for (uint32_t i = 0; i < q->at[k].n_features; i++) v += l->weight[q->row][q->at[k].feature[i]];
    return v;
}

static void move(learner *l, const question *q, uint32_t k, double by)
{
    for (uint32_t i = 0; i < q->at[k].n_features; i++) {
        l->weight[q->row][q->at[k].feature[i]] += by;
        l->sum[q->row][q->at[k].feature[i]] +=
            by * l->steps; /* averaging by what is left out (Daumé 2006, 2.1.1) */
    }
}

/* The best right one is moved up and the best of all down, unless they are the same. A wrong link costs more than a
 * missing one: a false record is worse than none. */
static void learn_one(void *ctx, const question *q)
{
    learner *l = ctx;
    uint32_t best = 0, good = UINT32_MAX;
    const double WRONG = 1.0, NOBODY = 0.0;
    double best_value = -1e9, good_value = -1e9;
    for (uint32_t k = 0; k < q->n; k++) {
        double v = value(l, q, k), margin = q->right[k] ? 0 : k == q->n - 1 ? NOBODY : WRONG;
        if (v + margin > best_value) best = k, best_value = v + margin;
        if (q->right[k] && v > good_value) good = k, good_value = v;
    }
    l->steps++;
    if (q->right[best]) return;
    move(l, q, good, 1);
    move(l, q, best, -1);
}

void dem_reference_learn(const dem_rules *rules, const dem_treebank *bank, unsigned epochs,
                         int16_t weight[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES])
{
    learner *l = dem_xalloc(sizeof *l);
    for (unsigned e = 0; e < epochs; e++) each_pronoun(rules, bank, learn_one, l);
    for (unsigned c = 0; c < DEM_ANTECEDENT_CLASSES; c++)
        for (unsigned f = 0; f < DEM_ANTECEDENT_FEATURES; f++) {
            double v = 64 * (l->weight[c][f] - l->sum[c][f] / (l->steps + 1));
            weight[c][f] = (int16_t)(v < 0 ? v - 0.5 : v + 0.5);
        }
    free(l);
}

/* lang/train/evaluate.c - how well a model does on a treebank: the measures of the CoNLL 2018 task. */
#include "lang/analyse.h"
#include "lang/train/train.h"
#include <time.h>

/* A token placed by the bytes that are not white space before it, so that texts with different blanks can be
 * compared. */
typedef struct placed {
    const dem_token *tok;
    uint32_t from, to;
    const dem_token *sentence; /* first token of its sentence: heads count from there */
    uint32_t sentence_from;    /* its place */
} placed;

typedef struct placed_list {
    placed *at;
    size_t n;
} placed_list;

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static unsigned base_of(unsigned rel)
{
    dem_str name = dem_str_from(dem_relation_name(rel));
    return dem_relation_by_name(dem_str_sub(name, 0, dem_str_find(name, DEM_STR(":"))));
}

/* `_` in gold lemmas stands for "not annotated". */
static bool lemma_equal(dem_str gold, dem_str got)
{
    return dem_str_is(gold, "_") || dem_str_eq(gold, got);
}

static void count_token(dem_scores *s, const dem_token *gold, const dem_token *got, bool same_head)
{
    s->tokens++;
    s->upos += gold->upos == got->upos;
    s->xpos += gold->xpos == got->xpos;
    s->lemma += lemma_equal(gold->lemma, got->lemma);
    s->uas += same_head;
    s->las += same_head && base_of(gold->rel) == base_of(got->rel);
    s->las_full += same_head && gold->rel == got->rel;
}

static void evaluate_tokens(dem_lang *l, const dem_treebank *bank, dem_scores *s)
{
    dem_arena a;
    dem_arena_init(&a, 0);
    for (size_t i = 0; i < bank->trees.n; i++) {
        const dem_tree *t = &bank->trees.at[i];
        dem_arena_reset(&a);
        dem_token *tok = dem_arena_array(&a, dem_token, t->n);
        for (uint32_t k = 0; k < t->n; k++) {
            tok[k] = t->tok[k];
            tok[k].lemma = (dem_str){0};
            tok[k].head = tok[k].rel = tok[k].upos = tok[k].xpos = 0;
        }
        double begin = seconds();
        dem_lang_tokens(l, &a, tok, t->n);
        s->seconds += seconds() - begin;
        for (uint32_t k = 0; k < t->n; k++) count_token(s, &t->tok[k], &tok[k], t->tok[k].head == tok[k].head);
    }
    s->gold = s->system = s->tokens;
    s->gold_sentences = s->system_sentences = s->sentences = bank->trees.n;
    dem_arena_release(&a);
}

static uint32_t solid_bytes(dem_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] != ' ' && s.p[i] != '\n';
    return n;
}

static void place(placed_list *l, const dem_token *tok, uint32_t n, uint32_t *at)
{
    uint32_t begin = *at;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t len = solid_bytes(tok[i].form);
        l->at[l->n++] = (placed){&tok[i], *at, *at + len, tok, begin};
        *at += len;
    }
}

static placed_list place_gold(const dem_treebank *bank, dem_arena *a)
{
    size_t total = 0;
    uint32_t at = 0;
    for (size_t i = 0; i < bank->trees.n; i++) total += bank->trees.at[i].n;
    placed_list l = {dem_arena_array(a, placed, total), 0};
    for (size_t i = 0; i < bank->trees.n; i++) place(&l, bank->trees.at[i].tok, bank->trees.at[i].n, &at);
    return l;
}
static placed_list place_system(dem_lang *lang, dem_str text, dem_arena *a, dem_scores *s)
{
    dem_report r = {.text = text};
    dem_sentence *sentence;
    uint32_t n, at = 0;
    size_t total = 0;
    double begin = seconds();
    dem_split(a, &r, &sentence, &n);
    for (uint32_t i = 0; i < n; i++) {
        dem_lang_analyse(lang, a, text, &sentence[i]);
        total += sentence[i].n;
    }
    s->seconds += seconds() - begin;
    s->system_sentences = n;
    placed_list l = {dem_arena_array(a, placed, total), 0};
    for (uint32_t i = 0; i < n; i++) place(&l, sentence[i].tok, sentence[i].n, &at);
    return l;
}

static bool same_place(const placed *a, const placed *b)
{
    return a->from == b->from && a->to == b->to;
}
static const placed *head_of(const placed *p)
{
    if (p->tok->head == DEM_ROOT) return NULL;
    return p + (p->sentence + p->tok->head - p->tok);
}

static void compare(const placed_list *gold, const placed_list *sys, dem_scores *s)
{
    size_t g = 0, y = 0;
    while (g < gold->n && y < sys->n) {
        const placed *a = &gold->at[g], *b = &sys->at[y];
        if (same_place(a, b)) {
            const placed *ha = head_of(a), *hb = head_of(b);
            count_token(s, a->tok, b->tok, ha && hb ? same_place(ha, hb) : ha == hb);
            g++, y++;
        } else if (a->to < b->to || (a->to == b->to && a->from > b->from)) {
            g++;
        } else {
            y++;
        }
    }
    s->gold = gold->n;
    s->system = sys->n;
}

/* A sentence is right if it begins and ends where a gold one does. */
static void compare_sentences(const placed_list *gold, const placed_list *sys, dem_scores *s)
{
    size_t g = 0, y = 0;
    while (g < gold->n && y < sys->n) {
        size_t ge = g, ye = y;
        while (ge + 1 < gold->n && gold->at[ge + 1].sentence == gold->at[g].sentence) ge++;
        while (ye + 1 < sys->n && sys->at[ye + 1].sentence == sys->at[y].sentence) ye++;
        s->sentences += gold->at[g].from == sys->at[y].from && gold->at[ge].to == sys->at[ye].to;
        if (gold->at[ge].to <= sys->at[ye].to) g = ge + 1;
        else y = ye + 1;
    }
}

static void evaluate_raw(dem_lang *l, const dem_treebank *bank, dem_scores *s)
{
    dem_arena a;
    dem_arena_init(&a, 1 << 20);
    placed_list gold = place_gold(bank, &a);
    placed_list sys = place_system(l, dem_treebank_text(bank, &a), &a, s);
    compare(&gold, &sys, s);
    compare_sentences(&gold, &sys, s);
    s->gold_sentences = bank->trees.n;
    dem_arena_release(&a);
}

void dem_evaluate(const dem_model *m, const dem_treebank *gold, bool raw, dem_scores *out)
{
    memset(out, 0, sizeof *out);
    dem_lang *l = dem_lang_new(m);
    if (raw) evaluate_raw(l, gold, out);
    else evaluate_tokens(l, gold, out);
    dem_lang_free(l);
}

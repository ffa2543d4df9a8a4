/* lang/evaluate.c - comparing trees whose tokens may differ. */
#include "lang/evaluate.h"
#include "lang/analyse.h"
#include <time.h>

/* A token placed by the bytes that are not white space before it, so that texts with different blanks can be
 * compared. */
typedef struct placed {
    const dem_token *tok;
    uint32_t from, to;
    const dem_token *sentence; /* first token of its sentence: heads count from there */
    uint32_t sentence_n;       /* tokens in it */
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

/* Words that carry meaning, by their gold or found relation: all but function words and marks. */
static bool is_content(const dem_token *t)
{
    switch (base_of(t->rel)) {
    case DEM_REL_aux:
    case DEM_REL_case:
    case DEM_REL_cc:
    case DEM_REL_cop:
    case DEM_REL_det:
    case DEM_REL_mark:
    case DEM_REL_punct: return false;
    default: return true;
    }
}

static void count_token(dem_scores *s, const dem_token *gold, const dem_token *got, bool same_head)
{
    s->tokens++;
    s->upos += gold->upos == got->upos;
    s->xpos += gold->xpos == got->xpos;
    s->lemma += lemma_equal(gold->lemma, got->lemma);
    s->uas += same_head;
    bool same_arc = same_head && base_of(gold->rel) == base_of(got->rel);
    s->las += same_arc;
    s->clas += same_arc && is_content(gold);
    s->blex += same_arc && is_content(gold) && lemma_equal(gold->lemma, got->lemma);
    s->las_full += same_head && gold->rel == got->rel;
}

static uint32_t solid_bytes(dem_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] != ' ' && s.p[i] != '\n';
    return n;
}

static void place(placed_list *l, const dem_token *tok, uint32_t n, uint32_t *at)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t len = solid_bytes(tok[i].form);
        l->at[l->n++] = (placed){&tok[i], *at, *at + len, tok, n};
        *at += len;
    }
}

static placed_list place_bank(const dem_treebank *bank, dem_arena *a)
{
    uint32_t at = 0;
    placed_list l = {dem_arena_array(a, placed, dem_treebank_words(bank)), 0};
    for (size_t i = 0; i < bank->trees.n; i++) place(&l, bank->trees.at[i].tok, bank->trees.at[i].n, &at);
    return l;
}
/* The tokens of the treebank as they are, analysed. */
static placed_list place_given(dem_lang *lang, const dem_treebank *bank, dem_arena *a, dem_scores *s)
{
    uint32_t at = 0;
    placed_list l = {dem_arena_array(a, placed, dem_treebank_words(bank)), 0};
    for (size_t i = 0; i < bank->trees.n; i++) {
        const dem_tree *t = &bank->trees.at[i];
        dem_token *tok = dem_arena_array(a, dem_token, t->n);
        for (uint32_t k = 0; k < t->n; k++)
            tok[k] = (dem_token){t->tok[k].start, t->tok[k].end, t->tok[k].form,
                                 .space_after = t->tok[k].space_after};
        double begin = seconds();
        dem_lang_tokens(lang, a, tok, t->n);
        s->seconds += seconds() - begin;
        place(&l, tok, t->n, &at);
    }
    s->system_sentences = bank->trees.n;
    return l;
}

static placed_list place_raw(dem_lang *lang, dem_str text, dem_arena *a, dem_scores *s)
{
    dem_report r = {.text = text};
    dem_sentence *sentence;
    uint32_t n, at = 0;
    size_t total = 0;
    double begin = seconds();
    dem_split(a, &r, &sentence, &n);
    dem_lang_analyse(lang, a, text, sentence, n);
    for (uint32_t i = 0; i < n; i++) total += sentence[i].n;
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

static bool is_core(const dem_token *t)
{
    return t->rel == DEM_REL_nsubj || t->rel == DEM_REL_nsubj_pass || t->rel == DEM_REL_obj ||
           t->rel == DEM_REL_iobj || t->rel == DEM_REL_obl_agent;
}
/* The first core argument of `verb` from token `from` of its sentence on, or NULL. */
static const placed *core_argument(const placed *verb, uint32_t from)
{
    const placed *first = verb - (verb->tok - verb->sentence);
    int16_t own = (int16_t)(verb->tok - verb->sentence);
    for (uint32_t i = from; i < verb->sentence_n; i++)
        if (first[i].tok->head == own && is_core(first[i].tok)) return &first[i];
    return NULL;
}
static bool same_frame(const placed *a, const placed *b)
{
    uint32_t i = 0, j = 0;
    for (;;) {
        const placed *x = core_argument(a, i), *y = core_argument(b, j);
        if (!x || !y) return x == y;
        if (!same_place(x, y) || x->tok->rel != y->tok->rel) return false;
        i = (uint32_t)(x->tok - x->sentence) + 1;
        j = (uint32_t)(y->tok - y->sentence) + 1;
    }
}
static void count_frame(dem_scores *s, const placed *gold, const placed *got)
{
    if (gold->tok->upos != DEM_UPOS_VERB || !core_argument(gold, 0)) return;
    s->gold_frames++;
    s->frames += got && got->tok->upos == DEM_UPOS_VERB && same_frame(gold, got);
}

static void compare(const placed_list *gold, const placed_list *sys, dem_scores *s)
{
    size_t g = 0, y = 0;
    while (g < gold->n) {
        const placed *a = &gold->at[g], *b = y < sys->n ? &sys->at[y] : NULL;
        if (b && same_place(a, b)) {
            const placed *ha = head_of(a), *hb = head_of(b);
            count_token(s, a->tok, b->tok, ha && hb ? same_place(ha, hb) : ha == hb);
            count_frame(s, a, b);
            g++, y++;
        } else if (!b || a->to < b->to || (a->to == b->to && a->from > b->from)) {
            count_frame(s, a, NULL);
            g++;
        } else {
            y++;
        }
    }
    s->gold = gold->n;
    s->system = sys->n;
    for (size_t i = 0; i < gold->n; i++) s->gold_content += is_content(gold->at[i].tok);
    for (size_t i = 0; i < sys->n; i++) s->system_content += is_content(sys->at[i].tok);
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

static void compare_all(const placed_list *gold, const placed_list *sys, size_t sentences, dem_scores *s)
{
    compare(gold, sys, s);
    compare_sentences(gold, sys, s);
    s->gold_sentences = sentences;
}

void dem_evaluate(const dem_model *m, const dem_treebank *bank, bool raw, dem_scores *out)
{
    memset(out, 0, sizeof *out);
    dem_lang *l = dem_lang_new(m);
    dem_arena a;
    dem_arena_init(&a, 1 << 20);
    placed_list gold = place_bank(bank, &a);
    placed_list sys = raw ? place_raw(l, dem_treebank_text(bank, &a), &a, out) : place_given(l, bank, &a, out);
    compare_all(&gold, &sys, bank->trees.n, out);
    dem_arena_release(&a);
    dem_lang_free(l);
}

void dem_compare(const dem_treebank *gold, const dem_treebank *found, dem_scores *out)
{
    memset(out, 0, sizeof *out);
    dem_arena a;
    dem_arena_init(&a, 1 << 20);
    placed_list x = place_bank(gold, &a), y = place_bank(found, &a);
    out->system_sentences = found->trees.n;
    compare_all(&x, &y, gold->trees.n, out);
    dem_arena_release(&a);
}

double dem_f1(uint64_t right, uint64_t gold, uint64_t system)
{
    return gold + system ? 200.0 * (double)right / (double)(gold + system) : 0;
}

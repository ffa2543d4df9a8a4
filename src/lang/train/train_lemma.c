/* lang/train/train_lemma.c - lemma scripts: from the treebanks, from the word list, from a list of
 * irregular verbs, and for endings. */
#include "base/map.h"
#include "lang/train/train.h"
#include "lang/train/words_build.h"

static const struct {
    const char *lemma, *past, *part;
} IRREGULAR[] = {
#define VERB(lemma, past, part) {lemma, past, part},
#include "lang/train/irregular.def"
#undef VERB
};

typedef struct trainer {
    const dem_training *t;
    dem_arena scratch;
    dem_map scripts; /* script -> number */
    DEM_VEC(dem_script) script;
    dem_map known; /* key -> index of votes */
    struct votes *votes;
    DEM_VEC(dem_pair64) pairs; /* first come first kept */
} trainer;

/* How often each script was taken under a key: the eight first seen compete. */
typedef struct votes {
    uint64_t key;
    uint32_t n, script[8], count[8];
    uint32_t types; /* for endings: different words */
} votes;

typedef DEM_VEC(votes) vote_list;

static bool has_capital(dem_str form)
{
    dem_fold keep, low;
    dem_fold_keep(&keep, form);
    dem_fold_lower(&low, form);
    return !dem_str_eq(dem_fold_str(&keep), dem_fold_str(&low));
}

/* The script from a form to its lemma; one that takes small letters where both would do, so that it also fits
 * the word at the head of a sentence. False if none fits. */
static bool make_script(dem_str form, dem_str lemma, dem_script *s)
{
    for (int lower = 1; lower >= 0; lower--) {
        dem_fold f, back;
        memset(s, 0, sizeof *s);
        if (lower) dem_fold_lower(&f, form);
        else dem_fold_keep(&f, form);
        size_t k = 0;
        while (k < f.n && k < lemma.n && f.p[k] == lemma.p[k]) k++;
        if (f.n - k > 200 || lemma.n - k > sizeof s->add) continue;
        if (lower && k == 0 && has_capital(form)) continue;
        s->strip = (uint8_t)(f.n - k);
        s->n = (uint8_t)(lemma.n - k);
        s->lower = (uint8_t)lower;
        memcpy(s->add, lemma.p + k, s->n);
        if (dem_script_apply(s, form, &back) && dem_str_eq(dem_fold_str(&back), lemma)) return true;
    }
    return false;
}

static uint32_t script_number(trainer *r, const dem_script *s)
{
    dem_str key = {(const char *)s, sizeof *s};
    uint32_t n = dem_map_get(&r->scripts, key);
    if (n != DEM_MAP_NONE) return n;
    n = (uint32_t)r->script.n;
    dem_map_put(&r->scripts, key, n);
    dem_vec_push(r->t->arena, &r->script, *s);
    return n;
}

static void vote(trainer *r, vote_list *l, uint64_t key, uint32_t script, uint32_t weight)
{
    dem_str k = {(const char *)&key, sizeof key};
    uint32_t at = dem_map_get(&r->known, k);
    if (at == DEM_MAP_NONE) {
        at = (uint32_t)l->n;
        dem_map_put(&r->known, k, at);
        votes v = {.key = key};
        dem_vec_push(&r->scratch, l, v);
    }
    votes *v = &l->at[at];
    unsigned i = 0;
    while (i < v->n && v->script[i] != script) i++;
    if (i == 8) return;
    if (i == v->n) v->script[v->n++] = script;
    v->count[i] += weight;
    v->types++;
}

static void add_pair(trainer *r, uint64_t key, uint32_t value)
{
    dem_pair64 p = {key, value};
    dem_vec_push(&r->scratch, &r->pairs, p);
}

static void elect(trainer *r, const vote_list *l, uint32_t least)
{
    for (size_t i = 0; i < l->n; i++) {
        const votes *v = &l->at[i];
        unsigned best = 0;
        for (unsigned k = 1; k < v->n; k++)
            if (v->count[k] > v->count[best]) best = k;
        if (v->types >= least) add_pair(r, v->key, v->script[best]);
    }
}

static bool lemma_counts(const dem_token *t)
{
    return t->rel != DEM_REL_goeswith && t->upos != DEM_UPOS_PUNCT && t->upos != DEM_UPOS_SYM && t->lemma.n &&
           !dem_str_is(t->lemma, "_") && t->form.n < DEM_FOLD_MAX - 8;
}

static dem_str fold_into(dem_arena *a, dem_str form, bool lower)
{
    dem_fold f;
    if (lower) dem_fold_lower(&f, form);
    else dem_fold_keep(&f, form);
    return dem_arena_str(a, dem_fold_str(&f));
}

static void from_treebank(trainer *r, vote_list *whole)
{
    for (size_t i = 0; i < r->t->bank->trees.n; i++) {
        const dem_tree *tree = &r->t->bank->trees.at[i];
        if (dem_is_shout(tree->tok, tree->n)) continue;
        for (uint32_t k = 0; k < tree->n; k++) {
            const dem_token *t = &tree->tok[k];
            dem_script s;
            if (!lemma_counts(t)) continue;
            dem_str form = fold_into(&r->scratch, t->form, false), low = fold_into(&r->scratch, t->form, true);
            dem_str lemma = fold_into(&r->scratch, t->lemma, false);
            if (!make_script(form, lemma, &s)) continue;
            uint32_t n = script_number(r, &s);
            dem_tag_pair pair = {t->upos, t->xpos};
            vote(r, whole, dem_lemma_key(form, pair), n, 1);
            if (!dem_str_eq(form, low) && s.lower) vote(r, whole, dem_lemma_key(low, pair), n, 1);
        }
    }
}

static void add_form(trainer *r, dem_str form, dem_str lemma, unsigned upos, unsigned xpos)
{
    dem_script s;
    if (!make_script(form, lemma, &s)) return;
    add_pair(r, dem_lemma_key(form, (dem_tag_pair){(uint8_t)upos, (uint8_t)xpos}), script_number(r, &s));
}

static void from_irregular(trainer *r)
{
    for (size_t i = 0; i < sizeof IRREGULAR / sizeof IRREGULAR[0]; i++) {
        dem_str lemma = dem_str_from(IRREGULAR[i].lemma);
        add_form(r, dem_str_from(IRREGULAR[i].past), lemma, DEM_UPOS_VERB, DEM_XPOS_VBD);
        add_form(r, dem_str_from(IRREGULAR[i].part), lemma, DEM_UPOS_VERB, DEM_XPOS_VBN);
    }
}

/* Inflections of the word list that the endings alone would get wrong; the rest is left to them, which keeps
 * the table small. */
static void from_wordlist(trainer *r, const vote_list *ends)
{
    size_t before = r->pairs.n;
    dem_lemmas alone = {.script = r->script.at, .n_script = (uint32_t)r->script.n};
    elect(r, ends, 2);
    dem_words_build(r->pairs.at + before, r->pairs.n - before, &r->scratch, &alone.scripts);
    for (size_t i = 0; i < r->t->words->forms.n; i++) {
        const dem_inflected *f = &r->t->words->forms.at[i];
        dem_str got = dem_lemma_of(&alone, &r->scratch, f->form, (dem_tag_pair){f->upos, f->xpos}, false);
        if (!dem_str_eq(got, f->lemma)) add_form(r, f->form, f->lemma, f->upos, f->xpos);
    }
}

/* Endings learn from different words, not from frequent ones: a new word is like a rare one. */
static void endings(trainer *r, vote_list *l, dem_str form, dem_str lemma, dem_tag_pair pair)
{
    dem_script s;
    if (!make_script(form, lemma, &s)) return;
    uint32_t n = script_number(r, &s);
    dem_str low = fold_into(&r->scratch, form, true);
    for (size_t k = 0; k <= DEM_LEMMA_SUFFIX && k <= low.n; k++)
        if (k + 1 >= s.strip) vote(r, l, dem_lemma_suffix_key(dem_str_sub(low, low.n - k, low.n), pair), n, 1);
}

static void all_endings(trainer *r, vote_list *l)
{
    dem_map seen;
    dem_map_init(&seen, &r->scratch);
    for (size_t i = 0; i < r->t->bank->trees.n; i++) {
        const dem_tree *tree = &r->t->bank->trees.at[i];
        if (dem_is_shout(tree->tok, tree->n)) continue;
        for (uint32_t k = 0; k < tree->n; k++) {
            const dem_token *t = &tree->tok[k];
            if (!lemma_counts(t)) continue;
            dem_str type = dem_arena_printf(&r->scratch, "%.*s %u %u", DEM_STR_ARG(t->form), t->upos, t->xpos);
            if (dem_map_get(&seen, type) != DEM_MAP_NONE) continue;
            dem_map_put(&seen, type, 1);
            endings(r, l, fold_into(&r->scratch, t->form, false), fold_into(&r->scratch, t->lemma, false),
                    (dem_tag_pair){t->upos, t->xpos});
        }
    }
    for (size_t i = 0; i < r->t->words->forms.n; i++) {
        const dem_inflected *f = &r->t->words->forms.at[i];
        if (f->upos == DEM_UPOS_VERB || f->xpos == DEM_XPOS_NNS)
            endings(r, l, f->form, f->lemma, (dem_tag_pair){f->upos, f->xpos});
    }
}

void dem_train_lemmas(const dem_training *t, dem_lemmas *out)
{
    trainer r = {.t = t};
    dem_arena_init(&r.scratch, 1 << 20);
    dem_map_init(&r.scripts, &r.scratch);
    vote_list whole = {0}, ends = {0};
    dem_map_init(&r.known, &r.scratch);
    from_treebank(&r, &whole);
    from_irregular(&r);
    elect(&r, &whole, 1);
    dem_map_init(&r.known, &r.scratch);
    all_endings(&r, &ends);
    from_wordlist(&r, &ends);
    dem_words_build(r.pairs.at, r.pairs.n, t->arena, &out->scripts);
    out->script = r.script.at;
    out->n_script = (uint32_t)r.script.n;
    dem_arena_release(&r.scratch);
}

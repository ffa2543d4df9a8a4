/* eval/learn_page.c - writes what page/ has learned from pages whose articles are known.
 *
 *    learn-page TRUTH.json FOLDER > src/page/weights.inc
 *
 * TRUTH.json: {"id": {"articleBody": "..."}}, FOLDER/id.html: the page. Tells on standard error what cross-validation over pages
 * says, by the measure of the article extraction benchmark (four-word sequences of the body, means over pages). */
#include "base/input.h"
#include "base/map.h"
#include "base/utf8.h"
#include "eval/logistic.h"
#include "page/compose.h"
#include "page/page.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 7, ONE = 256, GRAM = 4, MOST = 127 * ONE };
static const double L2 = 1, PAGE_WEIGHT = 200, LEAST_WEIGHT = 0.2, NOISE = 1;

typedef DEM_VEC(uint64_t) hashes;

typedef struct page {
    const char *id;
    dem_meta meta;
    xmlDoc *doc;
    page_blocks blocks;
    page_witness witness;
    hashes truth;   /* of its words */
    bool *right;    /* [blocks] it is in the article's body */
    uint32_t group; /* the fold it is left out of */
} page;

typedef struct state {
    dem_arena arena;
    DEM_VEC(page) page;
} state;

/* ---- words and sequences ------------------------------------------------------------------------------- */

static void hash_words(dem_arena *arena, dem_str s, hashes *out)
{
    uint64_t hash = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = dem_utf8_next(s, &at);
        bool in = c == '_' || dem_is_letter(c) || dem_is_digit(c);
        if (!in && hash) dem_vec_push(arena, out, hash);
        hash = in ? (hash + 1 + c) * 0x9E3779B97F4A7C15u : 0;
    }
    if (hash) dem_vec_push(arena, out, hash);
}

static uint64_t gram(const hashes *w, size_t i)
{
    uint64_t h = 14695981039346656037u;
    for (size_t k = i; k < i + GRAM && k < w->n; k++) h = (h ^ w->at[k]) * 1099511628211u;
    return h;
}
static size_t grams(const hashes *w)
{
    return w->n >= GRAM ? w->n - GRAM + 1 : w->n > 0;
}
static dem_str key_of(const uint64_t *h)
{
    return (dem_str){(const char *)h, sizeof *h};
}

static void count_grams(dem_map *m, const hashes *w)
{
    for (size_t i = 0; i < grams(w); i++) {
        uint64_t h = gram(w, i);
        dem_map_put(m, key_of(&h), dem_map_add(m, key_of(&h), 0) + 1);
    }
}

/* ---- what is right ------------------------------------------------------------------------------------- */

/* covered[i]: the i-th word of the page is in a sequence that the article has too. */
static bool *find_covered(dem_arena *arena, const hashes *all, const dem_map *truth)
{
    bool *covered = dem_arena_array(arena, bool, all->n + GRAM);
    for (size_t i = 0; i < grams(all); i++) {
        uint64_t h = gram(all, i);
        if (dem_map_get(truth, key_of(&h)) == DEM_MAP_NONE) continue;
        for (size_t k = i; k < i + GRAM; k++) covered[k] = true;
    }
    return covered;
}

/* Of paragraphs that the page has more often than the article, those far from other paragraphs of the article are teasers. */
static void drop_copies(page *p)
{
    for (uint32_t i = 0; i < p->blocks.n; i++) {
        if (!p->right[i] || !(p->witness.block[i] & PAGE_DOUBLED)) continue;
        uint32_t from = i > 3 ? i - 3 : 0, to = i + 4 < p->blocks.n ? i + 4 : p->blocks.n, near = 0;
        for (uint32_t k = from; k < to; k++) near += k != i && p->right[k];
        p->right[i] = near >= 2;
    }
}

static void find_right(dem_arena *arena, page *p)
{
    hashes all = {0};
    dem_map truth;
    dem_map_init(&truth, arena);
    count_grams(&truth, &p->truth);
    uint32_t *from = dem_arena_array(arena, uint32_t, p->blocks.n + 1);
    for (uint32_t i = 0; i < p->blocks.n; i++) {
        hash_words(arena, page_block_text(&p->blocks, &p->blocks.block[i]), &all);
        from[i + 1] = (uint32_t)all.n;
    }
    bool *covered = find_covered(arena, &all, &truth);
    p->right = dem_arena_array(arena, bool, p->blocks.n);
    for (uint32_t i = 0; i < p->blocks.n; i++) {
        uint32_t hits = 0, n = from[i + 1] - from[i];
        for (uint32_t k = from[i]; k < from[i + 1]; k++) hits += covered[k];
        p->right[i] = n && hits * 2 >= n;
    }
    drop_copies(p);
}

/* ---- pages ---------------------------------------------------------------------------------------------- */

static bool read_page(state *s, const char *folder, const char *id, json_t *truth)
{
    dem_error err;
    dem_str html;
    page p = {.id = id, .group = (uint32_t)(dem_str_hash(dem_str_from(id)) % FOLDS)};
    dem_str path = dem_arena_printf(&s->arena, "%s/%s.html", folder, id);
    const char *body = json_string_value(json_object_get(truth, "articleBody"));
    if (!body || dem_input_file(path.p, DEM_MAX_PAGE, &s->arena, &html, &err) != DEM_OK ||
        page_dom_parse(&s->arena, html, &p.doc, &err) != DEM_OK)
        return false;
    dem_meta_find(&s->arena, p.doc, (dem_str){NULL, 0}, &p.meta);
    p.blocks = page_blocks_find(&s->arena, xmlDocGetRootElement(p.doc));
    p.witness = page_witness_find(&s->arena, &p.blocks, &p.meta);
    hash_words(&s->arena, dem_str_from(body), &p.truth);
    find_right(&s->arena, &p);
    dem_vec_push(&s->arena, &s->page, p);
    return true;
}

/* ---- learning ------------------------------------------------------------------------------------------- */

typedef DEM_VEC(dem_sample) samples;

static void add_samples(dem_arena *arena, const page *p, const page_traits *traits, samples *out)
{
    for (uint32_t i = 0; i < p->blocks.n; i++) {
        double words = p->blocks.block[i].words,
               share = PAGE_WEIGHT * words / ((double)p->truth.n + (p->right[i] ? 0 : NOISE * words));
        dem_sample s = {
            .right = p->right[i], .group = p->group, .weight = share > LEAST_WEIGHT ? share : LEAST_WEIGHT};
        for (unsigned t = 0; t < PAGE_TRAIT_COUNT && s.n < DEM_TRAITS_MAX; t++)
            if (page_traits_have(&traits[i], t)) s.trait[s.n++] = (uint16_t)t;
        dem_vec_push(arena, out, s);
    }
}

static void learn(const samples *s, uint32_t leave_out, int16_t *out)
{
    double w[PAGE_TRAIT_COUNT];
    dem_logistic_learn(s->at, s->n, leave_out < FOLDS ? FOLDS : 0, leave_out, L2, w, PAGE_TRAIT_COUNT);
    for (unsigned t = 0; t < PAGE_TRAIT_COUNT; t++) {
        double x = w[t] * ONE;
        out[t] = (int16_t)(x > MOST ? MOST : x < -MOST ? -MOST : x < 0 ? x - 0.5 : x + 0.5);
    }
}

/* Both models, from all pages but those of a fold (FOLDS: from all). */
static void learn_both(const state *s, uint32_t leave_out, page_weights *w)
{
    dem_arena work;
    samples look = {0}, choice = {0};
    dem_arena_init(&work, 0);
    for (size_t i = 0; i < s->page.n; i++) {
        const page *p = &s->page.at[i];
        add_samples(&work, p, page_traits_find(&work, &p->blocks, &p->witness, NULL), &look);
    }
    learn(&look, leave_out, w->look);
    for (size_t i = 0; i < s->page.n; i++) {
        const page *p = &s->page.at[i];
        page_choice c = page_weigh(&work, &p->blocks, &p->witness, w);
        if (c.traits) add_samples(&work, p, c.traits, &choice);
    }
    learn(&choice, leave_out, w->choice);
    dem_arena_release(&work);
}

/* ---- measuring ------------------------------------------------------------------------------------------- */

typedef struct figures {
    double precision, recall;
    uint32_t n_precision, n;
} figures;

static void measure(const page *p, const page_weights *w, figures *f)
{
    dem_arena work;
    hashes got = {0};
    dem_map truth, guess;
    dem_arena_init(&work, 0);
    dem_map_init(&truth, &work);
    dem_map_init(&guess, &work);
    page_choice c = page_weigh(&work, &p->blocks, &p->witness, w);
    for (uint32_t i = 0; i < p->blocks.n; i++)
        if (page_kind_of(&p->blocks, &c, i) == DEM_ZONE_BODY ||
            page_kind_of(&p->blocks, &c, i) == DEM_ZONE_HEADING)
            hash_words(&work, page_block_text(&p->blocks, &p->blocks.block[i]), &got);
    count_grams(&truth, &p->truth);
    count_grams(&guess, &got);
    uint32_t at = 0, count, hits = 0;
    dem_str key;
    while (dem_map_next(&guess, &at, &key, &count)) {
        uint32_t want = dem_map_get(&truth, key);
        if (want != DEM_MAP_NONE) hits += want < count ? want : count;
    }
    if (got.n) f->precision += hits / (double)grams(&got), f->n_precision++;
    f->recall += hits / (double)grams(&p->truth);
    f->n++;
    double bad = hits / (double)grams(&p->truth), bp = got.n ? hits / (double)grams(&got) : 0;
    if (getenv("DBG") && (bad < .9 || bp < .9))
        fprintf(stderr, "%.6s P %.3f R %.3f container %u\n", p->id, bp, bad, c.place.container);
    dem_arena_release(&work);
}

static void cross_validate(const state *s)
{
    figures all = {0}, same = {0};
    page_weights w;
    for (uint32_t fold = 0; fold <= FOLDS; fold++) {
        learn_both(s, fold, &w);
        for (size_t i = 0; i < s->page.n; i++)
            if (fold == FOLDS || s->page.at[i].group == fold)
                measure(&s->page.at[i], &w, fold == FOLDS ? &same : &all);
    }
    const figures *f[] = {&all, &same};
    for (int i = 0; i < 2; i++) {
        double p = f[i]->precision / f[i]->n_precision, r = f[i]->recall / f[i]->n;
        fprintf(stderr, "%s: pages %u  F1 %.4f  precision %.4f  recall %.4f\n",
                i ? "on what was learned from" : "cross-validated", f[i]->n, 2 * p * r / (p + r), p, r);
    }
}

static void print_weights(const char *model, const int16_t *w)
{
    printf(".%s = {\n", model);
    for (unsigned t = 0; t < PAGE_TRAIT_COUNT; t++)
        if (w[t]) printf("    [PAGE_TRAIT_%s] = %d,\n", page_trait_name(t), w[t]);
    printf("},\n");
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: learn-page TRUTH.json FOLDER\n", stderr);
        return 2;
    }
    state s = {0};
    const char *id;
    json_t *truth = json_load_file(argv[1], 0, NULL), *entry;
    dem_arena_init(&s.arena, (size_t)1 << 20);
    json_object_foreach(truth, id, entry) if (!read_page(&s, argv[2], id, entry))
        fprintf(stderr, "learn-page: %s cannot be read\n", id);
    page_weights w;
    cross_validate(&s);
    learn_both(&s, FOLDS, &w);
    puts("/* Written by learn-page (./dev train page). */");
    print_weights("look", w.look);
    print_weights("choice", w.choice);
    for (size_t i = 0; i < s.page.n; i++) xmlFreeDoc(s.page.at[i].doc);
    json_decref(truth);
    dem_arena_release(&s.arena);
    return 0;
}

/* lang/train/train_tagger.c - dictionary and tagger: averaged perceptron over greedily tagged sentences. */
#include "base/map.h"
#include "lang/analyse.h"
#include "lang/train/train.h"
#include "lang/train/weights.h"
#include <stdlib.h>

#define MIN_PAIR 3   /* a combination of UPOS and XPOS seen less often is an error of annotation */
#define MIN_DICT 2   /* a word seen once teaches nothing about what else it can be */
#define FOLD_LEAST 2 /* taggers of folds need not be small; this is for speed */
#define MIN_ONLY 40  /* a word seen so often, and not once in 400 times otherwise, needs no judging */

void dem_shuffle(uint64_t *state, uint32_t *order, uint32_t n)
{
    for (uint32_t i = n; i > 1; i--) {
        *state += 0x9e3779b97f4a7c15u;
        uint32_t j = (uint32_t)(dem_atom(*state) % i), swap = order[i - 1];
        order[i - 1] = order[j];
        order[j] = swap;
    }
}

enum { PAIRS = DEM_UPOS_COUNT * DEM_XPOS_COUNT };

static void count_pairs(const dem_treebank *bank, uint32_t *count)
{
    for (size_t i = 0; i < bank->trees.n; i++)
        for (uint32_t k = 0; k < bank->trees.at[i].n; k++) {
            const dem_token *t = &bank->trees.at[i].tok[k];
            count[t->upos * DEM_XPOS_COUNT + t->xpos]++;
        }
}

static void make_pairs(const dem_training *t, dem_tagset *out)
{
    uint32_t count[PAIRS] = {0};
    count_pairs(t->bank, count);
    dem_tag_pair *pair = dem_arena_array(t->arena, dem_tag_pair, DEM_MAX_CLASSES);
    for (unsigned p = 0; p < PAIRS; p++)
        if (count[p] >= MIN_PAIR && out->n_pair < DEM_MAX_CLASSES - 1)
            pair[out->n_pair++] = (dem_tag_pair){(uint8_t)(p / DEM_XPOS_COUNT), (uint8_t)(p % DEM_XPOS_COUNT)};
    out->pair = pair;
}

/* The number of a token's pair; a rare one counts as the first with the same UPOS. */
static uint8_t pair_of(const dem_tagset *s, const dem_token *t)
{
    uint8_t same = 0;
    for (unsigned p = s->n_pair; p-- > 0;) {
        if (s->pair[p].upos == t->upos && s->pair[p].xpos == t->xpos) return (uint8_t)p;
        if (s->pair[p].upos == t->upos) same = (uint8_t)p;
    }
    return same;
}

typedef struct counted {
    uint64_t low;
    uint32_t total, count[DEM_MAX_CLASSES];
} counted;

static dem_amb amb_of(const counted *c, unsigned n_pair)
{
    dem_amb a = {0};
    uint32_t left[DEM_MAX_CLASSES];
    memcpy(left, c->count, sizeof left);
    while (a.n < 4) {
        unsigned best = 0;
        for (unsigned p = 1; p < n_pair; p++)
            if (left[p] > left[best]) best = p;
        if (left[best] * 25 < c->total || !left[best]) break;
        a.tag[a.n++] = (uint8_t)best;
        left[best] = 0;
    }
    uint32_t other = c->total - c->count[a.tag[0]];
    a.only = c->total >= MIN_ONLY && other * 400 <= c->total;
    return a;
}

typedef struct amb_list {
    dem_map seen;
    DEM_VEC(dem_amb) list;
} amb_list;

static uint32_t amb_number(amb_list *l, dem_arena *a, dem_amb amb)
{
    dem_str key = {(const char *)&amb, sizeof amb};
    uint32_t n = dem_map_get(&l->seen, key);
    if (n != DEM_MAP_NONE) return n;
    n = (uint32_t)l->list.n;
    dem_map_put(&l->seen, key, n);
    dem_vec_push(a, &l->list, amb);
    return n;
}

static void make_dict(const dem_training *t, unsigned without, dem_tagset *out)
{
    dem_arena scratch;
    dem_map index;
    DEM_VEC(counted *) all = {0};
    dem_arena_init(&scratch, 0);
    dem_map_init(&index, &scratch);
    for (size_t i = 0; i < t->bank->trees.n; i++) {
        const dem_tree *tree = &t->bank->trees.at[i];
        bool shout = dem_is_shout(tree->tok, tree->n);
        for (uint32_t k = 0; k < tree->n && dem_fold_of(i) != without; k++) {
            dem_word w;
            dem_word_set(&w, tree->tok[k].form, shout);
            dem_str key = {(const char *)&w.low, sizeof w.low};
            uint32_t at = dem_map_get(&index, key);
            if (at == DEM_MAP_NONE) {
                at = (uint32_t)all.n;
                dem_map_put(&index, key, at);
                counted *c = dem_arena_new(&scratch, counted);
                c->low = w.low;
                dem_vec_push(&scratch, &all, c);
            }
            all.at[at]->total++;
            all.at[at]->count[pair_of(out, &tree->tok[k])]++;
        }
    }
    amb_list ambs = {0};
    DEM_VEC(dem_pair64) pairs = {0};
    dem_map_init(&ambs.seen, &scratch);
    for (size_t i = 0; i < all.n; i++) {
        if (all.at[i]->total < MIN_DICT) continue;
        dem_pair64 p = {all.at[i]->low, amb_number(&ambs, t->arena, amb_of(all.at[i], out->n_pair))};
        dem_vec_push(&scratch, &pairs, p);
    }
    out->amb = ambs.list.at;
    out->n_amb = (uint32_t)ambs.list.n;
    dem_build_words(pairs.at, pairs.n, t->arena, &out->dict);
    dem_arena_release(&scratch);
}

static void make_lex(const dem_training *t, dem_tagset *out)
{
    dem_arena scratch;
    dem_map index;
    dem_arena_init(&scratch, 0);
    dem_map_init(&index, &scratch);
    DEM_VEC(dem_pair64) pairs = {0};
    for (size_t i = 0; i < t->words->forms.n; i++) {
        const dem_inflected *f = &t->words->forms.at[i];
        uint32_t at = dem_map_get(&index, f->form);
        if (at == DEM_MAP_NONE) {
            dem_word w;
            dem_word_set(&w, f->form, false);
            at = (uint32_t)pairs.n;
            dem_map_put(&index, f->form, at);
            dem_pair64 p = {w.low, 0};
            dem_vec_push(&scratch, &pairs, p);
        }
        uint32_t *v = &pairs.at[at].value,
                 place = f->upos == DEM_UPOS_NOUN ? DEM_LEX_NOUN_SENSE : DEM_LEX_VERB_SENSE;
        *v |= dem_inflected_bit(f);
        if (f->upos == DEM_UPOS_NOUN || f->upos == DEM_UPOS_VERB)
            if (!(*v >> place & 63)) *v |= (uint32_t)f->sense << place;
    }
    dem_build_words(pairs.at, pairs.n, t->arena, &out->lex);
    dem_arena_release(&scratch);
}

void dem_train_tagset(const dem_training *t, unsigned without, dem_tagset *out)
{
    memset(out, 0, sizeof *out);
    make_pairs(t, out);
    make_dict(t, without, out);
    make_lex(t, out);
}

typedef struct tagged {
    dem_word *w;
    uint8_t *gold;
    uint32_t n;
} tagged;

static tagged prepare(const dem_tagset *tags, const dem_tree *tree, dem_arena *a)
{
    tagged s = {dem_arena_array(a, dem_word, tree->n), dem_arena_array(a, uint8_t, tree->n), tree->n};
    dem_words_from_tokens(tags, tree->tok, tree->n, s.w);
    for (uint32_t i = 0; i < tree->n; i++) s.gold[i] = pair_of(tags, &tree->tok[i]);
    return s;
}

static uint32_t learn(const dem_tagset *tags, dem_weights *w, const tagged *s, int64_t now)
{
    uint8_t tag[DEM_MAX_TOKENS];
    uint64_t f[DEM_TAG_FEATURES];
    int32_t score[DEM_MAX_CLASSES];
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t amb = s->w[i].amb_class;
        if (amb < tags->n_amb && tags->amb[amb].only) {
            tag[i] = tags->amb[amb].tag[0];
            continue;
        }
        unsigned n = dem_tag_features(s->w, s->n, i, tag, f), best = 0;
        dem_weights_score(w, f, n, score);
        for (unsigned k = 1; k < tags->n_pair; k++)
            if (score[k] > score[best]) best = k;
        tag[i] = (uint8_t)best;
        if (best == s->gold[i]) continue;
        wrong++;
        dem_weights_update(w, f, n, s->gold[i], 1, now);
        dem_weights_update(w, f, n, best, -1, now);
    }
    return wrong;
}

void dem_train_tagger(const dem_training *t, unsigned without, const dem_tagset *tags, dem_sparse *out)
{
    dem_arena scratch;
    dem_arena_init(&scratch, 1 << 20);
    uint32_t n = 0, *order = dem_arena_array(&scratch, uint32_t, t->bank->trees.n);
    tagged *all = dem_arena_array(&scratch, tagged, t->bank->trees.n);
    for (size_t i = 0; i < t->bank->trees.n; i++)
        if (dem_fold_of(i) != without) all[n++] = prepare(tags, &t->bank->trees.at[i], &scratch);
    for (uint32_t i = 0; i < n; i++) order[i] = i;
    dem_weights w;
    dem_weights_init(&w, tags->n_pair, t->tag_hits);
    uint64_t random = t->seed + without;
    int64_t now = 1;
    for (unsigned epoch = 0; epoch < t->tag_epochs * t->tag_runs; epoch++) {
        uint32_t wrong = 0;
        if (epoch && epoch % t->tag_epochs == 0) dem_weights_restart(&w, now);
        dem_shuffle(&random, order, n);
        for (uint32_t i = 0; i < n; i++) wrong += learn(tags, &w, &all[order[i]], now++);
        dem_buf line = {0};
        dem_buf_addf(&line, "tagger without %u, epoch %u: %u wrong, %u rows", without, epoch + 1, wrong,
                     w.n_rows);
        t->progress(line.p);
        dem_buf_release(&line);
    }
    double scale = dem_weights_scale(&w, now, 255);
    if (without == DEM_NO_FOLD) dem_weights_sparse_fit(&w, now, scale, t->tag_room, t->arena, out);
    else dem_weights_sparse(&w, now, scale, FOLD_LEAST, t->arena, out);
    dem_weights_release(&w);
    dem_arena_release(&scratch);
}

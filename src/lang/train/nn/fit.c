/* lang/train/nn/fit.c - epochs, batches, threads, checkpoints.
 *
 * A batch is cut into DEM_FIT_SHARDS shards whatever the number of threads, and their gradients are added in
 * order, so that the weights do not depend on it. */
#include "lang/train/nn/fit.h"
#include "lang/train/beside.h"
#include "lang/train/nn/augment.h"
#include <pthread.h>
#include <stdlib.h>

#define MAX_NORM 5.0
#define WARM_UP 300.0 /* steps over which the rate rises */

typedef struct fitter {
    const dem_fit_options *o;
    const dem_treebank *bank, *parsed; /* parsed may be NULL */
    const dem_tagset *tags;
    const dem_vectors *vectors;
    dem_params *p;
    dem_params grad;
    dem_adam adam;
    dem_shard shard[DEM_FIT_SHARDS];
    uint64_t shard_seed[DEM_FIT_SHARDS];
    uint32_t batch_words; /* of the batch at hand */
    unsigned threads;
    uint64_t seed;
    uint32_t *order, n_order; /* trees of this epoch; numbers beyond the bank's are of parsed */
    uint32_t *pick;           /* trees of parsed, shuffled */
    unsigned epoch;
    double loss[3];
    uint64_t words, steps; /* steps in all */
    dem_arena scratch;     /* forms of changed trees, for one batch */
    uint32_t *touched;
    uint8_t *is_touched;
    size_t n_touched;
} fitter;

static void add_tree(fitter *f, dem_shard *s, const dem_tree *tree)
{
    dem_seen_tree seen;
    dem_word w[DEM_MAX_TOKENS + 8];
    dem_augment(&seen, tree, f->o->augment, &f->seed, &f->scratch);
    uint32_t at = s->n;
    for (uint32_t i = 0; i < seen.n; i++) {
        dem_word_set(&w[i], seen.tok[i].form, seen.shout);
        s->head[at + i] = seen.tok[i].head;
        s->rel[at + i] = seen.tok[i].rel;
        s->tag[at + i] = dem_tag_number(f->tags, &seen.tok[i]);
    }
    dem_net_inputs(&f->vectors->words, w, seen.n, s->in + at);
    s->n += seen.n;
    s->from[++s->n_sentences] = s->n;
}

static const dem_tree *tree_of(const fitter *f, uint32_t number)
{
    size_t n = f->bank->trees.n;
    return number < n ? &f->bank->trees.at[number] : &f->parsed->trees.at[number - n];
}

/* Fills the shards from f->order[at] on; how many trees were taken. */
static uint32_t fill(fitter *f, uint32_t at)
{
    uint32_t n = f->n_order, taken = 0, share = f->o->batch_words / DEM_FIT_SHARDS;
    for (unsigned k = 0; k < DEM_FIT_SHARDS; k++) {
        dem_shard *s = &f->shard[k];
        dem_shard_begin(s, share + DEM_MAX_TOKENS + 8);
        while (at + taken < n && s->n < share && s->n_sentences < DEM_SHARD_SENTENCES)
            add_tree(f, s, tree_of(f, f->order[at + taken++]));
        f->shard_seed[k] = f->seed += 77;
    }
    f->batch_words = 0;
    for (unsigned k = 0; k < DEM_FIT_SHARDS; k++) f->batch_words += f->shard[k].n;
    return taken;
}

static void work(fitter *f, unsigned k)
{
    dem_shard *s = &f->shard[k];
    if (!s->n) return;
    dem_shard_forward(s, f->p, f->vectors->number, &f->o->drop, f->shard_seed[k], true);
    dem_shard_backward(s, f->p, (real)1 / (real)f->batch_words);
}
static void *second_thread(void *own)
{
    work(own, 1);
    return NULL;
}
static void work_all(fitter *f)
{
    pthread_t thread;
    if (f->threads < 2 || pthread_create(&thread, NULL, second_thread, f) != 0) {
        for (unsigned k = 0; k < DEM_FIT_SHARDS; k++) work(f, k);
        return;
    }
    work(f, 0);
    pthread_join(thread, NULL);
}

static void gather_rows(fitter *f, const dem_shard *s)
{
    for (uint32_t t = 0; t < s->n; t++) {
        const real *d = s->d_emb + (size_t)t * DEM_NET_IN + DEM_NET_EMB_AT;
        for (int k = 0; k < DEM_NET_FEATURES; k++) {
            uint32_t row = s->in[t].row[k];
            if (row == UINT32_MAX) continue;
            if (!f->is_touched[row]) f->touched[f->n_touched++] = row;
            f->is_touched[row] = 1;
            real *g = f->grad.rows + (size_t)row * DEM_NET_EMB;
            for (int j = 0; j < DEM_NET_EMB; j++) g[j] += d[j];
        }
    }
}

/* Up over the first steps, then down in a straight line. */
static double rate_now(const fitter *f)
{
    double up = (double)(f->adam.step + 1) / WARM_UP, done = (double)f->adam.step / (double)(f->steps + 1);
    return f->o->rate * (up < 1 ? up : 1) * (done < 1 ? 1 - done * 0.99 : 0.01);
}

static void gather(fitter *f)
{
    for (unsigned k = 0; k < DEM_FIT_SHARDS; k++) {
        dem_shard *s = &f->shard[k];
        if (!s->n) continue;
        for (size_t i = 0; i < f->grad.at[DEM_P_COUNT]; i++) {
            f->grad.w[i] += s->grad.w[i];
            s->grad.w[i] = 0;
        }
        gather_rows(f, s);
        f->loss[0] += s->loss_arc;
        f->loss[1] += s->loss_rel;
        f->loss[2] += s->loss_tag;
    }
    dem_adam_move(&f->adam, f->p, &f->grad, f->touched, f->n_touched, rate_now(f), MAX_NORM);
    for (size_t i = 0; i < f->n_touched; i++) f->is_touched[f->touched[i]] = 0;
    f->n_touched = 0;
    f->words += f->batch_words;
}

static void shuffle(uint64_t *seed, uint32_t *order, uint32_t n)
{
    for (uint32_t i = n; i > 1; i--) {
        uint32_t j = (uint32_t)(dem_random(seed) * i), swap = order[i - 1];
        order[i - 1] = order[j];
        order[j] = swap;
    }
}

/* All trees of the bank, and parsed ones until their share is reached. */
static void make_order(fitter *f)
{
    uint32_t n = (uint32_t)f->bank->trees.n, parsed = f->parsed ? (uint32_t)f->parsed->trees.n : 0;
    double left = f->o->parsed * (double)dem_treebank_words(f->bank);
    for (uint32_t i = 0; i < n; i++) f->order[i] = i;
    for (uint32_t i = 0; i < parsed; i++) f->pick[i] = n + i;
    shuffle(&f->seed, f->pick, parsed);
    f->n_order = n;
    for (uint32_t i = 0; i < parsed && left > 0; i++) {
        f->order[f->n_order++] = f->pick[i];
        left -= tree_of(f, f->pick[i])->n;
    }
    shuffle(&f->seed, f->order, f->n_order);
}

static void one_epoch(fitter *f)
{
    memset(f->loss, 0, sizeof f->loss);
    f->words = 0;
    make_order(f);
    for (uint32_t at = 0; at < f->n_order;) {
        at += fill(f, at);
        work_all(f);
        gather(f);
        dem_arena_reset(&f->scratch);
    }
    f->epoch++;
}

/* Steps of all epochs, as near as words tell. */
static uint64_t count_steps(const dem_fit_options *o, const dem_treebank *bank, const dem_treebank *parsed)
{
    double words = (double)dem_treebank_words(bank), more = parsed ? (double)dem_treebank_words(parsed) : 0;
    words += more < words * o->parsed ? more : words * o->parsed;
    return (uint64_t)(words * o->epochs / (o->batch_words + 20)) + 1;
}

static bool put(const void *fitter_, FILE *out)
{
    const fitter *f = fitter_;
    return fwrite(&f->epoch, sizeof f->epoch, 1, out) == 1 && fwrite(&f->seed, sizeof f->seed, 1, out) == 1 &&
           fwrite(&f->adam.step, sizeof f->adam.step, 1, out) == 1 && dem_params_save(f->p, out) &&
           dem_params_save(&f->adam.m, out) && dem_params_save(&f->adam.v, out);
}
static bool get(fitter *f, FILE *in)
{
    return fread(&f->epoch, sizeof f->epoch, 1, in) == 1 && fread(&f->seed, sizeof f->seed, 1, in) == 1 &&
           fread(&f->adam.step, sizeof f->adam.step, 1, in) == 1 && dem_params_load(f->p, in) &&
           dem_params_load(&f->adam.m, in) && dem_params_load(&f->adam.v, in);
}

static dem_status save(const fitter *f, dem_error *err)
{
    return f->o->checkpoint ? dem_write_beside(f->o->checkpoint, put, f, err) : DEM_OK;
}

static dem_status resume(fitter *f, dem_error *err)
{
    FILE *in = f->o->checkpoint ? fopen(f->o->checkpoint, "rb") : NULL;
    if (!in) return DEM_OK;
    bool ok = get(f, in);
    fclose(in);
    return ok ? DEM_OK
              : dem_fail(err, DEM_E_FORMAT, dem_str_from(f->o->checkpoint), 0, 0,
                         "not a checkpoint of this network: remove it to begin anew");
}

/* Threads are ours: OpenBLAS is to use the one that calls it. Built without threads (Debian's "serial") it must
 * not be called by two at a time. */
static unsigned use_threads(unsigned wanted)
{
    openblas_set_num_threads(1);
    return openblas_get_parallel() == OPENBLAS_SEQUENTIAL ? 1 : wanted;
}

static void begin(fitter *f)
{
    f->threads = use_threads(f->o->threads);
    dem_arena_init(&f->scratch, 1 << 16);
    dem_params_zero_like(&f->grad, f->p);
    dem_adam_init(&f->adam, f->p);
    for (unsigned k = 0; k < DEM_FIT_SHARDS; k++) dem_shard_init(&f->shard[k], f->p);
    size_t parsed = f->parsed ? f->parsed->trees.n : 0;
    f->order = dem_xalloc((f->bank->trees.n + parsed + 1) * sizeof *f->order);
    f->pick = dem_xalloc((parsed + 1) * sizeof *f->pick);
    f->touched = dem_xalloc(DEM_NET_ROWS * sizeof *f->touched);
    f->is_touched = dem_xalloc(DEM_NET_ROWS);
}
static void end(fitter *f)
{
    dem_arena_release(&f->scratch);
    dem_params_release(&f->grad);
    dem_adam_release(&f->adam);
    for (unsigned k = 0; k < DEM_FIT_SHARDS; k++) dem_shard_release(&f->shard[k]);
    free(f->order);
    free(f->pick);
    free(f->touched);
    free(f->is_touched);
}

dem_status dem_fit(const dem_fit_options *o, const dem_fit_input *in, dem_params *p,
                   void (*each)(const dem_params *p, unsigned epoch, const double loss[3], void *own),
                   void *own, dem_error *err)
{
    fitter f = {.o = o,
                .bank = in->bank,
                .parsed = in->parsed,
                .tags = in->tags,
                .vectors = in->vectors,
                .p = p,
                .seed = o->seed,
                .steps = count_steps(o, in->bank, in->parsed)};
    begin(&f);
    dem_status st = resume(&f, err);
    while (st == DEM_OK && f.epoch < o->epochs) {
        one_epoch(&f);
        double loss[3];
        for (int k = 0; k < 3; k++) loss[k] = f.words ? f.loss[k] / (double)f.words : 0;
        st = save(&f, err);
        if (each) each(p, f.epoch, loss, own);
    }
    end(&f);
    return st;
}

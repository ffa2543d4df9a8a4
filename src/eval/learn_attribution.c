/* eval/learn_attribution.c - writes src/said: the weights of the finder of attributions.
 *
 *    learn-attribution DATA_DIR MARKED OUT_DIR [--without FOLD]
 *
 * MARKED: reports with marked attributions (attributed.h), plain or compressed. --without leaves a tenth of them out, those whose
 * running number, modulo 10, is FOLD, so that figures can be had without looking at the development reports. */
#include "base/buf.h"
#include "base/input.h"
#include "eval/attributed.h"
#include "eval/chain.h"
#include "lang/lang.h"
#include "reader/zones.h"
#include "said/cue.h"
#include "said/role.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 10, ROUNDS = 10, MAX_LINE = 16 << 20 };
static const double CUE_RATE = 0.04, CUE_PENALTY = 0.001, ROLE_RATE = 0.05, ROLE_PENALTY = 0.006;

/* A word that may head a cue. */
typedef struct decision {
    uint32_t from, n; /* its traits in `trait` */
    said_vectors vectors;
    bool right;
} decision;

/* A report that is learned from, kept whole. */
typedef struct marked_report {
    dem_attributed a;
    said_view v;
} marked_report;

typedef struct learning {
    dem_arena arena; /* everything */
    DEM_VEC(marked_report *) report;
    DEM_VEC(uint32_t) trait;
    DEM_VEC(decision) decision;
    DEM_VEC(dem_chain) chain;
    uint32_t reports, relations, headless;
} learning;

/* ---- from marked reports to samples ---------------------------------------------------------------------------- */

/* The word of the marked cue that the others hang on: the one nearest to the root, verbs first. */
static bool head_of(const dem_said_input *in, const dem_marked_relation *r, uint32_t *sentence, int *token)
{
    int best = 1 << 20;
    for (uint32_t i = 0; i < in->n && r->n[1]; i++) {
        const dem_sentence *s = &in->sentence[i];
        if (s->end <= r->at[1][0].start || s->start >= r->at[1][r->n[1] - 1].end) continue;
        for (uint32_t t = 0; t < s->n; t++) {
            if (!dem_marked_covers(r, 1, &s->tok[t])) continue;
            int depth = 0;
            for (int up = (int)t; s->tok[up].head >= 0; up = s->tok[up].head) depth++;
            int cost = depth * 4 + (s->tok[t].upos == DEM_UPOS_VERB    ? 0
                                    : s->tok[t].upos == DEM_UPOS_PUNCT ? 2
                                                                       : 1);
            if (cost >= best) continue;
            best = cost;
            *sentence = i;
            *token = (int)t;
        }
    }
    return best < 1 << 20;
}

static void add_chain(learning *l, const said_view *v, const dem_marked_relation *r, uint32_t sentence,
                      int head)
{
    const dem_sentence *s = &v->in->sentence[sentence];
    dem_chain c = {.n = s->n, .fixed = (uint32_t)head};
    c.from = dem_arena_array(&l->arena, uint32_t, s->n + 1);
    c.step = dem_arena_array(&l->arena, uint8_t, s->n);
    c.role = dem_arena_array(&l->arena, uint8_t, s->n);
    c.trait = dem_arena_array(&l->arena, uint16_t, s->n * 32);
    said_frame f;
    said_frame_make(&f, v, sentence, head);
    uint32_t n = 0;
    for (uint32_t t = 0; t < s->n; t++) {
        said_traits x = {.bits = SAID_ROLE_BITS};
        said_role_traits(&f, (int)t, &x);
        for (uint32_t k = 0; k < x.n && k < 32; k++) c.trait[n++] = (uint16_t)x.at[k];
        c.from[t + 1] = n;
        c.step[t] = (uint8_t)said_role_step(&f, (int)t);
        for (unsigned role = 0; role < DEM_MARKED_ROLES; role++)
            if (dem_marked_covers(r, role, &s->tok[t])) c.role[t] = (uint8_t)(role + 1);
    }
    c.role[head] = SAID_CUE;
    dem_vec_push(&l->arena, &l->chain, c);
}

static void add_decisions(learning *l, const said_view *v, const dem_attributed *a, uint8_t **head)
{
    said_lists lists = said_lists_of(v->in->lexicon);
    for (uint32_t i = 0; i < v->in->n; i++) {
        const dem_sentence *s = &v->in->sentence[i];
        for (uint32_t t = 0; t < s->n; t++) {
            const dem_token *tok = &s->tok[t];
            bool content = false;
            if (tok->upos == DEM_UPOS_DET || tok->upos == DEM_UPOS_NUM || tok->upos == DEM_UPOS_PRON) continue;
            for (uint32_t r = 0; r < a->n && !content; r++)
                content = dem_marked_covers(&a->relation[r], 2, tok);
            if (content && !head[i][t]) continue; /* sources within sources are not marked */
            said_traits x = {.bits = SAID_CUE_BITS};
            said_cue_traits(v, &lists, i, (int)t, &x);
            decision d = {.from = (uint32_t)l->trait.n, .n = x.n, .right = head[i][t]};
            said_cue_vectors(v, i, (int)t, &d.vectors);
            for (uint32_t k = 0; k < x.n; k++) dem_vec_push(&l->arena, &l->trait, x.at[k]);
            dem_vec_push(&l->arena, &l->decision, d);
        }
    }
}

/* Cue heads of a report; `chains` false: as decisions, true: as sequences of roles. */
static void take_report(learning *l, const marked_report *m, bool chains)
{
    const dem_said_input *in = m->v.in;
    uint8_t **head = dem_arena_array(&l->arena, uint8_t *, in->n);
    for (uint32_t i = 0; i < in->n; i++) head[i] = dem_arena_array(&l->arena, uint8_t, in->sentence[i].n + 1);
    for (uint32_t r = 0; r < m->a.n; r++) {
        uint32_t sentence = 0;
        int token = 0;
        bool found = head_of(in, &m->a.relation[r], &sentence, &token);
        l->relations += !chains;
        l->headless += !chains && !found;
        if (!found) continue;
        head[sentence][token] = 1;
        if (chains) add_chain(l, &m->v, &m->a.relation[r], sentence, token);
    }
    if (!chains) add_decisions(l, &m->v, &m->a, head);
}

/* ---- learning -------------------------------------------------------------------------------------------------- */

/* A fixed shuffle. */
static void shuffle(uint32_t *order, uint32_t n, uint64_t seed)
{
    for (uint32_t i = n; i > 1; i--) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        uint32_t k = (uint32_t)((seed >> 33) % i), x = order[i - 1];
        order[i - 1] = order[k];
        order[k] = x;
    }
}

static uint32_t *order_of(size_t n)
{
    uint32_t *order = dem_xalloc(n * sizeof *order + 1);
    for (uint32_t i = 0; i < n; i++) order[i] = i;
    return order;
}

static void learn_cues(const learning *l, dem_dual *traits, dem_dual *dense)
{
    uint32_t *order = order_of(l->decision.n);
    static double value[SAID_CUE_VECTORS * DEM_VECTOR_SIZE];
    static uint32_t place[SAID_CUE_VECTORS * DEM_VECTOR_SIZE];
    for (int round = 0; round < ROUNDS; round++) {
        double loss = 0;
        shuffle(order, (uint32_t)l->decision.n, (uint64_t)round);
        for (size_t i = 0; i < l->decision.n; i++) {
            const decision *d = &l->decision.at[order[i]];
            dem_decision sample = {l->trait.at + d->from, d->n, value, place, 0, d->right};
            for (uint32_t k = 0; k < d->vectors.n; k++)
                for (uint32_t dim = 0; dim < DEM_VECTOR_SIZE; dim++, sample.n_value++) {
                    place[sample.n_value] = d->vectors.block[k] * DEM_VECTOR_SIZE + dim;
                    value[sample.n_value] = (d->vectors.at[k][dim] - DEM_VECTOR_ZERO) / 63.0;
                }
            loss += dem_decision_learn(&sample, traits, dense);
        }
        fprintf(stderr, "cues, round %d: %zu words, loss %.4f\n", round, l->decision.n,
                loss / (double)l->decision.n);
    }
    free(order);
}

static void learn_roles(const learning *l, dem_dual *own, dem_dual *pass)
{
    uint32_t *order = order_of(l->chain.n);
    for (int round = 0; round < ROUNDS; round++) {
        double loss = 0;
        shuffle(order, (uint32_t)l->chain.n, (uint64_t)round);
        for (size_t i = 0; i < l->chain.n; i++) loss += dem_chain_learn(&l->chain.at[order[i]], own, pass);
        fprintf(stderr, "roles, round %d: %zu cues, loss %.4f\n", round, l->chain.n, loss / (double)l->chain.n);
    }
    free(order);
}

/* ---- writing ---------------------------------------------------------------------------------------------------- */

static int whole(double w)
{
    long q = lround(w * SAID_ONE);
    return q > 127 ? 127 : q < -127 ? -127 : (int)q;
}

/* All weights in their order, many on a line. */
static bool write_table(const char *dir, const char *name, const double *w, uint32_t n)
{
    char path[4096];
    uint32_t kept = 0;
    int column = 0;
    snprintf(path, sizeof path, "%s/%s", dir, name);
    FILE *f = fopen(path, "w");
    if (!f) return false;
    fputs("/* Written by learn-attribution (./dev train attribution). */\n", f);
    for (uint32_t i = 0; i < n; i++) {
        kept += whole(w[i]) != 0;
        column += fprintf(f, "%d,", whole(w[i]));
        if (column > 150) fputc('\n', f), column = 0;
    }
    fputc('\n', f);
    fprintf(stderr, "%s: %u of %u weights\n", name, kept, n);
    return fclose(f) == 0;
}

static bool write_steps(const char *dir, const double *w)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/role_step.inc", dir);
    FILE *f = fopen(path, "w");
    if (!f) return false;
    fputs("/* Written by learn-attribution (./dev train attribution). */\n", f);
    for (int k = 0; k < SAID_STEP_KINDS; k++) {
        fputc('{', f);
        for (int q = 0; q < SAID_ROLES; q++) {
            const double *row = w + (k * SAID_ROLES + q) * SAID_ROLES;
            fprintf(f, "{%d, %d, %d, %d}%s", whole(row[0]), whole(row[1]), whole(row[2]), whole(row[3]),
                    q + 1 < SAID_ROLES ? ", " : "");
        }
        fputs("},\n", f);
    }
    return fclose(f) == 0;
}

/* What roles are learned beside: the cues as the program will find them. */
static void judge_cues(learning *l, const dem_dual *cue, const dem_dual *dense)
{
    int8_t *trait = dem_arena_array(&l->arena, int8_t, cue->n),
           *dimension = dem_arena_array(&l->arena, int8_t, dense->n);
    for (uint32_t i = 0; i < cue->n; i++) trait[i] = (int8_t)whole(cue->w[i]);
    for (uint32_t i = 0; i < dense->n; i++) dimension[i] = (int8_t)whole(dense->w[i]);
    for (size_t i = 0; i < l->report.n; i++) {
        said_view *v = &l->report.at[i]->v;
        v->cue_trait = trait;
        v->cue_dimension = dimension;
        said_cues_judge(v);
    }
}

/* ---- the run ---------------------------------------------------------------------------------------------------- */

static int fail(const dem_error *err)
{
    dem_buf b = {0};
    dem_error_add(&b, err);
    fprintf(stderr, "learn-attribution: %s\n", b.p);
    dem_buf_release(&b);
    return 3;
}

static dem_status read_reports(learning *l, dem_lang *lang, const dem_lexicon *lexicon,
                               dem_word_vectors vectors, const char *path, int without, dem_error *err)
{
    dem_input *in = NULL;
    dem_line line;
    dem_status st = dem_input_open(&in, path, MAX_LINE, err);
    while (st == DEM_OK && (st = dem_input_line(in, &line, err)) == DEM_OK) {
        if ((int)(l->reports++ % FOLDS) == without) continue;
        marked_report *m = dem_arena_new(&l->arena, marked_report);
        st = dem_attributed_read(line.text, dem_input_name(in), line.number, &l->arena, &m->a, err);
        if (st != DEM_OK) break;
        dem_said_input *input = dem_arena_new(&l->arena, dem_said_input);
        dem_sentence *s;
        dem_zones_find(&l->arena, &m->a.report);
        dem_split(&l->arena, &m->a.report, &s, &input->n);
        dem_lang_analyse(lang, &l->arena, m->a.report.text, s, input->n);
        input->sentence = s;
        input->lexicon = lexicon;
        input->vectors = vectors;
        said_view_make(&m->v, input, &l->arena);
        dem_vec_push(&l->arena, &l->report, m);
    }
    dem_input_close(in);
    return st == DEM_END ? DEM_OK : st;
}

static bool learn_and_write(learning *l, const char *dir)
{
    dem_dual cue = dem_dual_new(SAID_CUE_WEIGHTS, CUE_RATE, CUE_PENALTY),
             dense = dem_dual_new(SAID_CUE_BLOCKS * DEM_VECTOR_SIZE, CUE_RATE, 0),
             role = dem_dual_new(SAID_ROLE_WEIGHTS * (SAID_ROLES - 1), ROLE_RATE, ROLE_PENALTY),
             step = dem_dual_new(SAID_STEP_KINDS * SAID_ROLES * SAID_ROLES, ROLE_RATE, 0);
    for (size_t i = 0; i < l->report.n; i++) take_report(l, l->report.at[i], false);
    fprintf(stderr, "%zu reports, %u attributions, %u of them with no cue in an analysed sentence\n",
            l->report.n, l->relations, l->headless);
    learn_cues(l, &cue, &dense);
    judge_cues(l, &cue, &dense);
    for (size_t i = 0; i < l->report.n; i++) take_report(l, l->report.at[i], true);
    learn_roles(l, &role, &step);
    bool good = write_table(dir, "cue.inc", cue.w, cue.n) &&
                write_table(dir, "cue_vector.inc", dense.w, dense.n) &&
                write_table(dir, "role.inc", role.w, role.n) && write_steps(dir, step.w);
    dem_dual_free(&cue);
    dem_dual_free(&dense);
    dem_dual_free(&role);
    dem_dual_free(&step);
    return good;
}

int main(int argc, char **argv)
{
    char path[4096];
    dem_error err = {0};
    dem_model *model = NULL;
    dem_lexicon *lexicon = NULL;
    if (argc < 4) {
        fprintf(stderr, "usage: learn-attribution DATA_DIR MARKED OUT_DIR [--without FOLD]\n");
        return 2;
    }
    int without = argc > 5 && strcmp(argv[4], "--without") == 0 ? atoi(argv[5]) : -1;
    snprintf(path, sizeof path, "%s/model/english.dem", argv[1]);
    if (dem_model_open(&model, path, &err) != DEM_OK) return fail(&err);
    snprintf(path, sizeof path, "%s/lexicon", argv[1]);
    if (dem_lexicon_load(&lexicon, path, &err) != DEM_OK) return fail(&err);
    learning l = {.reports = 0};
    dem_arena_init(&l.arena, 1 << 20);
    dem_lang *lang = dem_lang_new(model);
    dem_status st = read_reports(&l, lang, lexicon, dem_model_vectors(model), argv[2], without, &err);
    if (st != DEM_OK) return fail(&err);
    bool good = learn_and_write(&l, argv[3]);
    dem_lang_free(lang);
    dem_lexicon_free(lexicon);
    dem_model_close(model);
    dem_arena_release(&l.arena);
    return good ? 0 : 3;
}

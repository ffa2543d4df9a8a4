/* eval/learn_opinion.c - writes src/code/opinion.inc: the weights of the second opinion.
 *
 *    learn-opinion DATA_DIR [--without FOLD] GOLD... --marked TABLE... > src/code/opinion.inc
 *
 * --without leaves a tenth of the reports and lines out (those whose running number, modulo 10, is FOLD), so that the program can
 * be measured on what it has not seen (tools/folds_opinion.sh).
 *
 * Tells on standard error what cross-validation over reports says of it. */
#include "base/buf.h"
#include "code/opinion.h"
#include "eval/opinions.h"
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 10 };
static const double L2[2] = {10, 3}, MARKED_WEIGHT = 0.5, EXAMPLE_WEIGHT = 0.5;

static double weight[2][DEM_TRAIT_COUNT];

typedef struct tally {
    double n, right, sum, log_loss, brier;
} tally;

static void count(tally *t, double p, bool right)
{
    double q = p < 1e-6 ? 1e-6 : p > 1 - 1e-6 ? 1 - 1e-6 : p;
    t->n++;
    t->right += right;
    t->sum += p;
    t->brier += (p - right) * (p - right);
    t->log_loss -= right ? __builtin_log(q) : __builtin_log(1 - q);
}

/* Each sample by the weights learned without its fold. */
static void cross_validate(const dem_samples *s, bool near, bool of_marked)
{
    static double w[DEM_TRAIT_COUNT];
    tally all = {0}, bin[10] = {{0}};
    for (uint32_t f = 0; f < FOLDS; f++) {
        dem_logistic_learn(s->at, s->n, FOLDS, f, L2[near], w, DEM_TRAIT_COUNT);
        for (size_t i = 0; i < s->n; i++) {
            dem_sample x = s->at[i];
            if (x.group % FOLDS != f || x.marked != of_marked) continue;
            double p = dem_logistic(&x, w);
            count(&all, p, x.right);
            count(&bin[p >= 1 ? 9 : (int)(p * 10)], p, x.right);
        }
    }
    if (!all.n) return;
    fprintf(stderr, "%s of %s: %.0f, right %.3f, mean confidence %.3f, log loss %.3f, Brier %.3f\n",
            near ? "near misses" : "records", of_marked ? "marked sentences" : "gold reports", all.n,
            all.right / all.n, all.sum / all.n, all.log_loss / all.n, all.brier / all.n);
    for (int b = 0; b < 10; b++)
        if (bin[b].n)
            fprintf(stderr, "  %.1f-%.1f: %4.0f, right %4.0f = %.2f, confidence %.2f\n", b / 10.0,
                    (b + 1) / 10.0, bin[b].n, bin[b].right, bin[b].right / bin[b].n, bin[b].sum / bin[b].n);
}

static void print(void)
{
    puts("/* Written by learn-opinion (./dev train opinion): of records, of near misses. */");
    for (unsigned k = 0; k < 2; k++)
        for (unsigned t = 0; t < DEM_TRAIT_COUNT; t++)
            printf("%s%d%s", t ? (t % 20 ? " " : "\n ") : "{",
                   (int)__builtin_lround(weight[k][t] * DEM_TRAITS_ONE),
                   t + 1 < DEM_TRAIT_COUNT ? "," : "},\n");
}

static int fail(const dem_error *err)
{
    dem_buf b = {0};
    dem_error_add(&b, err);
    fprintf(stderr, "learn-opinion: %s\n", b.p);
    dem_buf_release(&b);
    return 3;
}

static int usage(void)
{
    fprintf(stderr, "usage: learn-opinion DATA_DIR [--without FOLD] GOLD... [--marked TABLE...]\n");
    return 2;
}

int main(int argc, char **argv)
{
    dem_error err = {0};
    dem_engine *strict = NULL, *open = NULL;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_opinions o = {.arena = &arena};
    if (argc < 3) return usage();
    const dem_options keep = {.keep_unresolved = true};
    if (dem_engine_open(&strict, argv[1], NULL, &err) != DEM_OK ||
        dem_engine_open(&open, argv[1], &keep, &err) != DEM_OK)
        return fail(&err);
    uint32_t folds = 0, without = 0; /* 0 folds: nothing is left out */
    bool tables = false;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--marked") == 0) {
            tables = true;
            continue;
        }
        if (strcmp(argv[i], "--without") == 0) {
            if (i + 1 == argc || !dem_str_u32(dem_str_from(argv[++i]), &without) || without >= FOLDS)
                return usage();
            folds = FOLDS;
            continue;
        }
        dem_status st = tables ? dem_opinions_marked(&o, open, argv[i], MARKED_WEIGHT, &err)
                               : dem_opinions_gold(&o, strict, argv[i], 1, &err);
        if (st != DEM_OK) return fail(&err);
    }
    char path[4096];
    dem_lexicon *lexicon = NULL;
    snprintf(path, sizeof path, "%s/lexicon", argv[1]);
    if (dem_lexicon_load(&lexicon, path, &err) != DEM_OK) return fail(&err);
    dem_opinions_examples(&o, strict, lexicon, EXAMPLE_WEIGHT);
    dem_lexicon_free(lexicon);
    for (int near = 0; near < 2; near++) {
        cross_validate(&o.of[near], near, false);
        cross_validate(&o.of[near], near, true);
        dem_logistic_learn(o.of[near].at, o.of[near].n, folds, without, L2[near], weight[near],
                           DEM_TRAIT_COUNT);
    }
    print();
    dem_engine_close(strict);
    dem_engine_close(open);
    dem_arena_release(&arena);
    return 0;
}

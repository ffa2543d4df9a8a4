/* eval/learn_contexts.c - writes src/code/subject.inc: the weights of the contexts.
 *
 *    learn-contexts DATA_DIR GOLD > src/code/subject.inc
 *
 * Tells on standard error how often the whole set is right, by rule and by cross-validation over reports. */
#include "base/buf.h"
#include "code/subject.h"
#include "code/weights.h"
#include "eval/subjects.h"
#include <stdio.h>

enum { FOLDS = 10, FEWEST = 12 /* records with a context that is learned */ };
static const double L2 = 2;

static double weight[DEM_SUBJECT_TRAIT_COUNT];

static bool learned(const dem_subject_samples *s, unsigned context)
{
    size_t n = 0;
    for (size_t i = 0; i < s->gold.n; i++) n += (s->gold.at[i] >> context) & 1;
    return n >= FEWEST;
}

static void cross_validate(const dem_subject_samples *s, dem_arena *arena)
{
    size_t n = s->gold.n, by_rule = 0, by_model = 0;
    dem_contexts *found = dem_arena_array(arena, dem_contexts, n + 1);
    for (unsigned c = 0; c < DEM_CONTEXT_COUNT; c++) {
        bool model = learned(s, c);
        for (uint32_t f = 0; f < FOLDS; f++) {
            if (model) dem_logistic_learn(s->of[c].at, n, FOLDS, f, L2, weight, DEM_SUBJECT_TRAIT_COUNT);
            for (size_t i = 0; i < n; i++) {
                const dem_sample *x = &s->of[c].at[i];
                if (x->group % FOLDS != f) continue;
                bool yes = model ? dem_logistic(x, weight) * 100 >= DEM_CONTEXT_SURE : (s->rule.at[i] >> c) & 1;
                if (yes && (s->spoken.at[i] >> c & 1)) found[i] |= DEM_BIT(c);
            }
        }
    }
    for (size_t i = 0; i < n; i++) {
        by_rule += s->rule.at[i] == s->gold.at[i];
        by_model += (found[i] ? found[i] : s->rule.at[i]) == s->gold.at[i];
    }
    fprintf(
        stderr,
        "contexts of %zu records: the whole set is right by rule in %.3f, learned (cross-validated) in %.3f\n",
        n, (double)by_rule / (double)n, (double)by_model / (double)n);
}

/* A context is known to be learned by the weight of its bias, which is therefore never written as 0. */
static void print_row(unsigned context)
{
    printf("[DEM_CTX_%s] =\n", dem_context_name(context));
    for (unsigned t = 0; t < DEM_SUBJECT_TRAIT_COUNT; t++) {
        int w = (int)__builtin_lround(weight[t] * DEM_TRAITS_ONE);
        printf("%s%d%s", t ? (t % 20 ? " " : "\n ") : "{", t == 0 && w == 0 ? 1 : w,
               t + 1 < DEM_SUBJECT_TRAIT_COUNT ? "," : "},\n");
    }
}

int main(int argc, char **argv)
{
    dem_error err = {0};
    dem_engine *engine = NULL;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_subject_samples s = {0};
    if (argc != 3) return fprintf(stderr, "usage: learn-contexts DATA_DIR GOLD\n"), 2;
    dem_status st = dem_engine_open(&engine, argv[1], NULL, &err);
    if (st == DEM_OK) st = dem_subjects_gold(&s, &arena, engine, argv[2], &err);
    if (st != DEM_OK) {
        dem_buf b = {0};
        dem_error_add(&b, &err);
        fprintf(stderr, "learn-contexts: %s\n", b.p);
        dem_buf_release(&b);
        return 3;
    }
    cross_validate(&s, &arena);
    puts("/* Written by learn-contexts (./dev train contexts). */");
    for (unsigned c = 0; c < DEM_CONTEXT_COUNT; c++) {
        if (!learned(&s, c)) continue;
        dem_logistic_learn(s.of[c].at, s.of[c].n, 0, 0, L2, weight, DEM_SUBJECT_TRAIT_COUNT);
        print_row(c);
    }
    dem_engine_close(engine);
    dem_arena_release(&arena);
    return 0;
}

/* cli/eval_actors.c - demarche eval --actors. */
#include "cli/command.h"
#include "cli/eval.h"
#include "eval/actors.h"
#include <stdio.h>

bool dem_eval_actors_add(dem_eval_actors *a, const char *file)
{
    if (a->n == DEM_EVAL_FILES) {
        dem_say("no more than %d files at a time", DEM_EVAL_FILES);
        return false;
    }
    a->file[a->n++] = file;
    return true;
}

bool dem_eval_actors_floor(dem_eval_actors *a, const char *percent)
{
    if (dem_str_u32(dem_str_from(percent), &a->floor) && a->floor <= 100) return true;
    dem_say("--floor needs a percentage, not \"%s\"", percent);
    return false;
}

static void print_error(void *ctx, const dem_actor_error *e)
{
    printf("%s:%u: %.*s\n  %.*s = %.*s\n  found %.*s (%.*s)\n", (const char *)ctx, e->line,
           DEM_STR_ARG(e->passage), DEM_STR_ARG(e->phrase), DEM_STR_ARG(e->wanted), DEM_STR_ARG(e->found),
           DEM_STR_ARG(e->how));
}

static double percent(uint32_t part, uint32_t all)
{
    return all ? 100.0 * part / all : 0;
}

enum { MEASURES = 6 };
static const char *const MEASURE[MEASURES] = {"phrases", "code", "sector", "person", "flag", "passages"};

static void print(const char *file, const dem_actor_counts *c, bool tsv)
{
    const double v[MEASURES] = {percent(c->right, c->marks),       percent(c->codes, c->coded),
                                percent(c->sectors, c->codes),     percent(c->persons_right, c->persons),
                                percent(c->flags_right, c->flags), percent(c->items_right, c->items)};
    if (!tsv) printf("%-32s %7u", file, c->marks);
    for (int i = 0; i < MEASURES; i++) {
        if (tsv) printf("%s\t%s\t%.2f\n", file, MEASURE[i], v[i]);
        else printf(" %9.2f", v[i]);
    }
    if (!tsv) putchar('\n');
}

static void head(bool tsv)
{
    if (tsv) return;
    printf("%-32s %7s", "of marked phrases", "n");
    for (int i = 0; i < MEASURES; i++) printf(" %9s", MEASURE[i]);
    putchar('\n');
}

static void add(dem_actor_counts *sum, const dem_actor_counts *c)
{
    sum->items += c->items, sum->items_right += c->items_right;
    sum->marks += c->marks, sum->right += c->right;
    sum->coded += c->coded, sum->codes += c->codes, sum->sectors += c->sectors;
    sum->persons += c->persons, sum->persons_right += c->persons_right;
    sum->flags += c->flags, sum->flags_right += c->flags_right;
}

int dem_eval_actors_run(const dem_eval_actors *a, const char *data_dir, bool tsv)
{
    dem_engine *engine = NULL;
    dem_error err = {0};
    dem_options wanted = {.keep_unresolved = true};
    if (dem_engine_open(&engine, data_dir, &wanted, &err) != DEM_OK)
        return dem_say_error(&err, DEM_EXIT_NO_START);
    dem_actor_counts sum = {0};
    int status = DEM_EXIT_GOOD;
    if (!a->errors) head(tsv);
    for (int i = 0; i < a->n; i++) {
        dem_actor_counts c;
        dem_status st =
            dem_actors_score(engine, a->file[i], &c, a->errors ? print_error : NULL, (void *)a->file[i], &err);
        if (st != DEM_OK) status = dem_say_error(&err, DEM_EXIT_SOME);
        if (a->errors) head(tsv);
        print(a->file[i], &c, tsv);
        if (percent(c.right, c.marks) < a->floor) status = DEM_EXIT_SOME;
        add(&sum, &c);
    }
    if (a->n > 1) print("all", &sum, tsv);
    dem_engine_close(engine);
    return status;
}

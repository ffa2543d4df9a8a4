/* cli/eval_gold.c - demarche eval GOLD: records against reports that were coded by hand. */
#include "cli/eval_gold.h"
#include "cli/command.h"
#include "cli/eval.h"
#include "engine/engine.h"
#include "out/writer.h"
#include "reader/unfold.h"
#include <inttypes.h>
#include <stdio.h>

typedef struct run {
    dem_arena arena, scratch; /* of the whole run; of one report */
    dem_gold gold;
    dem_whys why;
    dem_gold_errors errors;
    dem_kinds kinds;
    dem_scores_of_events scores;
} run;

/* ---- coding ------------------------------------------------------------------------------------------------ */

static dem_status add_lines(run *r, dem_str lines, dem_error *err)
{
    dem_status st = DEM_OK;
    dem_str line;
    while (st == DEM_OK && dem_str_next(&lines, '\n', &line))
        if (line.n) st = dem_gold_add(&r->gold, line, DEM_STR("the coder's records"), 0, err);
    return st;
}

static dem_status code_one(run *r, dem_worker *worker, const dem_coder *coder, dem_report *report,
                           dem_error *err)
{
    dem_trace trace = {.arena = &r->scratch};
    dem_result result = {0};
    dem_unfold_clean(&r->scratch, report, false); /* as when it is coded in earnest */
    dem_worker_code(worker, &r->scratch, report, &result, &trace);
    dem_whys_add(&r->why, &trace);
    dem_out_style style = {.coder = coder};
    dem_out_item item = {report, result.sentences, result.n_sentences, &result.events};
    dem_buf b = {0};
    dem_jsonl_report(&b, &style, &item);
    dem_status st = add_lines(r, dem_buf_str(&b), err);
    dem_buf_release(&b);
    return st;
}

static dem_status code_all(run *r, const dem_engine *engine, dem_error *err)
{
    dem_reader *reader = NULL;
    const char *path[] = {r->gold.file.p};
    dem_status st = dem_reader_open(&reader, path, 1, &(dem_reader_options){.format = "jsonl"}, err);
    if (st != DEM_OK) return st;
    dem_worker *worker = dem_worker_new(engine);
    while (st == DEM_OK) {
        dem_report report = {0};
        dem_arena_reset(&r->scratch);
        st = dem_reader_next(reader, &r->scratch, &report, err);
        if (st == DEM_OK) st = code_one(r, worker, dem_engine_coder(engine), &report, err);
    }
    dem_worker_free(worker);
    dem_reader_close(reader);
    return st == DEM_END ? DEM_OK : st;
}

/* ---- what differs --------------------------------------------------------------------------------------------- */

static dem_strings texts(dem_arena *arena, const dem_dyad_of *d, uint32_t n)
{
    dem_strings s = {dem_arena_array(arena, dem_str, n + 1), n};
    for (uint32_t i = 0; i < n; i++)
        s.at[i] = dem_arena_printf(arena, "%s %.*s", dem_event_name(d[i].type), DEM_STR_ARG(d[i].dyad));
    return s;
}

static void keep(void *ctx, const dem_difference *d)
{
    run *r = ctx;
    dem_span s = d->sentence < 0 ? (dem_span){0, 0} : d->report->sentence[d->sentence];
    dem_buf why = {0};
    size_t number = (size_t)(d->report - r->gold.reports.at);
    dem_whys_tell(&why, &r->why, number, d);
    dem_kinds_count(&r->kinds, &r->why, number, d);
    dem_gold_error e = {.report = d->report->id,
                        .number = d->sentence,
                        .sentence = d->sentence < 0 ? DEM_STR("(outside the article)")
                                                    : dem_str_sub(d->report->text, s.start, s.end),
                        .missed = texts(&r->arena, d->missed, d->n_missed),
                        .extra = texts(&r->arena, d->extra, d->n_extra),
                        .why = dem_arena_str(&r->arena, dem_buf_str(&why))};
    dem_buf_release(&why);
    dem_vec_push(&r->arena, &r->errors, e);
}

/* ---- output ------------------------------------------------------------------------------------------------------ */

static void print_errors(const dem_gold_errors *errors)
{
    for (size_t i = 0; i < errors->n; i++) {
        const dem_gold_error *e = &errors->at[i];
        printf("%.*s s%" PRId32 ": %.*s\n", DEM_STR_ARG(e->report), e->number, DEM_STR_ARG(e->sentence));
        for (uint32_t k = 0; k < e->missed.n; k++) printf("   missed  %.*s\n", DEM_STR_ARG(e->missed.at[k]));
        for (uint32_t k = 0; k < e->extra.n; k++) printf("   extra   %.*s\n", DEM_STR_ARG(e->extra.at[k]));
        printf("%.*s\n", DEM_STR_ARG(e->why));
    }
}

static void print_kinds(const dem_kinds *kinds)
{
    enum { COMMONEST = 20 };
    printf("the commonest kinds of error, by dyads:\n");
    for (size_t i = 0; i < kinds->kind.n && i < COMMONEST; i++)
        printf("%6" PRIu32 "  %.*s\n", kinds->kind.at[i].n, DEM_STR_ARG(kinds->kind.at[i].name));
    putchar('\n');
}

static void print_units(const char *name, const dem_units *u)
{
    printf("%-10s %7.3f %7.3f %7.3f %6" PRIu32 " %6" PRIu32 " %6" PRIu32 "\n", name, dem_units_precision(u),
           dem_units_recall(u), dem_units_f1(u), u->right, u->extra, u->missed);
}

static double agreement(const dem_scores_of_events *s, unsigned f)
{
    return s->compared[f] ? (double)s->agreed[f] / s->compared[f] : 0;
}

static void print_confusion(const dem_scores_of_events *s)
{
    printf("\n%-10s", "gold\\coded");
    for (unsigned t = 0; t <= DEM_EVENT_COUNT; t++) printf(" %4.4s", dem_score_type_name(t));
    putchar('\n');
    for (unsigned g = 0; g <= DEM_EVENT_COUNT; g++) {
        if (dem_score_row(s, g) == 0) continue;
        printf("%-10s", dem_score_type_name(g));
        for (unsigned t = 0; t <= DEM_EVENT_COUNT; t++) {
            if (s->confusion[g][t]) printf(" %4" PRIu32, s->confusion[g][t]);
            else printf("    .");
        }
        putchar('\n');
    }
}

static void print_table(const run *r)
{
    const dem_scores_of_events *s = &r->scores;
    printf("%-10s %7s %7s %7s %6s %6s %6s\n", "level", "P", "R", "F1", "right", "extra", "missed");
    for (unsigned l = 0; l < DEM_SCORE_LEVELS; l++)
        print_units(dem_score_level_name((dem_score_level)l), &s->level[l]);
    printf("\n%-10s %7s %7s %7s %6s %6s %6s\n", "dyads of", "P", "R", "F1", "right", "extra", "missed");
    for (unsigned t = 0; t < DEM_EVENT_COUNT; t++)
        if (s->seen[t]) print_units(dem_score_type_name(t), &s->event[t]);
    printf("\nagree where a dyad agrees: ");
    for (unsigned f = 0; f < DEM_MARKED_FIELDS; f++)
        printf(" %s %.3f", dem_marked_field_name((dem_marked_field)f), agreement(s, f));
    putchar('\n');
    print_confusion(s);
    printf("\n%" PRIu32 " reports, %" PRIu32 " records outside the article, %" PRIu64 " of unknown reports\n",
           s->reports, s->noise, r->gold.strangers);
}

static void tsv_units(const char *file, const char *name, const dem_units *u)
{
    printf("%s\t%s\tprecision\t%.4f\n", file, name, dem_units_precision(u));
    printf("%s\t%s\trecall\t%.4f\n", file, name, dem_units_recall(u));
    printf("%s\t%s\tF1\t%.4f\n", file, name, dem_units_f1(u));
    printf("%s\t%s\tright\t%" PRIu32 "\n%s\t%s\textra\t%" PRIu32 "\n%s\t%s\tmissed\t%" PRIu32 "\n", file, name,
           u->right, file, name, u->extra, file, name, u->missed);
}

static void print_tsv(const run *r)
{
    const dem_scores_of_events *s = &r->scores;
    const char *file = r->gold.file.p;
    for (unsigned l = 0; l < DEM_SCORE_LEVELS; l++)
        tsv_units(file, dem_score_level_name((dem_score_level)l), &s->level[l]);
    for (unsigned t = 0; t < DEM_EVENT_COUNT; t++)
        if (s->seen[t]) tsv_units(file, dem_score_type_name(t), &s->event[t]);
    for (unsigned f = 0; f < DEM_MARKED_FIELDS; f++)
        printf("%s\tagree\t%s\t%.4f\n", file, dem_marked_field_name((dem_marked_field)f), agreement(s, f));
    for (unsigned g = 0; g <= DEM_EVENT_COUNT; g++)
        for (unsigned t = 0; t <= DEM_EVENT_COUNT; t++)
            if (s->confusion[g][t])
                printf("%s\tconfusion\t%s as %s\t%" PRIu32 "\n", file, dem_score_type_name(g),
                       dem_score_type_name(t), s->confusion[g][t]);
    printf("%s\trecords\tnoise\t%" PRIu32 "\n%s\trecords\tunknown reports\t%" PRIu64 "\n", file, s->noise, file,
           r->gold.strangers);
}

static int write_html(const dem_eval_gold *g, const run *r)
{
    dem_buf b = {0};
    dem_gold_html(&b, g->file, &r->scores, r->gold.strangers, &r->errors, &r->kinds);
    FILE *f = fopen(g->html, "wb");
    bool good = f && fwrite(b.p, 1, b.n, f) == b.n;
    if (f) good &= fclose(f) == 0;
    dem_buf_release(&b);
    if (good) return DEM_EXIT_GOOD;
    dem_say("%s: cannot be written", g->html);
    return DEM_EXIT_SOME;
}

/* ---- the run -------------------------------------------------------------------------------------------------------- */

static int report(const dem_eval_gold *g, run *r, bool tsv)
{
    dem_score_events(&r->gold, &r->scratch, &r->scores, g->errors || g->html ? keep : NULL, r);
    dem_kinds_sort(&r->kinds);
    if (g->errors) print_errors(&r->errors);
    if (g->errors && !tsv) print_kinds(&r->kinds);
    if (tsv) print_tsv(r);
    else print_table(r);
    return g->html ? write_html(g, r) : DEM_EXIT_GOOD;
}

static int measure(const dem_eval_gold *g, run *r, const char *data_dir, bool tsv)
{
    dem_error err = {0};
    dem_engine *engine = NULL;
    dem_status st = dem_gold_read(&r->gold, g->file, &err);
    if (st != DEM_OK) return dem_say_error(&err, DEM_EXIT_SOME);
    if (g->records) {
        st = dem_gold_add_file(&r->gold, g->records, &err);
    } else {
        if (dem_engine_open(&engine, data_dir, NULL, &err) != DEM_OK)
            return dem_say_error(&err, DEM_EXIT_NO_START);
        st = code_all(r, engine, &err);
    }
    dem_engine_close(engine);
    return st == DEM_OK ? report(g, r, tsv) : dem_say_error(&err, DEM_EXIT_SOME);
}

int dem_eval_gold_run(const dem_eval_gold *g, const char *data_dir, bool tsv)
{
    run r = {0};
    dem_arena_init(&r.arena, 1 << 20);
    dem_arena_init(&r.scratch, 0);
    r.gold.arena = r.why.arena = r.kinds.arena = &r.arena;
    int status = measure(g, &r, data_dir, tsv);
    dem_arena_release(&r.scratch);
    dem_arena_release(&r.arena);
    return status;
}

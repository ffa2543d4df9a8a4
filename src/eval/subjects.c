/* eval/subjects.c - see subjects.h. */
#include "eval/subjects.h"
#include "eval/taught.h"

static dem_contexts contexts_of(dem_str joined)
{
    dem_contexts x = 0;
    dem_str name;
    while (joined.n && dem_str_next(&joined, '+', &name)) {
        unsigned c = dem_context_by_name(name);
        if (c < DEM_CONTEXT_COUNT) x |= DEM_BIT(c);
    }
    return x;
}

/* The gold record of that type in the sentence, the one on the same words if there is one; NULL if none. */
static const dem_marked *gold_of(const dem_gold_report *r, const dem_trace_context *row)
{
    const dem_marked *found = NULL;
    for (size_t i = 0; i < r->gold.n; i++) {
        const dem_marked *m = &r->gold.at[i];
        if (m->type != row->type || m->sentence < 0) continue;
        dem_span s = r->sentence[m->sentence];
        if (row->trigger.start < s.start || row->trigger.start >= s.end) continue;
        if (m->trigger.start < row->trigger.end && row->trigger.start < m->trigger.end) return m;
        if (!found) found = m;
    }
    return found;
}

/* The rows of a record stand together, one for each context in order. */
static void take_record(dem_subject_samples *s, dem_arena *arena, const dem_trace_context *row,
                        dem_contexts gold, uint32_t group)
{
    dem_contexts rule = 0, spoken = 0;
    for (unsigned c = 0; c < DEM_CONTEXT_COUNT; c++) {
        dem_sample x = {.n = row[c].n_traits, .right = (gold >> c) & 1, .weight = 1, .group = group};
        memcpy(x.trait, row[c].trait, sizeof *x.trait * x.n);
        if (row[c].rule) rule |= DEM_BIT(c);
        if (row[c].spoken) spoken |= DEM_BIT(c);
        dem_vec_push(arena, &s->of[c], x);
    }
    dem_vec_push(arena, &s->rule, rule);
    dem_vec_push(arena, &s->spoken, spoken);
    dem_vec_push(arena, &s->gold, gold);
}

typedef struct taking {
    dem_subject_samples *s;
    dem_arena *arena;
    uint32_t group;
} taking;

static void take_report(void *ctx, const dem_trace *trace, const dem_gold_report *gold, dem_arena *scratch)
{
    (void)scratch;
    taking *t = ctx;
    for (size_t i = 0; i + DEM_CONTEXT_COUNT <= trace->contexts.n; i += DEM_CONTEXT_COUNT) {
        const dem_marked *m = gold_of(gold, &trace->contexts.at[i]);
        if (m)
            take_record(t->s, t->arena, &trace->contexts.at[i], contexts_of(m->field[DEM_MARKED_CONTEXT]),
                        t->group);
    }
    t->group++;
}

dem_status dem_subjects_gold(dem_subject_samples *s, dem_arena *arena, const dem_engine *engine,
                             const char *path, dem_error *err)
{
    taking t = {s, arena, 0};
    return dem_taught_each(engine, path, take_report, &t, err);
}

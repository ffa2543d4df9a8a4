/* cli/unknown.c - see unknown.h.
 *
 * What is not known stands as ??? in the entries: `demarche lexicon check` finds each until it is filled in. */
#include "cli/unknown.h"
#include "base/buf.h"
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct dem_unknown_name {
    dem_str name, role, example, report;
    char day[11], code[4];
    dem_sectors sectors;
    bool group;
    uint32_t times, reports;
    uint64_t last_report; /* running number, so that a report counts once */
} dem_unknown_name;

void dem_unknown_init(dem_unknown *u)
{
    *u = (dem_unknown){.reports = 0};
    dem_arena_init(&u->arena, 0);
    dem_map_init(&u->by_name, &u->arena);
}

void dem_unknown_release(dem_unknown *u)
{
    dem_arena_release(&u->arena);
}

/* The sentence on one line, cut where it is long, never inside a character. */
static dem_str example_of(dem_arena *arena, const dem_report *report, const dem_result *result,
                          uint32_t sentence)
{
    enum { LONGEST = 240 };
    const dem_sentence *s = NULL;
    for (uint32_t i = 0; i < result->n_sentences && !s; i++)
        if (result->sentences[i].number == sentence) s = &result->sentences[i];
    if (!s) return (dem_str){NULL, 0};
    size_t end = s->end - s->start > LONGEST ? s->start + LONGEST : s->end;
    while (end > s->start && end < report->text.n && ((unsigned char)report->text.p[end] & 0xc0) == 0x80) end--;
    dem_str copy = dem_arena_str(arena, dem_str_sub(report->text, s->start, end));
    char *p = (char *)copy.p;
    for (size_t i = 0; i < copy.n; i++)
        if ((unsigned char)p[i] < ' ') p[i] = ' ';
    return copy;
}

static void add_one(dem_unknown *u, const dem_report *report, const dem_result *result,
                    const dem_unresolved *one)
{
    uint32_t at = dem_map_get(&u->by_name, one->name);
    if (at == DEM_MAP_NONE) {
        dem_unknown_name new = {.name = dem_arena_str(&u->arena, one->name),
                                .example = example_of(&u->arena, report, result, one->sentence),
                                .report = dem_arena_str(&u->arena, report->id)};
        dem_date_format(report->day, new.day);
        at = (uint32_t)u->name.n;
        dem_vec_push(&u->arena, &u->name, new);
        dem_map_put(&u->by_name, new.name, at);
    }
    dem_unknown_name *n = &u->name.at[at];
    n->times++;
    n->reports += n->last_report != u->reports;
    n->last_report = u->reports;
    n->group |= one->group;
    if (!n->role.n && one->role.n) n->role = dem_arena_str(&u->arena, one->role), n->sectors = one->sectors;
    if (!n->code[0]) memcpy(n->code, one->code, 4);
}

void dem_unknown_add(dem_unknown *u, const dem_report *report, const dem_result *result)
{
    u->reports++;
    for (size_t i = 0; i < result->unresolved.n; i++) add_one(u, report, result, &result->unresolved.at[i]);
}

static int commonest_first(const void *x, const void *y)
{
    const dem_unknown_name *a = x, *b = y;
    if (a->reports != b->reports) return a->reports < b->reports ? 1 : -1;
    if (a->times != b->times) return a->times < b->times ? 1 : -1;
    return dem_str_cmp(a->name, b->name);
}

static void add_sectors(dem_buf *b, dem_sectors sectors)
{
    const char *before = " ";
    for (unsigned s = 0; s < DEM_SECTOR_COUNT; s++)
        if (sectors & DEM_BIT(s)) {
            dem_buf_addf(b, "%s%s", before, dem_sector_name(s));
            before = "+";
        }
    if (!sectors) dem_buf_addz(b, " ???");
}

/* "person Ivan Petrov", with an office where a title gives one. */
static void add_entry(dem_buf *b, const dem_unknown_name *n)
{
    const char *code = n->code[0] ? n->code : "???";
    dem_buf_addf(b, "\n# %u times in %u reports; %s%s%.*s: \"%.*s\"\n", n->times, n->reports, n->day,
                 n->day[0] ? ", " : "", DEM_STR_ARG(n->report), DEM_STR_ARG(n->example));
    if (n->group) {
        dem_buf_addf(b, "group %.*s\n  code %s ???\n  name %.*s\n", DEM_STR_ARG(n->name), code,
                     DEM_STR_ARG(n->name));
        return;
    }
    dem_buf_addf(b, "person %.*s\n  %s %s", DEM_STR_ARG(n->name), n->role.n ? "office" : "home", code);
    add_sectors(b, n->sectors);
    if (n->role.n) dem_buf_addf(b, " ???.. %.*s", DEM_STR_ARG(n->role));
    dem_buf_addf(b, "\n  name %.*s\n", DEM_STR_ARG(n->name));
}

dem_status dem_unknown_write(dem_unknown *u, const char *path, dem_error *err)
{
    dem_buf b = {0};
    if (u->name.n) qsort(u->name.at, u->name.n, sizeof *u->name.at, commonest_first);
    dem_buf_addf(
        &b,
        "# Names of %" PRIu64
        " reports that look like actors and that the lexicon does not know, the commonest first.\n"
        "# Fill in what stands as ???, strike out what is no actor, and give the file with --lexicon.\n",
        u->reports);
    for (size_t i = 0; i < u->name.n; i++) add_entry(&b, &u->name.at[i]);
    FILE *f = fopen(path, "w");
    bool good = f && fwrite(b.p, 1, b.n, f) == b.n;
    if (f && fclose(f) != 0) good = false;
    dem_buf_release(&b);
    return good ? DEM_OK : dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "cannot write: %m");
}

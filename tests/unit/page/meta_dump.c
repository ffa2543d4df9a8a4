/* meta_dump.c - prints what dem_meta_find() makes of saved pages, for measuring: meta_dump [-w] FILE URL [FILE URL ...].
 *
 * A line has file, published, from, percent, language, title, author, publisher, address, then each witness of the day as
 * name=day. With -w the day is told anew from every set of the witnesses alone, as on pages that have no others; then a line has
 * file, published, percent and the names of the witnesses that were heard. tools/score_dates.py reads both. */
#include "page/meta_agree.h"
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <string.h>

static const char *const NAMES[DEM_DATED_WITNESSES] = {
    [DEM_DATED_JSON] = "json",         [DEM_DATED_META] = "meta",       [DEM_DATED_MICRO] = "microdata",
    [DEM_DATED_TIME] = "time",         [DEM_DATED_LABEL] = "label",     [DEM_DATED_LINE] = "line",
    [DEM_DATED_ABOVE] = "above",       [DEM_DATED_URL] = "url",         [DEM_DATED_LOOSE] = "loose",
    [DEM_DATED_MODIFIED] = "modified", [DEM_DATED_UPDATED] = "updated",
};

static void dump(dem_arena *arena, const char *file, const dem_meta *m, const dem_meta_found *f)
{
    printf("%s\t%.*s\t%s\t%d\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t", file, DEM_STR_ARG(m->published),
           m->published_from ? m->published_from : "-", m->published_sure, DEM_STR_ARG(m->language),
           DEM_STR_ARG(m->title), DEM_STR_ARG(m->author), DEM_STR_ARG(m->publisher), DEM_STR_ARG(m->url));
    for (size_t i = 0; i < f->dated.n; i++) {
        dem_str day = dem_meta_when_text(arena, &f->dated.at[i].when);
        printf("%s=%.*s%s ", NAMES[f->dated.at[i].witness], DEM_STR_ARG(day),
               f->dated.at[i].when.other != DEM_DATE_NONE ? "?" : "");
    }
    printf("\n");
}

/* What the witnesses of the set `heard` (a bit for each) tell without the others. */
static void dump_set(const char *file, const dem_meta *m, const dem_meta_found *f, unsigned heard)
{
    dem_arena arena;
    dem_meta alone = {0};
    dem_meta_found part = *f;
    dem_arena_init(&arena, 0);
    part.arena = &arena;
    memset(&part.dated, 0, sizeof part.dated);
    for (size_t i = 0; i < f->dated.n; i++)
        if (heard >> f->dated.at[i].witness & 1) dem_vec_push(&arena, &part.dated, f->dated.at[i]);
    dem_meta_agree(&part, m->language, &alone);
    printf("%s\t%.*s\t%d\t", file, DEM_STR_ARG(alone.published), alone.published_sure);
    for (int k = 0; k < DEM_DATED_WITNESSES; k++)
        if (heard >> k & 1) printf("%s ", NAMES[k]);
    printf("\n");
    dem_arena_release(&arena);
}

static void dump_sets(const char *file, const dem_meta *m, const dem_meta_found *f)
{
    unsigned there = 0;
    for (size_t i = 0; i < f->dated.n; i++) there |= 1u << f->dated.at[i].witness;
    for (unsigned heard = there; heard; heard = (heard - 1) & there) dump_set(file, m, f, heard);
}

static void read_file(const char *file, const char *url, bool sets)
{
    dem_arena arena;
    dem_meta m;
    dem_meta_found f;
    xmlDoc *doc = htmlReadFile(
        file, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    dem_arena_init(&arena, 0);
    dem_meta_find(&arena, doc, dem_str_from(url), &m);
    dem_meta_gather(&arena, doc, dem_str_from(url), &f);
    if (sets) dump_sets(file, &m, &f);
    else dump(&arena, file, &m, &f);
    xmlFreeDoc(doc);
    dem_arena_release(&arena);
}

int main(int argc, char **argv)
{
    bool sets = argc > 1 && strcmp(argv[1], "-w") == 0;
    for (int i = 1 + sets; i + 1 < argc; i += 2) read_file(argv[i], argv[i + 1], sets);
    return 0;
}

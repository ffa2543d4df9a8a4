/* Prints what dem_meta_find() makes of saved pages, one line each, for measuring: meta_dump FILE URL [FILE URL ...].
 * Columns: file, published, from, percent, language, title, author, publisher, address, then each witness as name=day. */
#include "page/meta_found.h"
#include <libxml/HTMLparser.h>
#include <stdio.h>

static const char *const NAMES[DEM_DATED_WITNESSES] = {
    [DEM_DATED_JSON] = "json",       [DEM_DATED_META] = "meta",   [DEM_DATED_MICRO] = "microdata",
    [DEM_DATED_TIME] = "time",       [DEM_DATED_LABEL] = "label", [DEM_DATED_LINE] = "line",
    [DEM_DATED_URL] = "url",         [DEM_DATED_LOOSE] = "loose", [DEM_DATED_MODIFIED] = "modified",
    [DEM_DATED_UPDATED] = "updated",
};

static void dump(const char *file, const char *url)
{
    dem_arena arena;
    dem_meta m;
    dem_meta_found f;
    xmlDoc *doc = htmlReadFile(
        file, "UTF-8", HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    dem_arena_init(&arena, 0);
    dem_meta_find(&arena, doc, dem_str_from(url), &m);
    printf("%s\t%.*s\t%s\t%d\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t", file, DEM_STR_ARG(m.published),
           m.published_from ? m.published_from : "-", m.published_sure, DEM_STR_ARG(m.language),
           DEM_STR_ARG(m.title), DEM_STR_ARG(m.author), DEM_STR_ARG(m.publisher), DEM_STR_ARG(m.url));
    dem_meta_gather(&arena, doc, dem_str_from(url), &f);
    for (size_t i = 0; i < f.dated.n; i++) {
        dem_str day = dem_meta_when_text(&arena, &f.dated.at[i].when);
        printf("%s=%.*s%s ", NAMES[f.dated.at[i].witness], DEM_STR_ARG(day),
               f.dated.at[i].when.other != DEM_DATE_NONE ? "?" : "");
    }
    printf("\n");
    xmlFreeDoc(doc);
    dem_arena_release(&arena);
}

int main(int argc, char **argv)
{
    for (int i = 1; i + 1 < argc; i += 2) dump(argv[i], argv[i + 1]);
    return 0;
}

/* parse.c - what it costs only to parse pages: libxml2's tree of each file of a folder, thrown away again.
 *
 *     parse FOLDER
 *
 * With the options that pages are read with (src/page/dom.c), and without all that is done around it there: the least that
 * any program with this parser must do. */
#include "base/input.h"
#include "base/paths.h"
#include <libxml/HTMLparser.h>
#include <stdio.h>

enum {
    OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
              HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD
};

enum { MAX_FILE = 64 << 20 };

static dem_status parse(dem_str page)
{
    htmlDocPtr doc = htmlReadMemory(page.p, (int)page.n, NULL, "UTF-8", OPTIONS);
    dem_status st = doc ? DEM_OK : DEM_E_FORMAT;
    xmlFreeDoc(doc);
    return st;
}

int main(int argc, char **argv)
{
    dem_arena names;
    dem_error err = {0};
    if (argc != 2) {
        fprintf(stderr, "usage: parse FOLDER\n");
        return 2;
    }
    dem_arena_init(&names, 0);
    dem_paths paths = dem_paths_find(&names, argv[1]);
    dem_status st = DEM_OK;
    for (size_t i = 0; st == DEM_OK && i < paths.n; i++) {
        dem_arena arena;
        dem_str page;
        dem_arena_init(&arena, 0);
        st = dem_input_file(paths.at[i].p, MAX_FILE, &arena, &page, &err);
        if (st == DEM_OK) st = parse(page);
        if (st != DEM_OK) fprintf(stderr, "parse: %s: %s\n", paths.at[i].p, err.text);
        dem_arena_release(&arena);
    }
    dem_arena_release(&names);
    return st == DEM_OK ? 0 : 1;
}

/* pages.c - what it costs to read pages, against libxml2 alone making trees of the same bytes.
 *
 *     pages FILE...
 *
 * Both are done by turns, page by page, and of each page the fastest turns count. Processor time, since other work on the machine
 * makes the wall clock say little. */
#include "base/input.h"
#include "base/utf8.h"
#include "page/page.h"
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <time.h>

enum { TURNS = 7 };

static double milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* The least that any way of reading a page with this library must do. */
static void only_parse(dem_str html)
{
    static const int OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                               HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
    xmlFreeDoc(htmlReadMemory(html.p, (int)html.n, NULL, "UTF-8", OPTIONS));
}

static void read_page(dem_str html)
{
    dem_arena arena;
    dem_page page;
    dem_arena_init(&arena, 0);
    (void)dem_page_read(&arena, html, (dem_str){NULL, 0}, &page, NULL);
    dem_arena_release(&arena);
}

static double turn(void (*work)(dem_str html), dem_str html)
{
    double start = milliseconds();
    work(html);
    return milliseconds() - start;
}

int main(int argc, char **argv)
{
    double sum[2] = {0, 0};
    size_t bytes = 0;
    if (argc < 2) {
        fputs("usage: pages FILE...\n", stderr);
        return 2;
    }
    for (int i = 1; i < argc; i++) {
        dem_arena arena;
        dem_error err;
        dem_str html;
        dem_arena_init(&arena, 0);
        if (dem_input_file(argv[i], DEM_MAX_PAGE, &arena, &html, &err) != DEM_OK) {
            fprintf(stderr, "pages: %s: %s\n", argv[i], err.text);
            return 1;
        }
        html = dem_utf8_repair(&arena, html, NULL);
        bytes += html.n;
        double best[2] = {1e9, 1e9};
        for (int k = 0; k < 2 * TURNS; k++) {
            double t = turn(k % 2 ? read_page : only_parse, html);
            if (t < best[k % 2]) best[k % 2] = t;
        }
        sum[0] += best[0];
        sum[1] += best[1];
        dem_arena_release(&arena);
    }
    int n = argc - 1;
    printf("pages: %d of %.0f KiB, %.2f ms each (%.0f a second of one core), libxml2's tree alone %.2f ms: x "
           "%.2f\n",
           n, (double)bytes / 1024 / n, sum[1] / n, 1e3 * n / sum[1], sum[0] / n, sum[1] / sum[0]);
    return 0;
}

/* pages.c - what it costs to read pages, against libxml2 alone making trees of the same bytes.
 *
 *     pages FILE...
 *     pages -p FILE...     only the trees, each once: for a measurement from outside
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

typedef struct totals {
    double parsing, reading; /* milliseconds, of each page the best turn's */
    size_t bytes;
} totals;

static void by_turns(dem_str html, totals *sum)
{
    double best[2] = {1e9, 1e9};
    for (int k = 0; k < 2 * TURNS; k++) {
        double t = turn(k % 2 ? read_page : only_parse, html);
        if (t < best[k % 2]) best[k % 2] = t;
    }
    sum->parsing += best[0];
    sum->reading += best[1];
    sum->bytes += html.n;
}

static bool measure(const char *path, bool once, totals *sum)
{
    dem_arena arena;
    dem_error err;
    dem_str html;
    dem_arena_init(&arena, 0);
    bool good = dem_input_file(path, DEM_MAX_PAGE, &arena, &html, &err) == DEM_OK;
    if (!good) fprintf(stderr, "pages: %s: %s\n", path, err.text);
    else if (once) only_parse(html);
    else by_turns(dem_utf8_repair(&arena, html, NULL), sum);
    dem_arena_release(&arena);
    return good;
}

int main(int argc, char **argv)
{
    totals sum = {0};
    bool once = argc > 1 && strcmp(argv[1], "-p") == 0;
    int first = once ? 2 : 1, n = argc - first;
    if (n < 1) {
        fputs("usage: pages [-p] FILE...\n", stderr);
        return 2;
    }
    for (int i = first; i < argc; i++)
        if (!measure(argv[i], once, &sum)) return 1;
    if (once) return 0;
    printf("pages: %d of %.0f KiB, %.2f ms each (%.0f a second of one core), libxml2's tree alone %.2f ms: x "
           "%.2f\n",
           n, (double)sum.bytes / 1024 / n, sum.reading / n, 1e3 * n / sum.reading, sum.parsing / n,
           sum.reading / sum.parsing);
    return 0;
}

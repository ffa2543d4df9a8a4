/* fuzz_robots.c - any bytes as robots.txt, an address that it is asked about, and where a redirect leads: the first line is the
 * address, the rest the file. */
#include "fetch/robots.h"
#include "fetch/url.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_robots: %s\n", what);
    abort();
}

/* Read again, an address is what it was. */
static void check_url(dem_arena *arena, const dem_url *u)
{
    dem_url again;
    demand(u->text.n <= DEM_URL_MAX && u->host.n && u->target.n && u->target.p[0] == '/',
           "an address without parts");
    demand(dem_str_starts(u->text, DEM_STR("http://")) || dem_str_starts(u->text, DEM_STR("https://")),
           "another scheme");
    for (size_t i = 0; i < u->text.n; i++)
        demand((unsigned char)u->text.p[i] > ' ' && (unsigned char)u->text.p[i] < 0x7F,
               "a byte that no address has");
    demand(dem_url_read(arena, u->text, (dem_str){NULL, 0}, &again), "an address that is none, read again");
    demand(dem_str_eq(again.text, u->text) && dem_str_eq(again.origin, u->origin),
           "another address, read again");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dem_str file = {(const char *)data, size}, line = {NULL, 0};
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_str_next(&file, '\n', &line);
    dem_robots r = dem_robots_read(&arena, file, DEM_STR("demarche"));
    demand(r.delay <= DEM_ROBOTS_MAX_DELAY, "a delay above the limit");
    demand(!r.closed, "a file that closes");
    demand(dem_robots_allows(&r, DEM_STR("/robots.txt")), "the file itself forbidden");
    bool allowed = dem_robots_allows(&r, line);
    demand(r.n || allowed, "forbidden without a rule");
    demand(dem_robots_product(line).n <= line.n, "a product longer than the line");
    dem_url u, v;
    if (dem_url_read(&arena, line, DEM_STR("https://news.example/a/b?c"), &u)) check_url(&arena, &u);
    if (dem_url_read(&arena, line, (dem_str){NULL, 0}, &v)) {
        check_url(&arena, &v);
        dem_robots_allows(&r, v.target);
    }
    dem_arena_release(&arena);
    return 0;
}

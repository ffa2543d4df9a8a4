/* fuzz_meta.c - any page through its metadata: a first line with its address, then HTML. What comes out is valid UTF-8 and in
 * the forms that page/meta.h promises. */
#include "base/utf8.h"
#include "page/dom.h"
#include "page/meta.h"
#include "reader/published.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good, const char *what, dem_str value)
{
    if (good) return;
    fprintf(stderr, "fuzz_meta: %s: \"%.*s\"\n", what, DEM_STR_ARG(value));
    abort();
}

static void check_day(dem_arena *arena, dem_str day)
{
    bool lost = false;
    if (!day.n) return;
    demand(dem_str_eq(dem_published(arena, day, &lost), day) && !lost, "no day of publication", day);
}

static void check(dem_arena *arena, const dem_meta *m)
{
    const dem_str texts[] = {m->title, m->author, m->publisher, m->url, m->language, m->body};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        demand(dem_utf8_valid(texts[i]), "broken text", texts[i]);
    check_day(arena, m->published);
    bool told = m->published.n > 0;
    demand(told == (m->published_from != NULL), "a day without its witness, or the other way round",
           m->published);
    demand(told ? m->published_sure > 0 && m->published_sure < 100 : m->published_sure == 0, "no percentage",
           m->published);
    for (uint32_t i = 0; i < m->n_updates; i++) {
        const dem_meta_update *u = &m->update[i];
        demand(dem_utf8_valid(u->headline) && dem_utf8_valid(u->body) && dem_utf8_valid(u->url), "broken entry",
               u->headline);
        demand(u->headline.n || u->body.n, "an entry of nothing", u->url);
        check_day(arena, u->published);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dem_arena arena;
    dem_meta meta;
    xmlDoc *doc;
    dem_arena_init(&arena, 0);
    dem_str html = dem_utf8_repair(&arena, (dem_str){(const char *)data, size}, NULL), url = {NULL, 0};
    dem_str_next(&html, '\n', &url);
    if (page_dom_parse(&arena, html, &doc, NULL) == DEM_OK) {
        dem_meta_find(&arena, doc, url, &meta);
        check(&arena, &meta);
        xmlFreeDoc(doc);
    }
    dem_arena_release(&arena);
    return 0;
}

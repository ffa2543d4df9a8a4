/* A page for the tests of page/meta*.c, parsed as page.c does. */
#ifndef TESTS_META_PAGE_H
#define TESTS_META_PAGE_H
#include "../base/check.h"
#include "page/dom.h"
#include "page/meta_found.h"

typedef struct meta_page {
    dem_arena arena;
    xmlDoc *doc;
    dem_meta m;
} meta_page;

static inline void meta_open_str(meta_page *t, dem_str url, dem_str html)
{
    dem_error err = {0};
    dem_arena_init(&t->arena, 0);
    if (page_dom_parse(&t->arena, html, &t->doc, &err) != DEM_OK) fail_msg("%s", err.text);
    dem_meta_find(&t->arena, t->doc, url, &t->m);
}
static inline void meta_open(meta_page *t, const char *url, const char *html)
{
    meta_open_str(t, dem_str_from(url), dem_str_from(html));
}
static inline void meta_close(meta_page *t)
{
    xmlFreeDoc(t->doc);
    dem_arena_release(&t->arena);
}
/* What the witnesses say, unweighed. */
static inline dem_meta_found meta_found(meta_page *t, const char *url)
{
    dem_meta_found f;
    dem_meta_gather(&t->arena, t->doc, dem_str_from(url), &f);
    return f;
}
/* The first element with this name. */
static inline const xmlNode *meta_node(const meta_page *t, const char *name)
{
    page_walk w = page_walk_from(xmlDocGetRootElement(t->doc));
    while (page_walk_next(&w))
        if (w.node->type == XML_ELEMENT_NODE && strcmp((const char *)w.node->name, name) == 0) return w.node;
    fail_msg("no element \"%s\"", name);
    return NULL;
}
/* The days of a witness as "2024-03-18 2024-03-19T..." in the order in which they were told. */
static inline dem_str meta_days(meta_page *t, const dem_meta_found *f, dem_meta_witness w)
{
    dem_str all = {"", 0};
    for (size_t i = 0; i < f->dated.n; i++) {
        if (f->dated.at[i].witness != w) continue;
        dem_str day = dem_meta_when_text(&t->arena, &f->dated.at[i].when);
        all = dem_arena_printf(&t->arena, "%.*s%s%.*s", DEM_STR_ARG(all), all.n ? " " : "", DEM_STR_ARG(day));
    }
    return all;
}
/* Claims as "text=weight; text=weight". */
static inline dem_str meta_claims(meta_page *t, const dem_meta_values *v)
{
    dem_str all = {"", 0};
    for (size_t i = 0; i < v->n; i++)
        all = dem_arena_printf(&t->arena, "%.*s%s%.*s=%d", DEM_STR_ARG(all), all.n ? "; " : "",
                               DEM_STR_ARG(v->at[i].text), v->at[i].weight);
    return all;
}

#endif

/* page/meta.h - what a page says about itself. */
#ifndef DEM_PAGE_META_H
#define DEM_PAGE_META_H
#include "base/arena.h"
#include <libxml/tree.h>

/* An entry of a live page as its JSON-LD tells it. */
typedef struct dem_meta_update {
    dem_str headline, published, url, body; /* {NULL,0} if not told */
} dem_meta_update;

typedef struct dem_meta {
    dem_str title, author, publisher, url, language; /* {NULL,0} if not told */
    dem_str published;                               /* form of reader/published.h */
    const char *published_from;                      /* static: "json-ld", "meta", "time", "url", "text", ... */
    int published_sure;                              /* percent */
    bool live;                                       /* a LiveBlogPosting, or looks like one */
    dem_str body; /* articleBody of JSON-LD, if any: a witness for the extraction, never the text itself */
    struct dem_meta_update *update;
    uint32_t n_updates;
} dem_meta;

/* doc: as parsed by page.c. Never fails. */
void dem_meta_find(dem_arena *arena, const xmlDoc *doc, dem_str url, dem_meta *out);

#endif

/* page/page.c - see page.h. */
#include "page/page.h"
#include "base/utf8.h"
#include "page/compose.h"
#include "page/live.h"

/* What the page says of itself, to each report on it. */
static dem_report describe(const dem_meta *meta)
{
    return (dem_report){.url = meta->url,
                        .title = meta->title,
                        .author = meta->author,
                        .publisher = meta->publisher,
                        .language = meta->language,
                        .published = meta->published,
                        .published_from = meta->published_from,
                        .published_sure = meta->published_sure,
                        .day = DEM_DATE_NONE};
}

static dem_status read_tree(dem_arena *arena, dem_arena *work, const xmlDoc *doc, dem_str url, dem_page *out,
                            dem_error *err)
{
    dem_meta meta;
    dem_meta_find(arena, doc, url, &meta);
    page_blocks p = page_blocks_find(work, xmlDocGetRootElement(doc));
    page_witness w = page_witness_find(work, &p, &meta);
    page_choice c = page_weigh(work, &p, &w, &page_weights_learned);
    dem_report whole = describe(&meta);
    out->n = page_live_cut(arena, work, &p, &w, &meta, &whole, &c, &out->report);
    out->live = meta.live || out->n > 0;
    if (out->n > 0) return DEM_OK;
    if (!c.found) return dem_fail(err, DEM_E_FORMAT, DEM_STR(""), 0, 0, "a page without an article");
    page_kinds k = page_kinds_find(work, &p, &c, &w);
    page_compose(arena, &p, &k, 0, p.n, meta.title, &whole);
    out->report = dem_arena_new(arena, dem_report);
    out->report[0] = whole;
    out->n = 1;
    return DEM_OK;
}

dem_status dem_page_read(dem_arena *arena, dem_str html, dem_str url, dem_page *out, dem_error *err)
{
    *out = (dem_page){0};
    dem_arena work;
    dem_arena_init(&work, (size_t)1 << 20);
    xmlDoc *doc;
    dem_status st = page_dom_parse(&work, html, &doc, err);
    if (st == DEM_OK) {
        st = read_tree(arena, &work, doc, url, out, err);
        xmlFreeDoc(doc);
    }
    dem_arena_release(&work);
    return st;
}

/* page/page.c - see page.h. */
#include "page/page.h"
#include "base/utf8.h"
#include "page/compose.h"

static dem_status read_tree(dem_arena *arena, dem_arena *work, const xmlDoc *doc, dem_str url, dem_page *out,
                            dem_error *err)
{
    dem_meta meta;
    dem_meta_find(arena, doc, url, &meta);
    page_blocks p = page_blocks_find(work, xmlDocGetRootElement(doc));
    page_witness w = page_witness_find(work, &p, &meta);
    page_choice c = page_weigh(work, &p, &w, &page_weights_learned);
    if (!c.found) return dem_fail(err, DEM_E_FORMAT, DEM_STR(""), 0, 0, "a page without an article");
    out->report = dem_arena_new(arena, dem_report);
    out->n = 1;
    page_compose(arena, &p, &c, &meta, out->report);
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

/* page/fragment.c - see fragment.h. */
#include "page/fragment.h"
#include "page/blocks.h"
#include "page/dom.h"

/* What it is by its element; all else is the article. */
static dem_zone_kind kind_of(const page_blocks *p, const page_block *b)
{
    for (uint32_t i = b->box; i; i = p->box[i].parent)
        if (p->box[i].tag == PAGE_FIGCAPTION) return DEM_ZONE_CAPTION;
    return page_tag_is_heading((page_tag)p->box[b->box].tag) ? DEM_ZONE_HEADING : DEM_ZONE_BODY;
}

static void compose(dem_arena *arena, const page_blocks *p, dem_report *report)
{
    dem_buf text = {0};
    DEM_VEC(dem_zone) zones = {0};
    for (uint32_t i = 0; i < p->n; i++) {
        dem_zone_kind kind = kind_of(p, &p->block[i]);
        if (text.n) dem_buf_addz(&text, "\n\n");
        dem_zone zone = {(uint32_t)text.n, 0, kind};
        dem_buf_add(&text, page_block_text(p, &p->block[i]));
        zone.end = (uint32_t)text.n;
        if (kind != DEM_ZONE_BODY) dem_vec_push(arena, &zones, zone);
    }
    report->text = dem_arena_str(arena, dem_buf_str(&text));
    report->zones = zones.at;
    report->n_zones = (uint32_t)zones.n;
    dem_buf_release(&text);
}

dem_status dem_page_fragment(dem_arena *arena, dem_str html, dem_report *report, dem_error *err)
{
    dem_arena work;
    dem_arena_init(&work, 0);
    xmlDoc *doc;
    dem_status st = page_dom_parse(&work, html, &doc, err);
    if (st == DEM_OK) {
        page_blocks p = page_blocks_find(&work, xmlDocGetRootElement(doc));
        if (p.n) compose(arena, &p, report);
        else st = dem_fail(err, DEM_E_FORMAT, DEM_STR(""), 0, 0, "empty: no text");
        xmlFreeDoc(doc);
    }
    dem_arena_release(&work);
    return st;
}

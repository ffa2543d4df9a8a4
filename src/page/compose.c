/* page/compose.c - see compose.h. */
#include "page/compose.h"

dem_zone_kind page_kind_of(const page_blocks *p, const page_choice *c, uint32_t i)
{
    const page_block *b = &p->block[i];
    page_tag tag = (page_tag)p->box[b->box].tag;
    if (!c->body[i]) return DEM_ZONE_COUNT;
    return page_tag_is_heading(tag) ? DEM_ZONE_HEADING : DEM_ZONE_BODY;
}

typedef struct writer {
    dem_arena *arena;
    dem_buf text;
    DEM_VEC(dem_zone) zone;
} writer;

static void put(writer *w, dem_str s, dem_zone_kind kind)
{
    if (w->text.n) dem_buf_addz(&w->text, "\n\n");
    uint32_t start = (uint32_t)w->text.n;
    dem_buf_add(&w->text, s);
    if (kind == DEM_ZONE_BODY) return;
    dem_zone zone = {start, (uint32_t)w->text.n, kind};
    dem_vec_push(w->arena, &w->zone, zone);
}

void page_compose(dem_arena *arena, const page_blocks *p, const page_choice *c, const dem_meta *meta,
                  dem_report *out)
{
    writer w = {.arena = arena};
    if (meta->title.n) put(&w, meta->title, DEM_ZONE_HEADING);
    for (uint32_t i = 0; i < p->n; i++) {
        dem_zone_kind kind = page_kind_of(p, c, i);
        if (kind != DEM_ZONE_COUNT) put(&w, page_block_text(p, &p->block[i]), kind);
    }
    *out = (dem_report){.url = meta->url,
                        .title = meta->title,
                        .author = meta->author,
                        .publisher = meta->publisher,
                        .language = meta->language,
                        .published = meta->published,
                        .published_from = meta->published_from,
                        .published_sure = meta->published_sure,
                        .day = DEM_DATE_NONE,
                        .text = dem_arena_str(arena, dem_buf_str(&w.text)),
                        .zones = w.zone.at,
                        .n_zones = (uint32_t)w.zone.n};
    dem_buf_release(&w.text);
}

/* page/compose.c - see compose.h. */
#include "page/compose.h"

typedef struct writer {
    dem_arena *arena;
    dem_buf text;
    DEM_VEC(dem_zone) zone;
    uint32_t table, row; /* what the last paragraph stood in */
} writer;

/* Neighbours of one kind make one zone, but every heading is one by itself. */
static void mark(writer *w, uint32_t start, dem_zone_kind kind, bool goes_on)
{
    if (kind == DEM_ZONE_BODY) return;
    dem_zone *last = w->zone.n ? &w->zone.at[w->zone.n - 1] : NULL;
    if (last && goes_on && last->kind == kind) {
        last->end = (uint32_t)w->text.n;
        return;
    }
    dem_zone zone = {start, (uint32_t)w->text.n, kind};
    dem_vec_push(w->arena, &w->zone, zone);
}

static void put(writer *w, dem_str s, dem_zone_kind kind)
{
    size_t before = w->text.n;
    bool follows = w->zone.n && w->zone.at[w->zone.n - 1].end == before;
    if (before) dem_buf_addz(&w->text, "\n\n");
    uint32_t start = (uint32_t)w->text.n;
    dem_buf_add(&w->text, s);
    mark(w, start, kind, follows && kind != DEM_ZONE_HEADING);
}

static void put_cell(writer *w, dem_str s, uint32_t row)
{
    dem_buf_addz(&w->text, row == w->row ? "\t" : "\n");
    dem_buf_add(&w->text, s);
    w->zone.at[w->zone.n - 1].end = (uint32_t)w->text.n;
}

static void put_block(writer *w, const page_blocks *p, const page_kinds *k, uint32_t i)
{
    dem_str s = page_block_text(p, &p->block[i]);
    uint32_t table = k->table[i], row = k->row[i];
    if (table != PAGE_NO_TABLE && table == w->table) put_cell(w, s, row);
    else put(w, s, (dem_zone_kind)k->kind[i]);
    w->table = table;
    w->row = row;
}

void page_compose(dem_arena *arena, const page_blocks *p, const page_kinds *k, uint32_t first, uint32_t last,
                  dem_str title, dem_report *out)
{
    writer w = {.arena = arena, .table = PAGE_NO_TABLE};
    if (title.n) put(&w, title, DEM_ZONE_HEADING);
    for (uint32_t i = first; i < last; i++)
        if (k->kind[i] != DEM_ZONE_COUNT) put_block(&w, p, k, i);
    out->text = dem_arena_str(arena, dem_buf_str(&w.text));
    out->zones = w.zone.at;
    out->n_zones = (uint32_t)w.zone.n;
    dem_buf_release(&w.text);
}

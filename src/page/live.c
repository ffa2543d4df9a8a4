/* page/live.c - see live.h. */
#include "page/live.h"
#include "base/map.h"
#include "page/compose.h"
#include "page/entries.h"

/* How likely a day told for the entry itself is right, in percent: by a machine with the entry; by the clock alone, the day by the
 * order of the entries. Not measured for want of live pages with known days: set below the page's own witnesses of the same sort. */
enum { SURE = 90, SURE_BY_CLOCK = 60, LONGEST_ID = 60, LEAST_TOP = 10 };

typedef struct cutter {
    dem_arena *arena, *work;
    const page_blocks *p;
    const dem_meta *meta;
    const dem_report *whole;
    page_choice *c;
    dem_map ids;    /* that are taken */
    dem_map update; /* part of the address behind '#': number of the update */
    DEM_VEC(dem_report) report;
} cutter;

/* ---- names ------------------------------------------------------------------------------------------------ */

static bool name_byte(char c)
{
    return (c >= '0' && c <= '9') || (dem_byte_lower(c) >= 'a' && dem_byte_lower(c) <= 'z') || c == '-' ||
           c == '_' || c == '.';
}

static dem_str plain_name(dem_arena *arena, dem_str wanted)
{
    dem_str s = dem_str_sub(dem_str_trim(wanted), 0, LONGEST_ID);
    char *out = dem_arena_alloc(arena, s.n + 1);
    for (size_t i = 0; i < s.n; i++) out[i] = name_byte(s.p[i]) ? s.p[i] : '_';
    return (dem_str){out, s.n};
}

/* A name that no report before has: `wanted`, else the time, else the number. */
static dem_str id_for(cutter *k, dem_str wanted, const page_moment *m)
{
    uint32_t number = (uint32_t)k->report.n + 1;
    dem_str id = plain_name(k->arena, wanted);
    if (!id.n && m && m->minute >= 0 && m->day != DEM_DATE_NONE) {
        char day[11];
        dem_date_format(m->day, day);
        id = dem_arena_printf(k->arena, "%sT%02d%02d", day, m->minute / 60, m->minute % 60);
    }
    if (!id.n) id = dem_arena_printf(k->arena, "%u", number);
    while (dem_map_add(&k->ids, id, number) != number)
        id = dem_arena_printf(k->arena, "%.*s-%u", DEM_STR_ARG(id), number);
    return id;
}

/* ---- what JSON-LD tells of entries --------------------------------------------------------------------------- */

static dem_str anchor_of(dem_str url)
{
    size_t at = dem_str_find(url, DEM_STR("#"));
    return dem_str_sub(url, at + 1, url.n);
}

static void index_updates(cutter *k)
{
    dem_map_init(&k->update, k->work);
    for (uint32_t i = 0; i < k->meta->n_updates; i++) {
        dem_str anchor = anchor_of(k->meta->update[i].url);
        if (anchor.n) dem_map_put(&k->update, anchor, i);
    }
}

static const dem_meta_update *update_of(const cutter *k, dem_str name)
{
    uint32_t i = name.n ? dem_map_get(&k->update, name) : DEM_MAP_NONE;
    return i == DEM_MAP_NONE ? NULL : &k->meta->update[i];
}

static void set_published(dem_report *r, dem_str published, const char *from, int sure)
{
    if (!published.n) return;
    r->published = published;
    r->published_from = from;
    r->published_sure = sure;
}

/* ---- entries among the paragraphs ------------------------------------------------------------------------------ */

static bool chosen(const page_choice *c, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (c->body[i]) return true;
    return false;
}

static bool is_heading(const page_blocks *p, uint32_t i)
{
    return page_tag_is_heading((page_tag)p->box[p->block[i].box].tag);
}

/* Makes the first heading of the entry part of it; returns where the rest begins. */
static uint32_t choose_heading(const cutter *k, const page_entry *e)
{
    for (uint32_t i = e->first; i < e->last && !page_block_is_prose(&k->p->block[i]); i++) {
        if (!is_heading(k->p, i) || k->p->block[i].words < 2) continue;
        k->c->body[i] = true;
        return i + 1;
    }
    return e->first;
}

/* A few words without an end are its time, its author, or links to share it. */
static bool is_scrap(const page_blocks *p, uint32_t i)
{
    const page_block *b = &p->block[i];
    return (b->words < 6 && !b->stops) || b->words < 3;
}

/* The models were learned from articles, and an entry may be a single line: what reads best in it is taken then. */
static void choose_in(const cutter *k, const page_entry *e)
{
    page_choice *c = k->c;
    uint32_t from = choose_heading(k, e), best = from;
    for (uint32_t i = from; i < e->last; i++)
        c->body[i] = c->body[i] && (is_heading(k->p, i) || !is_scrap(k->p, i));
    if (chosen(c, from, e->last)) return;
    for (uint32_t i = from; i < e->last; i++) {
        c->body[i] = c->look[i] > 0 || page_block_is_prose(&k->p->block[i]);
        if (c->look[i] > c->look[best]) best = i;
    }
    if (best < e->last) c->body[best] = true;
}

/* The entry's own headline. */
static dem_str headline_of(const cutter *k, const page_kinds *kinds, const page_entry *e)
{
    for (uint32_t i = e->first; i < e->last; i++) {
        if (kinds->kind[i] == DEM_ZONE_HEADING)
            return dem_arena_str(k->arena, page_block_text(k->p, &k->p->block[i]));
        if (kinds->kind[i] == DEM_ZONE_BODY) break;
    }
    return (dem_str){NULL, 0};
}

static void add_entry(cutter *k, const page_kinds *kinds, const page_entry *e, bool lines)
{
    dem_report r = *k->whole;
    const dem_meta_update *u = update_of(k, e->name);
    dem_str own = headline_of(k, kinds, e), told = u ? u->headline : (dem_str){NULL, 0};
    if (own.n || told.n) r.title = own.n ? own : told;
    r.id = id_for(k, e->name, &e->moment);
    if (u && u->published.n) set_published(&r, u->published, "json-ld", SURE);
    else
        set_published(&r, page_moment_text(k->arena, &e->moment), lines ? "text" : "time",
                      e->moment.guessed ? SURE_BY_CLOCK : SURE);
    page_compose(k->arena, k->p, kinds, e->first, e->last, own.n ? (dem_str){NULL, 0} : told, &r);
    if (r.text.n) dem_vec_push(k->work, &k->report, r);
}

/* What stands before the entries sums them up, or introduces them. */
static void add_top(cutter *k, const page_kinds *kinds, uint32_t last)
{
    uint32_t words = 0;
    for (uint32_t i = 0; i < last; i++)
        if (kinds->kind[i] == DEM_ZONE_BODY) words += k->p->block[i].words;
    if (words < LEAST_TOP) return;
    dem_report r = *k->whole;
    r.id = id_for(k, DEM_STR("top"), NULL);
    page_compose(k->arena, k->p, kinds, 0, last, r.title, &r);
    dem_vec_push(k->work, &k->report, r);
}

static dem_date day_of(const dem_meta *meta)
{
    return meta->published.n ? dem_date_parse(meta->published) : DEM_DATE_NONE;
}

static void date_entries(const cutter *k, const page_entries *es)
{
    page_moment *m = dem_arena_array(k->work, page_moment, es->n);
    for (uint32_t i = 0; i < es->n; i++) m[i] = es->at[i].moment;
    page_moments_date(m, es->n, day_of(k->meta));
    for (uint32_t i = 0; i < es->n; i++) es->at[i].moment = m[i];
}

static void cut_entries(cutter *k, const page_entries *es, const page_witness *w)
{
    date_entries(k, es);
    for (uint32_t i = 0; i < es->n; i++) choose_in(k, &es->at[i]);
    page_kinds kinds = page_kinds_find(k->work, k->p, k->c, w);
    for (uint32_t i = 0; es->lines && i < es->n; i++) kinds.kind[es->at[i].first - 1] = DEM_ZONE_COUNT;
    add_top(k, &kinds, es->at[0].first);
    for (uint32_t i = 0; i < es->n; i++) add_entry(k, &kinds, &es->at[i], es->lines);
}

/* ---- entries that only JSON-LD tells ----------------------------------------------------------------------------- */

static void add_paragraph(dem_buf *text, dem_str s)
{
    s = dem_str_trim(s);
    if (!s.n || text->n + s.n > DEM_MAX_TEXT / 2) return;
    if (text->n) dem_buf_addz(text, "\n\n");
    dem_buf_add(text, s);
}

/* Lines become paragraphs, and so do paragraphs where the body is told with its markup. */
static void add_body(cutter *k, dem_buf *text, dem_str body)
{
    xmlDoc *doc = NULL;
    dem_str line;
    if (dem_str_find(body, DEM_STR("</")) < body.n && page_dom_parse(k->work, body, &doc, NULL) == DEM_OK) {
        page_blocks p = page_blocks_find(k->work, xmlDocGetRootElement(doc));
        for (uint32_t i = 0; i < p.n; i++) add_paragraph(text, page_block_text(&p, &p.block[i]));
        xmlFreeDoc(doc);
        return;
    }
    while (dem_str_next(&body, '\n', &line)) add_paragraph(text, line);
}

static void add_update(cutter *k, const dem_meta_update *u)
{
    dem_report r = *k->whole;
    dem_buf text = {0};
    if (!u->body.n) return;
    if (u->headline.n) {
        r.title = u->headline;
        dem_buf_add(&text, u->headline);
        r.zones = dem_arena_new(k->arena, dem_zone);
        r.zones[0] = (dem_zone){0, (uint32_t)text.n, DEM_ZONE_HEADING};
        r.n_zones = 1;
    }
    size_t headline = text.n;
    add_body(k, &text, u->body);
    if (text.n > headline) {
        r.id = id_for(k, anchor_of(u->url), NULL);
        r.text = dem_arena_str(k->arena, dem_buf_str(&text));
        set_published(&r, u->published, "json-ld", SURE);
        dem_vec_push(k->work, &k->report, r);
    }
    dem_buf_release(&text);
}

/* ------------------------------------------------------------------------------------------------------------------- */

static void cut(cutter *k, const page_witness *w)
{
    page_entries es = page_entries_boxes(k->work, k->p, k->meta->live);
    if (es.n >= 2) page_weigh_in(k->work, k->p, w, &page_weights_learned, es.box, k->c);
    else if (k->meta->live && k->c->found) es = page_entries_lines(k->work, k->p, k->c);
    if (es.n >= 2) cut_entries(k, &es, w);
    else
        for (uint32_t i = 0; i < k->meta->n_updates; i++) add_update(k, &k->meta->update[i]);
}

uint32_t page_live_cut(dem_arena *arena, dem_arena *work, const page_blocks *p, const page_witness *w,
                       const dem_meta *meta, const dem_report *whole, page_choice *c, dem_report **report)
{
    cutter k = {.arena = arena, .work = work, .p = p, .meta = meta, .whole = whole, .c = c};
    dem_map_init(&k.ids, work);
    index_updates(&k);
    cut(&k, w);
    if (k.report.n < 2) return 0;
    *report = dem_arena_array(arena, dem_report, k.report.n);
    memcpy(*report, k.report.at, k.report.n * sizeof **report);
    return (uint32_t)k.report.n;
}

/* page/entries.c - see entries.h. */
#include "page/entries.h"
#include "base/map.h"

/* Entries have this many words at least, and all of them this share of the page's prose, in percent. */
enum { LEAST_WORDS = 8, LEAST_SHARE = 40, LEAST_PROSE = 30 };
/* How far to look for a name: boxes inside an entry, boxes around all of them. */
enum { NAME_INSIDE = 8, NAME_AROUND = 4, MAX_NAME = 512 };

typedef struct finder {
    const page_blocks *p;
    page_moment *moment; /* [boxes] the first in it */
    bool *dated;         /* [boxes] there is one */
    bool *aside;         /* [boxes] it is comments, or other things beside the article */
} finder;

/* The boxes come in the order in which a walk meets their elements. */
static void find_moments(dem_arena *arena, finder *f)
{
    const page_blocks *p = f->p;
    uint32_t next = 0, in = 0;
    f->moment = dem_arena_array(arena, page_moment, p->n_boxes);
    f->dated = dem_arena_array(arena, bool, p->n_boxes);
    page_walk w = page_walk_from(p->box[0].node);
    while (page_walk_next(&w)) {
        if (w.node->type != XML_ELEMENT_NODE) continue;
        if (w.leaving) {
            if (w.node == p->box[in].node) in = p->box[in].parent;
            continue;
        }
        if (next < p->n_boxes && w.node == p->box[next].node) in = next++;
        if (!f->dated[in]) f->dated[in] = page_moment_of(w.node, &f->moment[in]);
    }
    /* The first inside wins over later ones: walked backwards, what comes first is written last. */
    bool *own = dem_arena_array(arena, bool, p->n_boxes);
    memcpy(own, f->dated, p->n_boxes);
    for (uint32_t i = p->n_boxes; i-- > 1;) {
        uint32_t up = p->box[i].parent;
        if (f->dated[i] && !own[up]) f->moment[up] = f->moment[i], f->dated[up] = true;
    }
}

/* An entry may be called "card", which hints at related reports; what encloses it may not. */
static void find_aside(dem_arena *arena, finder *f)
{
    const uint32_t NOISE = PAGE_HINT(RELATED) | PAGE_HINT(NAV) | PAGE_HINT(FOOTER) | PAGE_HINT(SIDE);
    const page_blocks *p = f->p;
    f->aside = dem_arena_array(arena, bool, p->n_boxes);
    for (uint32_t i = 1; i < p->n_boxes; i++) {
        const page_box *box = &p->box[i], *parent = &p->box[box->parent];
        bool beside = parent->hints & NOISE && parent->prose * 2 < p->box[0].prose;
        bool comments = box->hints & PAGE_HINT(COMMENT) && box->prose * 2 < p->box[0].prose;
        f->aside[i] = f->aside[box->parent] || beside || comments;
    }
}

static bool could_be(const finder *f, uint32_t i)
{
    return f->dated[i] && !f->aside[i] && f->p->box[i].words >= LEAST_WORDS;
}

/* Boxes that are the same element in the same parent. */
typedef struct group {
    uint32_t parent, n, prose;
    uint8_t tag;
} group;

static dem_str key_of(const uint64_t *key)
{
    return (dem_str){(const char *)key, sizeof *key};
}

static bool find_group(dem_arena *arena, const finder *f, group *out)
{
    DEM_VEC(group) groups = {0};
    dem_map known;
    dem_map_init(&known, arena);
    for (uint32_t i = 1; i < f->p->n_boxes; i++) {
        const page_box *box = &f->p->box[i];
        if (!could_be(f, i)) continue;
        uint64_t key = (uint64_t)box->parent << 8 | box->tag;
        uint32_t g = dem_map_add(&known, key_of(&key), (uint32_t)groups.n);
        group empty = {.parent = box->parent, .tag = box->tag};
        if (g == groups.n) dem_vec_push(arena, &groups, empty);
        groups.at[g].n++;
        groups.at[g].prose += box->prose;
    }
    *out = (group){0};
    /* Of several with the same prose the innermost, that comes last. */
    for (size_t i = 0; i < groups.n; i++)
        if (groups.at[i].n >= 2 && groups.at[i].prose >= out->prose) *out = groups.at[i];
    return out->n >= 2 && out->prose >= LEAST_PROSE &&
           (uint64_t)out->prose * 100 >= (uint64_t)f->p->box[0].prose * LEAST_SHARE;
}

static bool says_live(dem_str name)
{
    static const char *const PIECES[] = {"liveblog",    "live-blog", "live_blog", "liveupdate",
                                         "live-update", "livefeed",  "live-feed"};
    char low[MAX_NAME];
    dem_str s = dem_str_lower(name, low, sizeof low);
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++)
        if (dem_str_find(s, dem_str_from(PIECES[i])) < s.n) return true;
    return false;
}

static bool named_live(const page_blocks *p, uint32_t box)
{
    for (int i = 0; i < NAME_AROUND; i++, box = p->box[box].parent)
        if (says_live(page_attribute(p->box[box].node, "class")) ||
            says_live(page_attribute(p->box[box].node, "id")) ||
            says_live(page_attribute(p->box[box].node, "itemtype")))
            return true;
    return false;
}

static dem_str name_of(const page_blocks *p, uint32_t box)
{
    uint32_t end = p->box[box].end < box + NAME_INSIDE ? p->box[box].end : box + NAME_INSIDE;
    for (uint32_t i = box; i < end; i++) {
        dem_str id = page_attribute(p->box[i].node, "id");
        if (id.n) return id;
    }
    return page_attribute(p->box[box].node, "data-id");
}

page_entries page_entries_boxes(dem_arena *arena, const page_blocks *p, bool live)
{
    finder f = {.p = p};
    group g;
    page_entries out = {0};
    if (!p->n_boxes) return out;
    find_moments(arena, &f);
    find_aside(arena, &f);
    if (!find_group(arena, &f, &g) || !(live || named_live(p, g.parent))) return out;
    out.box = g.parent;
    out.at = dem_arena_array(arena, page_entry, g.n);
    for (uint32_t i = g.parent + 1; i < p->box[g.parent].end; i = p->box[i].end)
        if (p->box[i].tag == g.tag && could_be(&f, i))
            out.at[out.n++] = (page_entry){p->box[i].first, p->box[i].last, name_of(p, i), f.moment[i]};
    return out;
}

page_entries page_entries_lines(dem_arena *arena, const page_blocks *p, const page_choice *c)
{
    page_entries out = {.box = c->place.container, .lines = true};
    const page_box *in = &p->box[out.box];
    DEM_VEC(page_entry) entry = {0};
    for (uint32_t i = in->first; i < in->last && i <= c->place.last; i++) {
        page_entry e = {.first = i + 1};
        if (p->block[i].words > 4 || !page_moment_line(page_block_text(p, &p->block[i]), &e.moment)) continue;
        if (entry.n) entry.at[entry.n - 1].last = i;
        dem_vec_push(arena, &entry, e);
    }
    if (entry.n) entry.at[entry.n - 1].last = c->place.last + 1;
    /* Two times with nothing between them are a timetable. */
    for (size_t i = 0; i < entry.n; i++)
        if (entry.at[i].last <= entry.at[i].first) return out;
    out.at = entry.at;
    out.n = (uint32_t)entry.n;
    return out;
}

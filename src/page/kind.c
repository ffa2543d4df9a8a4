/* page/kind.c - see kind.h. */
#include "page/kind.h"

/* How many paragraphs away from the article's a caption, and a box that belongs to it, may stand. */
enum { SHORTLY_BEFORE = 10, SHORTLY_BEHIND = 40 };

typedef struct sorter {
    const page_blocks *p;
    const page_choice *c;
    uint32_t *hints;       /* [boxes] of each and those around it, up to the first that holds chosen prose */
    uint32_t *table, *row; /* [boxes] the innermost table of data around it, or itself; the row of that */
    uint32_t first, last;  /* chosen blocks */
} sorter;

/* Elements that say as much as a name does. */
static uint32_t tag_hint(page_tag tag)
{
    switch (tag) {
    case PAGE_FIGCAPTION:
    case PAGE_CAPTION: return PAGE_HINT(CAPTION);
    case PAGE_FIGURE: return PAGE_HINT(MEDIA);
    case PAGE_NAV:
    case PAGE_MENU: return PAGE_HINT(NAV);
    case PAGE_FOOTER: return PAGE_HINT(FOOTER);
    case PAGE_HEADER: return PAGE_HINT(HEADER);
    case PAGE_ASIDE: return PAGE_HINT(SIDE);
    case PAGE_FORM: return PAGE_HINT(SIGNUP);
    case PAGE_DIALOG: return PAGE_HINT(HIDDEN);
    default: return 0;
    }
}

/* From the last to the first box, so that what is inside comes before what is around it. */
static bool *find_holders(dem_arena *arena, const sorter *s)
{
    bool *holds = dem_arena_array(arena, bool, s->p->n_boxes);
    for (uint32_t i = 0; i < s->p->n; i++)
        if (s->c->body[i] && page_block_is_prose(&s->p->block[i])) holds[s->p->block[i].box] = true;
    for (uint32_t i = s->p->n_boxes; i-- > 1;)
        if (holds[i]) holds[s->p->box[i].parent] = true;
    return holds;
}

static void find_hints(dem_arena *arena, sorter *s)
{
    const bool *holds = find_holders(arena, s);
    s->hints = dem_arena_array(arena, uint32_t, s->p->n_boxes);
    for (uint32_t i = 0; i < s->p->n_boxes; i++) {
        const page_box *box = &s->p->box[i];
        if (!holds[i])
            s->hints[i] = box->hints | tag_hint((page_tag)box->tag) | (i ? s->hints[box->parent] : 0);
    }
}

/* Old pages are laid out by tables: those are full of prose. */
static bool is_data(const page_box *box)
{
    return box->tag == PAGE_TABLE && box->last - box->first >= 4 && box->prose * 2 < box->words;
}

static void find_tables(dem_arena *arena, sorter *s)
{
    s->table = dem_arena_array(arena, uint32_t, s->p->n_boxes);
    s->row = dem_arena_array(arena, uint32_t, s->p->n_boxes);
    for (uint32_t i = 0; i < s->p->n_boxes; i++) {
        const page_box *box = &s->p->box[i];
        bool begins = is_data(box), inside = i && !begins;
        s->table[i] = begins ? i : inside ? s->table[box->parent] : PAGE_NO_TABLE;
        s->row[i] = box->tag == PAGE_TR || !inside ? i : s->row[box->parent];
    }
}

static void find_ends(sorter *s)
{
    s->first = s->p->n;
    for (uint32_t i = 0; i < s->p->n; i++) {
        if (!s->c->body[i]) continue;
        if (s->first == s->p->n) s->first = i;
        s->last = i;
    }
}

/* ---- by how it begins ------------------------------------------------------------------------------------ */

static bool begins(dem_str text, dem_str head)
{
    return text.n >= head.n && dem_str_ieq(dem_str_sub(text, 0, head.n), head);
}

/* A short paragraph that says itself that it is not the article. */
static dem_zone_kind kind_by_words(const page_blocks *p, const page_block *b)
{
    static const struct {
        const char *head;
        dem_zone_kind kind;
    } HEADS[] = {
        {"read more", DEM_ZONE_RELATED},
        {"read also", DEM_ZONE_RELATED},
        {"also read", DEM_ZONE_RELATED},
        {"read next", DEM_ZONE_RELATED},
        {"see also", DEM_ZONE_RELATED},
        {"related", DEM_ZONE_RELATED},
        {"recommended", DEM_ZONE_RELATED},
        {"more on ", DEM_ZONE_RELATED},
        {"more from ", DEM_ZONE_RELATED},
        {"you may also like", DEM_ZONE_RELATED},
        {"don't miss", DEM_ZONE_RELATED},
        {"sign up", DEM_ZONE_BOILERPLATE},
        {"subscribe to our", DEM_ZONE_BOILERPLATE},
        {"we use cookies", DEM_ZONE_BOILERPLATE},
        {"advertisement", DEM_ZONE_BOILERPLATE},
        {"already a subscriber", DEM_ZONE_PAYWALL},
        {"subscribe to continue", DEM_ZONE_PAYWALL},
        {"subscribe to read", DEM_ZONE_PAYWALL},
        {"to continue reading", DEM_ZONE_PAYWALL},
        {"this article is for subscribers", DEM_ZONE_PAYWALL},
    };
    dem_str text = page_block_text(p, b);
    for (size_t i = 0; b->words <= 30 && i < sizeof HEADS / sizeof *HEADS; i++)
        if (begins(text, dem_str_from(HEADS[i].head))) return HEADS[i].kind;
    return DEM_ZONE_COUNT;
}

/* ---- by what it stands in ---------------------------------------------------------------------------------- */

typedef enum reach { WITHIN = 1, BEFORE = 2, BEHIND = 4, FAR_BEHIND = 8 } reach;

/* The first row that fits decides. */
static const struct rule {
    uint32_t hints;
    uint8_t kind, reach;
} RULES[] = {
    {PAGE_HINT(UNSEEN), DEM_ZONE_COUNT, WITHIN | BEFORE | BEHIND | FAR_BEHIND},
    {PAGE_HINT(CAPTION), DEM_ZONE_CAPTION, WITHIN | BEFORE},
    {PAGE_HINT(COMMENT), DEM_ZONE_COMMENT, WITHIN | BEHIND | FAR_BEHIND},
    {PAGE_HINT(PAYWALL), DEM_ZONE_PAYWALL, WITHIN | BEHIND},
    {PAGE_HINT(NAV) | PAGE_HINT(FOOTER) | PAGE_HINT(HEADER), DEM_ZONE_COUNT,
     WITHIN | BEFORE | BEHIND | FAR_BEHIND},
    {PAGE_HINT(RELATED), DEM_ZONE_RELATED, WITHIN | BEHIND},
    {PAGE_HINT(SIGNUP) | PAGE_HINT(LEGAL), DEM_ZONE_BOILERPLATE, WITHIN | BEHIND},
    {PAGE_HINT(MEDIA), DEM_ZONE_CAPTION, WITHIN | BEFORE},
    {PAGE_HINT(SHARE) | PAGE_HINT(META) | PAGE_HINT(PROMO), DEM_ZONE_BOILERPLATE, WITHIN},
};

static reach reach_of(const sorter *s, uint32_t i)
{
    if (i < s->first) return i + SHORTLY_BEFORE >= s->first ? BEFORE : 0;
    if (i <= s->last) return WITHIN;
    return i <= s->last + SHORTLY_BEHIND ? BEHIND : FAR_BEHIND;
}

static dem_zone_kind kind_of_other(const sorter *s, uint32_t i)
{
    const page_block *b = &s->p->block[i];
    reach where = reach_of(s, i);
    uint32_t hints = s->hints[b->box] | b->hints;
    for (size_t k = 0; k < sizeof RULES / sizeof *RULES; k++)
        if (hints & RULES[k].hints) return RULES[k].reach & where ? RULES[k].kind : DEM_ZONE_COUNT;
    if (where & (WITHIN | BEHIND)) {
        dem_zone_kind kind = kind_by_words(s->p, b);
        if (kind != DEM_ZONE_COUNT) return kind;
    }
    /* Whatever it is, it stands in the middle of the article. */
    if (where != WITHIN) return DEM_ZONE_COUNT;
    if (s->table[b->box] != PAGE_NO_TABLE) return DEM_ZONE_CAPTION;
    return b->linked * 2 >= b->words ? DEM_ZONE_RELATED : DEM_ZONE_BOILERPLATE;
}

/* The second model may have taken a line for a paragraph because of those around it: a link to another report, in something called
 * "related" or behind "Read more", or a line in a box without prose that is called a sign-up or the like. DEM_ZONE_BODY if not. */
static dem_zone_kind kind_of_intruder(const sorter *s, uint32_t i)
{
    static const struct {
        uint32_t hint;
        dem_zone_kind kind;
    } FIRM[] = {{PAGE_HINT(CAPTION), DEM_ZONE_CAPTION},
                {PAGE_HINT(COMMENT), DEM_ZONE_COMMENT},
                {PAGE_HINT(PAYWALL), DEM_ZONE_PAYWALL},
                {PAGE_HINT(SIGNUP) | PAGE_HINT(LEGAL), DEM_ZONE_BOILERPLATE}};
    const page_block *b = &s->p->block[i];
    uint32_t hints = s->hints[b->box];
    if (b->linked * 2 >= b->words && kind_by_words(s->p, b) == DEM_ZONE_RELATED) return DEM_ZONE_RELATED;
    if (b->linked == b->words && hints & PAGE_HINT(RELATED)) return DEM_ZONE_RELATED;
    for (size_t k = 0; k < sizeof FIRM / sizeof *FIRM; k++)
        if (hints & FIRM[k].hint) return FIRM[k].kind;
    return DEM_ZONE_BODY;
}

static dem_zone_kind kind_of(const sorter *s, const page_witness *w, uint32_t i)
{
    const page_block *b = &s->p->block[i];
    bool heading = page_tag_is_heading((page_tag)s->p->box[b->box].tag);
    /* The title stands at the head of the text already. */
    if (w->block[i] & PAGE_IS_TITLE && (heading || !s->c->body[i])) return DEM_ZONE_COUNT;
    if (!s->c->body[i]) return kind_of_other(s, i);
    if (s->table[b->box] != PAGE_NO_TABLE || s->p->box[b->box].tag == PAGE_FIGCAPTION) return DEM_ZONE_CAPTION;
    return heading ? DEM_ZONE_HEADING : kind_of_intruder(s, i);
}

page_kinds page_kinds_find(dem_arena *arena, const page_blocks *p, const page_choice *c, const page_witness *w)
{
    sorter s = {.p = p, .c = c};
    page_kinds out = {.kind = dem_arena_array(arena, uint8_t, p->n),
                      .table = dem_arena_array(arena, uint32_t, p->n),
                      .row = dem_arena_array(arena, uint32_t, p->n)};
    find_hints(arena, &s);
    find_tables(arena, &s);
    find_ends(&s);
    for (uint32_t i = 0; i < p->n; i++) {
        out.kind[i] = (uint8_t)kind_of(&s, w, i);
        out.row[i] = s.row[p->block[i].box];
        out.table[i] = out.kind[i] == DEM_ZONE_CAPTION ? s.table[p->block[i].box] : PAGE_NO_TABLE;
    }
    return out;
}

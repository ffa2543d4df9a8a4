/* page/trait.c - see trait.h. */
#include "page/trait.h"

#define ADD(t, id) page_traits_add((t), PAGE_TRAIT_##id)
#define ADD_IF(t, id, condition)                                                                               \
    do {                                                                                                       \
        if (condition) ADD(t, id);                                                                             \
    } while (0)

const char *page_trait_name(unsigned trait)
{
    static const char *const NAMES[PAGE_TRAIT_COUNT] = {
#define TRAIT(id) #id,
#include "page/trait.def"
    };
    return trait < PAGE_TRAIT_COUNT ? NAMES[trait] : "";
}

/* What is known of all boxes around a block. */
typedef struct around {
    uint32_t hints;
    uint64_t tags[2];
} around;

typedef struct look {
    const page_blocks *p;
    const page_witness *witness;
    const page_place *place;
    around *around; /* [boxes] of each and what encloses it, as far as it counts */
} look;

/* Names of what encloses most of the page say nothing of a paragraph. */
static bool counts(const look *l, uint32_t i)
{
    const page_box *box = &l->p->box[i];
    if (l->place && l->place->container >= i && l->place->container < box->end) return false;
    return box->words * 2 < l->p->box[0].words;
}

static void look_around(look *l)
{
    for (uint32_t i = 0; i < l->p->n_boxes; i++) {
        const page_box *box = &l->p->box[i];
        around *a = &l->around[i];
        if (i) *a = l->around[box->parent];
        a->tags[box->tag / 64] |= (uint64_t)1 << box->tag % 64;
        a->hints |= counts(l, i) ? box->hints : box->hints & PAGE_HINT(BODYPROP);
    }
}
static bool within(const around *a, page_tag tag)
{
    return a->tags[tag / 64] >> tag % 64 & 1;
}

static page_trait tag_trait(page_tag tag)
{
    switch (tag) {
    case PAGE_P: return PAGE_TRAIT_p;
    case PAGE_LI: return PAGE_TRAIT_item;
    case PAGE_H1: return PAGE_TRAIT_title;
    case PAGE_H2:
    case PAGE_H3:
    case PAGE_H4:
    case PAGE_H5:
    case PAGE_H6: return PAGE_TRAIT_heading;
    case PAGE_BLOCKQUOTE: return PAGE_TRAIT_quote;
    case PAGE_TD:
    case PAGE_TH: return PAGE_TRAIT_cell;
    case PAGE_DIV:
    case PAGE_SECTION:
    case PAGE_ARTICLE: return PAGE_TRAIT_plain;
    case PAGE_PRE: return PAGE_TRAIT_pre;
    case PAGE_DT:
    case PAGE_DD: return PAGE_TRAIT_term;
    case PAGE_FIGCAPTION:
    case PAGE_CAPTION: return PAGE_TRAIT_figcaption;
    default: return PAGE_TRAIT_other;
    }
}

static page_trait bucket(uint32_t n, page_trait least, const uint8_t *bound, unsigned bounds)
{
    unsigned i = 0;
    while (i < bounds && n >= bound[i]) i++;
    return (page_trait)(least + i);
}

static void add_words(const page_block *b, page_traits *t)
{
    static const uint8_t WORDS[] = {3, 6, 11, 21, 41, 81};
    page_traits_add(t, bucket(b->words, PAGE_TRAIT_words1, WORDS, sizeof WORDS));
    uint32_t share = b->linked * 100 / b->words;
    unsigned links = share == 0 ? 0 : share < 25 ? 1 : share < 66 ? 2 : share < 95 ? 3 : 4;
    page_traits_add(t, PAGE_TRAIT_links_none + links);
    if (page_traits_have(t, PAGE_TRAIT_item))
        page_traits_add(t, PAGE_TRAIT_item_links_none + (links > 3 ? 3 : links));
    if (b->words >= 20) page_traits_add(t, PAGE_TRAIT_long_links_none + (links > 2 ? 2 : links));
}

static void add_style(const page_blocks *p, const page_block *b, page_traits *t)
{
    static const uint8_t STOPS[] = {1, 2, 3};
    dem_str text = page_block_text(p, b);
    char last = text.p[text.n - 1];
    bool quoted =
        last == '"' || last == ')' || (text.n > 3 && memcmp(text.p + text.n - 3, "\xE2\x80\x9D", 3) == 0);
    bool stop = last == '.' || last == '!' || last == '?' || (quoted && b->stops) ||
                (text.n > 3 && memcmp(text.p + text.n - 3, "\xE3\x80\x82", 3) == 0);
    ADD_IF(t, stop_last, stop);
    ADD_IF(t, short_stop, stop && b->words < 12);
    ADD_IF(t, long_stop, stop && b->words >= 12);
    ADD_IF(t, colon_last, last == ':');
    page_traits_add(t, bucket(b->stops, PAGE_TRAIT_stops0, STOPS, sizeof STOPS));
    ADD_IF(t, comma, b->commas);
    ADD_IF(t, strong, b->strong == b->words);
    ADD_IF(t, capitals, b->words >= 3 && b->capitals * 10 >= b->words * 6);
    ADD_IF(t, digits, b->digits * 10 >= b->words * 3);
    ADD_IF(t, sign, dem_str_find(text, DEM_STR("\xC2\xA9")) < text.n);
    ADD_IF(t, bar, dem_str_find(text, DEM_STR(" | ")) < text.n);
}

static void add_around(const look *l, const page_block *b, page_traits *t)
{
    static const struct {
        uint8_t tag, trait;
    } IN[] = {{PAGE_ASIDE, PAGE_TRAIT_in_aside},     {PAGE_NAV, PAGE_TRAIT_in_nav},
              {PAGE_FOOTER, PAGE_TRAIT_in_footer},   {PAGE_HEADER, PAGE_TRAIT_in_header},
              {PAGE_FORM, PAGE_TRAIT_in_form},       {PAGE_FIGURE, PAGE_TRAIT_in_figure},
              {PAGE_TABLE, PAGE_TRAIT_in_table},     {PAGE_UL, PAGE_TRAIT_in_list},
              {PAGE_OL, PAGE_TRAIT_in_list},         {PAGE_BLOCKQUOTE, PAGE_TRAIT_in_quote},
              {PAGE_ARTICLE, PAGE_TRAIT_in_article}, {PAGE_MAIN, PAGE_TRAIT_in_main},
              {PAGE_SECTION, PAGE_TRAIT_in_section}};
    const around *a = &l->around[b->box];
    for (size_t i = 0; i < sizeof IN / sizeof *IN; i++)
        if (within(a, (page_tag)IN[i].tag)) page_traits_add(t, IN[i].trait);
    uint32_t own = b->hints | (counts(l, b->box) ? l->p->box[b->box].hints : 0);
    for (unsigned h = 0; h < PAGE_HINT_COUNT; h++) {
        if (own >> h & 1) page_traits_add(t, PAGE_TRAIT_own_ARTICLE + h);
        if (a->hints >> h & 1) page_traits_add(t, PAGE_TRAIT_above_ARTICLE + h);
    }
}

static unsigned linked(const page_box *box)
{
    uint32_t share = box->linked * 100 / (box->words ? box->words : 1);
    return share < 15 ? 0 : share < 50 ? 1 : 2;
}

static void add_parents(const look *l, const page_block *b, page_traits *t)
{
    const page_box *parent = &l->p->box[l->p->box[b->box].parent], *above = &l->p->box[parent->parent];
    page_traits_add(t, PAGE_TRAIT_parent_links_few + linked(parent));
    page_traits_add(t, PAGE_TRAIT_above_links_few + linked(above));
    ADD_IF(t, parent_small, parent->words < 30);
    ADD_IF(t, parent_large, parent->words > 150);
}

static bool is_heading(const look *l, const page_block *b)
{
    return page_tag_is_heading((page_tag)l->p->box[b->box].tag);
}
static bool is_text(const page_block *b)
{
    return b->words >= 15 && b->linked * 3 < b->words;
}
static bool is_links(const page_block *b)
{
    return b->linked * 3 >= b->words * 2;
}

static void add_neighbours(const look *l, uint32_t i, page_traits *t)
{
    const page_block *b = &l->p->block[i], *before = i ? b - 1 : NULL, *behind = i + 1 < l->p->n ? b + 1 : NULL;
    if (before) {
        ADD_IF(t, before_text, is_text(before));
        ADD_IF(t, before_links, is_links(before));
        ADD_IF(t, before_short, before->words < 10);
        ADD_IF(t, before_heading, is_heading(l, before));
    }
    if (!behind) return;
    ADD_IF(t, behind_text, is_text(behind));
    ADD_IF(t, behind_links, is_links(behind));
    ADD_IF(t, behind_short, behind->words < 10);
    ADD_IF(t, behind_heading, is_heading(l, behind));
    ADD_IF(t, heading_text, is_heading(l, b) && is_text(behind));
    ADD_IF(t, heading_links, is_heading(l, b) && is_links(behind));
}

static void add_witness(const look *l, uint32_t i, page_traits *t)
{
    uint8_t says = l->witness->block[i];
    ADD_IF(t, told, says & PAGE_TOLD);
    ADD_IF(t, not_told, l->witness->told && !(says & PAGE_TOLD) && l->p->block[i].words >= 8);
    ADD_IF(t, is_title, says & PAGE_IS_TITLE);
    ADD_IF(t, doubled, says & PAGE_DOUBLED);
}

/* Boxes between the container and the block's own. */
static unsigned depth_in(const look *l, uint32_t box, uint32_t container)
{
    unsigned depth = 0;
    while (box != container && depth < 4) box = l->p->box[box].parent, depth++;
    return depth;
}

static void add_place(const look *l, uint32_t i, page_traits *t)
{
    const page_place *at = l->place;
    const page_block *b = &l->p->block[i];
    const page_box *container = &l->p->box[at->container];
    if (i < container->first || i >= container->last) {
        page_traits_add(t, i < container->first ? PAGE_TRAIT_outside_before : PAGE_TRAIT_outside_behind);
        return;
    }
    page_traits_add(t, PAGE_TRAIT_depth0 + depth_in(l, b->box, at->container));
    bool main = b->box == at->main_parent || l->p->box[b->box].parent == at->main_parent;
    bool item = page_traits_have(t, PAGE_TRAIT_item), heading = is_heading(l, b), brief = b->words < 12;
    bool between = i > at->first && i < at->last;
    ADD_IF(t, main_parent, main);
    ADD_IF(t, heading_main, main && heading);
    ADD_IF(t, short_main, main && brief);
    uint32_t list = l->p->box[b->box].parent;
    ADD_IF(t, item_main, item && (list == at->main_parent || l->p->box[list].parent == at->main_parent));
    uint32_t same = at->same_path[i];
    page_traits_add(t, same >= 400   ? PAGE_TRAIT_same_path_most
                       : same >= 100 ? PAGE_TRAIT_same_path_some
                       : same >= 20  ? PAGE_TRAIT_same_path_few
                                     : PAGE_TRAIT_same_path_none);
    ADD_IF(t, before_first, i < at->first);
    ADD_IF(t, near_first, i < at->first && i + 3 >= at->first);
    ADD_IF(t, behind_last, i > at->last);
    ADD_IF(t, behind_last_far, i > at->last + 3);
    ADD_IF(t, between, between);
    ADD_IF(t, heading_between, between && heading);
    ADD_IF(t, short_between, between && brief);
    ADD_IF(t, list_between, between && item);
    ADD_IF(t, short_behind, i > at->last && brief);
    ADD_IF(t, short_before, i < at->first && brief);
}

page_traits *page_traits_find(dem_arena *arena, const page_blocks *p, const page_witness *w,
                              const page_place *place)
{
    look l = {p, w, place, dem_arena_array(arena, around, p->n_boxes)};
    page_traits *out = dem_arena_array(arena, page_traits, p->n);
    look_around(&l);
    for (uint32_t i = 0; i < p->n; i++) {
        const page_block *b = &p->block[i];
        ADD(&out[i], always);
        page_traits_add(&out[i], tag_trait((page_tag)p->box[b->box].tag));
        add_words(b, &out[i]);
        add_style(p, b, &out[i]);
        add_around(&l, b, &out[i]);
        add_parents(&l, b, &out[i]);
        add_neighbours(&l, i, &out[i]);
        add_witness(&l, i, &out[i]);
        if (place) add_place(&l, i, &out[i]);
    }
    return out;
}

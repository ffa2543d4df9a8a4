/* page/place.c - see place.h. */
#include "page/place.h"
#include "base/map.h"

/* A paragraph counts no more than this however clear it is, and however long. */
enum {
    MOST_SCORE = 768,
    MOST_WORDS = 200,
    LEAST_WORDS = 10,
    STEPS = 10,
    STEP = 256,
    DECAY = 90,
    SOLID = 100,
    LEAST_KIN = -512
};

/* What reads like an article's paragraph, in words. */
static uint32_t likely(const page_block *b, int32_t score)
{
    return score > 0 ? b->words : 0;
}

/* The box in which the block has company: its own may be there for it alone. */
static uint32_t company(const page_blocks *p, const page_block *b)
{
    uint32_t box = b->box;
    while (box && p->box[box].last - p->box[box].first < 2) box = p->box[box].parent;
    return box;
}

/* Likely words in the company of each box's blocks. A list of teasers has many good sentences, but each with none beside it. */
static uint32_t *find_company(dem_arena *arena, const page_blocks *p, const int32_t *score)
{
    uint32_t *words = dem_arena_array(arena, uint32_t, p->n_boxes);
    for (uint32_t i = 0; i < p->n; i++) words[company(p, &p->block[i])] += likely(&p->block[i], score[i]);
    return words;
}

static int64_t worth(const page_block *b, int32_t score, uint32_t beside)
{
    if (score > MOST_SCORE) score = MOST_SCORE;
    if (score < -MOST_SCORE) score = -MOST_SCORE;
    int64_t words = b->words < MOST_WORDS ? b->words : MOST_WORDS;
    return score > 0 && beside < SOLID ? words * score * beside / SOLID : words * score;
}

/* Paragraphs hold no articles: what encloses them does. */
static bool is_paragraph(const page_blocks *p, uint32_t box)
{
    page_tag tag = (page_tag)p->box[box].tag;
    return box && (tag == PAGE_P || tag == PAGE_LI || tag == PAGE_BLOCKQUOTE || tag == PAGE_UL ||
                   tag == PAGE_OL || page_tag_is_heading(tag));
}

static bool find_container(dem_arena *arena, const page_blocks *p, const int32_t *score, uint32_t *container)
{
    int64_t *sum = dem_arena_array(arena, int64_t, p->n_boxes), most = 0;
    const uint32_t *beside = find_company(arena, p, score);
    for (uint32_t i = 0; i < p->n; i++)
        sum[p->block[i].box] += worth(&p->block[i], score[i], beside[company(p, &p->block[i])]);
    /* From the last to the first: what is inside a box comes behind it. */
    for (uint32_t i = p->n_boxes; i-- > 0;) {
        if (sum[i] > most && !is_paragraph(p, i)) most = sum[i], *container = i;
        if (i) sum[p->box[i].parent] += sum[i] > 0 && !is_paragraph(p, i) ? sum[i] * DECAY / 100 : sum[i];
    }
    return most > 0;
}

static uint32_t find_main_parent(dem_arena *arena, const page_blocks *p, const int32_t *score,
                                 const page_box *container)
{
    uint32_t *words = dem_arena_array(arena, uint32_t, p->n_boxes), best = p->block[container->first].box;
    for (uint32_t i = container->first; i < container->last; i++) {
        const page_block *b = &p->block[i];
        uint32_t parent = p->box[b->box].parent;
        words[b->box] += likely(b, score[i]);
        if (parent != b->box) words[parent] += likely(b, score[i]);
    }
    for (uint32_t i = 0; i < p->n_boxes; i++)
        if (words[i] > words[best]) best = i;
    return best;
}

static uint64_t path_of(const page_blocks *p, uint32_t box, uint32_t container, uint64_t *path)
{
    return box == container ? 1 : (path[p->box[box].parent] + p->box[box].kind) * 0x9E3779B97F4A7C15u;
}

static uint32_t *find_same_path(dem_arena *arena, const page_blocks *p, const int32_t *score,
                                uint32_t container)
{
    uint64_t *path = dem_arena_array(arena, uint64_t, p->n_boxes);
    uint32_t *same = dem_arena_array(arena, uint32_t, p->n);
    const page_box *c = &p->box[container];
    dem_map words;
    dem_map_init(&words, arena);
    for (uint32_t i = container; i < c->end; i++) path[i] = path_of(p, i, container, path);
    uint32_t all = 1;
    for (uint32_t i = c->first; i < c->last; i++) {
        dem_str key = {(const char *)&path[p->block[i].box], sizeof *path};
        uint32_t more = likely(&p->block[i], score[i]);
        dem_map_put(&words, key, dem_map_add(&words, key, 0) + more);
        all += more;
    }
    for (uint32_t i = c->first; i < c->last; i++) {
        dem_str key = {(const char *)&path[p->block[i].box], sizeof *path};
        same[i] = (uint32_t)((uint64_t)dem_map_get(&words, key) * 1000 / all);
    }
    return same;
}

/* A short article on a page full of other things may have no paragraph that looks like one: then the best there is. */
static bool find_best_container(dem_arena *arena, const page_blocks *p, int32_t *score, uint32_t *container)
{
    for (int step = 0; step < STEPS; step++) {
        if (find_container(arena, p, score, container)) return true;
        for (uint32_t i = 0; i < p->n; i++) score[i] += STEP;
    }
    return false;
}

bool page_place_in(dem_arena *arena, const page_blocks *p, const int32_t *score, uint32_t container,
                   page_place *out)
{
    *out = (page_place){.container = container};
    const page_box *c = &p->box[out->container];
    out->main_parent = find_main_parent(arena, p, score, c);
    out->same_path = find_same_path(arena, p, score, out->container);
    out->first = c->last;
    for (uint32_t i = c->first; i < c->last; i++) {
        if (score[i] <= 0 || p->block[i].words < LEAST_WORDS) continue;
        if (out->first == c->last) out->first = i;
        out->last = i;
    }
    return out->first < c->last;
}

/* Boxes of one kind beside this one that read like the article hold at least half as much as all such, and more than a fifth of it. */
static bool has_kin(const page_blocks *p, const int32_t *score, uint32_t box)
{
    const page_box *own = &p->box[box];
    uint32_t words = 0, good = 0;
    for (uint32_t i = own->parent + 1; i < p->box[own->parent].end; i = p->box[i].end) {
        if (i == box || p->box[i].kind != own->kind) continue;
        for (uint32_t b = p->box[i].first; b < p->box[i].last; b++) {
            words += p->block[b].words;
            if (page_block_is_prose(&p->block[b]) && score[b] > LEAST_KIN) good += p->block[b].words;
        }
    }
    return good * 2 > words && good * 5 > own->words;
}

bool page_place_find(dem_arena *arena, const page_blocks *p, int32_t *score, page_place *out)
{
    uint32_t container;
    *out = (page_place){0};
    if (!find_best_container(arena, p, score, &container)) return false;
    /* An article in several boxes of one kind, side by side: what encloses them holds it. */
    if (container && has_kin(p, score, container)) container = p->box[container].parent;
    return page_place_in(arena, p, score, container, out);
}

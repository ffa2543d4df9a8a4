/* page/place.c - see place.h. */
#include "page/place.h"
#include "base/map.h"

/* A paragraph counts no more than this however clear it is, and however long. */
enum { MOST_SCORE = 768, MOST_WORDS = 200, LEAST_WORDS = 10, STEPS = 10, STEP = 256 };

static int64_t worth(const page_block *b, int32_t score)
{
    if (score > MOST_SCORE) score = MOST_SCORE;
    if (score < -MOST_SCORE) score = -MOST_SCORE;
    return (int64_t)(b->words < MOST_WORDS ? b->words : MOST_WORDS) * score;
}

/* What reads like an article's paragraph, in words. */
static uint32_t likely(const page_block *b, int32_t score)
{
    return score > 0 ? b->words : 0;
}

static bool find_container(dem_arena *arena, const page_blocks *p, const int32_t *score, uint32_t *container)
{
    int64_t *sum = dem_arena_array(arena, int64_t, p->n_boxes), most = 0;
    for (uint32_t i = 0; i < p->n; i++) sum[p->block[i].box] += worth(&p->block[i], score[i]);
    /* From the last to the first: what is inside a box comes behind it. */
    for (uint32_t i = p->n_boxes; i-- > 0;) {
        if (sum[i] > most) most = sum[i], *container = i;
        if (i) sum[p->box[i].parent] += sum[i];
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

bool page_place_find(dem_arena *arena, const page_blocks *p, int32_t *score, page_place *out)
{
    *out = (page_place){0};
    if (!find_best_container(arena, p, score, &out->container)) return false;
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

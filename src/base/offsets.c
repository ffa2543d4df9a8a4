/* base/offsets.c - see offsets.h. */
#include "base/offsets.h"

/* A step of the same size right behind the last run needs no run of its own. */
static void step(dem_arena *a, dem_offsets_builder *b, uint32_t made, uint32_t taken)
{
    const dem_offset_run *last = b->run.n ? &b->run.at[b->run.n - 1] : NULL;
    if (last && last->made == made && last->taken == taken && taken &&
        last->from + (b->at - last->at) / made * taken == b->from)
        return;
    const dem_offset_run next = {(uint32_t)b->at, (uint32_t)b->from, made, taken};
    dem_vec_push(a, &b->run, next);
}

void dem_offsets_copied(dem_arena *a, dem_offsets_builder *b, size_t n)
{
    if (n == 0) return;
    step(a, b, 1, 1);
    b->at += n;
    b->from += n;
}

void dem_offsets_replaced(dem_arena *a, dem_offsets_builder *b, size_t made, size_t taken)
{
    if (made) step(a, b, (uint32_t)made, (uint32_t)taken);
    b->at += made;
    b->from += taken;
}

dem_offsets dem_offsets_done(dem_arena *a, dem_offsets_builder *b)
{
    const bool copied =
        b->run.n == 1 && b->run.at[0].made == 1 && b->run.at[0].taken == 1 && b->run.at[0].from == 0;
    if (b->from == b->at && (b->at == 0 || copied)) return (dem_offsets){0};
    const dem_offset_run end = {(uint32_t)b->at, (uint32_t)b->from, 0, 0};
    dem_vec_push(a, &b->run, end);
    return (dem_offsets){b->run.at, (uint32_t)b->run.n};
}

/* The number of runs that begin before `at` (or at it, if `with`). */
static uint32_t runs_before(const dem_offsets *map, size_t at, bool with)
{
    uint32_t low = 0, high = map->n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (map->run[middle].at < at || (with && map->run[middle].at == at)) low = middle + 1;
        else high = middle;
    }
    return low;
}

size_t dem_offsets_start(const dem_offsets *map, size_t at)
{
    if (map->n == 0) return at;
    uint32_t n = runs_before(map, at, true);
    if (n == 0) return 0;
    const dem_offset_run *r = &map->run[n - 1];
    return r->made ? r->from + (at - r->at) / r->made * r->taken : r->from;
}

size_t dem_offsets_end(const dem_offsets *map, size_t at)
{
    if (map->n == 0) return at;
    uint32_t n = runs_before(map, at, false);
    if (n == 0) return 0;
    const dem_offset_run *r = &map->run[n - 1];
    return r->made ? r->from + (at - r->at + r->made - 1) / r->made * r->taken : r->from;
}

void dem_offsets_span(const dem_offsets *map, size_t start, size_t end, size_t *from, size_t *to)
{
    *from = dem_offsets_start(map, start);
    *to = end > start ? dem_offsets_end(map, end) : *from;
}

/* Moves the builder's place in the source; what lies between was dropped, or (a step of the first map that the second
 * one cut in two) is told of twice. */
static void seek(dem_offsets_builder *b, size_t from)
{
    b->from = from;
}

/* Describes bytes [start, end) of the middle text, which the second map copies, by the first map's runs. */
static void copy_runs(dem_arena *arena, dem_offsets_builder *b, const dem_offsets *first, size_t start,
                      size_t end)
{
    for (uint32_t i = runs_before(first, start, true); start < end && i < first->n; i++) {
        const dem_offset_run *r = &first->run[i - 1];
        size_t stop = first->run[i].at < end ? first->run[i].at : end;
        for (size_t k = 0; start < stop; start += k) {
            size_t into = (start - r->at) % r->made;
            seek(b, r->from + (start - r->at) / r->made * r->taken);
            if (r->made == 1 && r->taken == 1) {
                k = stop - start;
                dem_offsets_copied(arena, b, k);
            } else {
                k = r->made - into < stop - start ? r->made - into : stop - start;
                dem_offsets_replaced(arena, b, k, r->taken);
            }
        }
    }
}

dem_offsets dem_offsets_compose(dem_arena *arena, dem_offsets first, dem_offsets second)
{
    if (first.n == 0) return second;
    if (second.n == 0) return first;
    dem_offsets_builder b = {0};
    for (uint32_t i = 0; i + 1 < second.n; i++) {
        const dem_offset_run *r = &second.run[i];
        size_t n = second.run[i + 1].at - r->at;
        if (r->made == 1 && r->taken == 1) {
            copy_runs(arena, &b, &first, r->from, r->from + n);
            continue;
        }
        for (size_t k = 0; k < n / r->made; k++) {
            size_t from, to, at = r->from + k * r->taken;
            dem_offsets_span(&first, at, at + r->taken, &from, &to);
            seek(&b, from);
            dem_offsets_replaced(arena, &b, r->made, to - from);
        }
    }
    seek(&b, first.run[first.n - 1].from);
    return dem_offsets_done(arena, &b);
}

dem_offsets dem_offsets_copy(dem_arena *arena, dem_offsets map)
{
    if (!map.n) return (dem_offsets){0};
    dem_offset_run *run = dem_arena_array(arena, dem_offset_run, map.n);
    memcpy(run, map.run, map.n * sizeof *run);
    return (dem_offsets){run, map.n};
}

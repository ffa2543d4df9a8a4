/* charset/edit.c - see edit.h. */
#include "charset/edit.h"
#include "base/utf8.h"

static void reserve(dem_edit *e, size_t more)
{
    if (e->out && e->cap - e->n >= more) return;
    size_t cap = e->out ? 2 * e->cap : e->in.n + e->in.n / 8 + 64;
    if (cap < e->n + more) cap = e->n + more;
    char *out = dem_arena_alloc(e->arena, cap);
    if (e->n) memcpy(out, e->out, e->n);
    e->out = out;
    e->cap = cap;
}

static void append(dem_edit *e, dem_str s)
{
    reserve(e, s.n);
    if (s.n) memcpy(e->out + e->n, s.p, s.n);
    e->n += s.n;
}

static void keep(dem_edit *e, size_t to)
{
    append(e, dem_str_sub(e->in, e->done, to));
    dem_offsets_copied(e->arena, &e->map, to - e->done);
    e->done = to;
}

void dem_edit_replace(dem_edit *e, size_t from, size_t to, dem_str with)
{
    keep(e, from);
    append(e, with);
    dem_offsets_replaced(e->arena, &e->map, with.n, to - from);
    e->done = to;
}

void dem_edit_char(dem_edit *e, size_t from, size_t to, uint32_t c)
{
    char utf8[4];
    dem_edit_replace(e, from, to, (dem_str){utf8, dem_utf8_put(utf8, c)});
}

bool dem_edit_last(const dem_edit *e, size_t before, uint32_t *c)
{
    dem_str text = before > e->done ? dem_str_sub(e->in, 0, before) : (dem_str){e->out, e->n};
    size_t at = text.n;
    if (at == 0) return false;
    *c = dem_utf8_before(text, &at);
    return true;
}

dem_str dem_edit_done(dem_edit *e, dem_offsets *map)
{
    *map = (dem_offsets){0};
    if (!e->out) return e->in;
    keep(e, e->in.n);
    *map = dem_offsets_done(e->arena, &e->map);
    return (dem_str){e->out, e->n};
}

/* warc/fields.c - see fields.h. */
#include "warc/fields.h"

size_t dem_fields_end(dem_str block)
{
    for (size_t at = 0; at < block.n;) {
        const char *lf = memchr(block.p + at, '\n', block.n - at);
        if (!lf) return 0;
        size_t end = (size_t)(lf - block.p), n = end - at;
        if (n == 0 || (n == 1 && block.p[at] == '\r')) return end + 1;
        at = end + 1;
    }
    return 0;
}

/* `value`, which stands in `text`, goes on up to `end`: the line ends within become blanks. */
static dem_str unfold(char *text, dem_str value, size_t end)
{
    size_t from = (size_t)(value.p - text);
    for (size_t i = from + value.n; i < end; i++)
        if (text[i] == '\n' || text[i] == '\r') text[i] = ' ';
    return dem_str_trim((dem_str){text + from, end - from});
}

dem_fields dem_fields_parse(dem_arena *arena, dem_str head)
{
    dem_fields f = {0};
    dem_str copy = dem_arena_str(arena, head), rest = copy, line;
    dem_str_next(&rest, '\n', &line);
    while (dem_str_next(&rest, '\n', &line)) {
        const char *colon = line.n ? memchr(line.p, ':', line.n) : NULL;
        if (line.n && (line.p[0] == ' ' || line.p[0] == '\t')) {
            dem_field *last = f.list.n ? &f.list.at[f.list.n - 1] : NULL;
            size_t end = (size_t)(line.p - copy.p) + line.n;
            if (last) last->value = unfold((char *)copy.p, last->value, end); /* ours: just made */
        } else if (colon) {
            size_t n = (size_t)(colon - line.p);
            dem_field field = {dem_str_trim(dem_str_sub(line, 0, n)), dem_str_trim(dem_str_sub(line, n + 1, line.n))};
            dem_vec_push(arena, &f.list, field);
        }
    }
    return f;
}

dem_str dem_fields_get(const dem_fields *f, const char *name)
{
    for (size_t i = 0; i < f->list.n; i++)
        if (dem_str_ieq(f->list.at[i].name, dem_str_from(name))) return f->list.at[i].value;
    return (dem_str){NULL, 0};
}

dem_str dem_field_parameter(dem_str value, const char *name)
{
    dem_str part, key;
    dem_str_next(&value, ';', &part);
    while (dem_str_next(&value, ';', &part)) {
        if (!dem_str_next(&part, '=', &key) || !part.p) continue;
        if (!dem_str_ieq(dem_str_trim(key), dem_str_from(name))) continue;
        part = dem_str_trim(part);
        while (part.n && (part.p[0] == '"' || part.p[0] == '\'')) part.p++, part.n--;
        while (part.n && (part.p[part.n - 1] == '"' || part.p[part.n - 1] == '\'')) part.n--;
        return part;
    }
    return (dem_str){NULL, 0};
}

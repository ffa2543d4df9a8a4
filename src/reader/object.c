/* reader/object.c - see object.h. Jansson reads the objects; how many and how deep they are is bounded by the size of what it
 * is given and by jansson's own limits. */
#include "reader/object.h"
#include <jansson.h>
#include <math.h>

/* The values that fields are made of. */
typedef struct found {
    const json_t *value[DEM_FIELDS][DEM_COLUMNS_JOINED];
    const char *key[DEM_FIELDS]; /* of the first */
    unsigned n[DEM_FIELDS];
    bool own[DEM_FIELDS]; /* under its own name, or the one that the user said */
} found;

static void find_common(found *f, const json_t *o)
{
    unsigned best[DEM_FIELDS], rank;
    bool said[DEM_FIELDS];
    dem_field field;
    for (unsigned i = 0; i < DEM_FIELDS; i++) said[i] = f->n[i] > 0;
    for (void *it = json_object_iter((json_t *)o); it; it = json_object_iter_next((json_t *)o, it)) {
        const char *key = json_object_iter_key(it);
        if (json_is_null(json_object_iter_value(it))) continue;
        if (!dem_field_find(dem_str_from(key), &field, &rank) || said[field]) continue;
        if (f->n[field] && best[field] <= rank) continue;
        f->n[field] = 1;
        f->value[field][0] = json_object_iter_value(it);
        f->key[field] = key;
        f->own[field] = rank == 0;
        best[field] = rank;
    }
}

static const json_t *value_named(const json_t *o, dem_str name, const char **key)
{
    for (void *it = json_object_iter((json_t *)o); it; it = json_object_iter_next((json_t *)o, it)) {
        *key = json_object_iter_key(it);
        if (dem_field_same(dem_str_from(*key), name)) return json_object_iter_value(it);
    }
    return NULL;
}

static dem_status find_values(const dem_source *s, found *f, const json_t *o, uint64_t line, dem_error *err)
{
    dem_columns wanted;
    dem_status st = dem_columns_read(&wanted, s->columns, err);
    if (st != DEM_OK) return st;
    for (unsigned i = 0; i < DEM_FIELDS; i++)
        for (unsigned k = 0; k < wanted.of[i].n; k++) {
            const json_t *v = value_named(o, wanted.of[i].name[k], &f->key[i]);
            f->own[i] = true;
            if (v) f->value[i][f->n[i]++] = v;
            if (!v && k + 1 == wanted.of[i].n && !f->n[i] && i == DEM_FIELD_TEXT)
                return dem_fail(err, DEM_E_FORMAT, dem_input_name(s->in), line, 0, "no \"%.*s\"",
                                DEM_STR_ARG(wanted.of[i].name[0]));
        }
    find_common(f, o);
    return DEM_OK;
}

static dem_str string(const json_t *v)
{
    return (dem_str){json_string_value(v), json_string_length(v)};
}

/* The strings of a list with `between` between them; {NULL,0} if it is no such list. */
static dem_str list(dem_arena *arena, const json_t *v, const char *between)
{
    dem_buf all = {0};
    bool good = json_is_array(v);
    for (size_t i = 0; good && i < json_array_size(v); i++) {
        const json_t *one = json_array_get(v, i);
        good = json_is_string(one);
        if (!good) break;
        if (i) dem_buf_addz(&all, between);
        dem_buf_add(&all, string(one));
    }
    dem_str out = good && all.n ? dem_arena_str(arena, dem_buf_str(&all)) : (dem_str){NULL, 0};
    dem_buf_release(&all);
    return out;
}

/* The string that `v` is or stands for in this field; {NULL,0} if none. */
static dem_str as_string(dem_arena *arena, const json_t *v, dem_field f)
{
    bool number = f == DEM_FIELD_ID ||
                  f == DEM_FIELD_PUBLISHED; /* many data sets number their reports, or count seconds */
    if (json_is_string(v)) return dem_arena_str(arena, string(v));
    if (json_is_integer(v) && number) return dem_arena_printf(arena, "%lld", (long long)json_integer_value(v));
    if (json_is_real(v) && f == DEM_FIELD_PUBLISHED && fabs(json_real_value(v)) < 1e15)
        return dem_arena_printf(arena, "%lld", (long long)json_real_value(v));
    if (f == DEM_FIELD_TEXT) return list(arena, v, "\n\n");
    if (f == DEM_FIELD_AUTHOR && json_is_array(v)) return list(arena, v, ", ");
    const json_t *name = json_object_get(v, "name");
    if ((f == DEM_FIELD_PUBLISHER || f == DEM_FIELD_AUTHOR) && json_is_string(name))
        return dem_arena_str(arena, string(name));
    return (dem_str){NULL, 0};
}

/* A field that is no text. What cannot be used under its own name is said; under another it may be something else. */
static dem_str field(const dem_source *s, dem_arena *arena, const found *from, dem_field f, uint64_t line)
{
    const json_t *v = from->n[f] ? from->value[f][0] : NULL;
    if (!v || json_is_null(v)) return (dem_str){NULL, 0};
    dem_str got = as_string(arena, v, f);
    if (!got.p && from->own[f])
        dem_source_notice(s, line, "\"%.60s\" is not a string, taken as unknown", from->key[f]);
    if (dem_str_trim(got).n == 0) return (dem_str){NULL, 0};
    return dem_source_repair(s, arena, got, line);
}

static dem_status text(const dem_source *s, dem_arena *arena, const found *from, dem_report *report,
                       dem_error *err)
{
    dem_buf all = {0};
    unsigned n = from->n[DEM_FIELD_TEXT];
    dem_str name = dem_input_name(s->in);
    if (!n || json_is_null(from->value[DEM_FIELD_TEXT][0]))
        return dem_fail(err, DEM_E_FORMAT, name, report->line, 0, "no \"text\"");
    for (unsigned k = 0; k < n; k++) {
        dem_str part = as_string(arena, from->value[DEM_FIELD_TEXT][k], DEM_FIELD_TEXT);
        if (n == 1) report->text = part;
        if (n == 1 && !part.p)
            return dem_fail(err, DEM_E_FORMAT, name, report->line, 0, "\"%.60s\" is not a string",
                            from->key[DEM_FIELD_TEXT]);
        if (n == 1 || !dem_str_trim(part).n) continue;
        if (all.n) dem_buf_addz(&all, "\n\n");
        dem_buf_add(&all, part);
    }
    if (n > 1) report->text = dem_arena_str(arena, dem_buf_str(&all));
    dem_buf_release(&all);
    return DEM_OK;
}

static dem_status read_object(const dem_source *s, dem_arena *arena, const json_t *o, dem_report *report,
                              dem_error *err)
{
    found from = {0};
    if (!json_is_object(o))
        return dem_fail(err, DEM_E_FORMAT, dem_input_name(s->in), report->line, 0, "expected a JSON object");
    dem_status st = find_values(s, &from, o, report->line, err);
    if (st == DEM_OK) st = text(s, arena, &from, report, err);
    for (unsigned f = DEM_FIELD_TEXT + 1; st == DEM_OK && f < DEM_FIELDS; f++)
        *dem_field_of(report, f) = field(s, arena, &from, (dem_field)f, report->line);
    return st;
}

dem_status dem_object_read(const dem_source *s, dem_arena *arena, dem_str bytes, uint64_t offset,
                           dem_report *report, dem_error *err)
{
    dem_str sound = dem_source_repair(s, arena, bytes, report->line);
    json_error_t why;
    json_t *o = json_loadb(sound.p, sound.n, JSON_ALLOW_NUL | JSON_DECODE_ANY, &why);
    if (!o)
        return dem_fail(err, DEM_E_FORMAT, dem_input_name(s->in), report->line,
                        offset + (why.position > 0 ? (uint64_t)why.position : 0), "not JSON: %s", why.text);
    dem_status st = read_object(s, arena, o, report, err);
    json_decref(o);
    return st;
}

/* eval/gold.c - see gold.h. */
#include "eval/gold.h"
#include "base/input.h"
#include <jansson.h>
#include <stdlib.h>

enum { MAX_LINE = 64 << 20, MAX_MEMBERS = 64, MAX_EVENTS = 1 << 16 };

typedef struct place {
    dem_str source;
    uint64_t line;
    dem_error *err;
} place;

static dem_status bad(const place *at, const char *what)
{
    return dem_fail(at->err, DEM_E_FORMAT, at->source, at->line, 0, "%s", what);
}

const char *dem_marked_field_name(dem_marked_field f)
{
    static const char *const NAMES[] = {"aux", "mode", "attribution", "date", "cameo", "context", "place"};
    return f < DEM_MARKED_FIELDS ? NAMES[f] : "";
}

static dem_str string_of(const json_t *v)
{
    return json_is_string(v) ? (dem_str){json_string_value(v), json_string_length(v)} : (dem_str){NULL, 0};
}

static dem_str id_of(dem_arena *arena, const json_t *v)
{
    if (json_is_integer(v)) return dem_arena_printf(arena, "%lld", (long long)json_integer_value(v));
    return dem_arena_str(arena, string_of(v));
}

/* ---- lists of strings ------------------------------------------------------------------------------------ */

static int by_bytes(const void *a, const void *b)
{
    return dem_str_cmp(*(const dem_str *)a, *(const dem_str *)b);
}

static void sort_once(dem_strings *s)
{
    if (s->n == 0) return;
    qsort(s->at, s->n, sizeof *s->at, by_bytes);
    uint32_t n = 1;
    for (uint32_t i = 1; i < s->n; i++)
        if (!dem_str_eq(s->at[i], s->at[n - 1])) s->at[n++] = s->at[i];
    s->n = n;
}

/* A JSON list of strings, sorted and joined. */
static dem_str joined(dem_arena *arena, const json_t *list)
{
    dem_str word[MAX_MEMBERS];
    uint32_t n = 0;
    for (size_t i = 0; i < json_array_size(list) && n < MAX_MEMBERS; i++)
        word[n++] = string_of(json_array_get(list, i));
    if (n) qsort(word, n, sizeof *word, by_bytes);
    dem_buf b = {0};
    for (uint32_t i = 0; i < n; i++) {
        if (i) dem_buf_addc(&b, '+');
        dem_buf_add(&b, word[i]);
    }
    dem_str s = dem_arena_str(arena, dem_buf_str(&b));
    dem_buf_release(&b);
    return s;
}

/* ---- participants ------------------------------------------------------------------------------------------ */

/* "RUS/GOV+MIL", or an object with "code" and "sector". */
static dem_str participant(dem_arena *arena, const json_t *v, bool with_sector)
{
    dem_str code, sector = {NULL, 0}, rest;
    if (json_is_string(v)) {
        rest = string_of(v);
        dem_str_next(&rest, '/', &code);
        dem_str_next(&rest, '+', &sector);
    } else {
        const json_t *s = json_object_get(v, "sector");
        code = string_of(json_object_get(v, "code"));
        sector = string_of(json_is_array(s) ? json_array_get(s, 0) : s);
        if (!code.n) code = DEM_STR("---");
    }
    if (!with_sector) return dem_arena_str(arena, code);
    return dem_arena_printf(arena, "%.*s/%.*s", DEM_STR_ARG(code), DEM_STR_ARG(sector));
}

static dem_strings side(dem_arena *arena, const json_t *list, bool with_sector)
{
    size_t n = json_array_size(list);
    if (n > MAX_MEMBERS) n = MAX_MEMBERS;
    dem_strings s = {n ? dem_arena_array(arena, dem_str, n) : NULL, (uint32_t)n};
    for (size_t i = 0; i < n; i++) s.at[i] = participant(arena, json_array_get(list, i), with_sector);
    sort_once(&s);
    return s;
}

static dem_str pair_of(dem_arena *arena, dem_str a, dem_str b, char between)
{
    return dem_arena_printf(arena, "%.*s%c%.*s", DEM_STR_ARG(a), between, DEM_STR_ARG(b));
}

/* Two or more actors and nobody to whom: each with each. */
static dem_strings combinations(dem_arena *arena, const dem_strings *a)
{
    dem_strings out = {dem_arena_array(arena, dem_str, a->n * (a->n - 1) / 2), 0};
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = i + 1; k < a->n; k++) out.at[out.n++] = pair_of(arena, a->at[i], a->at[k], '|');
    sort_once(&out);
    return out;
}

/* Every actor with every recipient; meetings are undirected. */
static dem_strings dyads(dem_arena *arena, const json_t *record, dem_event_type type, bool with_sector)
{
    static dem_str nobody = {"-", 1};
    dem_strings a = side(arena, json_object_get(record, "actor"), with_sector);
    dem_strings r = side(arena, json_object_get(record, "recipient"), with_sector);
    if (r.n == 0 && a.n > 1) return combinations(arena, &a);
    bool undirected = type == DEM_CONSULT && r.n > 0;
    if (a.n == 0) a = (dem_strings){&nobody, 1};
    if (r.n == 0) r = (dem_strings){&nobody, 1};
    dem_strings out = {dem_arena_array(arena, dem_str, a.n * r.n), 0};
    for (uint32_t i = 0; i < a.n; i++)
        for (uint32_t k = 0; k < r.n; k++) {
            dem_str x = a.at[i], y = r.at[k];
            bool turn = undirected && dem_str_cmp(x, y) > 0;
            out.at[out.n++] = pair_of(arena, turn ? y : x, turn ? x : y, undirected ? '|' : '>');
        }
    sort_once(&out);
    return out;
}

/* ---- records ------------------------------------------------------------------------------------------------ */

static bool type_of(const json_t *v, dem_event_type *type)
{
    dem_str name = string_of(v);
    for (unsigned t = 0; t < DEM_EVENT_COUNT; t++)
        if (dem_str_is(name, dem_event_name((dem_event_type)t))) {
            *type = (dem_event_type)t;
            return true;
        }
    return false;
}

static bool offset_of(const json_t *v, uint32_t *out)
{
    if (!json_is_integer(v) || json_integer_value(v) < 0 || json_integer_value(v) > INT32_MAX) return false;
    *out = (uint32_t)json_integer_value(v);
    return true;
}

static bool span_of(const json_t *v, dem_span *out)
{
    return json_is_array(v) && offset_of(json_array_get(v, 0), &out->start) &&
           offset_of(json_array_get(v, 1), &out->end) && out->start <= out->end;
}

static bool trigger_of(const json_t *record, dem_span *out)
{
    const json_t *info = json_object_get(record, "text_info");
    if (span_of(json_object_get(record, "trigger"), out)) return true;
    if (!offset_of(json_object_get(info, "trigger_start"), &out->start)) return false;
    if (!offset_of(json_object_get(info, "trigger_end"), &out->end) || out->end < out->start)
        out->end = out->start;
    return true;
}

/* The code of who says so, from "RUS/GOV" or an object with an entity in it. */
static dem_str said_by(dem_arena *arena, const json_t *v)
{
    if (json_is_string(v)) return participant(arena, v, false);
    const json_t *entity = json_object_get(v, "entity");
    if (!json_is_object(entity)) entity = v;
    return dem_arena_str(arena, string_of(json_object_get(entity, "code")));
}

/* The country of "IRN Tehran" or of an object with a country in it; of a place without one its name. */
static dem_str lies_in(dem_arena *arena, const json_t *v)
{
    dem_str text = string_of(v), code = {NULL, 0};
    if (json_is_object(v)) code = string_of(json_object_get(v, "country"));
    else dem_str_next(&text, ' ', &code);
    if (json_is_object(v) && !code.n) code = string_of(json_object_get(v, "name"));
    return dem_arena_str(arena, code);
}

/* As records have the key, or as short ones do. */
static const json_t *site_of(const json_t *record)
{
    const json_t *v = json_object_get(record, "event_loc");
    return v ? v : json_object_get(record, "loc");
}

static void fields(dem_arena *arena, const json_t *record, dem_marked *m)
{
    for (unsigned f = 0; f < DEM_MARKED_FIELDS; f++) {
        bool site = f == DEM_MARKED_PLACE;
        const json_t *v = site ? site_of(record) : json_object_get(record, dem_marked_field_name(f));
        m->given[f] = v != NULL;
        m->field[f] = site                          ? lies_in(arena, v)
                      : f == DEM_MARKED_ATTRIBUTION ? said_by(arena, v)
                      : json_is_array(v)            ? joined(arena, v)
                                                    : dem_arena_str(arena, string_of(v));
    }
}

static int32_t sentence_of(const dem_gold_report *r, uint32_t offset)
{
    for (uint32_t i = 0; i < r->n_sentence; i++)
        if (r->sentence[i].start <= offset && offset < r->sentence[i].end) return (int32_t)i;
    return -1;
}

static dem_status add_record(dem_arena *arena, const place *at, dem_gold_report *r, const json_t *o,
                             dem_marked_list *list)
{
    dem_marked m = {.type = DEM_EVENT_NONE};
    if (!json_is_object(o)) return bad(at, "a record is a JSON object");
    if (!type_of(json_object_get(o, "event"), &m.type)) return bad(at, "\"event\" is none of the event types");
    if (!trigger_of(o, &m.trigger)) return bad(at, "a record without the bytes of its trigger");
    m.sentence = sentence_of(r, m.trigger.start);
    m.dyad = dyads(arena, o, m.type, false);
    m.sectors = dyads(arena, o, m.type, true);
    fields(arena, o, &m);
    dem_vec_push(arena, list, m);
    return DEM_OK;
}

/* ---- the gold file -------------------------------------------------------------------------------------------- */

static dem_gold_report *find_report(dem_gold *g, dem_str id)
{
    for (size_t i = 0; i < g->reports.n; i++) { /* records come report by report */
        size_t at = (g->last + i) % g->reports.n;
        if (!dem_str_eq(g->reports.at[at].id, id)) continue;
        g->last = at;
        return &g->reports.at[at];
    }
    return NULL;
}

static dem_status sentences(dem_gold *g, const place *at, dem_gold_report *r, const json_t *list)
{
    size_t n = json_array_size(list);
    if (!json_is_array(list) || n > UINT32_MAX) return bad(at, "no \"sentences\"");
    r->sentence = dem_arena_array(g->arena, dem_span, n ? n : 1);
    for (size_t i = 0; i < n; i++) {
        dem_span s;
        if (!span_of(json_array_get(list, i), &s) || s.end > r->text.n)
            return bad(at, "a sentence is [start, end], bytes within the text");
        r->sentence[r->n_sentence++] = s;
    }
    return DEM_OK;
}

static dem_status add_report(dem_gold *g, const place *at, const json_t *o)
{
    dem_gold_report r = {.line = at->line};
    const json_t *events = json_object_get(o, "events");
    r.id = id_of(g->arena, json_object_get(o, "id"));
    r.text = dem_arena_str(g->arena, string_of(json_object_get(o, "text")));
    if (!r.id.n || !r.text.n) return bad(at, "expected an object with \"id\" and \"text\"");
    if (find_report(g, r.id)) return bad(at, "the id of another report");
    if (json_array_size(events) > MAX_EVENTS) return bad(at, "too many events");
    dem_status st = sentences(g, at, &r, json_object_get(o, "sentences"));
    for (size_t i = 0; st == DEM_OK && i < json_array_size(events); i++)
        st = add_record(g->arena, at, &r, json_array_get(events, i), &r.gold);
    if (st == DEM_OK) dem_vec_push(g->arena, &g->reports, r);
    return st;
}

static json_t *parse(dem_str line, const place *at)
{
    json_error_t why;
    json_t *o = json_loadb(line.p, line.n, JSON_ALLOW_NUL | JSON_DECODE_ANY, &why);
    if (!o) dem_fail(at->err, DEM_E_FORMAT, at->source, at->line, 0, "not JSON: %s", why.text);
    return o;
}

/* Calls `take` for each line that is not blank, until one is wrong. */
static dem_status each_line(dem_gold *g, const char *path, dem_error *err,
                            dem_status (*take)(dem_gold *g, const place *at, const json_t *o))
{
    dem_input *in = NULL;
    dem_line line;
    dem_status st = dem_input_open(&in, path, MAX_LINE, err);
    if (st != DEM_OK) return st;
    while (st == DEM_OK && (st = dem_input_line(in, &line, err)) == DEM_OK) {
        place at = {dem_input_name(in), line.number, err};
        if (!dem_str_trim(line.text).n) continue;
        json_t *o = parse(line.text, &at);
        st = o ? take(g, &at, o) : DEM_E_FORMAT;
        json_decref(o);
    }
    dem_input_close(in);
    return st == DEM_END ? DEM_OK : st;
}

dem_status dem_gold_read(dem_gold *g, const char *path, dem_error *err)
{
    g->file = dem_arena_str(g->arena, dem_str_from(path));
    return each_line(g, path, err, add_report);
}

/* ---- coded records ---------------------------------------------------------------------------------------------- */

static dem_status add_coded(dem_gold *g, const place *at, const json_t *o)
{
    const json_t *report = json_object_get(o, "report");
    dem_str id = id_of(g->arena, json_is_object(report) ? json_object_get(report, "id") : report);
    dem_gold_report *r = find_report(g, id);
    if (!r) {
        g->strangers++;
        return DEM_OK;
    }
    return add_record(g->arena, at, r, o, &r->coded);
}

dem_status dem_gold_add(dem_gold *g, dem_str record, dem_str source, uint64_t line, dem_error *err)
{
    place at = {source, line, err};
    json_t *o = parse(record, &at);
    dem_status st = o ? add_coded(g, &at, o) : DEM_E_FORMAT;
    json_decref(o);
    return st;
}

dem_status dem_gold_add_file(dem_gold *g, const char *path, dem_error *err)
{
    return each_line(g, path, err, add_coded);
}

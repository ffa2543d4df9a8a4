/* reader/jsonl.c - a file with one JSON object a line. Jansson reads the objects; how many and how deep
 * they are is bounded by the line's limit and by jansson's own. */
#include "base/utf8.h"
#include "reader/format.h"
#include <jansson.h>

static bool named_jsonl(dem_str name)
{
    static const char *const ENDINGS[] = {".jsonl", ".ndjson"};
    return dem_source_named(name, ENDINGS, sizeof ENDINGS / sizeof *ENDINGS);
}

static bool is_report_object(dem_str line)
{
    json_t *o = json_loadb(line.p, line.n, JSON_ALLOW_NUL, NULL);
    bool yes = json_is_object(o) && json_object_get(o, "text");
    json_decref(o);
    return yes;
}

/* By name, or by a first line that is an object with a text. Of a first line that does not fit into
 * `head` only the beginning can be judged. */
static bool probe(dem_str head, dem_str name)
{
    if (named_jsonl(name)) return true;
    head = dem_utf8_without_bom(head);
    size_t i = 0;
    while (i < head.n && dem_byte_blank(head.p[i])) i++;
    if (i == head.n || head.p[i] != '{') return false;
    dem_str line = dem_str_sub(head, i, head.n);
    const char *lf = memchr(line.p, '\n', line.n);
    if (lf || head.n < DEM_PROBE_SIZE)
        return is_report_object(dem_str_sub(line, 0, lf ? (size_t)(lf - line.p) : line.n));
    for (i = 1; i < line.n && dem_byte_blank(line.p[i]);) i++;
    return i < line.n && line.p[i] == '"';
}

static void open_jsonl(dem_source *s)
{
    s->state = NULL;
}

/* The string under `key`, copied; {NULL,0} if it is missing, null or empty. Anything else is not used,
 * and said. */
static dem_str field(const dem_source *s, dem_arena *arena, const json_t *o, const char *key, uint64_t line)
{
    const json_t *v = json_object_get(o, key);
    if (!v || json_is_null(v)) return (dem_str){NULL, 0};
    if (!json_is_string(v)) {
        dem_source_notice(s, line, "\"%s\" is not a string, taken as unknown", key);
        return (dem_str){NULL, 0};
    }
    dem_str got = {json_string_value(v), json_string_length(v)};
    if (dem_str_trim(got).n == 0) return (dem_str){NULL, 0};
    return dem_source_repair(s, arena, dem_arena_str(arena, got), line);
}

/* As field(), but a whole number will do: many data sets number their reports. */
static dem_str id_field(const dem_source *s, dem_arena *arena, const json_t *o, uint64_t line)
{
    const json_t *v = json_object_get(o, "id");
    if (!json_is_integer(v)) return field(s, arena, o, "id", line);
    return dem_arena_printf(arena, "%lld", (long long)json_integer_value(v));
}

static dem_status read_object(dem_source *s, dem_arena *arena, const json_t *o, dem_report *report,
                              dem_error *err)
{
    const json_t *text = json_object_get(o, "text");
    dem_str source = dem_input_name(s->in);
    if (!json_is_object(o))
        return dem_fail(err, DEM_E_FORMAT, source, report->line, 0, "expected a JSON object");
    if (!text || json_is_null(text)) return dem_fail(err, DEM_E_FORMAT, source, report->line, 0, "no \"text\"");
    if (!json_is_string(text))
        return dem_fail(err, DEM_E_FORMAT, source, report->line, 0, "\"text\" is not a string");
    report->text = dem_arena_str(arena, (dem_str){json_string_value(text), json_string_length(text)});
    report->id = id_field(s, arena, o, report->line);
    report->url = field(s, arena, o, "url", report->line);
    report->title = field(s, arena, o, "title", report->line);
    report->publisher = field(s, arena, o, "publisher", report->line);
    report->published = field(s, arena, o, "published", report->line);
    report->language = field(s, arena, o, "language", report->line);
    return DEM_OK;
}

/* The next line with something on it. */
static dem_status next_line(dem_source *s, dem_line *line, dem_error *err)
{
    dem_status st;
    do {
        st = dem_input_line(s->in, line, err);
        if (st == DEM_OK && line->number == 1) line->text = dem_utf8_without_bom(line->text);
    } while (st == DEM_OK && dem_str_trim(line->text).n == 0);
    return st;
}

static dem_status next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    dem_line line;
    dem_status st = next_line(s, &line, err);
    if (st != DEM_OK) return st;
    report->line = line.number;
    dem_str sound = dem_source_repair(s, arena, line.text, line.number);
    json_error_t why;
    json_t *o = json_loadb(sound.p, sound.n, JSON_ALLOW_NUL | JSON_DECODE_ANY, &why);
    if (!o)
        return dem_fail(err, DEM_E_FORMAT, dem_input_name(s->in), line.number,
                        line.offset + (why.position > 0 ? (uint64_t)why.position : 0), "not JSON: %s",
                        why.text);
    st = read_object(s, arena, o, report, err);
    json_decref(o);
    return st;
}

static void close_jsonl(dem_source *s)
{
    s->state = NULL;
}

const dem_format dem_format_jsonl = {.name = "jsonl",
                                     .what = "one JSON object a line: text, and id, url, title, publisher, "
                                             "published, language where known",
                                     .probe = probe,
                                     .open = open_jsonl,
                                     .next = next,
                                     .close = close_jsonl};

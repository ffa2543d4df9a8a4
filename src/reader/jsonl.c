/* reader/jsonl.c - a file with one JSON object a line. */
#include "base/utf8.h"
#include "reader/json_scan.h"
#include "reader/object.h"
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
    bool list = false;
    for (i = 1; i < line.n && dem_byte_blank(line.p[i]);) i++;
    return i < line.n && line.p[i] == '"' && !dem_source_named(name, (const char *const[]){".json"}, 1) &&
           !(dem_json_probe(line, &list) && list);
}

static void open_jsonl(dem_source *s)
{
    s->state = NULL;
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
    return dem_object_read(s, arena, line.text, line.offset, report, err);
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

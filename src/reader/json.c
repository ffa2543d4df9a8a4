/* reader/json.c - JSON that is not a line an item: a list of objects, alone or in an object around it, or objects of several
 * lines. Items are cut out as the file goes by, so that no more than one is held. */
#include "base/utf8.h"
#include "reader/json_scan.h"
#include "reader/object.h"
#include <stdlib.h>

enum { BLOCK = 1 << 16 };

typedef struct json {
    dem_json_scan scan;
    dem_str block; /* of the input */
    size_t at;     /* next byte of it */
    size_t from;   /* of the item in hand, what is not in `item` yet */
    bool taking;   /* an item is in hand */
    bool started, over, too_long;
    dem_buf item;
    uint64_t line, offset;           /* of the byte at `at` */
    uint64_t item_line, item_offset; /* of the item's first byte */
} json;

static bool probe(dem_str head, dem_str name)
{
    bool list;
    return dem_source_named(name, (const char *const[]){".json"}, 1) || dem_json_probe(head, &list);
}

static void open_json(dem_source *s)
{
    json *j = dem_xalloc(sizeof *j);
    j->scan.line_start = true;
    j->line = 1;
    s->state = j;
}

static void close_json(dem_source *s)
{
    json *j = s->state;
    dem_buf_release(&j->item);
    free(j);
    s->state = NULL;
}

/* Puts the bytes of the item that were gone through into `item`. */
static void keep(json *j, size_t to)
{
    if (!j->taking || to <= j->from) return;
    j->too_long = j->too_long || j->item.n + (to - j->from) > DEM_MAX_TEXT;
    if (!j->too_long) dem_buf_add(&j->item, dem_str_sub(j->block, j->from, to));
    j->from = to;
}

static dem_status more(dem_source *s, dem_error *err)
{
    json *j = s->state;
    keep(j, j->at);
    j->at = j->from = 0;
    j->block.n = 0;
    dem_status st = dem_input_some(s->in, BLOCK, &j->block, err);
    if (st != DEM_OK || j->started) return st;
    j->started = true;
    dem_str text = dem_utf8_without_bom(j->block);
    j->offset = j->block.n - text.n;
    j->block = text;
    return DEM_OK;
}

static void begin(json *j)
{
    dem_buf_clear(&j->item);
    j->taking = true;
    j->too_long = false;
    j->from = j->at;
    j->item_line = j->line;
    j->item_offset = j->offset;
}

static dem_status fail(const dem_source *s, dem_status st, const char *what, dem_error *err)
{
    const json *j = s->state;
    bool item = j->taking;
    return dem_fail(err, st, dem_input_name(s->in), item ? j->item_line : j->line,
                    item ? j->item_offset : j->offset, "%s", what);
}

/* Goes to the next event. */
static dem_json_event step(json *j)
{
    char c = j->block.p[j->at];
    dem_json_event e = dem_json_step(&j->scan, c);
    if (e == DEM_JSON_BEGIN) begin(j);
    j->line += c == '\n';
    j->at++;
    j->offset++;
    if (j->scan.quoted) {
        size_t to = dem_json_skip(&j->scan, j->block, j->at);
        j->offset += to - j->at;
        j->at = to;
    }
    return e;
}

/* The input has no more. */
static dem_status end(dem_source *s, dem_error *err)
{
    json *j = s->state;
    j->over = true;
    if (dem_json_whole(&j->scan)) return DEM_END;
    return fail(s, DEM_E_FORMAT,
                j->taking ? "the input ends within an item" : "the input ends within a list, expected \"]\"",
                err);
}

static dem_status read_item(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    json *j = s->state;
    j->taking = false;
    report->line = j->item_line;
    if (!j->too_long)
        return dem_object_read(s, arena, dem_str_trim(dem_buf_str(&j->item)), j->item_offset, report, err);
    return dem_fail(err, DEM_E_LIMIT, dem_input_name(s->in), j->item_line, j->item_offset,
                    "item longer than %u bytes", DEM_MAX_TEXT);
}

static dem_status no_more(dem_source *s, dem_status why, dem_arena *arena, dem_report *report, dem_error *err)
{
    json *j = s->state;
    /* A number or the like may end with the input. */
    bool plain = why == DEM_END && j->taking && j->scan.depth == 0 && !j->scan.quoted;
    j->over = why != DEM_END || plain;
    if (plain) return read_item(s, arena, report, err);
    return why == DEM_END ? end(s, err) : why;
}

static dem_status next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    json *j = s->state;
    dem_status st;
    while (!j->over) {
        if (j->at == j->block.n) {
            st = more(s, err);
            if (st != DEM_OK) return no_more(s, st, arena, report, err);
            continue; /* there may be nothing in it but a byte order mark */
        }
        switch (step(j)) {
        case DEM_JSON_MORE:
        case DEM_JSON_BEGIN: break;
        case DEM_JSON_END: keep(j, j->at); return read_item(s, arena, report, err);
        case DEM_JSON_BEFORE: keep(j, j->at - 1); return read_item(s, arena, report, err);
        case DEM_JSON_BAD:
            st = fail(s, DEM_E_FORMAT, "not JSON: brackets that do not match, or a string that is not closed",
                      err);
            j->taking = false;
            return st;
        case DEM_JSON_DEEP:
            st = fail(s, DEM_E_LIMIT, "not read: more than 512 brackets are open", err);
            j->taking = false;
            return st;
        }
    }
    return DEM_END;
}

const dem_format dem_format_json = {
    .name = "json",
    .what = "JSON objects in a list, alone or under \"articles\", \"docs\" and the like, "
            "or one after another over several lines",
    .probe = probe,
    .open = open_json,
    .next = next,
    .close = close_json};

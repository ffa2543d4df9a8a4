/* reader/reader.c - goes through the files and makes sound reports of what the formats find. */
#include "reader/reader.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "charset/decode.h"
#include "reader/format.h"
#include "reader/inputs.h"
#include "reader/nature.h"
#include "reader/published.h"
#include "reader/seen.h"
#include <stdio.h>
#include <stdlib.h>

/* Probed in this order; the last takes everything. */
static const dem_format *const FORMATS[] = {
    &dem_format_warc, &dem_format_jsonl, &dem_format_json,       &dem_format_feed,    &dem_format_html,
    &dem_format_csv,  &dem_format_tsv,   &dem_format_lexisnexis, &dem_format_factiva, &dem_format_text};
enum { N_FORMATS = sizeof FORMATS / sizeof *FORMATS };

struct dem_reader {
    dem_inputs inputs;
    const dem_format *forced;
    const dem_format *format; /* of `source`; NULL: none is open */
    dem_source source;
    dem_seen seen;
};

const char *dem_reader_format_name(size_t i)
{
    return i < N_FORMATS ? FORMATS[i]->name : NULL;
}
const char *dem_reader_format_what(size_t i)
{
    return i < N_FORMATS ? FORMATS[i]->what : NULL;
}

void dem_source_notice(const dem_source *s, uint64_t line, const char *fmt, ...)
{
    dem_error e;
    char text[sizeof e.text];
    if (!s->notice) return;
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    dem_fail(&e, DEM_E_FORMAT, dem_input_name(s->in), line, 0, "%s", text);
    s->notice(s->notice_ctx, &e);
}

dem_str dem_source_decode(const dem_source *s, dem_arena *arena, dem_str bytes, dem_str stated, uint64_t line,
                          dem_offsets *map)
{
    dem_decoded got;
    *map = (dem_offsets){0};
    if (dem_charset_decode(arena, bytes, stated, &got) != DEM_OK) return bytes;
    *map = got.map;
    if (got.text.p != bytes.p && got.how != DEM_CHARSET_MARK && got.how != DEM_CHARSET_DECLARED)
        dem_source_notice(s, line, "not UTF-8, read as %s", got.charset);
    if (got.bad) dem_source_notice(s, line, "%zu bytes are no characters, each replaced by U+FFFD", got.bad);
    return got.text;
}

dem_str dem_source_repair(const dem_source *s, dem_arena *arena, dem_str text, uint64_t line)
{
    dem_offsets map;
    if (!dem_utf8_valid(text)) text = dem_source_decode(s, arena, text, (dem_str){NULL, 0}, line, &map);
    if (!text.n || !memchr(text.p, 0, text.n)) return text;
    dem_str copy = dem_arena_str(arena, text);
    char *p = (char *)copy.p; /* ours: just made */
    for (size_t i = 0; i < copy.n; i++)
        if (!p[i]) p[i] = ' ';
    dem_source_notice(s, line, "NUL bytes replaced by spaces");
    return copy;
}

static dem_str without(dem_str name, const char *ending)
{
    dem_str tail = dem_str_sub(name, name.n > strlen(ending) ? name.n - strlen(ending) : name.n, name.n);
    return tail.n && dem_str_ieq(tail, dem_str_from(ending)) ? dem_str_sub(name, 0, name.n - tail.n) : name;
}

bool dem_source_named(dem_str name, const char *const *endings, size_t n)
{
    name = without(without(name, ".gz"), ".zst");
    for (size_t i = 0; i < n; i++)
        if (without(name, endings[i]).n < name.n) return true;
    return false;
}

/* "in/2019/b-17.txt.gz" -> "2019/b-17" if "in" was asked for, "b-17" if the file was. */
static dem_str id_from_path(dem_str path, dem_str asked)
{
    static const char *const ENDINGS[] = {".gz", ".zst", ".txt", ".html", ".htm", ".xhtml"};
    size_t at = asked.n; /* of a folder: what stands behind it */
    if (dem_str_is(path, "-")) return (dem_str){NULL, 0};
    if (path.n == asked.n)
        while (at > 0 && path.p[at - 1] != '/') at--;
    while (at < path.n && path.p[at] == '/') at++;
    dem_str id = dem_str_sub(path, at, path.n);
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) id = without(id, ENDINGS[i]);
    return id;
}

static const dem_format *format_by_name(const char *name)
{
    for (size_t i = 0; i < N_FORMATS; i++)
        if (strcmp(FORMATS[i]->name, name) == 0) return FORMATS[i];
    return NULL;
}

dem_status dem_reader_open(dem_reader **out, const char *const *paths, size_t n_paths,
                           const dem_reader_options *options, dem_error *err)
{
    static const dem_reader_options PLAIN = {0};
    if (!options) options = &PLAIN;
    const dem_format *forced = options->format ? format_by_name(options->format) : NULL;
    if (options->format && !forced)
        return dem_fail(err, DEM_E_USAGE, (dem_str){NULL, 0}, 0, 0, "no input format is called \"%s\"",
                        options->format);
    dem_reader *r = dem_xalloc(sizeof *r);
    r->forced = forced;
    r->source.columns = options->columns;
    dem_inputs_init(&r->inputs, paths, n_paths);
    *out = r;
    return DEM_OK;
}

static void close_source(dem_reader *r)
{
    if (!r->format) return;
    r->format->close(&r->source);
    dem_input_close(r->source.in);
    r->source.in = NULL;
    r->format = NULL;
}

void dem_reader_close(dem_reader *r)
{
    if (!r) return;
    close_source(r);
    dem_inputs_release(&r->inputs);
    dem_seen_release(&r->seen);
    free(r);
}

void dem_reader_on_notice(dem_reader *r, dem_notice_fn *fn, void *ctx)
{
    r->source.notice = fn;
    r->source.notice_ctx = ctx;
}

static dem_status open_source(dem_reader *r, dem_error *err)
{
    dem_str head = dem_input_peek(r->source.in, DEM_PROBE_SIZE), name = dem_input_name(r->source.in);
    const char *nature = dem_nature_of(head);
    if (nature && !r->forced) return dem_fail(err, DEM_E_FORMAT, name, 0, 0, "%s, expected text", nature);
    size_t i = 0;
    while (!r->forced && !FORMATS[i]->probe(head, name)) i++;
    if (!r->forced && i + 1 == N_FORMATS && dem_nature_is_xml(head))
        return dem_fail(err, DEM_E_FORMAT, name, 0, 0,
                        "XML of an unknown kind, expected a feed, a page or text");
    r->source.id = id_from_path(name, dem_inputs_asked(&r->inputs));
    r->format = r->forced ? r->forced : FORMATS[i];
    r->source.order = DEM_ORDER_UNKNOWN;
    r->format->open(&r->source);
    return DEM_OK;
}

static dem_status open_next(dem_reader *r, dem_error *err)
{
    dem_status st = dem_inputs_next(&r->inputs, &r->source.in, &r->source.bytes, err);
    if (st != DEM_OK) return st;
    st = open_source(r, err);
    if (st == DEM_OK) return DEM_OK;
    dem_input_close(r->source.in);
    r->source.in = NULL;
    return st;
}

/* ---- items ------------------------------------------------------------------------------------------------------- */

/* A usable id from the one given, or from the text. Unicode's blanks count too: a record's id must not
 * fall apart where it is split. */
static dem_str sound_id(dem_arena *arena, dem_str given, dem_str text)
{
    char *p = dem_arena_alloc(arena, given.n + 1);
    size_t n = 0;
    for (size_t at = 0; at < given.n;) {
        size_t from = at;
        bool space = dem_is_space(dem_utf8_next(given, &at));
        if (space) p[n++] = ' ';
        for (; !space && from < at; from++) p[n++] = given.p[from];
    }
    dem_str id = dem_report_clean_id(arena, (dem_str){p, n});
    if (id.n) return id;
    char hex[65];
    dem_sha256_of(text, hex);
    return dem_arena_printf(arena, "%.16s", hex);
}

/* A format that found the date otherwise than in a field of the data has said so. */
static void set_published(dem_reader *r, dem_arena *arena, dem_report *report)
{
    bool time_lost, unclear;
    dem_str given = report->published;
    report->day = DEM_DATE_NONE;
    if (!given.n) return;
    report->published = dem_published_in(arena, given, &r->source.order, &time_lost, &unclear);
    report->day = report->published.n ? dem_date_parse(report->published) : DEM_DATE_NONE;
    if (!report->published.n) {
        report->published_from = NULL;
        report->published_sure = 0;
        dem_source_notice(&r->source, report->line, "\"published\" is \"%.40s\", %s; taken as unknown",
                          dem_arena_str(arena, given).p,
                          unclear ? "where day and month cannot be told apart" : "expected YYYY-MM-DD");
        return;
    }
    if (!report->published_from) {
        report->published_from = "field";
        report->published_sure = 99;
    }
    if (time_lost)
        dem_source_notice(&r->source, report->line, "\"published\" is \"%.40s\", only its day is used",
                          dem_arena_str(arena, given).p);
}

/* Makes a fit id of it that nobody else has. `bytes` are what it is made from if none was given. */
static dem_status set_id(dem_reader *r, dem_arena *arena, dem_report *report, dem_str bytes, dem_error *err)
{
    size_t bad;
    report->id = dem_utf8_repair(arena, report->id, &bad); /* of a name the character set is anybody's guess */
    if (bad)
        dem_source_notice(&r->source, report->line,
                          "%zu bytes of the id are not UTF-8, each replaced by U+FFFD", bad);
    report->id = sound_id(arena, report->id, bytes);
    if (dem_seen_add(&r->seen, report->id)) return DEM_OK;
    return dem_fail(err, DEM_E_FORMAT, report->source, report->line, 0, "duplicate id \"%.*s\"",
                    DEM_STR_ARG(report->id));
}

/* Makes a sound item of a format's report or refuses it. */
static dem_status finish_text(dem_reader *r, dem_arena *arena, dem_report *report, dem_error *err)
{
    dem_str source = report->source;
    uint64_t line = report->line;
    dem_str text = dem_utf8_without_bom(dem_source_repair(&r->source, arena, report->text, line));
    if (dem_utf8_only_blanks(text)) return dem_fail(err, DEM_E_FORMAT, source, line, 0, "empty: no text");
    if (text.n > DEM_MAX_TEXT)
        return dem_fail(err, DEM_E_LIMIT, source, line, 0, "text longer than %u bytes", DEM_MAX_TEXT);
    report->text = text;
    dem_status st = set_id(r, arena, report, text, err);
    if (st == DEM_OK) set_published(r, arena, report);
    return st;
}

static dem_status finish(dem_reader *r, dem_arena *arena, dem_item *item, dem_error *err)
{
    item->page = r->source.page;
    item->type = r->source.type;
    if (!item->page.p) return finish_text(r, arena, &item->report, err);
    set_published(r, arena, &item->report);
    if (item->page.n > DEM_MAX_TEXT)
        return dem_fail(err, DEM_E_LIMIT, item->report.source, item->report.line, 0,
                        "page longer than %u bytes", DEM_MAX_TEXT);
    return set_id(r, arena, &item->report, item->page, err);
}

dem_status dem_reader_take(dem_reader *r, dem_arena *arena, dem_item *item, dem_error *err)
{
    for (;;) {
        dem_status st = r->format ? DEM_OK : open_next(r, err);
        if (st != DEM_OK) return st;
        *item = (dem_item){
            .report = {.day = DEM_DATE_NONE, .source = dem_arena_str(arena, dem_input_name(r->source.in))}};
        r->source.page = r->source.type = (dem_str){NULL, 0};
        st = r->format->next(&r->source, arena, &item->report, err);
        if (st == DEM_OK) st = finish(r, arena, item, err);
        if (st != DEM_END) return st;
        close_source(r);
    }
}

dem_status dem_reader_next(dem_reader *r, dem_arena *arena, dem_report *report, dem_error *err)
{
    dem_item item = {0};
    dem_status st = dem_reader_take(r, arena, &item, err);
    *report = item.report;
    if (st != DEM_OK || !item.page.p) return st;
    return dem_fail(err, DEM_E_FORMAT, report->source, report->line, 0, "an HTML page, expected reports");
}

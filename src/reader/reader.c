/* reader/reader.c - goes through the files and makes sound reports of what the formats find. */
#include "reader/reader.h"
#include "base/paths.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "reader/format.h"
#include "reader/published.h"
#include "reader/seen.h"
#include <stdio.h>
#include <stdlib.h>

/* Probed in this order; the last takes everything. */
static const dem_format *const FORMATS[] = {&dem_format_warc, &dem_format_jsonl, &dem_format_feed, &dem_format_html, &dem_format_text};
enum { N_FORMATS = sizeof FORMATS / sizeof *FORMATS };

struct dem_reader {
    dem_arena arena; /* paths */
    const dem_format *forced;
    char **path;
    size_t n_paths, next_path;
    dem_paths files; /* of the path in hand */
    size_t next_file;
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

dem_str dem_source_repair(const dem_source *s, dem_arena *arena, dem_str text, uint64_t line)
{
    size_t bad;
    text = dem_utf8_repair(arena, text, &bad);
    if (bad) dem_source_notice(s, line, "%zu bytes are not UTF-8, each replaced by U+FFFD", bad);
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
    dem_arena_init(&r->arena, 0);
    r->forced = forced;
    r->source.columns = options->columns;
    r->n_paths = n_paths;
    r->path = dem_arena_array(&r->arena, char *, n_paths);
    for (size_t i = 0; i < n_paths; i++)
        r->path[i] = (char *)dem_arena_str(&r->arena, dem_str_from(paths[i])).p;
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
    dem_seen_release(&r->seen);
    dem_arena_release(&r->arena);
    free(r);
}

void dem_reader_on_notice(dem_reader *r, dem_notice_fn *fn, void *ctx)
{
    r->source.notice = fn;
    r->source.notice_ctx = ctx;
}

/* The next file to open, NULL when there is none. */
static const char *next_file(dem_reader *r)
{
    while (r->next_file == r->files.n) {
        if (r->next_path == r->n_paths) return NULL;
        r->files = dem_paths_find(&r->arena, r->path[r->next_path++]);
        r->next_file = 0;
    }
    return r->files.at[r->next_file++].p;
}

/* A file in UTF-16 or UTF-32 would come out as rubble; its byte order mark gives it away. */
static bool is_wide(dem_str head)
{
    return dem_str_starts(head, DEM_STR("\xFF\xFE")) || dem_str_starts(head, DEM_STR("\xFE\xFF"));
}

static dem_status open_next(dem_reader *r, dem_error *err)
{
    const char *path = next_file(r);
    if (!path) return DEM_END;
    dem_status st = dem_input_open(&r->source.in, path, DEM_MAX_TEXT, err);
    if (st != DEM_OK) return st;
    dem_str head = dem_input_peek(r->source.in, DEM_PROBE_SIZE), name = dem_str_from(path);
    r->source.id = id_from_path(name, dem_str_from(r->path[r->next_path - 1]));
    if (is_wide(head)) {
        dem_input_close(r->source.in);
        r->source.in = NULL;
        return dem_fail(err, DEM_E_FORMAT, name, 0, 0, "UTF-16 or UTF-32, expected UTF-8");
    }
    size_t i = 0;
    while (!r->forced && !FORMATS[i]->probe(head, name)) i++;
    r->format = r->forced ? r->forced : FORMATS[i];
    r->format->open(&r->source);
    return DEM_OK;
}

static bool only_blanks(dem_str s)
{
    for (size_t at = 0; at < s.n;)
        if (!dem_is_space(dem_utf8_next(s, &at))) return false;
    return true;
}

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

static void set_published(dem_reader *r, dem_arena *arena, dem_report *report)
{
    bool time_lost;
    dem_str given = report->published;
    report->day = DEM_DATE_NONE;
    if (!given.n) return;
    report->published = dem_published(arena, given, &time_lost);
    report->day = report->published.n ? dem_date_parse(report->published) : DEM_DATE_NONE;
    if (!report->published.n)
        dem_source_notice(&r->source, report->line,
                          "\"published\" is \"%.40s\", expected YYYY-MM-DD; taken as unknown",
                          dem_arena_str(arena, given).p);
    else if (time_lost)
        dem_source_notice(&r->source, report->line, "\"published\" is \"%.40s\", only its day is used",
                          dem_arena_str(arena, given).p);
}

/* Makes a fit id of it that nobody else has. `bytes` are what it is made from if none was given. */
static dem_status set_id(dem_reader *r, dem_arena *arena, dem_report *report, dem_str bytes, dem_error *err)
{
    if (report->id.n) report->id = dem_source_repair(&r->source, arena, report->id, report->line);
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
    if (only_blanks(text)) return dem_fail(err, DEM_E_FORMAT, source, line, 0, "empty: no text");
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
    if (item->page.n > DEM_MAX_TEXT)
        return dem_fail(err, DEM_E_LIMIT, item->report.source, item->report.line, 0, "page longer than %u bytes",
                        DEM_MAX_TEXT);
    return set_id(r, arena, &item->report, item->page, err);
}

dem_status dem_reader_take(dem_reader *r, dem_arena *arena, dem_item *item, dem_error *err)
{
    for (;;) {
        dem_status st = r->format ? DEM_OK : open_next(r, err);
        if (st != DEM_OK) return st;
        *item = (dem_item){.report = {.day = DEM_DATE_NONE, .source = r->files.at[r->next_file - 1]}};
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

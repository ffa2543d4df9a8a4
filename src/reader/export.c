/* reader/export.c - see export.h. */
#include "reader/export.h"
#include "base/utf8.h"
#include "reader/published.h"
#include <stdlib.h>

/* ---- lines -------------------------------------------------------------------------------------------------- */

/* Bytes of the blank that `s` begins with; databases put no-break spaces behind the colons of their headers. */
static size_t blank_at_start(dem_str s)
{
    if (s.n && dem_byte_blank(s.p[0])) return 1;
    return dem_str_starts(s, DEM_STR("\xC2\xA0")) ? 2 : 0;
}

static size_t blank_at_end(dem_str s)
{
    if (s.n && dem_byte_blank(s.p[s.n - 1])) return 1;
    return dem_str_ends(s, DEM_STR("\xC2\xA0")) ? 2 : 0;
}

/* A no-break space of windows-1252, before the bytes are UTF-8: no character of UTF-8 begins with that byte, or is this byte
 * behind one of ASCII. */
static bool is_stray(dem_str s, size_t at)
{
    return at < s.n && s.p[at] == '\xA0' && (at == 0 || (unsigned char)s.p[at - 1] < 0x80);
}

dem_str dem_export_trim(dem_str s)
{
    for (size_t n; (n = is_stray(s, 0) ? 1 : blank_at_start(s)) > 0;) s = dem_str_sub(s, n, s.n);
    for (size_t n; s.n && (n = is_stray(s, s.n - 1) ? 1 : blank_at_end(s)) > 0;) s.n -= n;
    return s;
}

bool dem_lines_next(dem_lines *l)
{
    l->gap = l->next == 0;
    while (l->next < l->all.n) {
        const char *p = l->all.p + l->next, *lf = memchr(p, '\n', l->all.n - l->next);
        size_t n = lf ? (size_t)(lf - p) : l->all.n - l->next;
        l->from = l->next;
        l->next += lf ? n + 1 : n;
        l->line = dem_export_trim((dem_str){p, n});
        l->indent = l->line.n ? (size_t)(l->line.p - p) : 0;
        if (l->line.n) return true;
        l->gap = true;
    }
    return false;
}

bool dem_export_is_length(dem_str line)
{
    size_t n = 0;
    while (n < line.n &&
           ((line.p[n] >= '0' && line.p[n] <= '9') || (n && (line.p[n] == ',' || line.p[n] == '.'))))
        n++;
    dem_str unit = dem_str_trim(dem_str_sub(line, n, line.n));
    return n > 0 && (dem_str_ieq(unit, DEM_STR("words")) || dem_str_ieq(unit, DEM_STR("word")));
}

/* `s` begins with `head`, ASCII case apart. */
static bool starts(dem_str s, dem_str head)
{
    return dem_str_ieq(dem_str_sub(s, 0, head.n), head);
}

bool dem_export_is_rights(dem_str line)
{
    return starts(line, DEM_STR("copyright ")) || starts(line, DEM_STR("(c) ")) ||
           dem_str_starts(line, DEM_STR("\xC2\xA9")) || starts(line, DEM_STR("all rights reserved"));
}

dem_str dem_export_language(dem_str name)
{
    static const char *const NAMES[][2] = {
        {"english", "en"}, {"french", "fr"},    {"german", "de"},     {"spanish", "es"}, {"portuguese", "pt"},
        {"italian", "it"}, {"dutch", "nl"},     {"russian", "ru"},    {"arabic", "ar"},  {"chinese", "zh"},
        {"turkish", "tr"}, {"japanese", "ja"},  {"korean", "ko"},     {"polish", "pl"},  {"swedish", "sv"},
        {"danish", "da"},  {"norwegian", "no"}, {"finnish", "fi"},    {"czech", "cs"},   {"hungarian", "hu"},
        {"greek", "el"},   {"romanian", "ro"},  {"ukrainian", "uk"},  {"hebrew", "he"},  {"persian", "fa"},
        {"hindi", "hi"},   {"urdu", "ur"},      {"indonesian", "id"}, {"malay", "ms"},   {"vietnamese", "vi"},
        {"thai", "th"},    {"bulgarian", "bg"}, {"croatian", "hr"},   {"serbian", "sr"}, {"slovak", "sk"}};
    size_t n = 0;
    while (n < name.n && ((name.p[n] | 32) >= 'a' && (name.p[n] | 32) <= 'z')) n++;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (dem_str_ieq(dem_str_sub(name, 0, n), dem_str_from(NAMES[i][0]))) return dem_str_from(NAMES[i][1]);
    return (dem_str){NULL, 0};
}

dem_str dem_export_date(dem_arena *arena, dem_str line)
{
    bool time_lost; /* editions stand behind the date, and times without a zone: both are no loss to tell of */
    if (dem_published_day(line) == DEM_DATE_NONE) return (dem_str){NULL, 0};
    return dem_published(arena, line, &time_lost);
}

dem_str dem_export_value(dem_arena *arena, dem_str s)
{
    s = dem_export_trim(s);
    if (!s.n) return (dem_str){NULL, 0};
    char *p = dem_arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (dem_str rest = s; rest.n;) {
        size_t blank = blank_at_start(rest);
        if (!blank) p[n++] = rest.p[0];
        else if (p[n - 1] != ' ') p[n++] = ' '; /* the first byte is no blank */
        rest = dem_str_sub(rest, blank ? blank : 1, rest.n);
    }
    return (dem_str){p, n};
}

dem_str dem_export_byline(dem_str s)
{
    return starts(s, DEM_STR("by ")) ? dem_export_trim(dem_str_sub(s, 3, s.n)) : s;
}

/* "Page 2 of 9", perhaps with the database's rights behind it. */
static bool is_page_foot(dem_str line)
{
    dem_str word, rest = line;
    uint32_t page, pages;
    if (!dem_str_next(&rest, ' ', &word) || !dem_str_is(word, "Page")) return false;
    if (!dem_str_next(&rest, ' ', &word) || !dem_str_u32(word, &page)) return false;
    if (!dem_str_next(&rest, ' ', &word) || !dem_str_is(word, "of")) return false;
    if (!dem_str_next(&rest, ' ', &word) || !dem_str_u32(word, &pages) || page > pages) return false;
    rest = dem_export_trim(rest);
    return rest.n == 0 || dem_export_is_rights(rest);
}

dem_str dem_export_body(dem_arena *arena, dem_str s)
{
    dem_str copy = dem_arena_str(arena, dem_export_trim(s));
    char *p = (char *)copy.p; /* ours: just made */
    for (dem_lines l = {.all = copy}; dem_lines_next(&l);)
        if (is_page_foot(l.line)) memset(p + (l.line.p - copy.p), ' ', l.line.n);
    return dem_export_trim(copy);
}

/* ---- reports ------------------------------------------------------------------------------------------------ */

void dem_export_open(dem_source *s, const dem_export_kind *kind)
{
    dem_export *x = dem_xalloc(sizeof *x);
    x->kind = kind;
    s->state = x;
}

void dem_export_close(dem_source *s)
{
    dem_export *x = s->state;
    dem_buf_release(&x->item);
    free(x);
    s->state = NULL;
}

static void begin(dem_export *x)
{
    dem_buf_clear(&x->item);
    x->before = x->next_before;
    x->next_before = x->behind = x->too_long = false;
    x->line = 0;
}

static void keep(dem_export *x, const dem_line *line, bool blank)
{
    if (x->line == 0 && blank) return;
    if (x->line == 0) x->line = line->number;
    x->too_long = x->too_long || x->item.n + line->text.n >= DEM_MAX_TEXT;
    if (x->too_long) return;
    dem_buf_add(&x->item, line->text);
    dem_buf_addc(&x->item, '\n');
}

/* Takes one line. True if it ends the item in hand. */
static bool take(dem_export *x, dem_line *line)
{
    if (line->number == 1) line->text = dem_utf8_without_bom(line->text);
    dem_str trimmed = dem_export_trim(line->text);
    dem_edge edge = trimmed.n ? x->kind->edge(trimmed) : DEM_EDGE_NONE;
    if (edge == DEM_EDGE_BEFORE) {
        x->next_before = true;
        if (x->line) return true;
        begin(x); /* nothing stood before it */
        return false;
    }
    keep(x, line, trimmed.n == 0);
    x->behind = edge == DEM_EDGE_BEHIND;
    return x->behind;
}

/* The lines up to the next edge. DEM_END if there are none. What cannot be read costs them. */
static dem_status collect(dem_export *x, dem_input *in, dem_error *err)
{
    begin(x);
    while (!x->over) {
        dem_line line;
        dem_status st = dem_input_line(in, &line, err);
        if (st == DEM_E_LIMIT && line.text.p == NULL && dem_input_offset(in) > line.offset) {
            if (!x->line) x->line = line.number;
            x->too_long = true;
        } else if (st == DEM_END) x->over = true;
        else if (st != DEM_OK) return st;
        else if (take(x, &line)) return DEM_OK;
    }
    return x->line ? DEM_OK : DEM_END;
}

static dem_status refuse(const dem_source *s, dem_status st, dem_error *err)
{
    dem_export *x = s->state;
    x->told = true;
    if (st == DEM_E_LIMIT)
        return dem_fail(err, st, dem_input_name(s->in), x->line, 0, "report longer than %u bytes",
                        DEM_MAX_TEXT);
    return dem_fail(err, st, dem_input_name(s->in), x->line, 0, "no report, expected %s", x->kind->wanted);
}

dem_status dem_export_next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    dem_export *x = s->state;
    for (;;) {
        dem_status st = collect(x, s->in, err);
        report->line = x->line;
        if (st != DEM_OK) return st;
        if (x->too_long) return refuse(s, DEM_E_LIMIT, err);
        /* As a whole: of a single field the character set is harder to tell. */
        dem_str lines = dem_source_repair(s, arena, dem_buf_str(&x->item), x->line);
        if (x->kind->read(arena, lines, x->before, report)) {
            x->told = true;
            return DEM_OK;
        }
        bool only = x->over && !x->told; /* the whole file is none */
        if (x->before || x->behind || only) return refuse(s, DEM_E_FORMAT, err);
    }
}

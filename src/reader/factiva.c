/* reader/factiva.c - Factiva exports as text, with and without the names of fields.
 *
 *     full article                     full article with indexing
 *     ------------                     --------------------------
 *     World News                       SE   World News
 *     Title                            HD   Title
 *     By Jane Doe                      BY   By Jane Doe
 *     355 words                        WC   355 words
 *     12 March 2012                    PD   12 March 2012
 *     10:30                            ET   10:30
 *     The Publication                  SN   The Publication
 *     PUBL                             SC   PUBL
 *     English                          LA   English
 *     (c) 2012 ...                     CY   (c) 2012 ...
 *                                      LP   First paragraph ...
 *     Text ...                         TD   Text ...
 *                                      NS   ... (subjects, regions, companies)
 *     Document PUBL000020120312e83c    AN   Document PUBL000020120312e83c
 *
 * Section, byline, time and the like may be missing. */
#include "reader/export.h"

/* ---- lines that only Factiva has ---------------------------------------------------------------------------- */

/* The code of "Document PUBL000020120312e83c"; {NULL,0} if the line is none. */
static dem_str document_code(dem_str line)
{
    enum { SHORTEST = 16, LONGEST = 48, DIGITS = 6 };
    static const char *const WORDS[] = {"Document", "Dokument"};
    dem_str word, code = line;
    size_t digits = 0;
    if (!dem_str_next(&code, ' ', &word) || !DEM_STR_ONE_OF(word, WORDS)) return (dem_str){NULL, 0};
    code = dem_export_trim(code);
    for (size_t i = 0; i < code.n; i++) {
        bool digit = code.p[i] >= '0' && code.p[i] <= '9',
             letter = (code.p[i] | 32) >= 'a' && (code.p[i] | 32) <= 'z';
        if (!digit && !letter) return (dem_str){NULL, 0};
        digits += digit;
    }
    bool good = code.n >= SHORTEST && code.n <= LONGEST && digits >= DIGITS;
    return good ? code : (dem_str){NULL, 0};
}

typedef enum field {
    NO_FIELD,
    TITLE,
    BYLINE,
    LENGTH,
    DATE,
    PUBLICATION,
    LANGUAGE,
    OTHER_HEAD,
    LEAD, /* the first paragraphs of the text */
    REST, /* the others */
    NUMBER,
    OTHER_TAIL
} field;

static const struct {
    const char *name;
    field field;
} FIELDS[] = {{"HD", TITLE},       {"BY", BYLINE},      {"WC", LENGTH},      {"PD", DATE},
              {"SN", PUBLICATION}, {"LA", LANGUAGE},    {"SE", OTHER_HEAD},  {"CR", OTHER_HEAD},
              {"ET", OTHER_HEAD},  {"SC", OTHER_HEAD},  {"NGC", OTHER_HEAD}, {"GC", OTHER_HEAD},
              {"ED", OTHER_HEAD},  {"PG", OTHER_HEAD},  {"VOL", OTHER_HEAD}, {"CY", OTHER_HEAD},
              {"CX", OTHER_HEAD},  {"CLM", OTHER_HEAD}, {"LP", LEAD},        {"TD", REST},
              {"AN", NUMBER},      {"ART", OTHER_TAIL}, {"CT", OTHER_TAIL},  {"CO", OTHER_TAIL},
              {"IN", OTHER_TAIL},  {"NS", OTHER_TAIL},  {"RE", OTHER_TAIL},  {"RF", OTHER_TAIL},
              {"IPC", OTHER_TAIL}, {"IPD", OTHER_TAIL}, {"PUB", OTHER_TAIL}, {"DLN", OTHER_TAIL}};

/* The field that the line begins, and what stands behind its name: nothing, or something apart from it by a tab or more than
 * one blank, since a paragraph in capitals may begin with "IN". */
static field field_of(dem_str line, dem_str *value)
{
    size_t n = 0;
    while (n < line.n && n < 4 && line.p[n] >= 'A' && line.p[n] <= 'Z') n++;
    *value = dem_export_trim(dem_str_sub(line, n, line.n));
    dem_str between = dem_str_sub(line, n, n + 2);
    bool apart = !between.n || between.p[0] == '\t' || dem_export_trim(between).n == 0;
    for (size_t i = 0; apart && i < sizeof FIELDS / sizeof *FIELDS; i++)
        if (dem_str_eq(dem_str_sub(line, 0, n), dem_str_from(FIELDS[i].name))) return FIELDS[i].field;
    return NO_FIELD;
}

/* The line that ends each report. */
static bool is_last(dem_str line)
{
    dem_str value;
    return document_code(line).n || (field_of(line, &value) == NUMBER && document_code(value).n);
}

static dem_edge edge(dem_str line)
{
    return is_last(line) ? DEM_EDGE_BEHIND : DEM_EDGE_NONE;
}

static bool is_time(dem_str line)
{
    size_t digits = 0;
    for (size_t i = 0; i < line.n; i++) digits += line.p[i] >= '0' && line.p[i] <= '9';
    return line.n >= 4 && line.n <= 8 && memchr(line.p, ':', line.n) && digits + 2 >= line.n;
}

static void set_date(dem_report *report, dem_str date)
{
    report->published = date;
    report->published_from = date.n ? "header" : NULL;
    report->published_sure = date.n ? DEM_EXPORT_SURE : 0;
}

/* ---- with the names of fields ------------------------------------------------------------------------------- */

/* A field's value is what stands behind its name and on the lines up to the next. */
static void set_field(dem_arena *arena, dem_report *report, field f, dem_str value)
{
    if (f == TITLE) report->title = dem_export_value(arena, value);
    if (f == BYLINE) report->author = dem_export_byline(dem_export_value(arena, value));
    if (f == DATE) set_date(report, dem_export_date(arena, dem_export_trim(value)));
    if (f == PUBLICATION) report->publisher = dem_export_value(arena, value);
    if (f == LANGUAGE) report->language = dem_export_language(dem_export_trim(value));
    if (f == NUMBER) report->id = dem_export_value(arena, document_code(dem_export_trim(value)));
}

/* The text is one piece from its lead to the fields behind it. */
typedef struct parts {
    size_t lead, rest, end; /* offsets; rest: of the name that stands in between; 0: not met */
} parts;

static dem_str text_of(dem_arena *arena, dem_str item, const parts *at)
{
    if (!at->lead) return (dem_str){NULL, 0};
    dem_str copy = dem_arena_str(arena, dem_str_sub(item, at->lead, at->end ? at->end : item.n));
    if (at->rest) memset((char *)copy.p + (at->rest - at->lead), ' ', 2); /* ours: just made */
    return dem_export_body(arena, copy);
}

/* Notes where the text begins and ends. False for a line that only looks like a field: in the text, or behind it, where the
 * text cannot begin again. */
static bool place(parts *at, field open, field f, size_t name, size_t value)
{
    bool in_text = open == LEAD || open == REST;
    if (f == NO_FIELD || f == open || (in_text && f <= LEAD)) return false;
    if ((f == LEAD || f == REST) && at->end) return false;
    if (f == LEAD || (f == REST && !at->lead)) at->lead = value;
    else if (f == REST) at->rest = name;
    if (in_text && f > REST) at->end = name;
    return true;
}

static bool read_fields(dem_arena *arena, dem_str item, dem_report *report)
{
    field open = NO_FIELD;
    size_t from = 0;
    parts at = {0};
    bool length = false;
    for (dem_lines l = {.all = item}; dem_lines_next(&l);) {
        dem_str value;
        field f = field_of(l.line, &value);
        size_t begin = value.n ? (size_t)(value.p - item.p) : l.next;
        if (!place(&at, open, f, (size_t)(l.line.p - item.p), begin)) continue;
        set_field(arena, report, open, dem_str_sub(item, from, l.from));
        length = length || f == LENGTH;
        from = begin;
        open = f;
    }
    set_field(arena, report, open, dem_str_sub(item, from, item.n));
    report->text = text_of(arena, item, &at);
    return length && (report->title.n || report->published.n);
}

/* ---- without ------------------------------------------------------------------------------------------------ */

enum { HEAD_LINES = 40, BEFORE_LENGTH = 12 };

typedef struct top {
    struct {
        dem_str line;
        size_t from, next;
        bool gap;
    } at[HEAD_LINES];
    unsigned n;
    unsigned length, date, publication; /* lines; 0 stands for no publication */
} top;

/* The first lines, among which a length is followed by a day. */
static bool find_top(top *h, dem_str item)
{
    *h = (top){0};
    for (dem_lines l = {.all = item}; h->n < HEAD_LINES && dem_lines_next(&l); h->n++) {
        h->at[h->n].line = l.line;
        h->at[h->n].from = l.from;
        h->at[h->n].next = l.next;
        h->at[h->n].gap = l.gap;
    }
    for (unsigned i = 0; i + 1 < h->n && i < BEFORE_LENGTH; i++)
        if (dem_export_is_length(h->at[i].line) && dem_published_day(h->at[i + 1].line) != DEM_DATE_NONE) {
            h->length = i;
            h->date = i + 1;
            unsigned next = i + 2 < h->n && is_time(h->at[i + 2].line) ? i + 3 : i + 2;
            h->publication = next < h->n ? next : 0;
            return true;
        }
    return false;
}

/* Of section, title and byline, which may each stand before the length, the title is the longest; what follows it is the
 * byline. */
static void read_title(dem_arena *arena, const top *h, dem_report *report)
{
    unsigned longest = 0, end = h->length;
    dem_str byline = end ? dem_export_byline(h->at[end - 1].line) : (dem_str){NULL, 0};
    if (end > 1 && byline.n < h->at[end - 1].line.n) end--;
    else byline = (dem_str){NULL, 0};
    for (unsigned i = 1; i < end; i++)
        if (h->at[i].line.n > h->at[longest].line.n) longest = i;
    if (!byline.n && longest + 1 < end) byline = h->at[longest + 1].line;
    report->title = end ? dem_export_value(arena, h->at[longest].line) : (dem_str){NULL, 0};
    report->author = dem_export_value(arena, byline);
}

/* The last line of the header: that of the rights, else of the language, else the publication or the date. */
static unsigned last_of(const top *h, dem_report *report)
{
    unsigned last = h->publication ? h->publication : h->date;
    for (unsigned i = last; i < h->n; i++) {
        if (dem_export_is_rights(h->at[i].line)) {
            while (i + 1 < h->n && dem_export_is_rights(h->at[i + 1].line)) i++;
            return i;
        }
        if (report->language.n || i == h->publication) continue;
        report->language = dem_export_language(h->at[i].line);
        if (report->language.n) last = i;
        else if (h->at[i].gap) return last; /* the text has begun */
    }
    return last;
}

static bool read_plain(dem_arena *arena, dem_str item, dem_report *report)
{
    top h;
    if (!find_top(&h, item)) return false;
    read_title(arena, &h, report);
    set_date(report, dem_export_date(arena, h.at[h.date].line));
    if (h.publication) report->publisher = dem_export_value(arena, h.at[h.publication].line);
    size_t from = h.at[last_of(&h, report)].next, to = item.n;
    for (dem_lines l = {.all = item, .next = from}; dem_lines_next(&l);) {
        dem_str code = document_code(l.line);
        if (!code.n) continue;
        report->id = dem_export_value(arena, code);
        to = l.from;
    }
    report->text = dem_export_body(arena, dem_str_sub(item, from, to));
    return true;
}

static bool read_item(dem_arena *arena, dem_str item, bool after_edge, dem_report *report)
{
    dem_report with_fields = *report;
    (void)after_edge; /* edges stand only behind reports */
    if (!read_fields(arena, item, &with_fields)) return read_plain(arena, item, report);
    *report = with_fields;
    return true;
}

/* ---- the format --------------------------------------------------------------------------------------------- */

/* Rights or a language on one of the next lines. */
static bool header_goes_on(dem_lines l)
{
    enum { LINES = 12 };
    for (unsigned n = 0; n < LINES && dem_lines_next(&l); n++) {
        dem_str value;
        if (field_of(l.line, &value) == NO_FIELD) value = l.line;
        if (dem_export_is_rights(value) || dem_export_language(value).n) return true;
    }
    return false;
}

/* A line that ends reports, or a length and the day that stands behind it with the rest of a header. */
static bool probe(dem_str head, dem_str name)
{
    (void)name;
    bool length = false;
    for (dem_lines l = {.all = head}; dem_lines_next(&l);) {
        dem_str value;
        field f = field_of(l.line, &value);
        if (is_last(l.line)) return true;
        bool day = length && dem_published_day(f == DATE ? value : l.line) != DEM_DATE_NONE;
        if (day && header_goes_on(l)) return true;
        length = dem_export_is_length(f == LENGTH ? value : l.line);
    }
    return false;
}

static const dem_export_kind KIND = {
    .wanted = "a header with the count of words and a date", .edge = edge, .read = read_item};

static void open_factiva(dem_source *s)
{
    dem_export_open(s, &KIND);
}

const dem_format dem_format_factiva = {.name = "factiva",
                                       .what = "an export of Factiva as text, with or without indexing",
                                       .probe = probe,
                                       .open = open_factiva,
                                       .next = dem_export_next,
                                       .close = dem_export_close};

/* reader/lexisnexis.c - LexisNexis exports as text, of both generations.
 *
 *     LexisNexis Academic                        Nexis Uni, saved as text
 *     --------------------                       ------------------------
 *            3 of 250 DOCUMENTS                  Title
 *             The Publication                    The Publication
 *           March 12, 2012 Monday                March 12, 2012 Monday
 *     Title                                      Copyright 2012 ...
 *     BYLINE: By JANE DOE                        Section: ...
 *     LENGTH: 355 words                          Length: 355 words
 *     Text (BODY: may stand before it) ...       Body
 *     LOAD-DATE: March 12, 2012                  Text ...
 *     LANGUAGE: ENGLISH                          Classification
 *        Copyright 2012 ...                      Language: ENGLISH ...
 *                                                End of Document
 *
 * The first has its lines wrapped and its title behind the date; the second has a paragraph a line and the title in front.
 * Pages that list what was asked for stand before the first report. */
#include "reader/export.h"

/* ---- tagged lines ------------------------------------------------------------------------------------------- */

typedef enum tag {
    NO_TAG,
    BYLINE,
    LENGTH,
    HEADLINE,
    DATELINE,
    OTHER_HEAD, /* stands before the text */
    LANGUAGE,
    URL,
    OTHER_TAIL, /* stands behind it */
} tag;

static const struct {
    const char *name;
    tag tag;
    bool sure; /* no paragraph of a report begins like this */
} TAGS[] = {{"byline", BYLINE, true},
            {"length", LENGTH, true},
            {"headline", HEADLINE, true},
            {"dateline", DATELINE, true},
            {"section", OTHER_HEAD, true},
            {"highlight", OTHER_HEAD, true},
            {"series", OTHER_HEAD, false},
            {"show", OTHER_HEAD, false},
            {"anchors", OTHER_HEAD, false},
            {"guests", OTHER_HEAD, false},
            {"reporters", OTHER_HEAD, false},
            {"language", LANGUAGE, true},
            {"load-date", OTHER_TAIL, true},
            {"publication-type", OTHER_TAIL, true},
            {"pub-type", OTHER_TAIL, true},
            {"journal-code", OTHER_TAIL, true},
            {"document-type", OTHER_TAIL, true},
            {"graphic", OTHER_TAIL, true},
            {"url", URL, false},
            {"subject", OTHER_TAIL, false},
            {"organization", OTHER_TAIL, false},
            {"company", OTHER_TAIL, false},
            {"ticker", OTHER_TAIL, false},
            {"industry", OTHER_TAIL, false},
            {"person", OTHER_TAIL, false},
            {"geographic", OTHER_TAIL, false},
            {"country", OTHER_TAIL, false},
            {"state", OTHER_TAIL, false},
            {"city", OTHER_TAIL, false},
            {"type", OTHER_TAIL, false},
            {"acc-no", OTHER_TAIL, false},
            {"notes", OTHER_TAIL, false},
            {"correction", OTHER_TAIL, false},
            {"correction-date", OTHER_TAIL, false},
            {"distribution", OTHER_TAIL, false},
            {"publisher", OTHER_TAIL, false},
            {"update", OTHER_TAIL, false}};

/* A capital first; `old`: nothing but capitals, as in "LOAD-DATE". */
static bool is_cased(dem_str name, bool old)
{
    for (size_t i = 0; i < name.n; i++)
        if (name.p[i] >= 'a' && name.p[i] <= 'z' && (old || i == 0)) return false;
    return true;
}

/* What the line is tagged as; *value is what stands behind the colon. */
static tag tag_of(dem_str line, bool old, dem_str *value, bool *sure)
{
    size_t colon = dem_str_find(dem_str_sub(line, 0, 24), DEM_STR(":"));
    dem_str name = dem_str_sub(line, 0, colon);
    *value = dem_export_trim(dem_str_sub(line, colon + 1, line.n));
    if (name.n == line.n || !is_cased(name, old)) return NO_TAG;
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        if (dem_str_ieq(name, dem_str_from(TAGS[i].name))) {
            *sure = TAGS[i].sure;
            return TAGS[i].tag;
        }
    return NO_TAG;
}

static bool is_head(tag t)
{
    return t > NO_TAG && t <= OTHER_HEAD;
}

/* ---- edges -------------------------------------------------------------------------------------------------- */

static bool is_number(dem_str s)
{
    size_t digits = 0;
    for (size_t i = 0; i < s.n; i++) digits += s.p[i] >= '0' && s.p[i] <= '9';
    return digits && s.p[0] != ',' && (digits == s.n || (digits + 1 == s.n && memchr(s.p, ',', s.n)));
}

/* "3 of 250 DOCUMENTS"; "Dokument 3 von 250", as exports from pages in other languages have it. */
static bool is_counted(dem_str line)
{
    static const char *const WORDS[] = {"DOCUMENT", "DOCUMENTS", "DOCUMENTEN"};
    static const char *const OTHERS[] = {"Dokument", "Document"}, *const OF[] = {"of", "von", "van", "de"};
    dem_str w[5], rest = line;
    size_t n = 0;
    while (n < 5 && dem_str_next(&rest, ' ', &w[n])) n += w[n].n > 0;
    if (n != 4) return false;
    if (is_number(w[0])) return DEM_STR_ONE_OF(w[1], OF) && is_number(w[2]) && DEM_STR_ONE_OF(w[3], WORDS);
    return DEM_STR_ONE_OF(w[0], OTHERS) && is_number(w[1]) && DEM_STR_ONE_OF(w[2], OF) && is_number(w[3]);
}

static dem_edge edge(dem_str line)
{
    if (dem_str_is(line, "End of Document")) return DEM_EDGE_BEHIND;
    return is_counted(line) ? DEM_EDGE_BEFORE : DEM_EDGE_NONE;
}

/* ---- where the text begins and ends ------------------------------------------------------------------------- */

static bool is_body_line(dem_str line, bool old)
{
    return dem_str_is(line, "BODY:") || (!old && (dem_str_is(line, "Body") || dem_str_is(line, "Body:")));
}

/* A header has few lines; pages that list what was asked for have some for each report. */
enum { MOST_HEAD_LINES = 20000 };

/* Behind the line that only says that the text begins; 0 if there is none. */
static size_t behind_body_line(dem_str item, bool old)
{
    dem_lines l = {.all = item};
    for (unsigned n = 0; n < MOST_HEAD_LINES && dem_lines_next(&l); n++)
        if (is_body_line(l.line, old)) return l.next;
    return 0;
}

/* The first paragraph behind the tagged ones that the length belongs to; item.n if there is none, 0 without a length. */
static size_t behind_length(dem_str item, bool old)
{
    dem_lines l = {.all = item};
    bool seen = false, sure;
    dem_str value;
    for (unsigned n = 0; n < MOST_HEAD_LINES && dem_lines_next(&l); n++) {
        tag t = tag_of(l.line, old, &value, &sure);
        if (seen && l.gap && !is_head(t) && !dem_export_is_rights(l.line)) return l.from;
        seen = seen || t == LENGTH;
    }
    return seen ? item.n : 0;
}

/* A line of Nexis Uni that has a part of its own below it. */
static bool is_part(dem_str line, bool old)
{
    static const char *const PARTS[] = {"Classification", "Graphic", "End of Document"};
    return !old && DEM_STR_ONE_OF(line, PARTS);
}

/* Where the lines behind the text begin. Some tags are sure; others may begin a paragraph of the report too, so that they
 * count only if no paragraph comes between them and the sure ones, or the end. */
static size_t find_tail(dem_str item, size_t body, bool old)
{
    size_t run = item.n;
    bool in_run = false;
    dem_lines l = {.all = item, .next = body};
    while (dem_lines_next(&l)) {
        dem_str value;
        bool sure = false, first = l.gap || !old || l.from == body;
        tag t = first ? tag_of(l.line, old, &value, &sure) : NO_TAG;
        bool part = is_part(l.line, old), rights = first && dem_export_is_rights(l.line);
        if ((t > OTHER_HEAD || rights || part) && !in_run) {
            run = l.from;
            in_run = true;
        } else if (t <= OTHER_HEAD && !rights && !part && first) {
            in_run = false;
        }
        if (in_run && (part || (sure && t > OTHER_HEAD))) return run;
    }
    return in_run ? run : item.n;
}

/* ---- the header --------------------------------------------------------------------------------------------- */

typedef struct header {
    bool old, dated;
    dem_str title, publisher, byline, dateline; /* slices of the item, over several lines perhaps */
    dem_str date;                               /* in the form of records */
    dem_str *open;                              /* the one that the next line goes on with, or NULL */
    dem_str last, before_last;                  /* lines that are not tagged */
} header;

static void extend(dem_str *value, dem_str line)
{
    if (value->n) value->n = (size_t)(line.p + line.n - value->p);
    else *value = line;
}

static void tagged(header *h, tag t, dem_str value)
{
    h->open = t == BYLINE ? &h->byline : t == HEADLINE ? &h->title : t == DATELINE ? &h->dateline : NULL;
    if (h->open) *h->open = value;
}

/* "March 2012", as magazines have it: a date all the same, though it names no day. */
static bool is_month(dem_str line)
{
    enum { LONGEST = 20 };
    char day[LONGEST + 3] = "1 ";
    if (line.n > LONGEST) return false;
    memcpy(day + 2, line.p, line.n);
    return dem_published_day((dem_str){day, line.n + 2}) != DEM_DATE_NONE;
}

/* A line without a tag. In old exports the publication comes first and the title is what stands flush behind the date; in
 * new ones both stand before it, and before them perhaps pages with other dates. */
static void untagged(header *h, dem_arena *arena, const dem_lines *l)
{
    enum { CENTRED = 8 };
    bool wanted = !h->old || !h->dated;
    dem_str date = wanted ? dem_export_date(arena, l->line) : (dem_str){NULL, 0};
    if (date.n || (wanted && is_month(l->line))) {
        h->dated = true;
        h->date = date;
        if (!h->old) h->publisher = h->last, h->title = h->before_last;
    } else if (h->old && h->dated && !h->title.n && l->gap && l->indent < CENTRED) {
        h->title = l->line;
        h->open = &h->title;
    } else if (h->old && !h->dated && !h->publisher.n) {
        h->publisher = l->line;
    }
    h->before_last = h->last;
    h->last = l->line;
}

static header read_header(dem_arena *arena, dem_str head, bool old)
{
    header h = {.old = old};
    bool sure;
    dem_str value;
    for (dem_lines l = {.all = head}; dem_lines_next(&l);) {
        if (is_body_line(l.line, old)) break;
        tag t = tag_of(l.line, old, &value, &sure);
        if (t != NO_TAG) tagged(&h, t, value);
        else if (h.open && !l.gap) extend(h.open, l.line);
        else {
            h.open = NULL;
            if (!dem_export_is_rights(l.line)) untagged(&h, arena, &l);
        }
    }
    return h;
}

/* What the lines behind the text say. */
static void read_tail(dem_arena *arena, dem_str tail, bool old, dem_report *report)
{
    bool sure;
    dem_str value;
    for (dem_lines l = {.all = tail}; dem_lines_next(&l);) {
        tag t = tag_of(l.line, old, &value, &sure);
        if (t == LANGUAGE) report->language = dem_export_language(value);
        if (t == URL && !report->url.n) report->url = dem_export_value(arena, value);
    }
}

/* ---- the text ----------------------------------------------------------------------------------------------- */

/* The place of a dateline: "KABUL, Afghanistan, March 12" without its day; empty unless the town is in capitals. */
static dem_str place_of(dem_str dateline)
{
    size_t n = 0, word = 0, letters = 0;
    while (n < dateline.n && !(dateline.p[n] >= '0' && dateline.p[n] <= '9')) {
        if (n && dateline.p[n - 1] == ' ') word = n;
        n++;
    }
    if (n < dateline.n) n = word; /* the month */
    while (n && (dateline.p[n - 1] == ' ' || dateline.p[n - 1] == ',')) n--;
    while (letters < n && dateline.p[letters] >= 'A' && dateline.p[letters] <= 'Z') letters++;
    enum { SHORTEST = 4, LONGEST = 60 };
    return letters >= SHORTEST && n <= LONGEST ? dem_str_sub(dateline, 0, n) : (dem_str){NULL, 0};
}

/* The body, with the dateline before it as in print; many reports have it there too. */
static dem_str text_of(dem_arena *arena, const header *h, dem_str body)
{
    dem_str text = dem_export_body(arena, body), place = place_of(dem_export_value(arena, h->dateline));
    size_t town = 0;
    while (town < place.n && place.p[town] >= 'A' && place.p[town] <= 'Z') town++;
    if (!town || !text.n || dem_str_ieq(dem_str_sub(text, 0, town), dem_str_sub(place, 0, town))) return text;
    char *p = dem_arena_alloc(arena, place.n + 4 + text.n + 1);
    memcpy(p, place.p, place.n);
    memcpy(p + place.n, " -- ", 4);
    memcpy(p + place.n + 4, text.p, text.n);
    return (dem_str){p, place.n + 4 + text.n};
}

static bool read_item(dem_arena *arena, dem_str item, bool old, dem_report *report)
{
    size_t body = behind_body_line(item, old);
    if (!body) body = behind_length(item, old);
    if (!body) return false;
    header h = read_header(arena, dem_str_sub(item, 0, body), old);
    size_t tail = find_tail(item, body, old);
    report->title = dem_export_value(arena, h.title);
    report->publisher = dem_export_value(arena, h.publisher);
    report->author = dem_export_byline(dem_export_value(arena, h.byline));
    report->published = h.date;
    if (h.date.n) {
        report->published_from = "header";
        report->published_sure = DEM_EXPORT_SURE;
    }
    read_tail(arena, dem_str_sub(item, tail, item.n), old, report);
    report->text = text_of(arena, &h, dem_str_sub(item, body, tail));
    return true;
}

/* ---- the format --------------------------------------------------------------------------------------------- */

/* A line that counts the reports, or a day, a length, and a line that says that the text begins or the report ends. */
static bool probe(dem_str head, dem_str name)
{
    (void)name;
    bool sure, length = false, dated = false;
    dem_str value;
    for (dem_lines l = {.all = head}; dem_lines_next(&l);) {
        if (is_counted(l.line)) return true;
        length = length || (tag_of(l.line, false, &value, &sure) == LENGTH && dem_export_is_length(value));
        dated = dated || dem_published_day(l.line) != DEM_DATE_NONE || is_month(l.line);
        if (length && dated && (is_body_line(l.line, false) || edge(l.line) == DEM_EDGE_BEHIND)) return true;
    }
    return false;
}

static const dem_export_kind KIND = {.wanted = "a header with LENGTH or BODY", .edge = edge, .read = read_item};

static void open_lexisnexis(dem_source *s)
{
    dem_export_open(s, &KIND);
}

const dem_format dem_format_lexisnexis = {.name = "lexisnexis",
                                          .what = "an export of LexisNexis or Nexis Uni as text",
                                          .probe = probe,
                                          .open = open_lexisnexis,
                                          .next = dem_export_next,
                                          .close = dem_export_close};

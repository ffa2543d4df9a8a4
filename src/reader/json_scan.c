/* reader/json_scan.c - see json_scan.h. */
#include "reader/json_scan.h"
#include "base/utf8.h"
#include "reader/fields.h"

/* Keys that lists of reports stand under, and those of an object around such a list. */
static const char *const LISTS[] = {"articles", "docs", "documents", "results", "items", "data"};
static const char *const HOLDERS[] = {"response", "data"};

static dem_str word(const dem_json_scan *z)
{
    return (dem_str){z->word, z->n_word};
}

static bool is_text_key(const dem_json_scan *z)
{
    dem_field f;
    unsigned rank;
    return dem_field_find(word(z), &f, &rank) && f == DEM_FIELD_TEXT;
}

static dem_json_event damage(dem_json_scan *z, dem_json_event why)
{
    z->damaged = true;
    z->within = z->quoted = z->escaped = z->colon = z->listed = false;
    z->before[0] = z->before[1] = 0;
    return why;
}

/* Where an item may begin: '{' at the start of a line, or behind the end of another. What is in between is lost, and with it
 * whether a list was closed; one is taken to be open if commas stand between items. */
static dem_json_event seek(dem_json_scan *z, char c, bool line_start)
{
    bool behind = z->before[0] == '}' && z->before[1] == ',';
    if (c == '{' && (line_start || behind)) {
        z->damaged = z->report = false;
        if (behind && z->base == 0) z->open[z->base++] = '[';
        z->depth = z->base;
        z->open[z->depth++] = '{';
        z->within = true;
        z->path = z->base == 0;
        return DEM_JSON_BEGIN;
    }
    if (!dem_byte_blank(c)) {
        z->before[0] = z->before[1];
        z->before[1] = c;
    }
    return DEM_JSON_MORE;
}

static dem_json_event in_string(dem_json_scan *z, char c)
{
    if (c == '\n') return damage(z, DEM_JSON_BAD);
    if (!z->escaped && c == '"') {
        z->quoted = false;
        /* A list may hold strings. */
        if (z->within && z->depth == z->base) {
            z->within = false;
            return DEM_JSON_END;
        }
    } else if (z->n_word < DEM_JSON_WORD) {
        z->word[z->n_word++] = c;
    }
    z->escaped = !z->escaped && c == '\\';
    return DEM_JSON_MORE;
}

static dem_json_event open_bracket(dem_json_scan *z, char c)
{
    bool keyed = z->colon && z->depth == z->path && !z->report, listed = z->listed;
    dem_json_event event = DEM_JSON_MORE;
    z->colon = z->listed = false;
    if (z->depth == DEM_JSON_DEPTH) return damage(z, DEM_JSON_DEEP);
    if (listed && c == '{') { /* what was begun only holds the list that this is the first item of */
        z->base = z->depth;
        z->path = 0;
        z->within = false;
    }
    if (c == '[' && keyed) z->listed = DEM_STR_ONE_OF(word(z), LISTS);
    if (c == '{' && keyed && z->depth == 1 && DEM_STR_ONE_OF(word(z), HOLDERS)) z->path = 2;
    if (!z->within && z->depth == z->base) {
        if (c == '[' && z->base == 0) {
            z->base = 1;
        } else if (z->base == 0 || z->open[z->base - 1] == '[') {
            z->within = true;
            z->path = z->base == 0 && c == '{';
            z->report = false;
            event = DEM_JSON_BEGIN;
        }
    }
    z->open[z->depth++] = c;
    return event;
}

static dem_json_event close_bracket(dem_json_scan *z, char c)
{
    bool plain = z->within && z->depth == z->base; /* a number or the like ends here */
    if (z->depth == 0 || z->open[z->depth - 1] != (c == '}' ? '{' : '[')) return damage(z, DEM_JSON_BAD);
    z->depth--;
    z->colon = z->listed = false;
    if (z->path > z->depth) z->path = z->depth;
    if (z->depth < z->base) {
        z->base = z->path = z->depth;
        z->within = false;
        return plain ? DEM_JSON_BEFORE : DEM_JSON_MORE;
    }
    if (!z->within || z->depth > z->base) return DEM_JSON_MORE;
    z->within = false;
    return DEM_JSON_END;
}

/* A byte of a number, of "null", or of what is no JSON. */
static dem_json_event other(dem_json_scan *z, char c)
{
    z->colon = z->colon && c == ':';
    z->listed = false;
    if (z->depth > z->base || z->within || (z->base > 0 && z->open[z->base - 1] == '{')) return DEM_JSON_MORE;
    z->within = true;
    return DEM_JSON_BEGIN;
}

static dem_json_event open_string(dem_json_scan *z)
{
    bool keyed = z->colon && z->depth == z->path && z->within;
    if (keyed && z->depth == 1 && is_text_key(z)) z->report = true;
    dem_json_event event = other(z, '"');
    z->quoted = true;
    z->n_word = 0;
    return event;
}

dem_json_event dem_json_step(dem_json_scan *z, char c)
{
    bool line_start = z->line_start;
    z->line_start = c == '\n';
    if (z->damaged) return seek(z, c, line_start);
    if (z->quoted) return in_string(z, c);
    bool plain = z->within && z->depth == z->base;
    if (plain && (c == ',' || (c == '\n' && z->base == 0))) {
        z->within = false;
        return DEM_JSON_BEFORE;
    }
    if (dem_byte_blank(c)) return DEM_JSON_MORE;
    switch (c) {
    case '"': return open_string(z);
    case '{':
    case '[': return open_bracket(z, c);
    case '}':
    case ']': return close_bracket(z, c);
    case ':': z->colon = z->depth > 0; return DEM_JSON_MORE;
    case ',': z->colon = z->listed = false; return DEM_JSON_MORE;
    default: return other(z, c);
    }
}

size_t dem_json_skip(const dem_json_scan *z, dem_str s, size_t at)
{
    if (z->escaped || z->n_word < DEM_JSON_WORD) return at;
    while (at < s.n && s.p[at] != '"' && s.p[at] != '\\' && s.p[at] != '\n') at++;
    return at;
}

bool dem_json_whole(const dem_json_scan *z)
{
    return z->damaged || (z->depth == 0 && !z->quoted);
}

bool dem_json_probe(dem_str head, bool *list)
{
    dem_json_scan z = {.line_start = true};
    *list = false;
    head = dem_utf8_without_bom(head);
    size_t i = 0;
    while (i < head.n && dem_byte_blank(head.p[i])) i++;
    bool object = i < head.n && head.p[i] == '{';
    if (!object && (i == head.n || head.p[i] != '[')) return false;
    for (; i < head.n; i++) {
        dem_json_event e = dem_json_step(&z, head.p[i]);
        if (e == DEM_JSON_BAD || e == DEM_JSON_DEEP) return false;
        *list = z.within && z.base > 0 && head.p[i] == '{';
        if (z.report || (z.within && z.base > 0)) return z.report || *list;
    }
    return false;
}

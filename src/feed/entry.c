/* feed/entry.c - see entry.h. */
#include "feed/entry.h"
#include "base/utf8.h"
#include "feed/date.h"
#include "feed/plain.h"
#include <libxml/uri.h>

/* ── addresses ───────────────────────────────────────────────────────────── */

static bool is_web(dem_str s)
{
    static const char *const SCHEMES[] = {"http://", "https://"};
    for (size_t i = 0; i < 2; i++) {
        size_t n = strlen(SCHEMES[i]);
        if (s.n > n && dem_str_ieq(dem_str_sub(s, 0, n), dem_str_from(SCHEMES[i]))) return s.p[n] != '/';
    }
    return false;
}

/* Blanks and control characters within an address come from the feed's indentation; they belong to none. */
static dem_str without_blanks(dem_arena *arena, dem_str s)
{
    char *out = dem_arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] > ' ' && s.p[i] != 0x7F) out[n++] = s.p[i];
    return (dem_str){out, n};
}

static dem_str copy(dem_arena *arena, const char *z)
{
    dem_str s = dem_utf8_repair(arena, dem_str_from(z), NULL);
    return s.n <= DEM_FEED_MAX_ADDRESS ? dem_arena_str(arena, s) : (dem_str){NULL, 0};
}

dem_str dem_feed_address(dem_arena *arena, dem_str given, dem_str base)
{
    given = dem_str_trim(given);
    if (!given.n || given.n > DEM_FEED_MAX_ADDRESS || base.n > DEM_FEED_MAX_ADDRESS) return (dem_str){NULL, 0};
    given = without_blanks(arena, given);
    if (is_web(given)) return copy(arena, given.p);
    if (!is_web(base)) return (dem_str){NULL, 0};
    base = dem_arena_str(arena, base);
    xmlChar *joined = xmlBuildURI((const xmlChar *)given.p, (const xmlChar *)base.p);
    dem_str out = joined ? dem_str_from((char *)joined) : (dem_str){NULL, 0};
    out = is_web(out) ? copy(arena, out.p) : (dem_str){NULL, 0};
    xmlFree(joined);
    return out;
}

/* ── values ──────────────────────────────────────────────────────────────── */

/* RSS has "mail@host.example (Name of the Author)". */
static dem_str without_mail(dem_str name)
{
    size_t open = dem_str_find(name, DEM_STR("("));
    dem_str mail = dem_str_trim(dem_str_sub(name, 0, open));
    bool is_mail = dem_str_find(mail, DEM_STR("@")) < mail.n && dem_str_find(mail, DEM_STR(" ")) == mail.n;
    if (!is_mail || open == name.n) return is_mail ? (dem_str){NULL, 0} : name;
    name = dem_str_sub(name, open + 1, name.n);
    return dem_str_trim(dem_str_sub(name, 0, dem_str_find(name, DEM_STR(")"))));
}

static dem_str cut(dem_arena *arena, dem_str text, size_t limit)
{
    text = dem_utf8_repair(arena, dem_str_trim(text), NULL);
    if (text.n > limit) {
        for (text.n = limit; text.n && ((unsigned char)text.p[text.n] & 0xC0) == 0x80;) text.n--;
    }
    return text.n ? dem_arena_str(arena, text) : (dem_str){NULL, 0};
}

static dem_str line(dem_arena *arena, dem_str raw, dem_feed_markup markup)
{
    return markup == DEM_MARKUP_NONE ? dem_feed_line(arena, raw, DEM_FEED_MAX_LINE)
                                     : dem_feed_unmark(arena, raw, DEM_FEED_MAX_LINE);
}

static dem_str value_of(dem_arena *arena, dem_feed_field field, dem_str raw, dem_feed_markup markup,
                        dem_str base)
{
    switch (field) {
    case DEM_FIELD_LINK: return dem_feed_address(arena, raw, base);
    case DEM_FIELD_PUBLISHED: return dem_feed_date(arena, raw);
    case DEM_FIELD_TEXT: return cut(arena, raw, DEM_FEED_MAX_HTML);
    case DEM_FIELD_AUTHOR: return without_mail(line(arena, raw, markup));
    case DEM_FIELD_ID: return dem_feed_line(arena, raw, DEM_FEED_MAX_LINE);
    default: return line(arena, raw, markup);
    }
}

void dem_feed_draft_offer(dem_arena *arena, dem_feed_draft *d, const dem_vocabulary_row *row, dem_str raw,
                          dem_feed_markup markup, dem_str base)
{
    dem_feed_field f = row->field;
    bool adds = f == DEM_FIELD_AUTHOR && row->rank == d->rank[f];
    if (row->rank < d->rank[f] || (row->rank == d->rank[f] && !adds)) return;
    dem_str value = value_of(arena, f, raw, markup, base);
    if (!value.n) return;
    if (adds && d->value[f].n + value.n + 2 > DEM_FEED_MAX_LINE) return;
    if (adds) value = dem_arena_printf(arena, "%.*s, %.*s", DEM_STR_ARG(d->value[f]), DEM_STR_ARG(value));
    d->value[f] = value;
    d->rank[f] = row->rank;
    if (f == DEM_FIELD_TEXT) d->plain = markup == DEM_MARKUP_NONE;
}

/* ── the entry ───────────────────────────────────────────────────────────── */

/* A description is often the whole report. It is one if it is as long as a report and does not break off. */
static bool is_whole(dem_arena *arena, dem_str html)
{
    enum { REPORT = 1500 };
    static const char *const BREAKS[] = {"...", "…", "[…]", "[...]", "…]", "...]"};
    dem_str text = dem_feed_unmark(arena, html, html.n);
    for (size_t i = 0; i < sizeof BREAKS / sizeof *BREAKS; i++)
        if (dem_str_ends(text, dem_str_from(BREAKS[i]))) return false;
    return text.n >= REPORT;
}

void dem_feed_draft_entry(dem_arena *arena, const dem_feed_draft *d, dem_feed_entry *out)
{
    const dem_str *v = d->value;
    *out = (dem_feed_entry){
        .title = v[DEM_FIELD_TITLE],
        .link = v[DEM_FIELD_LINK],
        .id = v[DEM_FIELD_ID],
        .published = v[DEM_FIELD_PUBLISHED],
        .author = v[DEM_FIELD_AUTHOR],
        .publisher = v[DEM_FIELD_PUBLISHER],
        .language = v[DEM_FIELD_LANGUAGE],
        .html = v[DEM_FIELD_TEXT],
        .plain = d->plain,
    };
    if (!out->link.n && d->id_is_link) out->link = dem_feed_address(arena, out->id, (dem_str){NULL, 0});
    if (!out->id.n) out->id = out->link;
    out->changed = out->published.n && d->rank[DEM_FIELD_PUBLISHED] == DEM_RANK_CHANGED;
    out->summary = out->html.n && d->rank[DEM_FIELD_TEXT] <= DEM_RANK_SUMMARY && !is_whole(arena, out->html);
}

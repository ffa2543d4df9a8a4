/* feed/alternate.c - see alternate.h. */
#include "feed/alternate.h"
#include "feed/entry.h"
#include "feed/errors.h"
#include <libxml/HTMLparser.h>
#include <strings.h>

typedef struct search {
    dem_arena *arena;
    htmlParserCtxt *ctxt;
    dem_str base;
    dem_feed_alternates found;
} search;

static dem_str value(const xmlChar **at, const char *name)
{
    for (; at && at[0]; at += 2)
        if (strcasecmp((const char *)at[0], name) == 0) return dem_str_trim(dem_str_from((const char *)at[1]));
    return (dem_str){NULL, 0};
}

/* rel is a list of words. */
static bool has_word(dem_str list, const char *word)
{
    for (dem_str part; dem_str_next(&list, ' ', &part);)
        if (dem_str_ieq(part, dem_str_from(word))) return true;
    return false;
}

static void add(search *s, dem_str href)
{
    dem_str address = dem_feed_address(s->arena, href, s->base);
    for (unsigned i = 0; i < s->found.n; i++)
        if (dem_str_eq(s->found.at[i], address)) return;
    if (address.n && s->found.n < DEM_FEED_MAX_ALTERNATES) s->found.at[s->found.n++] = address;
}

static void on_begin(void *ctx, const xmlChar *name, const xmlChar **at)
{
    static const char *const TYPES[] = {"application/rss+xml", "application/atom+xml", "application/rdf+xml"};
    search *s = ctx;
    if (strcmp((const char *)name, "body") == 0) xmlStopParser(s->ctxt);
    if (strcmp((const char *)name, "base") == 0) {
        dem_str base = dem_feed_address(s->arena, value(at, "href"), s->base);
        if (base.n) s->base = base;
    }
    if (strcmp((const char *)name, "link") != 0 || !has_word(value(at, "rel"), "alternate")) return;
    dem_str type = value(at, "type");
    if (DEM_STR_IONE_OF(type, TYPES)) add(s, value(at, "href"));
}

static void pass_over(void *ctx, xmlError *error)
{
    (void)ctx, (void)error;
}

dem_feed_alternates dem_feed_alternates_of(dem_arena *arena, dem_str html, dem_str url)
{
    search s = {.arena = arena, .base = url};
    html = dem_str_sub(html, 0, DEM_FEED_MAX_HEAD);
    if (!html.n) return s.found;
    dem_feed_get_ready();
    s.ctxt = htmlCreateMemoryParserCtxt(html.p, (int)html.n);
    if (!s.ctxt) return s.found;
    *s.ctxt->sax = (xmlSAXHandler){.startElement = on_begin};
    s.ctxt->userData = &s;
    htmlCtxtUseOptions(s.ctxt,
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    dem_feed_errors before = dem_feed_errors_to((dem_feed_errors){pass_over, NULL});
    htmlParseDocument(s.ctxt);
    dem_feed_errors_to(before);
    htmlFreeParserCtxt(s.ctxt);
    return s.found;
}

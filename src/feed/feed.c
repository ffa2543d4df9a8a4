/* feed/feed.c - see feed.h. Driven by the parser's events, so that no tree of the document is ever built. */
#include "feed/feed.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "charset/declared.h"
#include "charset/decode.h"
#include "feed/ampersand.h"
#include "feed/entry.h"
#include "feed/errors.h"
#include "feed/markup.h"
#include "feed/plain.h"
#include <libxml/parserInternals.h>
#include <strings.h>

enum { MAX_DEPTH = 260 }; /* libxml2 ends at a depth of 256 by itself */

/* An element that is open. */
typedef struct level {
    dem_str base, language; /* as of xml:base and xml:lang */
    bool is_author;
} level;

typedef struct parse {
    dem_arena *arena;
    xmlParserCtxt *ctxt;
    dem_feed *out;
    DEM_VEC(dem_feed_entry) entries;
    const dem_vocabulary_root *root; /* NULL until it was seen, and if it is that of no feed */
    char root_name[40];
    unsigned depth; /* 0: outside the root */
    level level[MAX_DEPTH + 1];
    unsigned channel_at, item_at; /* their depth, 0 if none is open */
    dem_feed_draft channel, item;
    /* the value being read */
    const dem_vocabulary_row *row; /* NULL: none */
    unsigned row_at;
    dem_feed_markup markup;
    dem_buf value;
    /* the last character that was called by name */
    xmlEntity entity;
    char character[8];
} parse;

/* ── where we are ────────────────────────────────────────────────────────── */

static level *level_at(parse *p, unsigned depth)
{
    return &p->level[depth < MAX_DEPTH ? depth : MAX_DEPTH];
}

static void enter(parse *p, dem_attributes a)
{
    level up = *level_at(p, p->depth), *l = level_at(p, ++p->depth);
    dem_str base = dem_attribute(a, "xml", "base"), language = dem_attribute(a, "xml", "lang");
    *l = (level){up.base, up.language, false};
    if (base.n) base = dem_feed_address(p->arena, base, up.base);
    if (base.n) l->base = base;
    if (language.n) l->language = dem_feed_line(p->arena, language, DEM_FEED_MAX_LINE);
}

static dem_vocabulary vocabulary_of(const parse *p, const xmlChar *prefix, const xmlChar *uri)
{
    /* What has no prefix is the document's own, whatever namespace people copied to its head; RDF is strict. */
    if (!prefix && p->root && p->root->kind != DEM_FEED_RDF && p->root->kind != DEM_FEED_ATOM)
        return p->root->own;
    if (!prefix && !uri && p->root) return p->root->own;
    return dem_vocabulary_of((const char *)uri, (const char *)prefix);
}

/* The draft that an element of vocabulary `v` here tells something of, NULL if none. */
static dem_feed_draft *draft_here(parse *p, dem_vocabulary v)
{
    unsigned of = p->item_at ? p->item_at : p->channel_at;
    bool direct = p->depth == of + 1 || (p->depth == of + 2 && level_at(p, p->depth - 1)->is_author);
    if (!of || !(direct || (p->item_at && v == DEM_VOCABULARY_NEWS))) return NULL;
    return p->item_at ? &p->item : &p->channel;
}

static bool is_full(const parse *p)
{
    return p->entries.n >= DEM_FEED_MAX_ENTRIES;
}

/* ── elements with a meaning of their own ────────────────────────────────── */

static void begin_root(parse *p, const char *name)
{
    dem_str root = dem_str_sub(dem_str_from(name), 0, sizeof p->root_name - 1);
    memcpy(p->root_name, root.p, root.n);
    p->root = dem_vocabulary_root_of(dem_str_from(name));
    if (!p->root) {
        xmlStopParser(p->ctxt);
        return;
    }
    p->out->kind = p->root->kind;
    if (p->root->kind == DEM_FEED_ATOM) p->channel_at = p->depth;
}

static void begin_item(parse *p, dem_attributes a)
{
    static const dem_vocabulary_row ABOUT = {DEM_VOCABULARY_RDF, "about", DEM_FIELD_ID, 2};
    p->item = (dem_feed_draft){0};
    p->item_at = p->depth;
    dem_str about = dem_attribute(a, "rdf", "about");
    if (!about.n) return;
    p->item.id_is_link = true;
    dem_feed_draft_offer(p->arena, &p->item, &ABOUT, about, DEM_MARKUP_NONE, (dem_str){NULL, 0});
}

static void end_item(parse *p)
{
    static const dem_vocabulary_row LANGUAGE = {DEM_VOCABULARY_NONE, "lang", DEM_FIELD_LANGUAGE, 1};
    p->item_at = 0;
    if (is_full(p)) {
        p->out->n_cut++;
        return;
    }
    dem_feed_draft_offer(p->arena, &p->item, &LANGUAGE, level_at(p, p->depth)->language, DEM_MARKUP_NONE,
                         (dem_str){NULL, 0});
    dem_feed_entry entry;
    dem_feed_draft_entry(p->arena, &p->item, &entry);
    bool is_map = p->root->own == DEM_VOCABULARY_SITEMAP;
    if (entry.link.n || (!is_map && (entry.html.n || entry.title.n)))
        dem_vec_push(p->arena, &p->entries, entry);
}

/* Atom's link is an attribute. Of several alternates that in HTML is meant, then the first. */
static void atom_link(parse *p, dem_feed_draft *d, dem_attributes a)
{
    static const dem_vocabulary_row PAGE = {DEM_VOCABULARY_ATOM, "link", DEM_FIELD_LINK, 2},
                                    OTHER = {DEM_VOCABULARY_ATOM, "link", DEM_FIELD_LINK, 1};
    dem_str rel = dem_attribute(a, NULL, "rel"), type = dem_attribute(a, NULL, "type");
    if (rel.n && !dem_str_ieq(rel, DEM_STR("alternate"))) return;
    bool is_page = !type.n || dem_str_find(type, DEM_STR("html")) < type.n;
    dem_feed_draft_offer(p->arena, d, is_page ? &PAGE : &OTHER, dem_attribute(a, NULL, "href"), DEM_MARKUP_NONE,
                         level_at(p, p->depth)->base);
}

static void begin_value(parse *p, dem_vocabulary v, const dem_vocabulary_row *row, dem_attributes a)
{
    p->markup = DEM_MARKUP_HTML;
    if (v == DEM_VOCABULARY_XHTML) p->markup = DEM_MARKUP_XHTML;
    if (v == DEM_VOCABULARY_ATOM && !dem_markup_of_atom(a, &p->markup)) return;
    p->row = row;
    p->row_at = p->depth;
    dem_buf_clear(&p->value);
    if (row->field == DEM_FIELD_ID && v == DEM_VOCABULARY_RSS && p->item_at)
        p->item.id_is_link = !dem_str_ieq(dem_attribute(a, NULL, "isPermaLink"), DEM_STR("false"));
}

static void end_value(parse *p)
{
    const level *l = level_at(p, p->depth);
    dem_feed_draft_offer(p->arena, p->item_at ? &p->item : &p->channel, p->row, dem_buf_str(&p->value),
                         p->markup, l->base);
    p->row = NULL;
}

/* ── what the parser calls ───────────────────────────────────────────────── */

static void begin_within(parse *p, const char *name, dem_vocabulary v, dem_attributes a)
{
    bool is_own = v == p->root->own;
    if (!p->item_at && is_own && strcasecmp(name, p->root->entry) == 0) {
        begin_item(p, a);
        return;
    }
    if (!p->channel_at && v == DEM_VOCABULARY_RSS && strcmp(name, "channel") == 0) {
        p->channel_at = p->depth;
        return;
    }
    dem_feed_draft *d = draft_here(p, v);
    if (!d || (p->item_at && is_full(p))) return;
    if (v == DEM_VOCABULARY_ATOM && strcmp(name, "link") == 0) atom_link(p, d, a);
    bool is_author = v == DEM_VOCABULARY_ATOM && strcmp(name, "author") == 0;
    level_at(p, p->depth)->is_author = is_author;
    const dem_vocabulary_row *row = dem_vocabulary_row_of(v, name);
    bool is_name = v == DEM_VOCABULARY_ATOM && row && row->field == DEM_FIELD_AUTHOR;
    if (row && (!is_name || level_at(p, p->depth - 1)->is_author)) begin_value(p, v, row, a);
}

/* NOLINTNEXTLINE(readability-function-size): libxml2 says what it takes. */
static void on_begin(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int n_spaces,
                     const xmlChar **spaces, int n, int n_defaulted, const xmlChar **at)
{
    (void)n_spaces, (void)spaces, (void)n_defaulted;
    parse *p = ctx;
    dem_attributes a = {at, n};
    enter(p, a);
    if (p->row) dem_markup_tag(&p->value, name, a);
    else if (!p->root) begin_root(p, (const char *)name);
    else begin_within(p, (const char *)name, vocabulary_of(p, prefix, uri), a);
}

static void on_end(void *ctx, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    (void)prefix, (void)uri;
    parse *p = ctx;
    if (p->row && p->row_at == p->depth) end_value(p);
    else if (p->row) dem_markup_end_tag(&p->value, name);
    else if (p->item_at == p->depth) end_item(p);
    else if (p->channel_at == p->depth) p->channel_at = 0;
    if (p->depth) p->depth--;
}

static void on_text(void *ctx, const xmlChar *text, int n)
{
    parse *p = ctx;
    if (!p->row || n <= 0) return;
    dem_str s = {(const char *)text, (size_t)n};
    p->markup == DEM_MARKUP_XHTML ? dem_markup_escaped(&p->value, s) : dem_markup_text(&p->value, s);
}

/* What "&name;" stands for. Nothing that the document declares is ever looked at, so nothing can grow; the characters that
 * HTML names are understood, since feeds use them undeclared. */
static xmlEntity *on_name(void *ctx, const xmlChar *name)
{
    parse *p = ctx;
    p->ctxt->wellFormed = 1; /* or every reference behind the first error of the document would be dropped */
    size_t n = dem_feed_character((const char *)name, p->character);
    /* libxml2 takes but one byte of it into an attribute. */
    if (!n || (n > 1 && p->ctxt->instate == XML_PARSER_ATTRIBUTE_VALUE)) return NULL;
    p->entity = (xmlEntity){.type = XML_ENTITY_DECL,
                            .name = name,
                            .orig = (xmlChar *)p->character,
                            .content = (xmlChar *)p->character,
                            .length = (int)n,
                            .etype = XML_INTERNAL_PREDEFINED_ENTITY};
    return &p->entity;
}

static void on_error(void *ctx, xmlError *error)
{
    parse *p = ctx;
    if (error->level >= XML_ERR_ERROR) p->out->damaged = true;
}

/* ── the whole ───────────────────────────────────────────────────────────── */

/* `text`: UTF-8, whatever the document says of itself. */
static void parse_text(parse *p, dem_str text)
{
    /* OLDSAX: also for "&amp;" we are asked (on_name). NOENT: attributes come with their references resolved. */
    enum { HOW = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_NOENT | XML_PARSE_OLDSAX };
    dem_feed_get_ready();
    xmlParserCtxt *ctxt = p->ctxt = xmlCreateMemoryParserCtxt(text.p, (int)text.n);
    if (!ctxt) return;
    *ctxt->sax = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                                 .startElementNs = on_begin,
                                 .endElementNs = on_end,
                                 .characters = on_text,
                                 .ignorableWhitespace = on_text,
                                 .getEntity = on_name,
                                 .serror = on_error};
    ctxt->userData = p;
    xmlCtxtUseOptions(ctxt, HOW | XML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(ctxt, XML_CHAR_ENCODING_UTF8);
    xmlParseDocument(ctxt);
    xmlFreeDoc(ctxt->myDoc); /* where libxml2 keeps what a document declares */
    ctxt->myDoc = NULL;
    xmlFreeParserCtxt(ctxt);
}

static void hand_out(parse *p)
{
    dem_feed_entry channel;
    dem_feed_draft_entry(p->arena, &p->channel, &channel);
    p->out->title = channel.title;
    p->out->link = channel.link;
    p->out->language = channel.language.n ? channel.language : level_at(p, 1)->language;
    p->out->entry = p->entries.at;
    p->out->n_entries = (uint32_t)p->entries.n;
}

dem_status dem_feed_read(dem_arena *arena, dem_str bytes, dem_str url, dem_feed *out, dem_error *err)
{
    *out = (dem_feed){0};
    if (bytes.n > DEM_FEED_MAX_BYTES)
        return dem_fail(err, DEM_E_LIMIT, url, 0, 0, "a feed of %zu bytes; at most %u are read", bytes.n,
                        DEM_FEED_MAX_BYTES);
    dem_decoded decoded;
    dem_status st = dem_charset_decode(arena, bytes, dem_charset_declared(bytes), &decoded);
    if (st != DEM_OK) return dem_fail(err, st, url, 0, 0, "too long a feed");
    dem_str text = dem_str_trim(dem_feed_ampersands(arena, decoded.text));
    if (!text.n) return dem_fail(err, DEM_E_FORMAT, url, 0, 0, "empty; expected a feed");
    parse *p = dem_arena_new(arena, parse);
    p->arena = arena;
    p->out = out;
    p->level[0].base = url;
    parse_text(p, text);
    dem_buf_release(&p->value);
    if (!p->root)
        return dem_fail(err, DEM_E_FORMAT, url, 0, 0, "no feed but %s%.30s%s; expected RSS, Atom or a sitemap",
                        p->root_name[0] ? "<" : "something else", p->root_name, p->root_name[0] ? ">" : "");
    hand_out(p);
    return DEM_OK;
}

const char *dem_feed_kind_name(dem_feed_kind kind)
{
    static const char *const NAMES[] = {"RSS", "RSS 1.0", "Atom", "sitemap", "index of sitemaps"};
    return NAMES[kind];
}

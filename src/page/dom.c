/* page/dom.c - see dom.h. */
#include "page/dom.h"
#include "page/clean.h"
#include "page/page.h"
#include <libxml/HTMLparser.h>
#include <pthread.h>

bool page_walk_next(page_walk *w)
{
    const xmlNode *node = w->node;
    if (!node) {
        w->node = w->root;
        w->leaving = false;
        return w->root != NULL;
    }
    bool element = node->type == XML_ELEMENT_NODE;
    if (element && !w->leaving && node->children) {
        w->node = node->children;
    } else if (element && !w->leaving) {
        w->leaving = true;
    } else if (node == w->root) {
        return false;
    } else if (node->next) {
        w->node = node->next;
        w->leaving = false;
    } else {
        w->node = node->parent;
        w->leaving = true;
    }
    return true;
}

void page_walk_skip(page_walk *w)
{
    /* As if it had ended already; page_walk_next() goes on from a step that leaves. */
    w->leaving = true;
}

dem_str page_attribute(const xmlNode *element, const char *name)
{
    if (element->type != XML_ELEMENT_NODE) return (dem_str){NULL, 0};
    for (const xmlAttr *a = element->properties; a; a = a->next) {
        if ((char)a->name[0] != name[0] || strcmp((const char *)a->name, name) != 0) continue;
        const xmlNode *value = a->children;
        if (!value || value->next || value->type != XML_TEXT_NODE) return (dem_str){"", 0};
        return dem_str_from((const char *)value->content);
    }
    return (dem_str){NULL, 0};
}

/* ---- parsing ----------------------------------------------------------------------------------------- */

/* What the parser counts against the bounds. */
typedef struct bounds {
    uint32_t elements, faults;
    const char *broken; /* which bound */
} bounds;

/* The parser has no bound of its own on how deep elements nest, and looks through all open ones at some end tags. */
static void start_element(void *ctx, const xmlChar *name, const xmlChar **attributes)
{
    htmlParserCtxt *parser = ctx;
    bounds *b = parser->_private;
    if (parser->nameNr > PAGE_MAX_DEPTH) b->broken = "elements nested too deep";
    if (++b->elements > PAGE_MAX_ELEMENTS) b->broken = "too many elements";
    if (b->broken) xmlStopParser(parser);
    else xmlSAX2StartElement(ctx, name, attributes);
}

/* Called with a message that nobody reads. */
static void count_fault(void *ctx, const char *message, ...)
{
    htmlParserCtxt *parser = ctx;
    bounds *b = parser->_private;
    (void)message;
    if (++b->faults <= PAGE_MAX_FAULTS) return;
    b->broken = "too many faults in the markup";
    xmlStopParser(parser);
}

/* The options, which are set by now, have silenced the faults: they are to be counted all the same. Without the last one the tree would
 * end, and nobody be told, at the 256th open element. */
static void start_document(void *ctx)
{
    htmlParserCtxt *parser = ctx;
    parser->sax->error = count_fault;
    parser->options |= XML_PARSE_HUGE;
    xmlSAX2StartDocument(ctx);
}

/* Left to itself libxml2 makes its dictionaries ready on first use, and two threads that come at once may wait for each other for
 * ever. */
static void get_ready(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, xmlInitParser);
}

static const char *parse(dem_str clean, xmlDoc **doc)
{
    static const int OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                               HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC |
                               HTML_PARSE_NODEFDTD;
    get_ready();
    htmlParserCtxt *parser = htmlNewParserCtxt();
    if (!parser) return "no parser";
    bounds b = {0};
    parser->_private = &b;
    parser->sax->startElement = start_element;
    parser->sax->startDocument = start_document;
    *doc = htmlCtxtReadMemory(parser, clean.p, (int)clean.n, NULL, "UTF-8", OPTIONS);
    htmlFreeParserCtxt(parser);
    return b.broken;
}

dem_status page_dom_parse(dem_arena *arena, dem_str html, xmlDoc **doc, dem_error *err)
{
    *doc = NULL;
    dem_str clean = {NULL, 0};
    if (html.n > DEM_MAX_PAGE)
        return dem_fail(err, DEM_E_LIMIT, DEM_STR(""), 0, 0, "a page of more than %u bytes", DEM_MAX_PAGE);
    const char *broken = page_clean(arena, html, &clean);
    if (!broken) broken = parse(clean, doc);
    if (!broken && *doc && xmlDocGetRootElement(*doc)) return DEM_OK;
    xmlFreeDoc(*doc);
    *doc = NULL;
    if (broken) return dem_fail(err, DEM_E_LIMIT, DEM_STR(""), 0, 0, "%s", broken);
    return dem_fail(err, DEM_E_FORMAT, DEM_STR(""), 0, 0, "a page without elements");
}

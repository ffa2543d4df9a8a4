/* page/meta_lines.c - see meta_lines.h. */
#include "page/meta_lines.h"
#include "page/meta_dom.h"

enum { MOST_MARKS = 256, CLASS = 200 /* bytes of a class attribute that are looked at */ };

typedef struct walk {
    dem_meta_found *f;
    dem_meta_lines *out;
    dem_buf line;
    bool cut;
    /* the outermost element that the walk is in and that says so; NULL if it is in none */
    const xmlNode *elsewhere, *dated, *byline, *h1;
} walk;

static void flush(walk *w)
{
    dem_str text = dem_str_trim(dem_buf_str(&w->line));
    if (text.n && w->out->line.n < DEM_META_LINES) {
        unsigned flags = (w->elsewhere ? DEM_LINE_ELSEWHERE : 0u) | (w->dated ? DEM_LINE_DATED : 0u) |
                         (w->byline ? DEM_LINE_BYLINE : 0u) | (w->h1 ? DEM_LINE_H1 : 0u) |
                         (w->cut ? DEM_LINE_CUT : 0u);
        dem_vec_push(w->f->arena, &w->out->line, ((dem_meta_line){dem_arena_str(w->f->arena, text), flags}));
    }
    dem_buf_clear(&w->line);
    w->cut = false;
}

static void add_text(walk *w, dem_str text)
{
    if (!text.n || w->out->line.n >= DEM_META_LINES) return;
    /* "20 Nov 2019" and "4:29 AM" of two elements without a blank between */
    bool digits = w->line.n && text.p[0] >= '0' && text.p[0] <= '9' && w->line.p[w->line.n - 1] >= '0' &&
                  w->line.p[w->line.n - 1] <= '9';
    if (digits) dem_buf_addc(&w->line, ' ');
    dem_meta_collapse(&w->line, text, DEM_META_LINE);
    w->cut |= w->line.n > DEM_META_LINE - 4; /* a character more might not fit */
}

static bool has_name(const xmlNode *n, const char *const *names, size_t count)
{
    return n->type == XML_ELEMENT_NODE && dem_str_one_of(dem_str_from((const char *)n->name), names, count);
}
#define HAS_NAME(n, names) has_name((n), (names), sizeof(names) / sizeof *(names))

static bool hidden(const xmlNode *n)
{
    static const char *const NAMES[] = {"script", "style",  "noscript", "template", "svg",
                                        "iframe", "select", "textarea", "object",   "title"};
    return HAS_NAME(n, NAMES);
}

/* What stays inside a line; all else begins a new one. */
static bool inline_element(const xmlNode *n)
{
    static const char *const NAMES[] = {"a",     "abbr", "b",   "bdi",   "bdo",  "cite",   "code",
                                        "em",    "font", "i",   "kbd",   "mark", "q",      "s",
                                        "small", "span", "sub", "sup",   "u",    "strong", "wbr",
                                        "img",   "del",  "ins", "label", "data", "tt",     "var"};
    return HAS_NAME(n, NAMES);
}

static bool says(dem_str class, const char *const *words, size_t n)
{
    char small[CLASS + 1];
    class = dem_str_lower(dem_str_sub(class, 0, CLASS), small, sizeof small);
    for (size_t i = 0; class.n && i < n; i++)
        if (dem_str_find(class, dem_str_from(words[i])) < class.n) return true;
    return false;
}
#define SAYS(class, words) says((class), (words), sizeof(words) / sizeof *(words))

static bool leads_elsewhere(const xmlNode *n, dem_str class)
{
    static const char *const NAMES[] = {"nav", "footer", "aside"};
    static const char *const OUTER[] = {"html", "body", "main", "article", "header"};
    static const char *const WORDS[] = {"comment", "related", "recommend", "sidebar", "trending", "popular",
                                        "ticker",  "promo",   "widget",    "teaser",  "carousel", "most-read",
                                        "latest-", "footer",  "read-more", "upnext"};
    return HAS_NAME(n, NAMES) || (!HAS_NAME(n, OUTER) && SAYS(class, WORDS));
}

static void mark(walk *w, const xmlNode *n, dem_meta_mark_kind kind, dem_str name, dem_str value)
{
    if (w->out->mark.n >= MOST_MARKS) return;
    if (!value.n) value = dem_meta_text(w->f->arena, n, DEM_META_LINE);
    if (!value.n) return;
    dem_meta_mark m = {kind, name, value, (uint32_t)w->out->line.n, w->elsewhere != NULL};
    dem_vec_push(w->f->arena, &w->out->mark, m);
}

static void mark_element(walk *w, const xmlNode *n)
{
    static const char *const PROPS[] = {"datepublished", "datemodified", "datecreated",
                                        "headline",      "author",       "inlanguage"};
    char small[32];
    dem_str prop = page_attribute(n, "itemprop"), value = page_attribute(n, "content");
    if (!value.n) value = page_attribute(n, "datetime");
    prop = dem_str_lower(prop, small, sizeof small);
    for (size_t i = 0; prop.n && i < sizeof PROPS / sizeof *PROPS; i++)
        if (dem_str_is(prop, PROPS[i])) mark(w, n, DEM_MARK_PROP, dem_str_from(PROPS[i]), value);
    if (dem_meta_is(n, "time")) {
        bool pubdate = page_attribute(n, "pubdate").p != NULL;
        mark(w, n, DEM_MARK_TIME, pubdate ? DEM_STR("pubdate") : (dem_str){NULL, 0}, value);
    }
    if (dem_str_ieq(page_attribute(n, "rel"), DEM_STR("author")) && !dem_meta_is(n, "link"))
        mark(w, n, DEM_MARK_AUTHOR, (dem_str){NULL, 0}, (dem_str){NULL, 0});
}

static void enter_element(walk *w, const xmlNode *n)
{
    static const char *const DATED[] = {"date", "publish", "time"};
    static const char *const BYLINE[] = {"byline", "author", "writer", "reporter", "contributor"};
    dem_str class = page_attribute(n, "class");
    bool outer = dem_meta_is(n, "html") || dem_meta_is(n, "body");
    bool dated = !w->dated && !outer && (dem_meta_is(n, "time") || SAYS(class, DATED));
    bool byline = !w->byline && !outer && SAYS(class, BYLINE);
    if (!inline_element(n) || dated || byline) flush(w);
    if (dated) w->dated = n;
    if (byline) w->byline = n;
    if (!w->elsewhere && leads_elsewhere(n, class)) w->elsewhere = n;
    if (!w->h1 && dem_meta_is(n, "h1")) w->h1 = n;
    mark_element(w, n);
    dem_meta_element(w->f, n);
}

static void leave_element(walk *w, const xmlNode *n)
{
    if (!inline_element(n) || n == w->dated || n == w->byline || n == w->elsewhere) flush(w);
    if (n == w->elsewhere) w->elsewhere = NULL;
    if (n == w->dated) w->dated = NULL;
    if (n == w->byline) w->byline = NULL;
    if (n == w->h1) w->h1 = NULL;
}

/* A script, the page's title, or what nobody sees. */
static void enter_hidden(walk *w, const xmlNode *n)
{
    if (dem_meta_is(n, "script")) dem_meta_json(w->f, n);
    if (!dem_meta_is(n, "title") || !n->parent || !dem_meta_is(n->parent, "head")) return;
    dem_meta_say(w->f, &w->f->title, DEM_META_SOME, dem_meta_text(w->f->arena, n, DEM_META_LONG));
}

void dem_meta_walk(dem_meta_found *f, const xmlNode *root, dem_meta_lines *out)
{
    walk w = {.f = f, .out = out};
    page_walk at = page_walk_from(root);
    while (page_walk_next(&at)) {
        const xmlNode *n = at.node;
        if (hidden(n)) {
            enter_hidden(&w, n);
            page_walk_skip(&at); /* nor is it left */
        } else if (at.leaving) leave_element(&w, n);
        else if (n->type == XML_ELEMENT_NODE) enter_element(&w, n);
        else add_text(&w, dem_meta_node_text(n));
    }
    flush(&w);
    dem_buf_release(&w.line);
}

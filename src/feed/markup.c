/* feed/markup.c - see markup.h. */
#include "feed/markup.h"

dem_str dem_attribute(dem_attributes a, const char *prefix, const char *name)
{
    for (int i = 0; i < a.n; i++) {
        const xmlChar **x = a.at + (ptrdiff_t)5 * i; /* name, prefix, namespace, begin and end of the value */
        bool same_prefix = prefix ? x[1] && strcmp((const char *)x[1], prefix) == 0 : !x[1];
        if (same_prefix && strcmp((const char *)x[0], name) == 0)
            return (dem_str){(const char *)x[3], (size_t)(x[4] - x[3])};
    }
    return (dem_str){NULL, 0};
}

static bool begins(dem_str s, const char *head)
{
    return dem_str_ieq(dem_str_sub(s, 0, strlen(head)), dem_str_from(head));
}

bool dem_markup_of_atom(dem_attributes a, dem_feed_markup *out)
{
    dem_str type = dem_str_trim(dem_attribute(a, NULL, "type"));
    *out = DEM_MARKUP_NONE;
    if (dem_attribute(a, NULL, "src").n || dem_str_is(dem_attribute(a, NULL, "mode"), "base64")) return false;
    if (!type.n || dem_str_ieq(type, DEM_STR("text")) || begins(type, "text/plain")) return true;
    *out = DEM_MARKUP_HTML;
    if (dem_str_ieq(type, DEM_STR("html")) || begins(type, "text/html")) return true;
    *out = DEM_MARKUP_XHTML;
    return dem_str_ieq(type, DEM_STR("xhtml")) || begins(type, "application/xhtml");
}

void dem_markup_text(dem_buf *b, dem_str s)
{
    enum { MOST = DEM_FEED_MAX_HTML + 4096 };
    dem_buf_add(b, dem_str_sub(s, 0, b->n < MOST ? MOST - b->n : 0));
}

static const char *escape_of(char c)
{
    switch (c) {
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '&': return "&amp;";
    case '"': return "&quot;";
    default: return NULL;
    }
}

void dem_markup_escaped(dem_buf *b, dem_str s)
{
    for (size_t i = 0, from = 0; i <= s.n; i++) {
        const char *as = i < s.n ? escape_of(s.p[i]) : "";
        if (!as) continue;
        dem_markup_text(b, dem_str_sub(s, from, i));
        dem_markup_text(b, dem_str_from(as));
        from = i + 1;
    }
}

void dem_markup_tag(dem_buf *b, const xmlChar *name, dem_attributes a)
{
    dem_markup_text(b, DEM_STR("<"));
    dem_markup_text(b, dem_str_from((const char *)name));
    for (int i = 0; i < a.n; i++) {
        const xmlChar **x = a.at + (ptrdiff_t)5 * i;
        if (x[1]) continue; /* xml:space and its like mean nothing in HTML */
        dem_markup_text(b, DEM_STR(" "));
        dem_markup_text(b, dem_str_from((const char *)x[0]));
        dem_markup_text(b, DEM_STR("=\""));
        dem_markup_escaped(b, (dem_str){(const char *)x[3], (size_t)(x[4] - x[3])});
        dem_markup_text(b, DEM_STR("\""));
    }
    dem_markup_text(b, DEM_STR(">"));
}

void dem_markup_end_tag(dem_buf *b, const xmlChar *name)
{
    /* For these an end tag would be read as one more. */
    static const char *const EMPTY[] = {"br",   "hr",  "img",   "input",  "meta", "link",
                                        "area", "col", "embed", "source", "wbr"};
    dem_str tag = dem_str_from((const char *)name);
    if (DEM_STR_IONE_OF(tag, EMPTY)) return;
    dem_markup_text(b, DEM_STR("</"));
    dem_markup_text(b, tag);
    dem_markup_text(b, DEM_STR(">"));
}

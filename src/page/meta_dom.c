/* page/meta_dom.c - see meta_dom.h. */
#include "page/meta_dom.h"
#include "base/utf8.h"

enum { MOST_STEPS = 400 };

static dem_str of_xml(const xmlChar *s)
{
    return dem_str_from((const char *)s);
}

dem_str dem_meta_attr(const xmlNode *n, const char *name)
{
    if (n->type != XML_ELEMENT_NODE) return (dem_str){NULL, 0};
    for (const xmlAttr *a = n->properties; a; a = a->next) {
        if (strcmp((const char *)a->name, name) != 0) continue;
        /* The HTML parser leaves one text node: references are replaced already. */
        const xmlNode *value = a->children;
        return value && value->content ? of_xml(value->content) : (dem_str){"", 0};
    }
    return (dem_str){NULL, 0};
}

bool dem_meta_is(const xmlNode *n, const char *name)
{
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

dem_str dem_meta_node_text(const xmlNode *n)
{
    bool text = n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE;
    return text && n->content ? of_xml(n->content) : (dem_str){NULL, 0};
}

const xmlNode *dem_meta_step_over(const xmlNode *root, const xmlNode *at, bool *leaving)
{
    *leaving = false;
    if (at == root) return NULL;
    if (at->next) return at->next;
    *leaving = true;
    return at->parent;
}

const xmlNode *dem_meta_step(const xmlNode *root, const xmlNode *at, bool *leaving)
{
    bool into = !*leaving && at->type == XML_ELEMENT_NODE && at->children;
    if (into) return at->children;
    return dem_meta_step_over(root, at, leaving);
}

static bool blank_before(const dem_buf *out)
{
    return out->n == 0 || out->p[out->n - 1] == ' ';
}

void dem_meta_collapse(dem_buf *out, dem_str text, size_t most)
{
    size_t at = 0;
    while (at < text.n && out->n < most) {
        size_t from = at;
        uint32_t c = dem_utf8_next(text, &at);
        bool blank = c < 0x80 ? c <= ' ' : dem_is_space(c);
        if (blank && blank_before(out)) continue;
        if (blank) dem_buf_addc(out, ' ');
        else if (out->n + (at - from) <= most) dem_buf_add(out, dem_str_sub(text, from, at));
        else break;
    }
}

dem_str dem_meta_text(dem_arena *arena, const xmlNode *n, size_t most)
{
    dem_buf b = {0};
    bool leaving = false;
    const xmlNode *at = n;
    for (int i = 0; at && i < MOST_STEPS && b.n < most; i++) {
        bool hidden = dem_meta_is(at, "script") || dem_meta_is(at, "style");
        dem_meta_collapse(&b, dem_meta_node_text(at), most);
        at = hidden ? dem_meta_step_over(n, at, &leaving) : dem_meta_step(n, at, &leaving);
    }
    dem_str got = dem_arena_str(arena, dem_str_trim(dem_buf_str(&b)));
    dem_buf_release(&b);
    return got;
}

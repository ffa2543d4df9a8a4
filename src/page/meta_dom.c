/* page/meta_dom.c - see meta_dom.h. */
#include "page/meta_dom.h"
#include "base/utf8.h"

enum { MOST_STEPS = 400, MOST_BLANK = 64 };

static dem_str of_xml(const xmlChar *s)
{
    return dem_str_from((const char *)s);
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

static bool blank_before(const dem_buf *out)
{
    return out->n == 0 || out->p[out->n - 1] == ' ';
}

void dem_meta_collapse(dem_buf *out, dem_str text, size_t most)
{
    size_t at = 0;
    text = dem_str_sub(text, 0, MOST_BLANK * most); /* may be a million blanks */
    while (at < text.n && out->n < most) {
        char bytes[4];
        uint32_t c = dem_utf8_next(text, &at);
        bool blank = c < 0x80 ? c <= ' ' : dem_is_space(c);
        if (blank && blank_before(out)) continue;
        /* written anew, so that a broken character comes out as a whole one */
        size_t n = dem_utf8_put(bytes, blank ? ' ' : c);
        if (out->n + n > most) return;
        dem_buf_add(out, (dem_str){bytes, n});
    }
}

dem_str dem_meta_text(dem_arena *arena, const xmlNode *n, size_t most)
{
    dem_buf b = {0};
    page_walk w = page_walk_from(n);
    for (int i = 0; i < MOST_STEPS && b.n < most && page_walk_next(&w);) {
        i += !w.leaving || w.node->children; /* what is empty is one step */
        if (dem_meta_is(w.node, "script") || dem_meta_is(w.node, "style")) page_walk_skip(&w);
        else dem_meta_collapse(&b, dem_meta_node_text(w.node), most);
    }
    dem_str got = dem_arena_str(arena, dem_str_trim(dem_buf_str(&b)));
    dem_buf_release(&b);
    return got;
}

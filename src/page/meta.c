/* page/meta.c - the title and the body that a page states (to be replaced). */
#include "page/meta.h"
#include "page/dom.h"
#include "page/tag.h"
#include <jansson.h>

static dem_str content_of(dem_arena *arena, const xmlNode *element)
{
    const xmlNode *n = element->children;
    return n && n->content ? dem_arena_str(arena, dem_str_trim(dem_str_from((const char *)n->content)))
                           : (dem_str){NULL, 0};
}

static void find_body(dem_arena *arena, json_t *value, int depth, dem_meta *out)
{
    if (depth > 5) return;
    size_t i;
    json_t *part;
    const char *key;
    if (json_is_array(value)) json_array_foreach(value, i, part) find_body(arena, part, depth + 1, out);
    if (!json_is_object(value)) return;
    const char *body = json_string_value(json_object_get(value, "articleBody"));
    if (body && strlen(body) > out->body.n) out->body = dem_arena_str(arena, dem_str_from(body));
    json_object_foreach(value, key, part) find_body(arena, part, depth + 1, out);
}

static void read_script(dem_arena *arena, const xmlNode *script, dem_meta *out)
{
    const xmlNode *n = script->children;
    if (!n || !n->content || !dem_str_is(page_attribute(script, "type"), "application/ld+json")) return;
    json_t *root = json_loads((const char *)n->content, JSON_REJECT_DUPLICATES, NULL);
    find_body(arena, root, 0, out);
    json_decref(root);
}

void dem_meta_find(dem_arena *arena, const xmlDoc *doc, dem_str url, dem_meta *out)
{
    *out = (dem_meta){.url = url};
    page_walk w = page_walk_from(xmlDocGetRootElement(doc));
    while (page_walk_next(&w)) {
        if (w.node->type != XML_ELEMENT_NODE || w.leaving) continue;
        page_tag tag = page_tag_by_name((const char *)w.node->name);
        if (tag == PAGE_TITLE && !out->title.n) out->title = content_of(arena, w.node);
        else if (tag == PAGE_SCRIPT) read_script(arena, w.node, out);
        else if (dem_str_is(page_attribute(w.node, "property"), "og:title"))
            out->title = dem_arena_str(arena, dem_str_trim(page_attribute(w.node, "content")));
    }
}

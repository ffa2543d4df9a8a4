/* page/meta_dom.h - names and texts of a document's nodes, as far as its metadata needs them. Walking and attributes: dom.h. */
#ifndef DEM_PAGE_META_DOM_H
#define DEM_PAGE_META_DOM_H
#include "base/arena.h"
#include "base/buf.h"
#include "page/dom.h"

/* An element of that name. */
bool dem_meta_is(const xmlNode *n, const char *name);
/* The text of a text or CDATA node, else {NULL,0}; borrowed. */
dem_str dem_meta_node_text(const xmlNode *n);

/* Appends `text` with each run of white space (no-break spaces included) as one blank and none at the head of `out`, which does
 * not grow beyond `most` bytes; characters stay whole. Of a text of more than 64 * `most` bytes only the head is looked at. */
void dem_meta_collapse(dem_buf *out, dem_str text, size_t most);
/* The text inside a node, collapsed and cut to `most` bytes; not more than some hundred nodes are looked at. In `arena`. */
dem_str dem_meta_text(dem_arena *arena, const xmlNode *n, size_t most);

#endif

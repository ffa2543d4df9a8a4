/* page/meta_dom.h - reading attributes and walking a document, as far as its metadata needs it. */
#ifndef DEM_PAGE_META_DOM_H
#define DEM_PAGE_META_DOM_H
#include "base/arena.h"
#include "base/buf.h"
#include <libxml/tree.h>

/* The value of an attribute; {NULL,0} if it is missing. Borrowed from the document. */
dem_str dem_meta_attr(const xmlNode *n, const char *name);
bool dem_meta_is(const xmlNode *n, const char *name);
/* The text of a text or CDATA node, else {NULL,0}; borrowed. */
dem_str dem_meta_node_text(const xmlNode *n);

/* One step of a walk through `root` in the order of the document; a node with children is met twice, the second time with
 * *leaving set. NULL at the end. Begin with root and *leaving false. */
const xmlNode *dem_meta_step(const xmlNode *root, const xmlNode *at, bool *leaving);
/* The next node that does not lie in `at`; its leaving is met as well. */
const xmlNode *dem_meta_step_over(const xmlNode *root, const xmlNode *at, bool *leaving);

/* Appends `text` with each run of white space (no-break spaces included) as one blank and none at the head of `out`, which does
 * not grow beyond `most` bytes; characters stay whole. */
void dem_meta_collapse(dem_buf *out, dem_str text, size_t most);
/* The text inside a node, collapsed and cut to `most` bytes; not more than some hundred nodes are looked at. In `arena`. */
dem_str dem_meta_text(dem_arena *arena, const xmlNode *n, size_t most);

#endif

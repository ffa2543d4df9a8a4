/* page/dom.h - libxml2's tree of a page: making it within bounds, walking it without recursion, attributes. */
#ifndef DEM_PAGE_DOM_H
#define DEM_PAGE_DOM_H
#include "base/arena.h"
#include "base/error.h"
#include <libxml/tree.h>

/* Elements open at the same time; browsers draw the line at 512. */
#define PAGE_MAX_DEPTH 512
/* Elements in all: the largest real pages have some ten thousands. */
#define PAGE_MAX_ELEMENTS (1u << 18)
/* What the parser finds wrong with a page: it spends more time on a fault than on an element, and every element that is younger than
 * itself is one. */
#define PAGE_MAX_FAULTS (1u << 18)

/* Parses a page in UTF-8; the caller ends *doc with xmlFreeDoc(). DEM_E_LIMIT if one of the bounds here or in clean.h is broken, DEM_E_FORMAT if there is no element at all. Loads nothing, says nothing, and may be called from several
 * threads at once. */
dem_status page_dom_parse(dem_arena *arena, dem_str html, xmlDoc **doc, dem_error *err);

/* A walk through a tree in the order of the text. Every element is entered and left; the others are only entered. */
typedef struct page_walk {
    const xmlNode *root, *node; /* node: NULL before the first step and behind the last */
    bool leaving;               /* the walk is at the end of `node` */
} page_walk;

static inline page_walk page_walk_from(const xmlNode *root)
{
    return (page_walk){root, NULL, false};
}
/* The next step; false behind the last. */
bool page_walk_next(page_walk *w);
/* Makes the next step leave w->node, which was entered, whatever is in it. */
void page_walk_skip(page_walk *w);

/* The value of an attribute; {NULL,0} if there is none, or `element` is none. Borrowed from the tree if it is in one piece there, as the parser
 * leaves it, else empty. */
dem_str page_attribute(const xmlNode *element, const char *name);

#endif

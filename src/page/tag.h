/* page/tag.h - names of elements as numbers, and what each does to the text in it. */
#ifndef DEM_PAGE_TAG_H
#define DEM_PAGE_TAG_H
#include "base/str.h"

typedef enum page_tag {
    PAGE_OTHER, /* not in tag.def */
#define TAG(id, name, flow) PAGE_##id,
#include "page/tag.def"
    PAGE_TAG_COUNT
} page_tag;

typedef enum page_flow {
    PAGE_FLOW,  /* its text goes on in the paragraph around it */
    PAGE_BOX,   /* its text stands in paragraphs of its own */
    PAGE_BREAK, /* ends a line */
    PAGE_SKIP   /* nobody sees text in it */
} page_flow;

/* `name` in lower case, as the parser gives it. */
page_tag page_tag_by_name(const char *name);
page_flow page_tag_flow(page_tag tag);

static inline bool page_tag_is_heading(page_tag tag)
{
    return tag >= PAGE_H1 && tag <= PAGE_H6;
}

#endif

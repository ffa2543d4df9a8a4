/* page/entries.h - the entries of a live page: where each is among the paragraphs, and when it was written. */
#ifndef DEM_PAGE_ENTRIES_H
#define DEM_PAGE_ENTRIES_H
#include "page/moment.h"
#include "page/weigh.h"

typedef struct page_entry {
    uint32_t first, last; /* blocks */
    dem_str name;         /* its id in the page; {NULL,0} */
    page_moment moment;
} page_entry;

typedef struct page_entries {
    page_entry *at; /* [n], in the order of the page; none if n < 2 */
    uint32_t n;
    uint32_t box; /* that encloses all of them */
    bool lines;   /* the block before each is its time */
} page_entries;

/* Boxes side by side that are the same element, each with a time in it, that hold a good part of the page's prose: only if the
 * metadata say that the page is live, or the names of what encloses them do. In `arena`. */
page_entries page_entries_boxes(dem_arena *arena, const page_blocks *p, bool live);
/* Lines of the article that are nothing but a time of day, and what follows each. In `arena`. */
page_entries page_entries_lines(dem_arena *arena, const page_blocks *p, const page_choice *c);

#endif

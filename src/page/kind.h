/* page/kind.h - what each paragraph of a page is: the article's, something marked that stands in it or behind it, or left out. */
#ifndef DEM_PAGE_KIND_H
#define DEM_PAGE_KIND_H
#include "page/weigh.h"
#include "record/report.h"

/* DEM_ZONE_COUNT in kind[]: left out. */
typedef struct page_kinds {
    uint8_t *kind; /* [blocks] dem_zone_kind; what is neither heading nor noise is DEM_ZONE_BODY */
    /* [blocks] the table of data that holds it, and the row of that (boxes); PAGE_NO_TABLE if there is none */
    uint32_t *table, *row;
} page_kinds;
#define PAGE_NO_TABLE UINT32_MAX

/* Chosen paragraphs are body or, by their element, headings; those in tables of data are captions. Of the others those between the
 * first and the last chosen one, captions shortly before and boxes shortly behind, and comments anywhere behind are told apart by what
 * their elements are called and by how they begin, as far as they stand in no box with chosen prose; so are chosen lines in a box
 * whose name says that it is something else. In `arena`. */
page_kinds page_kinds_find(dem_arena *arena, const page_blocks *p, const page_choice *c, const page_witness *w);

#endif

/* page/witness.h - what the page's metadata say its article is, to compare its paragraphs with. */
#ifndef DEM_PAGE_WITNESS_H
#define DEM_PAGE_WITNESS_H
#include "page/blocks.h"
#include "page/meta.h"

typedef struct page_witness {
    bool told;      /* there is a body to compare with */
    uint8_t *block; /* [blocks] bits of PAGE_TOLD, ... */
} page_witness;
enum { PAGE_TOLD = 1, PAGE_IS_TITLE = 2, PAGE_DOUBLED = 4 };

/* PAGE_TOLD: at least half of its four-word sequences are in the body that the metadata give; PAGE_IS_TITLE: it is the page's title;
 * PAGE_DOUBLED: the page has it twice. */
page_witness page_witness_find(dem_arena *arena, const page_blocks *p, const dem_meta *meta);

#endif

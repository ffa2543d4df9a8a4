/* page/blocks.h - a page as paragraphs, and the boxes that enclose them.
 *
 *   text    all that a reader of the page sees, paragraph behind paragraph
 *   block   a paragraph: bytes of the text, what it is made of, the innermost box it stands in
 *   box     an element that begins a new line, in the order of the page; box 0 is the root, its own parent. Box `i` encloses boxes
 *           (i, box[i].end) and blocks [first, last) */
#ifndef DEM_PAGE_BLOCKS_H
#define DEM_PAGE_BLOCKS_H
#include "base/vec.h"
#include "page/hint.h"

typedef struct page_box {
    const xmlNode *node;
    uint32_t parent, end;
    uint32_t first, last;
    uint32_t words, linked; /* of all its blocks */
    uint32_t hints;         /* its own, and those of what encloses it without being a box */
    uint32_t kind;          /* equal for boxes with the same element and the same class */
    uint8_t tag;            /* page_tag */
} page_box;

typedef struct page_block {
    uint32_t box;
    uint32_t start, end;              /* bytes of the text; never empty, no blanks at the ends */
    uint32_t words, linked, strong;   /* all words, those in links, those in bold or italic type */
    uint32_t stops, commas, capitals; /* sentence ends, commas, words that begin with a capital */
    uint32_t digits;                  /* words that are numbers */
    uint32_t hints;                   /* of elements inside it that enclose all of it */
} page_block;

typedef struct page_blocks {
    dem_str text;
    page_box *box; /* [n_boxes] */
    uint32_t n_boxes;
    page_block *block; /* [n] */
    uint32_t n;
} page_blocks;

static inline dem_str page_block_text(const page_blocks *p, const page_block *b)
{
    return dem_str_sub(p->text, b->start, b->end);
}

/* All in `arena`. `root`: the root element. Text above DEM_MAX_TEXT is left out. */
page_blocks page_blocks_find(dem_arena *arena, const xmlNode *root);

#endif

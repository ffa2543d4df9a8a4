/* page/trait.h - what can be said of a paragraph of a page: the evidence by which weigh.c tells whether it is the article's. */
#ifndef DEM_PAGE_TRAIT_H
#define DEM_PAGE_TRAIT_H
#include "page/blocks.h"
#include "page/witness.h"

typedef enum page_trait {
#define TRAIT(id) PAGE_TRAIT_##id,
#include "page/trait.def"
    PAGE_TRAIT_COUNT
} page_trait;

enum { PAGE_TRAIT_WORDS = (PAGE_TRAIT_COUNT + 63) / 64 };
/* A set of traits. */
typedef struct page_traits {
    uint64_t bits[PAGE_TRAIT_WORDS];
} page_traits;

static inline bool page_traits_have(const page_traits *t, unsigned trait)
{
    return t->bits[trait / 64] >> trait % 64 & 1;
}
static inline void page_traits_add(page_traits *t, unsigned trait)
{
    t->bits[trait / 64] |= (uint64_t)1 << trait % 64;
}

/* The article's container as far as it is known: see place.c. */
typedef struct page_place {
    uint32_t container;   /* box */
    uint32_t first, last; /* first and last block in it that surely are the article's */
    uint32_t
        main_parent; /* the box that holds most of the article's paragraphs directly, or as the parent of their boxes */
    const uint32_t
        *same_path; /* [blocks] share of the container's likely words that have the same path, in 1/1000 */
} page_place;

/* Of each block, in `arena`. `place`: NULL while the container is not known. */
page_traits *page_traits_find(dem_arena *arena, const page_blocks *p, const page_witness *w,
                              const page_place *place);
const char *page_trait_name(unsigned trait);

#endif

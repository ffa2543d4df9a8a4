/* page/weigh.h - which paragraphs of a page are its article: two linear models over their traits, learned from pages whose articles are
 * known (tools/train_page.sh). The first sees each paragraph by itself and tells where the article is (place.h); the second knows
 * where that is, and tells what in it and beside it belongs to it. */
#ifndef DEM_PAGE_WEIGH_H
#define DEM_PAGE_WEIGH_H
#include "page/place.h"

typedef struct page_weights {
    int16_t look[PAGE_TRAIT_COUNT], choice[PAGE_TRAIT_COUNT];
} page_weights;
extern const page_weights page_weights_learned;

typedef struct page_choice {
    bool found; /* there is an article */
    page_place place;
    bool *body;            /* [blocks] it is a paragraph of the article */
    int32_t *look, *score; /* [blocks] log-odds of both models, in 1/256 */
    page_traits *traits;   /* [blocks] as the second model sees them */
} page_choice;

/* In `arena`. */
page_choice page_weigh(dem_arena *arena, const page_blocks *p, const page_witness *w,
                       const page_weights *weights);

#endif

/* page/hint.h - what the names that authors of pages give to their elements hint at. */
#ifndef DEM_PAGE_HINT_H
#define DEM_PAGE_HINT_H
#include "page/dom.h"
#include "page/tag.h"

/* PAGE_HINT(id): one bit each. */
#define PAGE_HINTS(X)                                                                                          \
    X(ARTICLE)                                                                                                 \
    X(BODY) X(MAIN) X(TEXT) X(LEDE) X(TITLE) X(META) X(CAPTION) X(MEDIA) X(COMMENT) X(RELATED) X(PROMO)        \
        X(SHARE) X(NAV) X(HEADER) X(FOOTER) X(SIDE) X(SIGNUP) X(LEGAL) X(PAYWALL) X(INSET) X(PULL) X(QUOTE)    \
            X(HIDDEN) X(UNSEEN) X(BODYPROP)

typedef enum page_hint {
#define X(id) PAGE_HINT_##id,
    PAGE_HINTS(X)
#undef X
        PAGE_HINT_COUNT
} page_hint;
#define PAGE_HINT(id) (1u << PAGE_HINT_##id)

/* Bits of what class, id, role, itemprop, hidden and style of the element hint at. UNSEEN: a browser would not show it, BODYPROP: it is
 * said to hold the article's body. */
uint32_t page_hints(const xmlNode *element);

#endif

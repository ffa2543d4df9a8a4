/* said/quotation.h - quotation marks. */
#ifndef DEM_SAID_QUOTATION_H
#define DEM_SAID_QUOTATION_H
#include "record/sentence.h"

typedef enum dem_quote_mark {
    DEM_QUOTE_NONE,
    DEM_QUOTE_OPENS,
    DEM_QUOTE_CLOSES,
    DEM_QUOTE_TOGGLES
} dem_quote_mark;

/* What a token does to a quotation that one is inside of or not: two apostrophes close it, and open one where a word follows at
 * once. */
dem_quote_mark dem_quote_mark_of(const dem_token *t, bool inside);
/* Whether one is inside a quotation behind the mark, being or not being inside before it. */
bool dem_quote_inside(dem_quote_mark m, bool inside);

#endif

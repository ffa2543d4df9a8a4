/* lang/token.h - tokens as the English UD treebanks cut them. */
#ifndef DEM_LANG_TOKEN_H
#define DEM_LANG_TOKEN_H
#include "record/sentence.h"

/* The tokens of bytes [start, end) of `text`: spans, forms and space_after are set. They cover every byte
 * that is not white space. Allocated in `arena`. */
dem_token *dem_tokenise(dem_arena *arena, dem_str text, uint32_t start, uint32_t end, uint32_t *n);

#endif

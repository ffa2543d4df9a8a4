/* lang/tagset.h - the tags that the network chooses from: UPOS and XPOS together. */
#ifndef DEM_LANG_TAGSET_H
#define DEM_LANG_TAGSET_H
#include "record/sentence.h"

#define DEM_MAX_TAGS 112 /* what the network has room for */

typedef struct dem_tag_pair {
    uint8_t upos, xpos;
} dem_tag_pair;

typedef struct dem_tagset {
    const dem_tag_pair *pair; /* [n] */
    uint32_t n;               /* 1 .. DEM_MAX_TAGS */
} dem_tagset;

#endif

/* page/meta.h - what a page says about itself: by whom, when and where its report was published.
 *
 * Witnesses are heard and vote: JSON-LD, meta elements (OpenGraph, Dublin Core and the names that publishing systems use),
 * microdata, `time` elements, the lines around the headline, and the address. For the day of publication several witnesses that
 * agree make it surer, one that contradicts makes it less so. */
#ifndef DEM_PAGE_META_H
#define DEM_PAGE_META_H
#include "base/arena.h"
#include <libxml/tree.h>

/* One entry of a live page as its JSON-LD tells it; {NULL,0} for what is not told. */
typedef struct dem_meta_update {
    dem_str headline, body;
    dem_str published; /* as in dem_meta */
    dem_str url;       /* as written, mostly with the anchor of the entry behind '#' */
} dem_meta_update;

typedef struct dem_meta {
    dem_str title, author, publisher; /* {NULL,0} if not told, as all below */
    dem_str
        url; /* canonical, absolute, http or https; of the page's own site unless the page is plainly a copy */
    dem_str language;  /* BCP 47 */
    dem_str published; /* "YYYY-MM-DD", or "YYYY-MM-DDThh:mm:ss" with "Z" or "+hh:mm" */
    /* Static: "json-ld", "meta", "microdata", "time", "text", "url", and where only the day of a change is told "modified". */
    const char *published_from;
    int published_sure; /* percent; see meta_agree.h for where it comes from */
    bool live;          /* a LiveBlogPosting, or it looks like one by title or address */
    dem_str body;       /* articleBody of the JSON-LD: to check what was extracted, never the text itself */
    dem_meta_update *update; /* [n_updates], in the order of the page */
    uint32_t n_updates;
} dem_meta;

/* `doc`: as libxml2's HTML parser made it; it is only read. `url`: where the page was found, or {NULL,0}. Never fails: what is
 * not told is left empty. All strings are in `arena`, in valid UTF-8 if the document's are. Linear in the size of the
 * document; what is looked at of each kind is bounded (meta_found.h). */
void dem_meta_find(dem_arena *arena, const xmlDoc *doc, dem_str url, dem_meta *out);

#endif

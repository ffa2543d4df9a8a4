/* page/meta_title.h - the title of the article, without the name of the site. */
#ifndef DEM_PAGE_META_TITLE_H
#define DEM_PAGE_META_TITLE_H
#include "page/meta_found.h"

/* Strips the site's name from the claims and lets them vote. A piece behind (or before) a bar, dash or guillemet goes if it is the
 * site's name, its publisher's or its host's, or if another claim says the same without it. */
dem_str dem_meta_title(dem_meta_found *f, dem_str publisher);
/* True if the title of a report that is written on while things happen: "The Latest: ...", "... live updates". */
bool dem_meta_title_live(dem_str title);

#endif

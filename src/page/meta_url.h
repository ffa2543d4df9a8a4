/* page/meta_url.h - addresses: made absolute, compared, and the day in them. */
#ifndef DEM_PAGE_META_URL_H
#define DEM_PAGE_META_URL_H
#include "page/meta_found.h"

/* The address as a whole one of http or https, without an anchor; {NULL,0} if it cannot be. `base` may be {NULL,0}. In `arena`. */
dem_str dem_meta_absolute(dem_arena *arena, dem_str url, dem_str base);
/* Host without "www.", and path with query, of an absolute address. */
dem_str dem_meta_host(dem_str url);
dem_str dem_meta_path(dem_str url);
/* True if two hosts are of one site: equal, one a part of the other's domain, or alike in the last two names (three under
 * "co.uk" and its like). */
bool dem_meta_same_site(dem_str a, dem_str b);
/* The canonical address of the page by its claims, else the one it was found at; {NULL,0} if there is neither. */
dem_str dem_meta_canonical(dem_meta_found *f);
/* The day in an address: /2019/11/12/, /2019/nov/12/, /2019-11-12, -20191112; false if there is none. */
bool dem_meta_url_day(dem_str url, dem_meta_when *out);

#endif

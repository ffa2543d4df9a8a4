/* page/fragment.h - HTML that is an article and nothing else, as feeds carry it. */
#ifndef DEM_PAGE_FRAGMENT_H
#define DEM_PAGE_FRAGMENT_H
#include "base/error.h"
#include "record/report.h"

/* Sets text and zones of *report from `html`, UTF-8: all its paragraphs are the article, headings and captions get their zones. What
 * else is known of it is left as it is. In `arena`. DEM_E_FORMAT if it holds no text; DEM_E_LIMIT as dem_page_read(). */
dem_status dem_page_fragment(dem_arena *arena, dem_str html, dem_report *report, dem_error *err);

#endif

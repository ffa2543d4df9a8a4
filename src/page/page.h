/* page/page.h - an HTML page into the reports on it.
 *
 * page_dom_parse() makes a tree of it (dom.h), dem_meta_find() reads what the page says about itself (meta.h), page_blocks()
 * cuts it into paragraphs with what encloses them (blocks.h), page_weigh() says which of them are the article (weigh.h). */
#ifndef DEM_PAGE_PAGE_H
#define DEM_PAGE_PAGE_H
#include "base/arena.h"
#include "base/error.h"
#include "record/report.h"

/* Larger pages are refused. */
#define DEM_MAX_PAGE (32u << 20)

typedef struct dem_page {
    dem_report *report; /* [n] */
    uint32_t n;
    bool live; /* a page that is added to while things happen: each report is one of its entries */
} dem_page;

/* html: UTF-8 (the caller has decoded it); url: where it was found, or {NULL,0}. On DEM_OK out->report[n], n >= 1, all in
 * `arena`. Of each report are set: text (paragraphs separated by one blank line, the characters as the page has them, white
 * space collapsed), zones, title, author, publisher, url (canonical if stated, else `url`), language, published with
 * published_from and published_sure. id is {NULL,0} for a page that is one report; for the entries of a live page a short
 * name. source, line and day are left to the caller.
 *
 * The text holds the article in reading order: headline, standfirst, paragraphs, sub-headings, list items and quotes, each a
 * paragraph; and captions, tables, "read also", sign-up boxes, comments that stand within or directly behind it, each in a
 * zone of its kind. Navigation, headers, footers, sidebars are left out. What is in no zone is the article's body.
 *
 * DEM_E_FORMAT: no article found; DEM_E_LIMIT: too large or too deep. Several threads may call it at once. */
dem_status dem_page_read(dem_arena *arena, dem_str html, dem_str url, dem_page *out, dem_error *err);

#endif

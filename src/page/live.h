/* page/live.h - a live page cut into its entries, each a report. */
#ifndef DEM_PAGE_LIVE_H
#define DEM_PAGE_LIVE_H
#include "page/weigh.h"
#include "record/report.h"

/* Entries are found by the first of these that finds two: boxes with a time each (entries.h); lines of the article that are nothing but a
 * time, on a page said to be live; the entries that JSON-LD tells, with the text that it tells, for pages that a script fills.
 *
 * `whole`: what all of the page's reports have in common. Of an entry, title, published and text are its own as far as it has them;
 * its id is its element's, else its time, else its number, and no two are the same. What stands before the first entry is a report
 * called "top". *c is changed to fit. Sets *report and returns how many there are; 0 if the page is not live, or of one entry. In
 * `arena`; scratch in `work`. */
uint32_t page_live_cut(dem_arena *arena, dem_arena *work, const page_blocks *p, const page_witness *w,
                       const dem_meta *meta, const dem_report *whole, page_choice *c, dem_report **report);

#endif

/* page/moment.h - when an entry of a live page was written: of a `time` element, or of a line that is nothing but a time. */
#ifndef DEM_PAGE_MOMENT_H
#define DEM_PAGE_MOMENT_H
#include "page/meta_when.h"
#include <libxml/tree.h>

typedef struct page_moment {
    dem_date day;         /* DEM_DATE_NONE: only the time of day is told */
    bool guessed;         /* the day comes from page_moments_date() */
    bool timed;           /* `clock` has a zone and a day */
    int minute;           /* of the day, as written; -1 if not told */
    dem_meta_clock clock; /* if timed */
} page_moment;

/* What a `time` element, an element of microdata that says "datePublished" or one with a time stamp among its attributes tells. False if
 * the element is none of these, or tells no time. */
bool page_moment_of(const xmlNode *element, page_moment *out);
/* True if the line is a time of day and nothing else: "9:30 p.m.", "14:05 GMT". */
bool page_moment_line(dem_str line, page_moment *out);
/* Gives a day to those of m[n] that have only a time of day. m[n] is in the order of the page, and `day` is that of the page: the day of
 * the latest if they run backwards, as most do, of the earliest if they run forwards; where the clock jumps against that order, a day
 * lies between. */
void page_moments_date(page_moment *m, uint32_t n, dem_date day);
/* In the form of reader/published.h, in `arena`; {NULL,0} without a day. */
dem_str page_moment_text(dem_arena *arena, const page_moment *m);

#endif

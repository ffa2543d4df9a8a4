/* page/meta_order.h - which of "3/4/2019" is the month. */
#ifndef DEM_PAGE_META_ORDER_H
#define DEM_PAGE_META_ORDER_H
#include "page/meta_found.h"

/* Settles the dates of two readings: the one that another witness tells, else the one usual where the page's language (a tag)
 * or its host is at home; a date that stays open loses its day (DEM_DATE_NONE). */
void dem_meta_order(dem_meta_found *f, dem_str language);

#endif

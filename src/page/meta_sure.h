/* page/meta_sure.h - how sure a day of publication is. */
#ifndef DEM_PAGE_META_SURE_H
#define DEM_PAGE_META_SURE_H
#include "page/meta_found.h"

/* Percent: of the pages that were read by eye, how many had the day that witnesses of this number and agreement told (the table
 * in meta_sure.c). */
int dem_meta_sure(const dem_meta_found *f, dem_date day);

#endif

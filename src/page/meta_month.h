/* page/meta_month.h - names of months in the languages that dates on pages are met in. */
#ifndef DEM_PAGE_META_MONTH_H
#define DEM_PAGE_META_MONTH_H
#include "base/str.h"

/* 1..12 for the name of a month, whole or cut as usual ("Nov", "sept"), in English, German, Spanish, French, Portuguese or
 * Italian, in any case; 0 if it is none. */
int dem_meta_month(dem_str word);

#endif

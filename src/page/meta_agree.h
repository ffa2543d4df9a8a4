/* page/meta_agree.h - the day of publication by agreement of its witnesses.
 *
 * Each witness has a weight: the logarithm of its odds to be right, in tenths of a decade (ten: 10 to 1). The weights come
 * from counts on pages whose day was read by eye (WITNESS in meta_agree.c). Witnesses are of five families (JSON-LD; meta
 * elements; microdata and time elements; visible text; the address), and of a family the strongest is heard. The day with the
 * largest sum is taken. A time in UTC also supports, less strongly, the day before or after it where that is the day at the place of
 * publication. How sure it is: the weight of the strongest family and half of that of each that agrees (they often copy one
 * field), less half of each that does not. */
#ifndef DEM_PAGE_META_AGREE_H
#define DEM_PAGE_META_AGREE_H
#include "page/meta_found.h"

/* Sets out->published, published_from and published_sure; nothing where no date is known. `language`: of the page, settles which of
 * "3/4/2019" is the month where no other witness does. */
void dem_meta_agree(dem_meta_found *f, dem_str language, dem_meta *out);

#endif

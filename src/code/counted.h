/* code/counted.h - what "two days later", "a week after the march", "the same day" are counted from (codebook D59, D60). */
#ifndef DEM_CODE_COUNTED_H
#define DEM_CODE_COUNTED_H
#include "code/coding.h"

/* All that expression number `k` of a sentence may be counted from. */
dem_time_anchor dem_counted_from(const dem_coding *c, uint32_t sentence, size_t k, bool future);
/* The newest act of the report with a day of its own that noun `n` of sentence `s` names; DEM_DATE_NONE if there is none. */
dem_date dem_counted_told(const dem_coding *c, const dem_sentence *s, int n);

#endif

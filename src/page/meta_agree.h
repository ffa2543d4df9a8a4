/* page/meta_agree.h - the day of publication by agreement of its witnesses.
 *
 * Witnesses are of five families (JSON-LD; meta elements; microdata and time elements; visible text; the address), of which the
 * strongest member is heard, since the members of a family mostly copy one field. The day with the largest sum of weights is
 * taken. A time in UTC supports, beside its own day, the day before or after it where that can be the day at the place of
 * publication: which of them it is, others must tell. What tells of a change is heard only where nothing else is. How sure the
 * day is: meta_sure.h. */
#ifndef DEM_PAGE_META_AGREE_H
#define DEM_PAGE_META_AGREE_H
#include "page/meta_found.h"

typedef enum dem_meta_family {
    DEM_FAMILY_JSON,
    DEM_FAMILY_META,
    DEM_FAMILY_TIME,
    DEM_FAMILY_TEXT,
    DEM_FAMILY_ADDRESS,
    DEM_FAMILY_CHANGE, /* of the last change */
    DEM_FAMILIES
} dem_meta_family;

/* Sets out->published, published_from and published_sure; nothing where no date is known. `language`: of the page, settles which of
 * "3/4/2019" is the month where no other witness does. */
void dem_meta_agree(dem_meta_found *f, dem_str language, dem_meta *out);

/* For meta_sure.c. */
dem_meta_family dem_meta_family_of(const dem_meta_dated *d);
/* True if what `d` tells can be `day` on the publisher's clock. */
bool dem_meta_supports(const dem_meta_found *f, const dem_meta_dated *d, dem_date day);
/* True for the small hours of UTC, which are the evening before in America, where no other witness tells the publisher's clock. */
bool dem_meta_doubtful(const dem_meta_found *f, const dem_meta_dated *d);

#endif

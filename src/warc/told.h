/* warc/told.h - what was told of a page elsewhere than in it, by the feed that named it: fields of our own in the header of its
 * record, which other programs pass over. One record holds all, so that no half of it can get lost. */
#ifndef DEM_WARC_TOLD_H
#define DEM_WARC_TOLD_H
#include "base/buf.h"
#include "warc/fields.h"

/* Each one line of UTF-8, {NULL,0} if unknown. */
typedef struct dem_warc_told {
    dem_str feed;                     /* address of the feed: Feed-URI */
    dem_str title, author, publisher; /* Feed-Title, Feed-Author, Feed-Publisher */
    dem_str published, language;      /* Feed-Published, Feed-Language */
} dem_warc_told;

/* The lines of a record's header, each ended by CR LF. Values that are no line are left out. `told` may be NULL. */
void dem_warc_told_add(dem_buf *b, const dem_warc_told *told);
/* What a record's header says; borrowed from it. */
dem_warc_told dem_warc_told_of(const dem_fields *header);

#endif

/* feed/markup.h - the elements within a feed's texts, written out again as HTML; for the files of this folder only. */
#ifndef DEM_FEED_MARKUP_H
#define DEM_FEED_MARKUP_H
#include "base/buf.h"
#include "feed/entry.h"
#include <libxml/parser.h>

/* Of an element, as the parser hands them on: five pointers each. */
typedef struct dem_attributes {
    const xmlChar **at;
    int n;
} dem_attributes;

/* The value; {NULL,0} if there is none of that name, or it is empty. `prefix` NULL: an attribute without one. */
dem_str dem_attribute(dem_attributes a, const char *prefix, const char *name);
/* How Atom says what the text of an element is. False if it is none: an image, or a text that is elsewhere. */
bool dem_markup_of_atom(dem_attributes a, dem_feed_markup *out);

/* All of these stop adding once `b` holds as much as an entry may. */
void dem_markup_text(dem_buf *b, dem_str s);
void dem_markup_escaped(dem_buf *b, dem_str s);
void dem_markup_tag(dem_buf *b, const xmlChar *name, dem_attributes a);
void dem_markup_end_tag(dem_buf *b, const xmlChar *name);

#endif

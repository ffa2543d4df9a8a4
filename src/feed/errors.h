/* feed/errors.h - what libxml2 wants before it parses, and where it takes its complaints; for the files of this folder only.
 *
 * A parser has a function for them, but what the converters of character sets complain of goes past it, to that of the
 * thread: to standard error if there is none. */
#ifndef DEM_FEED_ERRORS_H
#define DEM_FEED_ERRORS_H
#include <libxml/xmlerror.h>

typedef struct dem_feed_errors {
    xmlStructuredErrorFunc fn; /* NULL: standard error */
    void *ctx;
} dem_feed_errors;

/* Makes libxml2 ready, once: left to itself it does so on first use, and two threads that come at once may wait for each other
 * for ever. */
void dem_feed_get_ready(void);
/* From now on the complaints of this thread go to `to`. Gives where they went before. */
dem_feed_errors dem_feed_errors_to(dem_feed_errors to);

#endif

/* feed/errors.c - see errors.h. */
#include "feed/errors.h"
#include <libxml/globals.h>

dem_feed_errors dem_feed_errors_to(dem_feed_errors to)
{
    dem_feed_errors before = {xmlStructuredError, xmlStructuredErrorContext};
    xmlSetStructuredErrorFunc(to.ctx, to.fn);
    return before;
}

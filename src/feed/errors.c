/* feed/errors.c - see errors.h. */
#include "feed/errors.h"
#include <libxml/globals.h>
#include <libxml/parser.h>
#include <pthread.h>

void dem_feed_get_ready(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, xmlInitParser);
}

dem_feed_errors dem_feed_errors_to(dem_feed_errors to)
{
    dem_feed_errors before = {xmlStructuredError, xmlStructuredErrorContext};
    xmlSetStructuredErrorFunc(to.ctx, to.fn);
    return before;
}

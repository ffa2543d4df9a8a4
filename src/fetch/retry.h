/* fetch/retry.h - whether a request that failed is made again, and when. */
#ifndef DEM_FETCH_RETRY_H
#define DEM_FETCH_RETRY_H
#include "fetch/transport.h"

/* How often a request is made again, and the longest wait for that, in milliseconds. */
enum { DEM_RETRIES = 3, DEM_RETRY_MAX_WAIT = 120000 };

/* Milliseconds to wait before a request that was made again `tries` times already is made once more; -1: not at all. Only
 * what may pass is tried again: busy or failing servers, slow and broken connections. The wait is `first` milliseconds, doubled
 * with each try, and half as much or up to half as much again, which of them hangs on the address alone, so that many
 * addresses do not come back at once and a run can be repeated. What the server asks for (Retry-After, in seconds
 * or as a date) is waited at least; if that is beyond DEM_RETRY_MAX_WAIT, it is not tried again. `now`: seconds since 1970. */
int64_t dem_retry_wait(const dem_reply *r, dem_str url, unsigned tries, int64_t first, int64_t now);
/* What a server asks for by Retry-After, in milliseconds from `now` on; -1 if it asks for nothing. */
int64_t dem_retry_after(const dem_reply *r, int64_t now);

#endif

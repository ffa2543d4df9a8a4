/* fetch/retry.c - see retry.h. */
#include "fetch/retry.h"
#include "feed/date.h"

int64_t dem_retry_after(const dem_reply *r, int64_t now)
{
    enum { MOST = 366 * 86400 };
    dem_str value = dem_reply_field(r, "Retry-After");
    uint32_t seconds;
    if (!value.n) return -1;
    if (dem_str_u32(value, &seconds)) return (int64_t)(seconds < MOST ? seconds : MOST) * 1000;
    int64_t at = dem_feed_seconds(value);
    if (at < 0) return -1;
    int64_t wait = at - now;
    return wait < 0 ? 0 : (wait < MOST ? wait : MOST) * 1000;
}

static bool may_pass(dem_miss m)
{
    return m == DEM_MISS_BUSY || m == DEM_MISS_SLOW || m == DEM_MISS_BROKEN;
}

int64_t dem_retry_wait(const dem_reply *r, dem_str url, unsigned tries, int64_t first, int64_t now)
{
    if (!may_pass(r->miss) || tries >= DEM_RETRIES) return -1;
    int64_t wait = first << tries;
    if (wait > DEM_RETRY_MAX_WAIT) wait = DEM_RETRY_MAX_WAIT;
    uint64_t share = (dem_str_hash(url) + tries * 0x9E3779B97F4A7C15u) >> 32; /* of 2^32 */
    wait = wait / 2 + (int64_t)((uint64_t)wait * share >> 32);
    int64_t asked = dem_retry_after(r, now);
    if (asked > DEM_RETRY_MAX_WAIT) return -1;
    return asked > wait ? asked : wait;
}

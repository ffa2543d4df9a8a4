/* cli/amount.h - lengths of time and numbers of bytes as they are typed. */
#ifndef DEM_CLI_AMOUNT_H
#define DEM_CLI_AMOUNT_H
#include "base/str.h"

/* "15m", "1.5s", "500ms", "2h", "1d"; a bare number is of seconds. In milliseconds, -1 if it is none, or above a year. */
int64_t dem_amount_time(dem_str s);
/* "500000", "64k", "16M", "1G" (of 1024). -1 if it is none, or above 2^62. */
int64_t dem_amount_bytes(dem_str s);

#endif

/* out/number.c - see number.h. Integers all the way: printf's "%f" writes a comma in many locales, and
 * "-0" where a small negative number is rounded away. */
#include "out/number.h"
#include <inttypes.h>
#include <math.h>

void dem_out_tenths(dem_buf *b, double x)
{
    int64_t t = llround(x * 10);
    int64_t size = t < 0 ? -t : t;
    dem_buf_addf(b, "%s%" PRId64 ".%" PRId64, t < 0 ? "-" : "", size / 10, size % 10);
}

void dem_out_degrees(dem_buf *b, double x)
{
    int64_t t = llround(x * 1e5);
    int64_t size = t < 0 ? -t : t;
    dem_buf_addf(b, "%s%" PRId64, t < 0 ? "-" : "", size / 100000);
    if (size % 100000 == 0) return;
    dem_buf_addf(b, ".%05" PRId64, size % 100000);
    while (b->p[b->n - 1] == '0') b->p[--b->n] = 0;
}

void dem_out_hundredths(dem_buf *b, int n)
{
    dem_buf_addf(b, "%d.%02d", n / 100, n % 100);
}

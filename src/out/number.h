/* out/number.h - decimal numbers that do not depend on the locale of the host program. */
#ifndef DEM_OUT_NUMBER_H
#define DEM_OUT_NUMBER_H
#include "base/buf.h"

/* `x`, rounded half away from zero, with exactly one decimal: "4.0", "-9.5". |x| < 1e9. */
void dem_out_tenths(dem_buf *b, double x);
/* A number of hundredths, 0 or more: 63 is "0.63". */
void dem_out_hundredths(dem_buf *b, int n);
/* `x` with at most five decimals and no trailing zeros: "39.9075", "-7", "0". |x| < 1e9. */
void dem_out_degrees(dem_buf *b, double x);

#endif

/* out/draw.h - tables of libsmartcols into a buffer; for the files of this folder only. */
#ifndef DEM_OUT_DRAW_H
#define DEM_OUT_DRAW_H
#include "base/buf.h"
#include <libsmartcols/libsmartcols.h>

/* Appends the drawn table, ending in a newline, and frees it. `tb` may be NULL (no memory): nothing. */
void dem_draw(dem_buf *b, struct libscols_table *tb);

#endif

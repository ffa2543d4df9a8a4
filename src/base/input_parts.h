/* base/input_parts.h - what members.c needs of an input; for input.c and members.c only. */
#ifndef DEM_BASE_INPUT_PARTS_H
#define DEM_BASE_INPUT_PARTS_H
#include "base/input.h"
#include "base/origin.h"

/* As dem_input_open(), from `origin`, which is closed with the input, or at once if it cannot be opened. */
dem_status dem_input_open_member(dem_input **out, dem_str name, dem_origin *origin, size_t max_line, dem_error *err);
/* Takes the next bytes, as many as there happen to be; empty at the end. Valid until the next call. False if
 * reading fails. */
bool dem_input_block(dem_input *in, dem_str *block, dem_error *err);
/* Where its packed bytes come from; borrowed. */
dem_origin *dem_input_origin(dem_input *in);
/* What comes out is what went in: it is not compressed. */
bool dem_input_is_plain(const dem_input *in);

#endif

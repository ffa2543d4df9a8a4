/* charset/detect.h - which character set bytes are in that state none; for this room only. */
#ifndef DEM_CHARSET_DETECT_H
#define DEM_CHARSET_DETECT_H
#include "base/str.h"

/* By the zero bytes at its head: "utf-16le" and the like, or NULL. */
const char *dem_detect_zeros(dem_str bytes);
/* By ICU's detector, from what stands around the first bytes that are not ASCII; NULL if it is not sure enough. */
const char *dem_detect(dem_str bytes);

#endif

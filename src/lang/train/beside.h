/* lang/train/beside.h - files that are there whole or not at all. */
#ifndef DEM_TRAIN_BESIDE_H
#define DEM_TRAIN_BESIDE_H
#include "base/error.h"
#include <stdio.h>

/* Lets `put` write a file beside `path` (false: it could not), which then takes its name. DEM_E_IO. */
dem_status dem_write_beside(const char *path, bool (*put)(const void *own, FILE *out), const void *own,
                            dem_error *err);

#endif

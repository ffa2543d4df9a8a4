/* base/paths.h - the files under a path, in an order that does not depend on the file system. */
#ifndef DEM_BASE_PATHS_H
#define DEM_BASE_PATHS_H
#include "base/arena.h"

typedef struct dem_paths {
    dem_str *at; /* [n]; each with a NUL behind it */
    size_t n;
} dem_paths;

/* A file, a device, "-" or a path that does not exist: that path itself. A folder: all regular files below
 * it, at any depth, sorted by the bytes of their paths. Names that begin with a dot are left out, and so
 * are links to folders met on the way (no loops); links to files are taken. A folder that cannot be
 * listed stands in the result itself, so that opening it tells why. All in `arena`; never fails. */
dem_paths dem_paths_find(dem_arena *arena, const char *path);

#endif

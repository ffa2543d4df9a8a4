/* cli/unknown.h - the report of demarche code --unresolved-report: unknown names by frequency, as entries to fill in. */
#ifndef DEM_CLI_UNKNOWN_H
#define DEM_CLI_UNKNOWN_H
#include "base/error.h"
#include "base/map.h"
#include "engine/engine.h"

typedef struct dem_unknown {
    dem_arena arena;
    dem_map by_name; /* -> number in `name` */
    DEM_VEC(struct dem_unknown_name) name;
    uint64_t reports;
} dem_unknown;

/* Release with dem_unknown_release(). */
void dem_unknown_init(dem_unknown *u);
void dem_unknown_release(dem_unknown *u);
/* Counts the names of one report; keeps copies. */
void dem_unknown_add(dem_unknown *u, const dem_report *report, const dem_result *result);
/* Writes the entries to `path`, the commonest first, names of equal count by their bytes. DEM_E_IO. */
dem_status dem_unknown_write(dem_unknown *u, const char *path, dem_error *err);

#endif

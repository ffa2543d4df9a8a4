/* cli/data.h - where model and lexicons are. */
#ifndef DEM_CLI_DATA_H
#define DEM_CLI_DATA_H
#include "base/arena.h"

/* The folder with model/ and lexicon/: `wanted` if not NULL; else $DEMARCHE_DATA if set; else the first
 * that exists of ../share/demarche beside the program, the folder of installation and the source tree
 * the program was built from. Without any of them the folder of installation, so that opening it tells
 * what is missing. NUL-terminated; `wanted` itself, the environment's, static, or in `arena`. */
const char *dem_data_dir(dem_arena *arena, const char *wanted);

#endif

/* cli/overlays.h - the option --lexicon: the user's own lexicons over the built-in one. */
#ifndef DEM_CLI_OVERLAYS_H
#define DEM_CLI_OVERLAYS_H
#include <stdbool.h>
#include <stddef.h>

enum { DEM_MAX_OVERLAYS = 32 };

/* A zeroed one is empty. */
typedef struct dem_overlays {
    const char *path[DEM_MAX_OVERLAYS]; /* [n] borrowed from the command line */
    size_t n;
} dem_overlays;

/* Adds the value of one option; false if there are too many, which was said then. */
bool dem_overlays_add(dem_overlays *o, const char *path);

#endif

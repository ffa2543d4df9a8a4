/* cli/overlays.c - see overlays.h. */
#include "cli/overlays.h"
#include "cli/command.h"

bool dem_overlays_add(dem_overlays *o, const char *path)
{
    if (o->n == DEM_MAX_OVERLAYS) {
        dem_say("no more than %d lexicons of your own at a time", DEM_MAX_OVERLAYS);
        return false;
    }
    o->path[o->n++] = path;
    return true;
}

/* cli/data.c - see data.h. */
#include "cli/data.h"
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(dem_arena *arena, const char *dir, const char *sub)
{
    struct stat st;
    return stat(dem_arena_printf(arena, "%s/%s", dir, sub).p, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool fits(dem_arena *arena, const char *dir)
{
    return is_folder(arena, dir, "model") && is_folder(arena, dir, "lexicon");
}

/* "/usr/bin/demarche" -> "/usr/bin/../share/demarche"; NULL if the system does not tell. */
static const char *beside_program(dem_arena *arena)
{
    char self[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    if (n <= 0) return NULL;
    while (n > 0 && self[n - 1] != '/') n--;
    return dem_arena_printf(arena, "%.*s../share/demarche", (int)n, self).p;
}

const char *dem_data_dir(dem_arena *arena, const char *wanted)
{
    if (wanted) return wanted;
    const char *set = getenv("DEMARCHE_DATA");
    if (set && *set) return set;
    const char *const places[] = {beside_program(arena), DEM_INSTALLED_DATA, DEM_SOURCE_ROOT};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (places[i] && fits(arena, places[i])) return places[i];
    return DEM_INSTALLED_DATA;
}

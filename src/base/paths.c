/* base/paths.c - see paths.h. */
#include "base/paths.h"
#include "base/vec.h"
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef DEM_VEC(dem_str) path_list;

enum { MAX_DEPTH = 64 }; /* no collection of reports is nested deeper; bounds the recursion */

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static dem_str join(dem_arena *arena, dem_str folder, const char *name)
{
    const char *slash = dem_str_ends(folder, DEM_STR("/")) ? "" : "/";
    return dem_arena_printf(arena, "%.*s%s%s", DEM_STR_ARG(folder), slash, name);
}

static void walk(dem_arena *arena, path_list *list, dem_str folder, int depth)
{
    DIR *dir = depth < MAX_DEPTH ? opendir(folder.p) : NULL;
    if (!dir) {
        dem_vec_push(arena, list, folder);
        return;
    }
    for (struct dirent *entry; (entry = readdir(dir));) {
        struct stat own, target;
        if (entry->d_name[0] == '.') continue;
        dem_str path = join(arena, folder, entry->d_name);
        if (lstat(path.p, &own) != 0) continue; /* gone in the meantime */
        if (S_ISDIR(own.st_mode))
            walk(arena, list, path, depth + 1);
        else if (stat(path.p, &target) == 0 && S_ISREG(target.st_mode))
            dem_vec_push(arena, list, path);
    }
    closedir(dir);
}

static int by_bytes(const void *a, const void *b)
{
    return dem_str_cmp(*(const dem_str *)a, *(const dem_str *)b);
}

dem_paths dem_paths_find(dem_arena *arena, const char *path)
{
    path_list list = {0};
    dem_str whole = dem_arena_str(arena, dem_str_from(path));
    if (strcmp(path, "-") != 0 && is_folder(path))
        walk(arena, &list, whole, 0);
    else
        dem_vec_push(arena, &list, whole);
    if (list.n) qsort(list.at, list.n, sizeof *list.at, by_bytes);
    return (dem_paths){list.at, list.n};
}

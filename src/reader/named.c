/* reader/named.c - what a file's name says of its format. */
#include "reader/format.h"

static bool ends(dem_str name, dem_str ending)
{
    return name.n > ending.n && dem_str_ieq(dem_str_sub(name, name.n - ending.n, name.n), ending);
}

bool dem_format_named(dem_str name, const char *ending)
{
    static const char *const PACKED[] = {".gz", ".zst"};
    for (size_t i = 0; i < sizeof PACKED / sizeof *PACKED; i++)
        if (ends(name, dem_str_from(PACKED[i]))) {
            name.n -= strlen(PACKED[i]);
            break;
        }
    return ends(name, dem_str_from(ending));
}

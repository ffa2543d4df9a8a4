/* cli/arguments.c - see arguments.h. */
#include "cli/arguments.h"
#include "cli/command.h"
#include <sys/stat.h>
#include <unistd.h>

bool dem_arg_threads(const char *value, uint32_t *threads)
{
    if (dem_str_u32(dem_str_from(value), threads) && *threads > 0) return true;
    dem_say("--threads needs a number from 1, not \"%s\"", value);
    return false;
}

bool dem_arg_standard_input(const char *const **paths, size_t *n_paths)
{
    static const char *const STDIN_ONLY[] = {"-"};
    if (*n_paths > 0) return true;
    if (isatty(STDIN_FILENO)) {
        dem_say("no FILE is given, and standard input is a terminal (give - to type a report)");
        return false;
    }
    *paths = STDIN_ONLY;
    *n_paths = 1;
    return true;
}

static bool same_file(const char *a, const char *b)
{
    struct stat sa, sb;
    return stat(a, &sa) == 0 && stat(b, &sb) == 0 && S_ISREG(sa.st_mode) && sa.st_dev == sb.st_dev &&
           sa.st_ino == sb.st_ino;
}

bool dem_arg_output_is_input(const char *output, const char *const *paths, size_t n_paths)
{
    for (size_t i = 0; output && i < n_paths; i++)
        if (same_file(output, paths[i])) {
            dem_say("%s is both input and output", output);
            return true;
        }
    return false;
}

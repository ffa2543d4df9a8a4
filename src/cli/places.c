/* cli/places.c - demarche places: gazetteers beside the one that ships. A table of tasks, a file each. */
#include "cli/command.h"
#include <stdio.h>
#include <string.h>

static const dem_command TASKS[] = {
    {"import", dem_cmd_places_import, "Turns GeoNames' dump into a gazetteer for code --places."},
};
enum { N_TASKS = sizeof TASKS / sizeof *TASKS };

static void help(FILE *to)
{
    fputs("usage: demarche places TASK [OPTION]... [ARGUMENT]...\n\n"
          "The places that reports name are looked up in lexicon/places and, with code --places FILE.db,\n"
          "in a gazetteer of your own too:\n\n",
          to);
    dem_command_list(to, TASKS, N_TASKS);
    fputs("\n  -h, --help  this text; demarche places TASK --help tells more\n\n"
          "Example:\n"
          "  demarche places import -o places.db allCountries.txt\n"
          "  demarche code --places places.db reports/ > events.jsonl\n"
          "  demarche code --places places.db --format places reports/ > places.jsonl\n",
          to);
}

int dem_cmd_places(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    int status = dem_command_run(TASKS, N_TASKS, argc, argv);
    if (status >= 0) return status;
    bool asked = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0;
    if (!asked && *name) dem_say("places has no task \"%s\"", name);
    help(asked ? stdout : stderr);
    return asked ? DEM_EXIT_GOOD : DEM_EXIT_USAGE;
}

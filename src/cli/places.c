/* cli/places.c - demarche places: gazetteers beside the one that ships. A table of tasks, a file each. */
#include "cli/command.h"

static const dem_command TASKS[] = {
    {"import", dem_cmd_places_import, "Turns GeoNames' dump into a gazetteer for code --places."},
};

int dem_cmd_places(int argc, char **argv)
{
    return dem_command_tasks(
        "places",
        "The places that reports name are looked up in lexicon/places and, with code --places FILE.db,\n"
        "in a gazetteer of your own too:",
        TASKS, sizeof TASKS / sizeof *TASKS,
        "Example:\n"
        "  demarche places import -o places.db allCountries.txt\n"
        "  demarche code --places places.db reports/ > events.jsonl\n"
        "  demarche code --places places.db --format places reports/ > places.jsonl\n",
        argc, argv);
}

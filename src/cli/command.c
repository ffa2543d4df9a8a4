/* cli/command.c - tables of commands: listing them and running one. */
#include "cli/command.h"
#include <string.h>

void dem_command_list(FILE *to, const dem_command *row, int n)
{
    for (int i = 0; i < n; i++) fprintf(to, "  %-10s %s\n", row[i].name, row[i].what);
}

int dem_command_run(const dem_command *row, int n, int argc, char **argv)
{
    for (int i = 0; argc > 1 && i < n; i++) {
        if (strcmp(argv[1], row[i].name) != 0) continue;
        argv[1] = argv[0]; /* getopt's messages begin with it */
        return row[i].run(argc - 1, argv + 1);
    }
    return -1;
}

int dem_command_tasks(const char *command, const char *intro, const dem_command *task, int n,
                      const char *example, int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    int status = dem_command_run(task, n, argc, argv);
    if (status >= 0) return status;
    bool asked = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0;
    if (!asked && *name) dem_say("%s has no task \"%s\"", command, name);
    FILE *to = asked ? stdout : stderr;
    fprintf(to, "usage: demarche %s TASK [OPTION]... [ARGUMENT]...\n\n%s\n\n", command, intro);
    dem_command_list(to, task, n);
    fprintf(to, "\n  -h, --help  this text; demarche %s TASK --help tells more\n\n%s", command, example);
    return asked ? DEM_EXIT_GOOD : DEM_EXIT_USAGE;
}

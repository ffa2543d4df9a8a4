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

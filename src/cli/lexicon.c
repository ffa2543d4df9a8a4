/* cli/lexicon.c - demarche lexicon: for those who write the lexicons. A table of tasks, a file each. */
#include "cli/command.h"
#include <stdio.h>
#include <string.h>

static const dem_command TASKS[] = {
    {"check", dem_cmd_lexicon_check, "Says what is wrong or doubtful in a lexicon."},
    {"test", dem_cmd_lexicon_test, "Runs the examples that stand below the frames."},
    {"import", dem_cmd_lexicon_import, "Turns dictionaries of TABARI and PETRARCH into lexicon text."},
};
enum { N_TASKS = sizeof TASKS / sizeof *TASKS };

static void help(FILE *to)
{
    fputs("usage: demarche lexicon TASK [OPTION]... [ARGUMENT]...\n\n"
          "For those who write the lexicons, the text files that say who is who and what a word tells:\n\n",
          to);
    dem_command_list(to, TASKS, N_TASKS);
    fputs("\n  -h, --help  this text; demarche lexicon TASK --help tells more\n\n"
          "Example:\n"
          "  demarche lexicon check --file my-actors.txt\n"
          "  demarche lexicon test --lexicon mine/ --file mine/\n",
          to);
}

int dem_cmd_lexicon(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    int status = dem_command_run(TASKS, N_TASKS, argc, argv);
    if (status >= 0) return status;
    bool asked = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0;
    if (!asked && *name) dem_say("lexicon has no task \"%s\"", name);
    help(asked ? stdout : stderr);
    return asked ? DEM_EXIT_GOOD : DEM_EXIT_USAGE;
}

/* cli/lexicon.c - demarche lexicon: for those who write the lexicons. A table of tasks, a file each. */
#include "cli/command.h"

static const dem_command TASKS[] = {
    {"check", dem_cmd_lexicon_check, "Says what is wrong or doubtful in a lexicon."},
    {"test", dem_cmd_lexicon_test, "Runs the examples that stand below the frames."},
    {"diff", dem_cmd_lexicon_diff, "Shows which records another lexicon adds, removes, alters."},
    {"import", dem_cmd_lexicon_import, "Turns dictionaries of TABARI and PETRARCH into lexicon text."},
};

int dem_cmd_lexicon(int argc, char **argv)
{
    return dem_command_tasks(
        "lexicon",
        "For those who write the lexicons, the text files that say who is who and what a word tells:", TASKS,
        sizeof TASKS / sizeof *TASKS,
        "Example:\n"
        "  demarche lexicon check --file my-actors.txt\n"
        "  demarche lexicon test --lexicon mine/ --file mine/\n",
        argc, argv);
}

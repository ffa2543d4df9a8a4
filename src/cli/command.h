/* cli/command.h - the commands: a table row and a file each. */
#ifndef DEM_CLI_COMMAND_H
#define DEM_CLI_COMMAND_H
#include "base/error.h"
#include <stdio.h>

/* How a command ends. An interrupted one ends with 128 + the number of the signal. */
enum {
    DEM_EXIT_GOOD = 0,
    DEM_EXIT_SOME = 1,     /* some items were skipped, or the output failed on the way */
    DEM_EXIT_USAGE = 2,    /* unknown command, option or argument */
    DEM_EXIT_NO_START = 3, /* model or lexicons missing or damaged, output cannot be opened */
    DEM_EXIT_SIGNAL = 128
};

typedef struct dem_command {
    const char *name;
    int (*run)(int argc, char **argv); /* argv[0] is the program's name; gives the exit status */
    const char *what;                  /* one sentence */
} dem_command;

/* A line for each of the `n` rows. */
void dem_command_list(FILE *to, const dem_command *row, int n);
/* Runs the row that argv[1] names, with the arguments behind it. Gives its exit status, or -1 if there is none of
 * that name. */
int dem_command_run(const dem_command *row, int n, int argc, char **argv);

/* A command that is a table of tasks, "demarche lexicon check": runs the one that argv[1] names, else shows `intro`, the table and
 * `example`, on standard error unless --help asks. */
int dem_command_tasks(const char *command, const char *intro, const dem_command *task, int n,
                      const char *example, int argc, char **argv);

int dem_cmd_code(int argc, char **argv);
int dem_cmd_fetch(int argc, char **argv);
int dem_cmd_read(int argc, char **argv);
int dem_cmd_statements(int argc, char **argv);
int dem_cmd_explain(int argc, char **argv);
int dem_cmd_eval(int argc, char **argv);
int dem_cmd_lexicon(int argc, char **argv);
/* The tasks of `demarche lexicon`, a row of its table each. */
int dem_cmd_lexicon_check(int argc, char **argv);
int dem_cmd_lexicon_diff(int argc, char **argv);
int dem_cmd_lexicon_import(int argc, char **argv);
int dem_cmd_lexicon_test(int argc, char **argv);

int dem_cmd_places(int argc, char **argv);
int dem_cmd_places_import(int argc, char **argv);

/* "demarche: ..." on standard error. */
void dem_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* The same for an error, with its place. Gives `status`, so that a command can `return` it. */
int dem_say_error(const dem_error *err, int status);
/* Where to find help, after a wrong option or argument. Gives DEM_EXIT_USAGE. */
int dem_say_usage(const char *command);

#endif

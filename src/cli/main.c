/* cli/main.c - the command line: a table of commands. */
#include "cli/command.h"
#include "cli/data.h"
#include "engine/engine.h"
#include <stdio.h>

static const dem_command COMMANDS[] = {
    {"code", dem_cmd_code, "Reads news reports and writes their political events."},
    {"fetch", dem_cmd_fetch, "Fetches the pages that feeds name into web archives, politely."},
    {"read", dem_cmd_read, "Writes the reports found in files, pages and archives, uncoded."},
    {"statements", dem_cmd_statements, "Reads news reports and writes who says what in them."},
    {"explain", dem_cmd_explain, "Shows what is found in a sentence, and why."},
    {"eval", dem_cmd_eval, "Measures records, actors and trees against what people marked."},
    {"places", dem_cmd_places, "Imports gazetteers: places beside those that ship."},
    {"lexicon", dem_cmd_lexicon, "Checks, tries and compares lexicons, and imports dictionaries."},
};
enum { N_COMMANDS = sizeof COMMANDS / sizeof *COMMANDS };

static void help(FILE *to)
{
    fputs("usage: demarche COMMAND [OPTION]... [ARGUMENT]...\n\n"
          "Reads news reports and writes down who did what to whom, when, where and by whose word.\n\n",
          to);
    dem_command_list(to, COMMANDS, N_COMMANDS);
    fputs("\n  --help      this text; demarche COMMAND --help tells more\n"
          "  --version   versions of program, codebook, model and lexicons\n\n"
          "Try: demarche explain \"Kenya recalled its envoy from Chad.\"\n",
          to);
}

/* Everything that decides what comes out. */
static int version(void)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_engine *engine = NULL;
    dem_error err = {0};
    const char *dir = dem_data_dir(&arena, NULL);
    printf("demarche %s\ncodebook %s\ndata     %s\n", DEM_VERSION, DEM_CODEBOOK, dir);
    if (dem_engine_open(&engine, dir, &(dem_options){0}, &err) == DEM_OK) {
        const dem_coder *c = dem_engine_coder(engine);
        printf("model    %s\nlexicon  %s\n", c->model, c->lexicon);
    } else {
        dem_buf b = {0};
        dem_error_add(&b, &err);
        printf("unusable %s\n", b.p);
        dem_buf_release(&b);
    }
    dem_engine_close(engine);
    dem_arena_release(&arena);
    return DEM_EXIT_GOOD;
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    int status = dem_command_run(COMMANDS, N_COMMANDS, argc, argv);
    if (status >= 0) return status;
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) return version();
    bool asked = strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0;
    if (!asked && *name) dem_say("there is no command \"%s\"", name);
    help(asked ? stdout : stderr);
    return asked ? DEM_EXIT_GOOD : DEM_EXIT_USAGE;
}

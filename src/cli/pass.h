/* cli/pass.h - one pass over reports, as `demarche code` and `demarche statements` make it: reader, engine, sink, closing tally. */
#ifndef DEM_CLI_PASS_H
#define DEM_CLI_PASS_H
#include "cli/overlays.h"
#include "engine/engine.h"
#include "out/writer.h"

/* What the command line asks for; everything is borrowed. */
typedef struct dem_pass {
    const char *command;                        /* for messages: "code" */
    const dem_writer *writers;                  /* among which `format` and the ending of `output` choose */
    const char *format, *output, *input, *data; /* each may be NULL: see sink.h, reader.h, data.h */
    const char *unknown;      /* a file for the names that the lexicon does not know, or NULL */
    const char *const *paths; /* [n_paths]; none: standard input, if something was put there */
    size_t n_paths;
    uint32_t threads; /* 0: one per processor */
    bool statements;  /* the tally counts statements, not records */
    bool reading;     /* reports are read and not coded */
    const char *texts; /* a folder for the texts, or NULL */
    bool no_text, quiet;
    bool help;
    dem_overlays overlays;
    dem_options engine;
} dem_pass;

/* The options that every pass has: rows for getopt_long(), letters, and what one of them does. */
enum {
    DEM_PASS_DATA = 256,
    DEM_PASS_LEXICON,
    DEM_PASS_NO_TEXT,
    DEM_PASS_SAVE_TEXT,
    DEM_PASS_OWN /* the first of the command's own */
};
#define DEM_PASS_LETTERS "f:o:i:t:qh"
#define DEM_PASS_OPTIONS                                                                                       \
    {"format", required_argument, NULL, 'f'}, {"output", required_argument, NULL, 'o'},                        \
        {"input", required_argument, NULL, 'i'}, {"threads", required_argument, NULL, 't'},                    \
        {"data", required_argument, NULL, DEM_PASS_DATA},                                                      \
        {"lexicon", required_argument, NULL, DEM_PASS_LEXICON},                                                \
        {"save-text", required_argument, NULL, DEM_PASS_SAVE_TEXT},                                            \
        {"no-text", no_argument, NULL, DEM_PASS_NO_TEXT}, {"quiet", no_argument, NULL, 'q'},                   \
    {                                                                                                          \
        "help", no_argument, NULL, 'h'                                                                         \
    }
/* False if the value is wrong, which is said, or if it is none of these. */
bool dem_pass_option(dem_pass *pass, int option, const char *value);
/* When all are read: the paths behind them. */
void dem_pass_paths(dem_pass *pass, int argc, char **argv, int first);

/* Makes the pass and says on standard error what is to be said. Gives the exit status. */
int dem_pass_make(dem_pass *pass);

#endif

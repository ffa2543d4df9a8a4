/* cli/pass.h - one pass over reports, as `demarche code` and `demarche statements` make it: reader, engine, sink, closing tally. */
#ifndef DEM_CLI_PASS_H
#define DEM_CLI_PASS_H
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
    bool no_text, quiet;
    dem_options engine;
} dem_pass;

/* Makes the pass and says on standard error what is to be said. Gives the exit status. */
int dem_pass_make(dem_pass *pass);

/* A number of threads, from 1; says what is wrong with it otherwise. */
bool dem_pass_threads(const char *value, uint32_t *threads);

#endif

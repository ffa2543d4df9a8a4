/* cli/pass.c - see pass.h. */
#include "cli/pass.h"
#include "cli/closing.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/interrupt.h"
#include "cli/run.h"
#include "cli/save.h"
#include <sys/stat.h>
#include <unistd.h>

/* ---- options --------------------------------------------------------------------------------------------- */

static bool set_threads(dem_pass *p, const char *value)
{
    if (dem_str_u32(dem_str_from(value), &p->threads) && p->threads > 0) return true;
    dem_say("--threads needs a number from 1, not \"%s\"", value);
    return false;
}

bool dem_pass_option(dem_pass *p, int option, const char *value)
{
    switch (option) {
    case 'f': p->format = value; return true;
    case 'o': p->output = value; return true;
    case 'i': p->input = value; return true;
    case 't': return set_threads(p, value);
    case 'q': p->quiet = true; return true;
    case 'h': p->help = true; return true;
    case DEM_PASS_DATA: p->data = value; return true;
    case DEM_PASS_LEXICON: return dem_overlays_add(&p->overlays, value);
    case DEM_PASS_NO_TEXT: p->no_text = true; return true;
    case DEM_PASS_SAVE_TEXT: p->texts = value; return true;
    default: return false; /* getopt has said why */
    }
}

void dem_pass_paths(dem_pass *p, int argc, char **argv, int first)
{
    p->paths = (const char *const *)argv + first;
    p->n_paths = (size_t)(argc - first);
    p->engine.overlay = p->overlays.path;
    p->engine.n_overlays = p->overlays.n;
}

/* ---- input and output ------------------------------------------------------------------------------------- */

/* Standard input is read unasked only if something was put there. */
static bool add_standard_input(const char *const **paths, size_t *n_paths)
{
    static const char *const STDIN_ONLY[] = {"-"};
    if (*n_paths > 0) return true;
    if (isatty(STDIN_FILENO)) {
        dem_say("no FILE is given, and standard input is a terminal (give - to type a report)");
        return false;
    }
    *paths = STDIN_ONLY;
    *n_paths = 1;
    return true;
}

static bool same_file(const char *a, const char *b)
{
    struct stat sa, sb;
    return stat(a, &sa) == 0 && stat(b, &sb) == 0 && S_ISREG(sa.st_mode) && sa.st_dev == sb.st_dev &&
           sa.st_ino == sb.st_ino;
}

/* Opening the output would empty the input. */
static bool output_is_input(const char *output, const char *const *paths, size_t n_paths)
{
    for (size_t i = 0; output && i < n_paths; i++)
        if (same_file(output, paths[i])) {
            dem_say("%s is both input and output", output);
            return true;
        }
    return false;
}

/* ---- the pass ---------------------------------------------------------------------------------------------- */

/* The list of unknown names is written however the run ended: what was read so far counts. */
static bool write_unknown(const dem_pass *p, dem_unknown *unknown)
{
    dem_error err = {0};
    if (!unknown) return true;
    dem_status st = dem_unknown_write(unknown, p->unknown, &err);
    if (st != DEM_OK) dem_say_error(&err, DEM_EXIT_SOME);
    return st == DEM_OK;
}

/* Everything is open: codes, closes the sink, tells. */
static int run_and_tell(const dem_pass *p, const dem_run *run)
{
    dem_closing closing;
    dem_error err = {0}, late = {0};
    dem_status st = dem_run_all(run, &closing, &err), closed = dem_sink_close(run->sink, &late);
    if (st == DEM_OK && closed != DEM_OK) {
        st = closed;
        err = late;
    }
    bool listed = write_unknown(p, run->unknown);
    if (st == DEM_END) return DEM_EXIT_GOOD; /* the reader of the pipe has seen enough */
    if (!p->quiet) dem_closing_say(&closing);
    if (st != DEM_OK) return dem_say_error(&err, DEM_EXIT_SOME);
    if (dem_interrupt_signal()) return DEM_EXIT_SIGNAL + dem_interrupt_signal();
    return closing.skipped.n || !listed ? DEM_EXIT_SOME : DEM_EXIT_GOOD;
}

static int open_and_run(const dem_pass *p, dem_sink *sink, dem_reader *reader)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_engine *engine = NULL;
    dem_error err = {0};
    dem_status st = dem_engine_open(&engine, dem_data_dir(&arena, p->data), &p->engine, &err);
    int status = DEM_EXIT_NO_START;
    dem_unknown unknown;
    dem_unknown_init(&unknown);
    dem_run run = {.engine = engine, .reader = reader, .sink = sink, .threads = p->threads};
    run.stop = dem_interrupt_catch();
    run.unknown = p->unknown ? &unknown : NULL;
    run.statements = p->statements;
    run.reading = p->reading;
    run.texts = p->texts;
    run.progress = !p->quiet && isatty(STDERR_FILENO) && (sink->path || !isatty(STDOUT_FILENO));
    if (st == DEM_OK && p->texts) st = dem_save_folder(p->texts, &err);
    if (st == DEM_OK) st = dem_sink_open(sink, dem_engine_coder(engine), p->no_text, &err);
    if (st == DEM_OK) status = run_and_tell(p, &run);
    else if (st == DEM_END) status = DEM_EXIT_GOOD;
    else dem_say_error(&err, status);
    dem_unknown_release(&unknown);
    dem_engine_close(engine);
    dem_arena_release(&arena);
    return status;
}

int dem_pass_make(dem_pass *p)
{
    dem_sink sink;
    dem_error err = {0};
    dem_reader *reader = NULL;
    if (!add_standard_input(&p->paths, &p->n_paths)) return dem_say_usage(p->command);
    dem_status st = dem_sink_choose(&sink, p->writers, p->output, p->format, &err);
    if (st == DEM_OK)
        st = dem_reader_open(&reader, p->paths, p->n_paths, &(dem_reader_options){.format = p->input}, &err);
    if (st != DEM_OK) {
        dem_say_error(&err, DEM_EXIT_USAGE);
        return dem_say_usage(p->command);
    }
    bool clash = output_is_input(sink.path, p->paths, p->n_paths);
    int status = clash ? DEM_EXIT_USAGE : open_and_run(p, &sink, reader);
    dem_reader_close(reader);
    return status;
}

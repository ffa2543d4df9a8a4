/* cli/code.c - demarche code: reports in, event records out. */
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/interrupt.h"
#include "cli/overlays.h"
#include "cli/run.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct options {
    const char *format, *output, *data, *input, *unknown, *places;
    dem_overlays overlays;
    uint32_t threads;
    int min_confidence; /* percent */
    bool keep_unresolved, no_text, quiet, help;
    const char *const *paths; /* [n_paths] */
    size_t n_paths;
} options;

/* ── help ────────────────────────────────────────────────────────────────── */

static void help(void)
{
    fputs("usage: demarche code [OPTION]... [FILE|DIR|-]...\n\n"
          "Reads news reports and writes a record for each political event in them: who did what\n"
          "to whom, when, where and by whose word, with the bytes of the report it rests on.\n"
          "A FILE holds one report as plain text or one report a line as JSON; gzip and zstd are\n"
          "unpacked. A DIR stands for all files below it, - for standard input.\n\n"
          "  -f, --format NAME      how records are written:\n",
          stdout);
    for (const dem_writer *w = DEM_WRITERS; w->name; w++)
        printf("                           %-7s %s\n", w->name, w->what);
    fputs("                         Default: table on a terminal, jsonl elsewhere.\n"
          "  -o, --output FILE      write to FILE; its ending chooses the format. FILE.db is a store\n"
          "                         (SQLite) that is appended to: reports it has are passed over, so\n"
          "                         a run that was cut off is resumed by running it again.\n"
          "  -i, --input NAME       what the files are, if that is not to be found out:\n",
          stdout);
    for (size_t i = 0; dem_reader_format_name(i); i++)
        printf("                           %-7s %s\n", dem_reader_format_name(i), dem_reader_format_what(i));
    fputs("  -t, --threads N        use N threads (default: one per processor); the output is the same\n"
          "      --data DIR         the folder with model/ and lexicon/ (default: $DEMARCHE_DATA, or\n"
          "                         where the program was installed)\n"
          "      --lexicon DIR      a folder or file of lexicon entries of your own, over the built-in ones;\n"
          "                         may be given several times\n"
          "      --places FILE.db   look places up there too (demarche places import)\n"
          "      --unresolved keep  also write records whose participants have no code\n"
          "      --unresolved-report FILE\n"
          "                         write the names that look like actors and that the lexicon does not\n"
          "                         know to FILE, the commonest first, as entries to be filled in\n"
          "      --min-confidence P only records that are right with this probability, 0 to 1\n"
          "      --no-text          leave the sentences out of the records\n"
          "  -q, --quiet            no progress and no closing tally on standard error\n"
          "  -h, --help             this text\n\n"
          "Examples:\n"
          "  demarche code report.txt                      a table to read\n"
          "  demarche code reports/ > events.jsonl         a folder into JSON Lines\n"
          "  demarche code -o events.db news.jsonl.zst     into a store\n"
          "  fetch-news | demarche code - | jq .event      as a filter\n\n"
          "Exit status: 0 all was coded, 1 some items were skipped, 2 wrong usage, 3 no start (model,\n"
          "lexicons or output missing or damaged), 130 interrupted; what was written is whole then.\n",
          stdout);
}

/* ── options ─────────────────────────────────────────────────────────────── */

enum { OPT_DATA = 256, OPT_LEXICON, OPT_PLACES, OPT_UNRESOLVED, OPT_UNKNOWN, OPT_NO_TEXT, OPT_SURE };
static const struct option LONG[] = {
    {"format", required_argument, NULL, 'f'},
    {"output", required_argument, NULL, 'o'},
    {"input", required_argument, NULL, 'i'},
    {"threads", required_argument, NULL, 't'},
    {"data", required_argument, NULL, OPT_DATA},
    {"lexicon", required_argument, NULL, OPT_LEXICON},
    {"places", required_argument, NULL, OPT_PLACES},
    {"unresolved", required_argument, NULL, OPT_UNRESOLVED},
    {"unresolved-report", required_argument, NULL, OPT_UNKNOWN},
    {"min-confidence", required_argument, NULL, OPT_SURE},
    {"no-text", no_argument, NULL, OPT_NO_TEXT},
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

static bool set_unresolved(options *o, const char *value)
{
    o->keep_unresolved = strcmp(value, "keep") == 0;
    if (!o->keep_unresolved && strcmp(value, "drop") != 0) {
        dem_say("--unresolved is \"keep\" or \"drop\", not \"%s\"", value);
        return false;
    }
    return true;
}

static bool set_confidence(options *o, const char *value)
{
    char *end;
    double p = strtod(value, &end);
    if (end != value && *end == 0 && p >= 0 && p <= 1) {
        o->min_confidence = (int)(p * 100 + 0.5);
        return true;
    }
    dem_say("--min-confidence is a number from 0 to 1, not \"%s\"", value);
    return false;
}

/* False if an option is wrong; that was said then. */
static bool read_options(options *o, int argc, char **argv)
{
    for (int c; (c = getopt_long(argc, argv, "f:o:i:t:qh", LONG, NULL)) != -1;) {
        bool good = true;
        switch (c) {
        case 'f': o->format = optarg; break;
        case 'o': o->output = optarg; break;
        case 'i': o->input = optarg; break;
        case 't': good = dem_arg_threads(optarg, &o->threads); break;
        case 'q': o->quiet = true; break;
        case 'h': o->help = true; break;
        case OPT_DATA: o->data = optarg; break;
        case OPT_LEXICON: good = dem_overlays_add(&o->overlays, optarg); break;
        case OPT_PLACES: o->places = optarg; break;
        case OPT_UNRESOLVED: good = set_unresolved(o, optarg); break;
        case OPT_UNKNOWN: o->unknown = optarg; break;
        case OPT_SURE: good = set_confidence(o, optarg); break;
        case OPT_NO_TEXT: o->no_text = true; break;
        default: good = false; /* getopt has said why */
        }
        if (!good) return false;
    }
    o->paths = (const char *const *)argv + optind;
    o->n_paths = (size_t)(argc - optind);
    return true;
}

/* ── the run ─────────────────────────────────────────────────────────────── */

/* The list of unknown names is written however the run ended: what was read so far counts. */
static bool write_unknown(const options *o, dem_run *run)
{
    dem_error err = {0};
    if (!run->unknown) return true;
    dem_status st = dem_unknown_write(run->unknown, o->unknown, &err);
    if (st != DEM_OK) dem_say_error(&err, DEM_EXIT_SOME);
    return st == DEM_OK;
}

/* Everything is open: codes, closes the sink, tells. */
static int run_and_tell(const options *o, dem_run *run)
{
    dem_closing closing;
    dem_error err = {0}, late = {0};
    run->threads = o->threads;
    run->progress = !o->quiet && isatty(STDERR_FILENO) && (run->sink->path || !isatty(STDOUT_FILENO));
    dem_status st = dem_run_all(run, &closing, &err), closed = dem_sink_close(run->sink, &late);
    if (st == DEM_OK && closed != DEM_OK) {
        st = closed;
        err = late;
    }
    bool listed = write_unknown(o, run);
    if (st == DEM_END) return DEM_EXIT_GOOD; /* the reader of the pipe has seen enough */
    if (!o->quiet) dem_closing_say(&closing);
    if (st != DEM_OK) return dem_say_error(&err, DEM_EXIT_SOME);
    if (dem_interrupt_signal()) return DEM_EXIT_SIGNAL + dem_interrupt_signal();
    return closing.skipped.n || !listed ? DEM_EXIT_SOME : DEM_EXIT_GOOD;
}

static int open_and_run(const options *o, dem_sink *sink, dem_reader *reader)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_engine *engine = NULL;
    dem_error err = {0};
    dem_options wanted = {.keep_unresolved = o->keep_unresolved,
                          .list_unresolved = o->unknown != NULL,
                          .min_confidence = o->min_confidence,
                          .places = o->places,
                          .overlay = o->overlays.path,
                          .n_overlays = o->overlays.n};
    dem_status st = dem_engine_open(&engine, dem_data_dir(&arena, o->data), &wanted, &err);
    int status = DEM_EXIT_NO_START;
    dem_unknown unknown;
    dem_unknown_init(&unknown);
    dem_stop *stop = dem_interrupt_catch();
    if (st == DEM_OK) st = dem_sink_open(sink, dem_engine_coder(engine), o->no_text, &err);
    if (st == DEM_OK)
        status = run_and_tell(o, &(dem_run){.engine = engine,
                                            .reader = reader,
                                            .sink = sink,
                                            .stop = stop,
                                            .unknown = o->unknown ? &unknown : NULL});
    else if (st == DEM_END)
        status = DEM_EXIT_GOOD;
    else
        dem_say_error(&err, status);
    dem_unknown_release(&unknown);
    dem_engine_close(engine);
    dem_arena_release(&arena);
    return status;
}

int dem_cmd_code(int argc, char **argv)
{
    options o = {0};
    dem_sink sink;
    dem_error err = {0};
    dem_reader *reader = NULL;
    if (!read_options(&o, argc, argv)) return dem_say_usage("code");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    if (!dem_arg_standard_input(&o.paths, &o.n_paths)) return dem_say_usage("code");
    dem_status st = dem_sink_choose(&sink, DEM_WRITERS, o.output, o.format, &err);
    if (st == DEM_OK) st = dem_reader_open(&reader, o.paths, o.n_paths, o.input, &err);
    if (st != DEM_OK) {
        dem_say_error(&err, DEM_EXIT_USAGE);
        return dem_say_usage("code");
    }
    int status = dem_arg_output_is_input(sink.path, o.paths, o.n_paths) ? DEM_EXIT_USAGE
                                                                        : open_and_run(&o, &sink, reader);
    dem_reader_close(reader);
    return status;
}

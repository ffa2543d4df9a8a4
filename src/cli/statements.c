/* cli/statements.c - demarche statements: reports in, who says what out. */
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/interrupt.h"
#include "cli/overlays.h"
#include "cli/run.h"
#include <getopt.h>
#include <stdio.h>
#include <unistd.h>

typedef struct options {
    const char *format, *output, *data, *input;
    dem_overlays overlays;
    uint32_t threads;
    bool no_text, quiet, help;
    const char *const *paths; /* [n_paths] */
    size_t n_paths;
} options;

static void help(void)
{
    fputs("usage: demarche statements [OPTION]... [FILE|DIR|-]...\n\n"
          "Reads news reports and writes who says what in them: a line for each attribution, with its\n"
          "source (\"the foreign minister\", and who that is), its cue (\"said\", \"according to\",\n"
          "\"reportedly\"), its content, direct or not, and the events that lie in the content. Quotations\n"
          "are followed over sentences and paragraphs, and those without a cue keep the last speaker.\n"
          "A FILE holds one report as plain text or one report a line as JSON; gzip and zstd are\n"
          "unpacked. A DIR stands for all files below it, - for standard input.\n\n"
          "  -f, --format NAME      how statements are written:\n",
          stdout);
    for (const dem_writer *w = DEM_STATEMENT_WRITERS; w->name; w++)
        printf("                           %-7s %s\n", w->name, w->what);
    fputs("  -o, --output FILE      write to FILE; the ending .tsv chooses that format\n"
          "  -i, --input NAME       what the files are, if that is not to be found out:\n",
          stdout);
    for (size_t i = 0; dem_reader_format_name(i); i++)
        printf("                           %-7s %s\n", dem_reader_format_name(i), dem_reader_format_what(i));
    fputs("  -t, --threads N        use N threads (default: one per processor); the output is the same\n"
          "      --data DIR         the folder with model/ and lexicon/ (default: $DEMARCHE_DATA, or\n"
          "                         where the program was installed)\n"
          "      --lexicon DIR      a folder or file of lexicon entries of your own, over the built-in ones;\n"
          "                         may be given several times\n"
          "      --no-text          leave the words of the contents out; their bytes stay\n"
          "  -q, --quiet            no progress and no closing tally on standard error\n"
          "  -h, --help             this text\n\n"
          "A statement within the content of another (\"X said that Y had promised\") names it in `within`;\n"
          "who wants the outer ones only takes those where it is null.\n\n"
          "Examples:\n"
          "  demarche statements -f tsv report.txt | column -ts \"$(printf '\\t')\"\n"
          "  demarche statements reports/ > statements.jsonl\n"
          "  demarche statements news.jsonl.zst | jq -r 'select(.kind == \"direct\") | .content.text'\n"
          "  demarche statements news.jsonl | jq -r .source.entity.code | sort | uniq -c | sort -rn\n\n"
          "Exit status: 0 all was read, 1 some items were skipped, 2 wrong usage, 3 no start (model,\n"
          "lexicons or output missing or damaged), 130 interrupted; what was written is whole then.\n",
          stdout);
}

enum { OPT_DATA = 256, OPT_LEXICON, OPT_NO_TEXT };
static const struct option LONG[] = {
    {"format", required_argument, NULL, 'f'},
    {"output", required_argument, NULL, 'o'},
    {"input", required_argument, NULL, 'i'},
    {"threads", required_argument, NULL, 't'},
    {"data", required_argument, NULL, OPT_DATA},
    {"lexicon", required_argument, NULL, OPT_LEXICON},
    {"no-text", no_argument, NULL, OPT_NO_TEXT},
    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

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
        case OPT_NO_TEXT: o->no_text = true; break;
        default: good = false; /* getopt has said why */
        }
        if (!good) return false;
    }
    o->paths = (const char *const *)argv + optind;
    o->n_paths = (size_t)(argc - optind);
    return true;
}

/* Everything is open: reads, closes the sink, tells. */
static int run_and_tell(const options *o, dem_run *run)
{
    dem_closing closing;
    dem_error err = {0}, late = {0};
    dem_status st = dem_run_all(run, &closing, &err), closed = dem_sink_close(run->sink, &late);
    if (st == DEM_OK && closed != DEM_OK) {
        st = closed;
        err = late;
    }
    if (st == DEM_END) return DEM_EXIT_GOOD; /* the reader of the pipe has seen enough */
    if (!o->quiet) dem_closing_say(&closing);
    if (st != DEM_OK) return dem_say_error(&err, DEM_EXIT_SOME);
    if (dem_interrupt_signal()) return DEM_EXIT_SIGNAL + dem_interrupt_signal();
    return closing.skipped.n ? DEM_EXIT_SOME : DEM_EXIT_GOOD;
}

static int open_and_run(const options *o, dem_sink *sink, dem_reader *reader)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_engine *engine = NULL;
    dem_error err = {0};
    const dem_options wanted = {
        .list_statements = true, .overlay = o->overlays.path, .n_overlays = o->overlays.n};
    dem_status st = dem_engine_open(&engine, dem_data_dir(&arena, o->data), &wanted, &err);
    int status = DEM_EXIT_NO_START;
    dem_stop *stop = dem_interrupt_catch();
    if (st == DEM_OK) st = dem_sink_open(sink, dem_engine_coder(engine), o->no_text, &err);
    if (st == DEM_OK)
        status = run_and_tell(o, &(dem_run){.engine = engine,
                                            .reader = reader,
                                            .sink = sink,
                                            .stop = stop,
                                            .statements = true,
                                            .threads = o->threads,
                                            .progress = !o->quiet && isatty(STDERR_FILENO) &&
                                                        (sink->path || !isatty(STDOUT_FILENO))});
    else if (st == DEM_END) status = DEM_EXIT_GOOD;
    else dem_say_error(&err, status);
    dem_engine_close(engine);
    dem_arena_release(&arena);
    return status;
}

int dem_cmd_statements(int argc, char **argv)
{
    options o = {0};
    dem_sink sink;
    dem_error err = {0};
    dem_reader *reader = NULL;
    if (!read_options(&o, argc, argv)) return dem_say_usage("statements");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    if (!dem_arg_standard_input(&o.paths, &o.n_paths)) return dem_say_usage("statements");
    dem_status st = dem_sink_choose(&sink, DEM_STATEMENT_WRITERS, o.output, o.format, &err);
    if (st == DEM_OK) st = dem_reader_open(&reader, o.paths, o.n_paths, o.input, &err);
    if (st != DEM_OK) {
        dem_say_error(&err, DEM_EXIT_USAGE);
        return dem_say_usage("statements");
    }
    bool clash = dem_arg_output_is_input(sink.path, o.paths, o.n_paths);
    int status = clash ? DEM_EXIT_USAGE : open_and_run(&o, &sink, reader);
    dem_reader_close(reader);
    return status;
}

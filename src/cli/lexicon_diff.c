/* cli/lexicon_diff.c - demarche lexicon diff: which records a change of the lexicon adds, removes, alters. */
#include "cli/command.h"
#include "cli/data.h"
#include "cli/diff_run.h"
#include "cli/interrupt.h"
#include <getopt.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_REPORTS = 256 };

/* As diff(1) ends. */
enum { EXIT_SAME = 0, EXIT_DIFFERS = 1, EXIT_TROUBLE = 2 };

typedef struct options {
    const char *old, *new, *data, *input;
    const dem_diff_form *form;
    const char *reports[MAX_REPORTS]; /* [n_reports] */
    size_t n_reports;
    uint32_t threads;
    bool summary, quiet, help;
} options;

/* ---- help --------------------------------------------------------------------------------------------- */

static void help(void)
{
    fputs("usage: demarche lexicon diff [OPTION]... OLD NEW --reports PATH [--reports PATH]...\n\n"
          "Codes reports with two lexicons and shows which records NEW adds, removes and alters, with the\n"
          "sentence, the record in short notation and the entry (file:line) that told it; then how many\n"
          "there are of each type. OLD and NEW are each\n\n"
          "  -            the lexicon that demarche uses\n"
          "  a folder with the folders actors/ and frames/: a whole lexicon, used instead of it\n"
          "  any other folder or a file: entries of your own, over the lexicon that demarche uses\n\n"
          "      --reports PATH     what to code: whatever demarche code reads; may be given several times\n"
          "  -f, --format NAME      ",
          stdout);
    for (const dem_diff_form *f = DEM_DIFF_FORMS; f->name; f++)
        printf("%s%-6s %s\n", f == DEM_DIFF_FORMS ? "" : "                         ", f->name, f->what);
    fputs("      --summary          only the totals\n"
          "  -i, --input NAME       what the files are, if that is not to be found out (see demarche code "
          "--help)\n"
          "  -t, --threads N        use N threads (default: one per processor); the output is the same\n"
          "      --data DIR         the folder with model/ and lexicon/\n"
          "  -q, --quiet            no totals, and nothing on standard error but why it could not be done;\n"
          "                         with --summary only the exit status tells\n"
          "  -h, --help             this text\n\n"
          "Records of a sentence belong together if they rest on the same word, else if they are of the same\n"
          "type; what differs then is listed field by field.\n\n"
          "Examples:\n"
          "  demarche lexicon diff - my-frames.txt --reports reports/      what would my entries change?\n"
          "  demarche lexicon diff --summary old/lexicon new/lexicon --reports news.jsonl.zst\n\n"
          "Exit status: 0 no record differs, 1 some do, 2 wrong usage or trouble: a lexicon that cannot be\n"
          "loaded, reports that cannot be read (the others are compared), output that fails; 130 interrupted,\n"
          "with the totals so far.\n",
          stdout);
}

/* ---- options ------------------------------------------------------------------------------------------ */

static bool set_form(options *o, const char *name)
{
    o->form = dem_diff_form_find(name);
    if (!o->form) dem_say("no output format is called \"%s\"", name);
    return o->form != NULL;
}

static bool set_threads(options *o, const char *value)
{
    if (dem_str_u32(dem_str_from(value), &o->threads) && o->threads > 0) return true;
    dem_say("--threads needs a number from 1, not \"%s\"", value);
    return false;
}

static bool add_reports(options *o, const char *path)
{
    if (o->n_reports == MAX_REPORTS) {
        dem_say("no more than %d times --reports", MAX_REPORTS);
        return false;
    }
    o->reports[o->n_reports++] = path;
    return true;
}

static bool complete(options *o, int n, char **argv)
{
    if (n != 2) dem_say("lexicon diff wants two lexicons, OLD and NEW");
    else if (!o->n_reports) dem_say("lexicon diff wants reports to code: --reports PATH");
    if (n != 2 || !o->n_reports) return false;
    o->old = argv[0];
    o->new = argv[1];
    return true;
}

/* False if an option is wrong; that was said then. */
static bool read_options(options *o, int argc, char **argv)
{
    enum { OPT_DATA = 256, OPT_REPORTS, OPT_SUMMARY };
    static const struct option LONG[] = {{"reports", required_argument, NULL, OPT_REPORTS},
                                         {"format", required_argument, NULL, 'f'},
                                         {"summary", no_argument, NULL, OPT_SUMMARY},
                                         {"input", required_argument, NULL, 'i'},
                                         {"threads", required_argument, NULL, 't'},
                                         {"data", required_argument, NULL, OPT_DATA},
                                         {"quiet", no_argument, NULL, 'q'},
                                         {"help", no_argument, NULL, 'h'},
                                         {NULL, 0, NULL, 0}};
    for (int c; (c = getopt_long(argc, argv, "f:i:t:qh", LONG, NULL)) != -1;) {
        bool good = true;
        switch (c) {
        case OPT_REPORTS: good = add_reports(o, optarg); break;
        case 'f': good = set_form(o, optarg); break;
        case OPT_SUMMARY: o->summary = true; break;
        case 'i': o->input = optarg; break;
        case 't': good = set_threads(o, optarg); break;
        case OPT_DATA: o->data = optarg; break;
        case 'q': o->quiet = true; break;
        case 'h': o->help = true; break;
        default: good = false; /* getopt has said why */
        }
        if (!good) return false;
    }
    return o->help || complete(o, argc - optind, argv + optind);
}

/* ---- lexicons ----------------------------------------------------------------------------------------- */

static bool has_folder(const char *dir, const char *sub)
{
    char path[4096];
    struct stat st;
    return snprintf(path, sizeof path, "%s/%s", dir, sub) < (int)sizeof path && stat(path, &st) == 0 &&
           S_ISDIR(st.st_mode);
}

/* Opens the engine of OLD or NEW: see help(). */
static dem_status open_engine(dem_engine **out, const char *const *which, const char *data,
                              const dem_engine *model_of, dem_error *err)
{
    dem_options wanted = {.model_of = model_of};
    bool whole = has_folder(*which, "actors") && has_folder(*which, "frames");
    if (whole) wanted.lexicon = *which;
    else if (strcmp(*which, "-") != 0) {
        wanted.overlay = which;
        wanted.n_overlays = 1;
    }
    return dem_engine_open(out, data, &wanted, err);
}

/* ---- the run ------------------------------------------------------------------------------------------ */

static void tell_notes(const dem_closing *closing)
{
    dem_buf b = {0};
    dem_closing_add_notes(&b, closing);
    if (b.n) fputs(b.p, stderr);
    dem_buf_release(&b);
}

static uint64_t changes_of(const dem_change_sums *s)
{
    uint64_t n = 0;
    for (unsigned k = 0; k < DEM_CHANGE_KINDS; k++)
        for (unsigned t = 0; t < DEM_EVENT_COUNT; t++) n += s->kind[k][t];
    return n;
}

/* Everything is open: compares and tells. */
static int compare(const options *o, dem_diff_run *run)
{
    dem_change_sums sums;
    dem_closing closing;
    dem_error err = {0};
    dem_buf b = {0};
    dem_status st = dem_diff_all(run, &sums, &closing, &err);
    if (st == DEM_OK && !o->quiet) {
        o->form->sums(&b, &sums);
        st = dem_diff_print(&b, &err);
        tell_notes(&closing);
    }
    dem_buf_release(&b);
    if (st != DEM_OK && st != DEM_END) return dem_say_error(&err, EXIT_TROUBLE);
    if (dem_interrupt_signal()) return DEM_EXIT_SIGNAL + dem_interrupt_signal();
    if (closing.skipped.n) return EXIT_TROUBLE;
    return changes_of(&sums) ? EXIT_DIFFERS : EXIT_SAME;
}

static int open_and_compare(const options *o, const char *data, dem_reader *reader)
{
    dem_engine *old = NULL, *new = NULL;
    dem_error err = {0};
    int status = EXIT_TROUBLE;
    dem_status st = open_engine(&old, &o->old, data, NULL, &err);
    if (st == DEM_OK) st = open_engine(&new, &o->new, data, old, &err);
    if (st == DEM_OK)
        status = compare(
            o, &(dem_diff_run){.old = old,
                               .new = new,
                               .reader = reader,
                               .form = o->summary ? NULL : o->form,
                               .stop = dem_interrupt_catch(),
                               .threads = o->threads,
                               .progress = !o->quiet &&isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO)});
    else dem_say_error(&err, status);
    dem_engine_close(new);
    dem_engine_close(old);
    return status;
}

int dem_cmd_lexicon_diff(int argc, char **argv)
{
    options o = {.form = &DEM_DIFF_FORMS[0]};
    dem_error err = {0};
    dem_reader *reader = NULL;
    if (!read_options(&o, argc, argv)) return dem_say_usage("lexicon diff");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    if (dem_reader_open(&reader, o.reports, o.n_reports, &(dem_reader_options){.format = o.input}, &err) !=
        DEM_OK) {
        dem_say_error(&err, EXIT_TROUBLE);
        return dem_say_usage("lexicon diff");
    }
    dem_arena arena;
    dem_arena_init(&arena, 0);
    int status = open_and_compare(&o, dem_data_dir(&arena, o.data), reader);
    dem_arena_release(&arena);
    dem_reader_close(reader);
    return status;
}

/* cli/lexicon_test.c - demarche lexicon test: runs the examples that stand below the frames. */
#include "cli/command.h"
#include "cli/data.h"
#include "cli/overlays.h"
#include "eval/examples.h"
#include "out/notation.h"
#include <getopt.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct options {
    const char *data;
    dem_overlays overlays;
    const char *file, *word; /* NULL: all */
    bool unused, quiet, help;
    bool progress; /* somebody looks on */
} options;

typedef struct tests {
    const options *o;
    dem_worker *worker;
    dem_arena arena; /* of the example at hand */
    bool *won;       /* [frames] entries that have won; NULL if nobody wants to know */
    uint32_t tried, failed;
} tests;

static void help(void)
{
    fputs(
        "usage: demarche lexicon test [OPTION]... [WORD]\n\n"
        "Codes the example sentences that stand below the frames, and shows each that is not coded as it\n"
        "says: where it stands, what was expected (behind =>) and what was coded. With WORD only the\n"
        "examples whose sentence has it in it.\n\n"
        "      --file F       only examples that stand in files with F in their name\n"
        "      --unused       also lists the entries that win in no example: no sentence shows what they are\n"
        "                     good for. All examples are run; --file F then lists the entries of those files\n"
        "      --data DIR     the folder with model/ and lexicon/\n"
        "      --lexicon DIR  a folder or file of entries of your own, over the others; their examples are\n"
        "                     run too; may be given several times\n"
        "  -q, --quiet        only what failed, no count and no progress\n"
        "  -h, --help         this text\n\n"
        "Ends with 0 if all are coded as they say, with 1 if some are not, and with 2 if there is no such\n"
        "example.\n\n"
        "Examples:\n"
        "  demarche lexicon test --file consult.txt\n"
        "  demarche lexicon test --lexicon mine/ --file mine/\n",
        stdout);
}

static bool read_options(options *o, int argc, char **argv)
{
    enum { OPT_DATA = 256, OPT_FILE, OPT_LEXICON, OPT_UNUSED };
    static const struct option LONG[] = {{"data", required_argument, NULL, OPT_DATA},
                                         {"file", required_argument, NULL, OPT_FILE},
                                         {"lexicon", required_argument, NULL, OPT_LEXICON},
                                         {"unused", no_argument, NULL, OPT_UNUSED},
                                         {"quiet", no_argument, NULL, 'q'},
                                         {"help", no_argument, NULL, 'h'},
                                         {NULL, 0, NULL, 0}};
    for (int c; (c = getopt_long(argc, argv, "qh", LONG, NULL)) != -1;) {
        switch (c) {
        case OPT_DATA: o->data = optarg; break;
        case OPT_FILE: o->file = optarg; break;
        case OPT_LEXICON:
            if (!dem_overlays_add(&o->overlays, optarg)) return false;
            break;
        case OPT_UNUSED: o->unused = true; break;
        case 'q': o->quiet = true; break;
        case 'h': o->help = true; break;
        default: return false;
        }
    }
    return true;
}

static bool contains(dem_str text, const char *part)
{
    dem_str p = dem_str_from(part);
    return p.n == 0 || dem_str_find(text, p) < text.n;
}

static bool is_wanted(const options *o, const dem_example *x)
{
    return contains(x->file, o->file) && contains(x->sentence, o->word);
}

static void print_failure(const dem_example *x, const dem_trial *t)
{
    dem_buf b = {0};
    dem_buf_addf(&b, "%.*s:%u: %c %.*s\n    => %.*s\n", DEM_STR_ARG(x->file), x->line, x->positive ? '+' : '-',
                 DEM_STR_ARG(x->sentence), DEM_STR_ARG(x->expected));
    for (uint32_t i = 0; i < t->events.n; i++) {
        dem_buf_addz(&b, "      ");
        dem_note_event(&b, &t->report, &t->events.at[i]);
        dem_buf_addc(&b, '\n');
    }
    if (t->unsound.code != DEM_OK) {
        dem_buf_addz(&b, "      ");
        dem_error_add(&b, &t->unsound);
        dem_buf_addc(&b, '\n');
    }
    fwrite(b.p, 1, b.n, stdout);
    dem_buf_release(&b);
}

/* The line that tells how far it is, written over again and again; what is printed stands on an empty one. */
static void clear_progress(const options *o)
{
    if (o->progress) fputs("\r\033[K", stderr);
}

static void show_progress(const options *o, uint32_t i)
{
    enum { STEP = 100 };
    if (o->progress && i % STEP == 0) fprintf(stderr, "\r\033[K%u examples", i);
}

static int no_example(const options *o)
{
    dem_say("there is no example%s%s%s%s", o->file ? " in a file called " : "", o->file ? o->file : "",
            o->word ? " with " : "", o->word ? o->word : "");
    return dem_say_usage("lexicon test");
}

static void try_one(tests *t, const dem_example *x)
{
    dem_trace trace = {.arena = &t->arena};
    dem_trial trial;
    dem_arena_reset(&t->arena);
    dem_example_try(t->worker, &t->arena, x, t->won ? &trace : NULL, &trial);
    if (t->won) dem_example_winners(&trace, t->won);
    if (!is_wanted(t->o, x)) return;
    show_progress(t->o, t->tried++);
    if (trial.passed) return;
    t->failed++;
    clear_progress(t->o);
    print_failure(x, &trial);
}

/* Entries that no example needs, in the order of the lexicon. */
static void print_unused(tests *t, const dem_lexicon *l)
{
    uint32_t n, unused = 0, of = 0;
    dem_arena_reset(&t->arena);
    const dem_frame **entry = dem_lexicon_entries(l, &t->arena, &n);
    for (uint32_t i = 0; i < n; i++) {
        const dem_frame *f = entry[i];
        if (!contains(f->file, t->o->file)) continue;
        of++;
        if (t->won[f->entry]) continue;
        unused++;
        dem_str name = dem_frame_name(f, &t->arena);
        printf("%.*s:%u: unused: %.*s wins in no example\n", DEM_STR_ARG(f->file), f->line, DEM_STR_ARG(name));
    }
    if (!t->o->quiet) printf("%u entries, %u unused\n", of, unused);
}

static int test(tests *t, const dem_lexicon *l)
{
    uint32_t n;
    const dem_example *x = dem_lexicon_examples(l, &n);
    for (uint32_t i = 0; i < n; i++)
        if (t->won || is_wanted(t->o, &x[i])) try_one(t, &x[i]);
    clear_progress(t->o);
    if (!t->tried) return no_example(t->o);
    if (t->won) print_unused(t, l);
    if (!t->o->quiet) printf("%u examples, %u failed\n", t->tried, t->failed);
    return t->failed ? DEM_EXIT_SOME : DEM_EXIT_GOOD;
}

static int open_and_test(const options *o)
{
    tests t = {.o = o};
    dem_engine *engine = NULL;
    dem_error err = {0};
    dem_options wanted = {.overlay = o->overlays.path, .n_overlays = o->overlays.n};
    dem_arena_init(&t.arena, 0);
    if (dem_engine_open(&engine, dem_data_dir(&t.arena, o->data), &wanted, &err) != DEM_OK) {
        dem_arena_release(&t.arena);
        return dem_say_error(&err, DEM_EXIT_NO_START);
    }
    const dem_lexicon *l = dem_engine_lexicon(engine);
    if (o->unused) t.won = dem_xalloc(dem_lexicon_count(l).frames + 1);
    t.worker = dem_worker_new(engine);
    int status = test(&t, l);
    dem_worker_free(t.worker);
    dem_engine_close(engine);
    free(t.won);
    dem_arena_release(&t.arena);
    return status;
}

int dem_cmd_lexicon_test(int argc, char **argv)
{
    options o = {0};
    if (!read_options(&o, argc, argv)) return dem_say_usage("lexicon test");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    if (argc - optind > 1) {
        dem_say("lexicon test wants one word");
        return dem_say_usage("lexicon test");
    }
    if (o.unused && argc > optind) {
        dem_say("--unused wants all examples, and goes with no word");
        return dem_say_usage("lexicon test");
    }
    o.word = argc > optind ? argv[optind] : NULL;
    o.progress = !o.quiet && isatty(STDERR_FILENO);
    return open_and_test(&o);
}

/* cli/explain.c - demarche explain: what is found in a passage, and why. */
#include "out/explain.h"
#include "base/input.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/overlays.h"
#include "engine/engine.h"
#include <getopt.h>
#include <stdio.h>
#include <unistd.h>

enum { MAX_PASSAGE = 1 << 20 };

typedef struct options {
    const char *data;
    dem_overlays overlays;
    dem_str date;
    dem_date day;
    bool all;
    bool help;
} options;

static void help(void)
{
    fputs(
        "usage: demarche explain [OPTION]... [SENTENCE]...\n\n"
        "Shows what is found in a passage and why: the tree of each sentence, the mentions with\n"
        "their codes and how they were resolved, the time expressions and their days, the places, the frames\n"
        "(entries of the lexicon) that fitted and those that did not, with the condition that\n"
        "failed, and the records that result. Several SENTENCEs are one passage. Without any, standard input "
        "is read.\n\n"
        "      --date YYYY-MM-DD  the day of publication: who held which office, what \"Tuesday\" is\n"
        "      --data DIR         the folder with model/ and lexicon/\n"
        "      --lexicon DIR      a folder or file of lexicon entries of your own, over the built-in ones;\n"
        "                         may be given several times\n"
        "  -a, --all              every frame that was tried and did not fit, how sure contexts are; without "
        "it, of a word\n"
        "                         that has a verdict none, of any other the three most specific\n"
        "  -h, --help             this text\n\n"
        "How to read a record:\n"
        "  CONSULT:visit, RUS GOV → CHN GOV {diplomatic}, by: RUS GOV\n"
        "  event:mode     actor     recipient  contexts       who says so\n\n"
        "Examples:\n"
        "  demarche explain \"Kenya recalled its envoy from Chad.\"\n"
        "  demarche explain --date 2025-03-18 \"The king met the premier on Tuesday.\" \"He then left.\"\n"
        "  demarche explain < passage.txt\n",
        stdout);
}

static bool set_date(options *o, const char *value)
{
    o->date = dem_str_from(value);
    o->day = dem_date_parse(o->date);
    if (o->day == DEM_DATE_NONE) dem_say("--date needs a day such as 2025-03-18, not \"%s\"", value);
    return o->day != DEM_DATE_NONE;
}

static bool read_options(options *o, int argc, char **argv)
{
    enum { OPT_DATA = 256, OPT_LEXICON, OPT_DATE };
    static const struct option LONG[] = {{"data", required_argument, NULL, OPT_DATA},
                                         {"lexicon", required_argument, NULL, OPT_LEXICON},
                                         {"date", required_argument, NULL, OPT_DATE},
                                         {"all", no_argument, NULL, 'a'},
                                         {"help", no_argument, NULL, 'h'},
                                         {NULL, 0, NULL, 0}};
    for (int c; (c = getopt_long(argc, argv, "ah", LONG, NULL)) != -1;) {
        switch (c) {
        case OPT_DATA: o->data = optarg; break;
        case OPT_LEXICON:
            if (!dem_overlays_add(&o->overlays, optarg)) return false;
            break;
        case OPT_DATE:
            if (!set_date(o, optarg)) return false;
            break;
        case 'a': o->all = true; break;
        case 'h': o->help = true; break;
        default: return false;
        }
    }
    return true;
}

static dem_status read_stdin(dem_arena *arena, dem_str *text, dem_error *err)
{
    dem_input *in = NULL;
    dem_status st = dem_input_open(&in, "-", MAX_PASSAGE, err);
    if (st == DEM_OK) st = dem_input_all(in, MAX_PASSAGE, arena, text, err);
    dem_input_close(in);
    return st;
}

/* The arguments with a blank between them: one paragraph, so that "he" finds his sentence before. */
static dem_str joined(dem_arena *arena, char **argv, int n)
{
    dem_buf b = {0};
    for (int i = 0; i < n; i++) {
        if (i) dem_buf_addc(&b, ' ');
        dem_buf_addz(&b, argv[i]);
    }
    dem_str text = dem_arena_str(arena, dem_buf_str(&b));
    dem_buf_release(&b);
    return text;
}

static void explain(const dem_engine *engine, dem_arena *arena, dem_report *report, bool all)
{
    dem_trace trace = {.arena = arena};
    dem_result result = {0};
    dem_buf b = {0};
    dem_worker *worker = dem_worker_new(engine);
    dem_worker_code(worker, arena, report, &result, &trace);
    dem_out_item item = {.report = report,
                         .sentences = result.sentences,
                         .n_sentences = result.n_sentences,
                         .events = &result.events,
                         .toponyms = &result.toponyms};
    dem_explain(&b, &item, &trace, all);
    fwrite(b.p ? b.p : "", 1, b.n, stdout);
    dem_buf_release(&b);
    dem_worker_free(worker);
}

static int open_and_explain(const options *o, dem_arena *arena, dem_str text)
{
    dem_engine *engine = NULL;
    dem_error err = {0};
    /* What has no code is what one wants to see here. */
    dem_options wanted = {.keep_unresolved = true, .overlay = o->overlays.path, .n_overlays = o->overlays.n};
    dem_status st = dem_engine_open(&engine, dem_data_dir(arena, o->data), &wanted, &err);
    if (st != DEM_OK) return dem_say_error(&err, DEM_EXIT_NO_START);
    dem_report report = {.id = DEM_STR("passage"),
                         .published = o->date,
                         .day = o->day,
                         .text = text,
                         .language = DEM_STR("en"),
                         .source = DEM_STR("-")};
    explain(engine, arena, &report, o->all);
    dem_engine_close(engine);
    return DEM_EXIT_GOOD;
}

/* The passage from the arguments or standard input, sound UTF-8. Gives an exit status. */
static int read_passage(dem_arena *arena, int n, char **argv, dem_str *text)
{
    dem_error err = {0};
    if (n == 0 && isatty(STDIN_FILENO)) {
        dem_say("no SENTENCE is given");
        return dem_say_usage("explain");
    }
    if (n > 0) *text = joined(arena, argv, n);
    if (n == 0 && read_stdin(arena, text, &err) != DEM_OK) return dem_say_error(&err, DEM_EXIT_SOME);
    *text = dem_utf8_repair(arena, *text, NULL);
    return DEM_EXIT_GOOD;
}

int dem_cmd_explain(int argc, char **argv)
{
    options o = {.day = DEM_DATE_NONE};
    if (!read_options(&o, argc, argv)) return dem_say_usage("explain");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_str text = {0};
    int status = read_passage(&arena, argc - optind, argv + optind, &text);
    if (status == DEM_EXIT_GOOD) status = open_and_explain(&o, &arena, text);
    dem_arena_release(&arena);
    return status;
}

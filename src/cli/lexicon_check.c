/* cli/lexicon_check.c - demarche lexicon check: what is wrong with a lexicon. */
#include "cli/command.h"
#include "cli/data.h"
#include "cli/overlays.h"
#include "code/shadow.h"
#include "lexicon/check.h"
#include "out/notation.h"
#include <getopt.h>
#include <stdio.h>

typedef struct options {
    const char *data;
    dem_overlays overlays;
    bool strict, file, examples, quiet, help;
} options;

static void help(void)
{
    fputs(
        "usage: demarche lexicon check [OPTION]... [PATH]\n\n"
        "Reads a lexicon, a folder or one file of it, and says what is wrong with it: mistakes, because of\n"
        "which it cannot be used, and doubts, which want a look:\n\n"
        "  overlap    two persons hold the same office of a country for more than a month\n"
        "             (if that is so: write \"shared\" behind the role)\n"
        "  same name  a name that stands for two of one country at the same time, or for two groups\n"
        "  shadowed   a frame that never wins, because another one of its word fits wherever it does, has no\n"
        "             fewer conditions and comes first\n"
        "  untried    only with --examples: an entry of frames without an example of what it tells\n\n"
        "Without PATH it is the lexicon that demarche uses.\n\n"
        "      --file             PATH is one file: what it names may be defined in others\n"
        "      --examples         entries without a positive example are doubts too\n"
        "      --strict           doubts count as mistakes\n"
        "  -q, --quiet            only mistakes and doubts, no count\n"
        "      --data DIR         the folder with model/ and lexicon/\n"
        "      --lexicon DIR      a folder or file of entries of your own, over the others; may be given\n"
        "                         several times\n"
        "  -h, --help             this text\n\n"
        "Ends with 0 if there is nothing wrong, with 1 if there are mistakes.\n\n"
        "Example:\n"
        "  demarche lexicon check --file my-actors.txt\n",
        stdout);
}

static bool read_options(options *o, int argc, char **argv)
{
    enum { OPT_DATA = 256, OPT_STRICT, OPT_FILE, OPT_EXAMPLES, OPT_LEXICON };
    static const struct option LONG[] = {{"data", required_argument, NULL, OPT_DATA},
                                         {"strict", no_argument, NULL, OPT_STRICT},
                                         {"file", no_argument, NULL, OPT_FILE},
                                         {"examples", no_argument, NULL, OPT_EXAMPLES},
                                         {"lexicon", required_argument, NULL, OPT_LEXICON},
                                         {"quiet", no_argument, NULL, 'q'},
                                         {"help", no_argument, NULL, 'h'},
                                         {NULL, 0, NULL, 0}};
    for (int c; (c = getopt_long(argc, argv, "qh", LONG, NULL)) != -1;) {
        switch (c) {
        case OPT_DATA: o->data = optarg; break;
        case OPT_STRICT: o->strict = true; break;
        case OPT_FILE: o->file = true; break;
        case OPT_EXAMPLES: o->examples = true; break;
        case OPT_LEXICON:
            if (!dem_overlays_add(&o->overlays, optarg)) return false;
            break;
        case 'q': o->quiet = true; break;
        case 'h': o->help = true; break;
        default: return false;
        }
    }
    return true;
}

static void print_mistake(void *ctx, const dem_error *mistake)
{
    uint32_t *n = ctx;
    dem_buf b = {0};
    dem_error_add(&b, mistake);
    printf("%s\n", b.p);
    dem_buf_release(&b);
    ++*n;
}

static void print_day(dem_date d)
{
    char text[11] = "";
    if (d != DEM_DATE_NONE) dem_date_format(d, text);
    fputs(text, stdout);
}

static void print_days(const dem_doubt *d)
{
    print_day(d->from);
    fputs("..", stdout);
    print_day(d->to);
}

/* "[CONSULT:visit]" */
static void print_type(const dem_frame *f)
{
    dem_buf b = {0};
    dem_event e = {.type = f->type, .modes = f->modes};
    if (f->type == DEM_EVENT_NONE) dem_buf_addz(&b, "NONE");
    else dem_note_type(&b, &e);
    printf("[%.*s]", DEM_STR_ARG(dem_buf_str(&b)));
    dem_buf_release(&b);
}

static void print_shadow(const dem_doubt *d, dem_str word)
{
    printf("shadowed: %.*s ", DEM_STR_ARG(word));
    print_type(d->frame);
    fputs(" never wins, ", stdout);
    print_type(d->before);
    printf(" comes before it (%.*s:%u)", DEM_STR_ARG(d->before->file), d->before->line);
}

static void print_frame_doubt(const dem_doubt *d)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_str word = dem_frame_name(d->frame, &arena);
    if (d->kind == DEM_DOUBT_SHADOWED) print_shadow(d, word);
    else printf("untried: %.*s has no example of what it tells", DEM_STR_ARG(word));
    dem_arena_release(&arena);
}

static void print_doubt(void *ctx, const dem_doubt *d)
{
    uint32_t *n = ctx;
    ++*n;
    printf("%.*s:%u: ", DEM_STR_ARG(d->file), d->line);
    switch (d->kind) {
    case DEM_DOUBT_OVERLAP:
        printf("overlap: %.*s and %.*s are both %.*s, ", DEM_STR_ARG(d->one->label),
               DEM_STR_ARG(d->other->label), DEM_STR_ARG(d->role->label));
        print_days(d);
        break;
    case DEM_DOUBT_SAME_NAME:
        printf("same name: %.*s and %.*s (%.*s:%u), ", DEM_STR_ARG(d->one->label), DEM_STR_ARG(d->other->label),
               DEM_STR_ARG(d->other->file), d->other->line);
        print_days(d);
        break;
    case DEM_DOUBT_SAME_PLACE:
        printf("same place: %.*s lies beside %.*s:%u", DEM_STR_ARG(d->place->name),
               DEM_STR_ARG(d->other_place->file), d->other_place->line);
        break;
    case DEM_DOUBT_SHADOWED:
    case DEM_DOUBT_UNTRIED: print_frame_doubt(d); break;
    }
    putchar('\n');
}

static void print_size(const dem_lexicon *l, uint32_t doubts)
{
    dem_lexicon_size s = dem_lexicon_count(l);
    printf("%u files: %u countries, %u persons, %u offices, %u groups, %u roles, %u names, %u frames, %u "
           "examples, %u lists, %u places; %u doubts\n",
           s.files, s.countries, s.persons, s.offices, s.groups, s.roles, s.names, s.frames, s.examples,
           s.lists, s.places, doubts);
}

static int check(const options *o, const char *path)
{
    uint32_t mistakes = 0, doubts = 0;
    const dem_lexicon_options wanted = {.all = true,
                                        .alone = o->file,
                                        .overlay = o->overlays.path,
                                        .n_overlays = o->overlays.n,
                                        .report = print_mistake,
                                        .ctx = &mistakes};
    dem_lexicon *l = NULL;
    dem_error err = {0};
    dem_status st = dem_lexicon_load_with(&l, path, &wanted, &err);
    if (st != DEM_OK && !mistakes) return dem_say_error(&err, DEM_EXIT_NO_START);
    if (st == DEM_OK) {
        dem_lexicon_doubts(l, print_doubt, &doubts);
        dem_shadows_find(l, print_doubt, &doubts);
        if (o->examples) dem_lexicon_untried(l, print_doubt, &doubts);
        if (!o->quiet) print_size(l, doubts);
    }
    dem_lexicon_free(l);
    return mistakes || (o->strict && doubts) ? DEM_EXIT_SOME : DEM_EXIT_GOOD;
}

int dem_cmd_lexicon_check(int argc, char **argv)
{
    options o = {0};
    if (!read_options(&o, argc, argv)) return dem_say_usage("lexicon check");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    if (o.file && o.overlays.n) {
        dem_say("--file is one file for itself, and goes with no --lexicon");
        return dem_say_usage("lexicon check");
    }
    if (argc - optind > 1 || (o.file && argc == optind)) {
        dem_say("lexicon check wants %s", o.file ? "a file" : "one path");
        return dem_say_usage("lexicon check");
    }
    dem_arena arena;
    dem_arena_init(&arena, 0);
    const char *path =
        argc > optind ? argv[optind] : dem_arena_printf(&arena, "%s/lexicon", dem_data_dir(&arena, o.data)).p;
    int status = check(&o, path);
    dem_arena_release(&arena);
    return status;
}

/* cli/places_import.c - demarche places import: GeoNames' dump into an SQLite file. */
#include "cli/command.h"
#include "cli/data.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "engine/engine.h"
#include "places/places.h"
#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

typedef struct options {
    const char *output, *data, *classes, *admin1, *path;
    uint32_t least;
    bool quiet, help;
} options;

static void help(void)
{
    fputs("usage: demarche places import [OPTION]... -o FILE.db DUMP\n\n"
          "Reads DUMP, a file in the form of GeoNames' dump (allCountries.txt, cities500.txt, UA.txt:\n"
          "19 columns with tabs between; gzip and zstd are unpacked, - is standard input), and writes\n"
          "FILE.db, in which demarche code --places looks up what lexicon/places does not have.\n"
          "FILE.db appears only when it is whole; an import that is interrupted leaves nothing.\n\n"
          "  -o, --output FILE.db   the file to write (needed)\n"
          "      --admin1 FILE      names of first-level divisions (admin1CodesASCII.txt), for dumps\n"
          "                         that have towns alone: they tell \"Paris, Texas\" from others\n"
          "      --min-population N leave out towns with fewer inhabitants; most of GeoNames' rows have\n"
          "                         none at all, and small places are most of what is misread\n"
          "      --classes LETTERS  feature classes that are taken; default APHTLS: divisions, towns,\n"
          "                         waters, mountains and islands, areas, sites\n"
          "      --data DIR         the folder with lexicon/ (for the codes of countries)\n"
          "  -q, --quiet            no progress, no list of unusable rows and no count\n"
          "  -h, --help             this text\n\n"
          "Examples:\n"
          "  demarche places import -o places.db --min-population 500 allCountries.txt\n"
          "  unzip -p UA.zip UA.txt | demarche places import -o ukraine.db -\n"
          "  demarche code --places places.db reports/ > events.jsonl\n\n"
          "Exit status: 0 all rows were used or left out as asked, 1 some were unusable, 2 wrong usage,\n"
          "3 DUMP cannot be read or FILE.db not be written, 130 interrupted.\n",
          stdout);
}

static bool set_least(options *o, const char *value)
{
    if (dem_str_u32(dem_str_from(value), &o->least)) return true;
    dem_say("--min-population is a whole number, not \"%s\"", value);
    return false;
}

static bool set_classes(options *o, const char *value)
{
    o->classes = value;
    if (*value && strspn(value, "APHTLS") == strlen(value)) return true;
    dem_say("--classes is made of the letters APHTLS, not \"%s\"", value);
    return false;
}

static bool read_options(options *o, int argc, char **argv)
{
    enum { OPT_ADMIN1 = 256, OPT_LEAST, OPT_CLASSES, OPT_DATA };
    static const struct option LONG[] = {{"output", required_argument, NULL, 'o'},
                                         {"admin1", required_argument, NULL, OPT_ADMIN1},
                                         {"min-population", required_argument, NULL, OPT_LEAST},
                                         {"classes", required_argument, NULL, OPT_CLASSES},
                                         {"data", required_argument, NULL, OPT_DATA},
                                         {"quiet", no_argument, NULL, 'q'},
                                         {"help", no_argument, NULL, 'h'},
                                         {NULL, 0, NULL, 0}};
    for (int c; (c = getopt_long(argc, argv, "o:qh", LONG, NULL)) != -1;) {
        bool good = true;
        switch (c) {
        case 'o': o->output = optarg; break;
        case OPT_ADMIN1: o->admin1 = optarg; break;
        case OPT_LEAST: good = set_least(o, optarg); break;
        case OPT_CLASSES: good = set_classes(o, optarg); break;
        case OPT_DATA: o->data = optarg; break;
        case 'q': o->quiet = true; break;
        case 'h': o->help = true; return true;
        default: good = false;
        }
        if (!good) return false;
    }
    if (argc - optind == 1) o->path = argv[optind];
    else dem_say(argc == optind ? "places import wants a file" : "places import wants one file");
    if (!o->output) dem_say("places import wants -o FILE.db");
    return o->path && o->output;
}

typedef struct listing {
    dem_progress progress;
    const dem_places_count *count;
    bool quiet;
} listing;

static void show(void *ctx, uint64_t rows)
{
    listing *l = ctx;
    dem_progress_show(&l->progress, rows, l->count->places, "places");
}

/* The first of them are shown: what is wrong with one is mostly wrong with all. */
static void tell_skipped(void *ctx, const dem_error *why)
{
    enum { SHOWN = 10 };
    listing *l = ctx;
    dem_buf b = {0};
    if (l->quiet || l->count->skipped > SHOWN) return;
    dem_error_add(&b, why);
    fprintf(stderr, "%s%s\n", b.p, l->count->skipped == SHOWN ? " (no more of these are shown)" : "");
    dem_buf_release(&b);
}

static int import(const options *o, const dem_lexicon *lexicon)
{
    dem_places_count count = {0};
    dem_error err = {0};
    listing l = {.count = &count, .quiet = o->quiet};
    l.progress = dem_progress_begin(!o->quiet && isatty(STDERR_FILENO));
    const dem_places_wanted wanted = {.classes = o->classes,
                                      .least = o->least,
                                      .admin1 = o->admin1,
                                      .stop = dem_interrupt_catch(),
                                      .progress = show,
                                      .skipped = tell_skipped,
                                      .ctx = &l};
    dem_status st = dem_places_import(lexicon, o->path, o->output, &wanted, &count, &err);
    dem_progress_end(&l.progress);
    if (st == DEM_END) return DEM_EXIT_SIGNAL + dem_interrupt_signal();
    if (st != DEM_OK) return dem_say_error(&err, DEM_EXIT_NO_START);
    if (!o->quiet)
        fprintf(stderr, "%" PRIu64 " rows: %" PRIu64 " places with %" PRIu64 " names, %" PRIu64 " unusable\n",
                count.rows, count.places, count.names, count.skipped);
    return count.skipped ? DEM_EXIT_SOME : DEM_EXIT_GOOD;
}

int dem_cmd_places_import(int argc, char **argv)
{
    options o = {0};
    dem_error err = {0};
    if (!read_options(&o, argc, argv)) return dem_say_usage("places import");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_lexicon *lexicon = NULL;
    dem_str path = dem_arena_printf(&arena, "%s/lexicon", dem_data_dir(&arena, o.data));
    int status;
    if (dem_lexicon_load(&lexicon, path.p, &err) != DEM_OK) status = dem_say_error(&err, DEM_EXIT_NO_START);
    else status = import(&o, lexicon);
    dem_lexicon_free(lexicon);
    dem_arena_release(&arena);
    return status;
}

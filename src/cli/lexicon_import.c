/* cli/lexicon_import.c - demarche lexicon import: other people's dictionaries in the form of our lexicons. */
#include "cli/command.h"
#include "import/petrarch.h"
#include <getopt.h>
#include <stdio.h>

typedef struct options {
    const char *output, *mark;
    bool petrarch, verbs, quiet, help;
    const char *const *paths; /* [n_paths] */
    size_t n_paths;
} options;

static void help(void)
{
    fputs(
        "usage: demarche lexicon import --petrarch|--petrarch-verbs [OPTION]... FILE...\n\n"
        "Turns actor and agent dictionaries of TABARI and PETRARCH (Phoenix.Countries.actors.txt,\n"
        "Phoenix.agents.txt and the like) into the text form of the lexicons, on standard output. An actor\n"
        "becomes a person or a group, with the days of its codes, an agent a role; CAMEO's codes become\n"
        "those of the codebook. Verb dictionaries (CAMEO.2.0.txt and the like) become frames, their codes\n"
        "events with modes. What has no place there is listed on standard error, and why; the whole of it\n"
        "is told in docs/lexicon.md.\n\n"
        "      --petrarch         the files are dictionaries of actors and agents\n"
        "      --petrarch-verbs   the files are dictionaries of verbs\n"
        "  -o, --output FILE      write to FILE\n"
        "      --mark TEXT        put TEXT in brackets behind each label (of verbs: into the names of lists),\n"
        "                         so that none is that of an entry in a lexicon that the result is laid "
        "beside\n"
        "  -q, --quiet            no list of what is left out and no count\n"
        "  -h, --help             this text\n\n"
        "Read the result before you use it: the dictionaries are in capitals and do not say who is a\n"
        "person, so both are guessed; a frame of ours cannot ask for all that a verb pattern asks for. See\n"
        "with demarche lexicon diff what it changes.\n\n"
        "Examples:\n"
        "  demarche lexicon import --petrarch Phoenix.agents.txt > roles.txt\n"
        "  demarche lexicon import --petrarch --mark Phoenix -o phoenix.txt Phoenix.*.actors.txt\n"
        "  demarche lexicon check --file phoenix.txt\n"
        "  demarche lexicon import --petrarch-verbs -o verbs.txt CAMEO.2.0.txt\n"
        "  demarche lexicon diff - verbs.txt --reports reports/\n\n"
        "Exit status: 0 all was carried over, 1 some of it was not, 2 wrong usage, 3 a file cannot be read\n"
        "or FILE not be written.\n",
        stdout);
}

static bool set_mark(options *o, const char *text)
{
    o->mark = text;
    if (dem_petrarch_mark_fits(dem_str_from(text))) return true;
    dem_say("--mark wants a few words without #, |, [ and ]");
    return false;
}

static bool read_options(options *o, int argc, char **argv)
{
    enum { OPT_PETRARCH = 256, OPT_VERBS, OPT_MARK };
    static const struct option LONG[] = {{"petrarch", no_argument, NULL, OPT_PETRARCH},
                                         {"petrarch-verbs", no_argument, NULL, OPT_VERBS},
                                         {"output", required_argument, NULL, 'o'},
                                         {"mark", required_argument, NULL, OPT_MARK},
                                         {"quiet", no_argument, NULL, 'q'},
                                         {"help", no_argument, NULL, 'h'},
                                         {NULL, 0, NULL, 0}};
    for (int c; (c = getopt_long(argc, argv, "o:qh", LONG, NULL)) != -1;) {
        switch (c) {
        case OPT_PETRARCH: o->petrarch = true; break;
        case OPT_VERBS: o->verbs = true; break;
        case OPT_MARK:
            if (!set_mark(o, optarg)) return false;
            break;
        case 'o': o->output = optarg; break;
        case 'q': o->quiet = true; break;
        case 'h': o->help = true; break;
        default: return false;
        }
    }
    o->paths = (const char *const *)(argv + optind);
    o->n_paths = (size_t)(argc - optind);
    bool one_kind = o->petrarch != o->verbs;
    if (!o->help && !one_kind)
        dem_say("lexicon import wants the kind of the files: --petrarch or --petrarch-verbs");
    else if (!o->help && !o->n_paths) dem_say("lexicon import wants a file");
    return o->help || (one_kind && o->n_paths);
}

typedef struct listing {
    bool quiet;
    uint32_t n;
} listing;

static void take_loss(void *ctx, const dem_error *loss)
{
    listing *l = ctx;
    dem_buf b = {0};
    l->n++;
    if (l->quiet) return;
    dem_error_add(&b, loss);
    fprintf(stderr, "%s\n", b.p);
    dem_buf_release(&b);
}

static void print_count(const dem_petrarch_count *c, bool verbs)
{
    fprintf(stderr, "%u entries: %u carried over, %u in part, %u left out, %u said before\n", c->entries,
            c->whole, c->part, c->none, c->repeated);
    if (verbs) fprintf(stderr, "written: %u frames, %u lists\n", c->frames, c->lists);
    else
        fprintf(stderr, "written: %u persons, %u groups, %u roles, %u names of nobody\n", c->persons, c->groups,
                c->roles, c->nobody);
    if (c->words) fprintf(stderr, "%u words of sections that name nobody were passed over\n", c->words);
    for (unsigned i = 0; i < DEM_LOSS_COUNT; i++)
        if (c->loss[i]) fprintf(stderr, "%8u %s\n", c->loss[i], dem_loss_what(i));
}

static int write_out(const char *path, const dem_buf *b)
{
    bool standard = !path || strcmp(path, "-") == 0;
    FILE *to = standard ? stdout : fopen(path, "w");
    if (!to) {
        dem_say("%s: cannot open: %m", path);
        return DEM_EXIT_NO_START;
    }
    bool good = fwrite(b->p, 1, b->n, to) == b->n && fflush(to) == 0;
    if (!standard) good = fclose(to) == 0 && good;
    if (!good) dem_say("%s: cannot write: %m", standard ? "standard output" : path);
    return good ? DEM_EXIT_GOOD : DEM_EXIT_SOME;
}

static int import(const options *o)
{
    listing losses = {.quiet = o->quiet};
    const dem_petrarch_options wanted = {.mark = o->mark, .report = take_loss, .ctx = &losses};
    dem_petrarch_count count = {0};
    dem_buf out = {0};
    dem_error err = {0};
    int status;
    dem_status st = (o->verbs ? dem_petrarch_verbs : dem_petrarch_actors)(o->paths, o->n_paths, &wanted, &out,
                                                                          &count, &err);
    if (st != DEM_OK) status = dem_say_error(&err, DEM_EXIT_NO_START);
    else {
        status = write_out(o->output, &out);
        if (!o->quiet) print_count(&count, o->verbs);
        if (status == DEM_EXIT_GOOD && losses.n) status = DEM_EXIT_SOME;
    }
    dem_buf_release(&out);
    return status;
}

int dem_cmd_lexicon_import(int argc, char **argv)
{
    options o = {0};
    if (!read_options(&o, argc, argv)) return dem_say_usage("lexicon import");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    return import(&o);
}

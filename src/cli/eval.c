/* cli/eval.c - demarche eval: the language model on treebanks, the coder on marked actors and on reports coded by hand. */
#include "cli/eval.h"
#include "cli/command.h"
#include "cli/data.h"
#include "lang/evaluate.h"
#include <getopt.h>
#include <stdio.h>

enum { MAX_BANKS = 16 };

typedef struct options {
    const char *data, *model, *found;
    const char *bank[MAX_BANKS];
    int n_banks;
    dem_eval_actors actors;
    dem_eval_gold gold;
    bool tsv, given, raw, help;
} options;

static void help(void)
{
    fputs("usage: demarche eval GOLD [OPTION]...\n"
          "       demarche eval --conllu TREEBANK [OPTION]...\n"
          "       demarche eval --actors FILE [OPTION]...\n\n"
          "GOLD has reports that were coded by hand, one JSON object a line (docs/evaluation.md). They\n"
          "are coded, and the records compared with the hand's: event types, dyads (type, actor,\n"
          "recipient) by sentence and by report, dyads with first sectors; the other fields where a\n"
          "dyad agrees; and which type was taken for which.\n\n"
          "      --records FILE     do not code: measure these records, of any coder, one JSON object a line\n"
          "      --errors           also list the sentences that differ, and why, and the kinds of error\n"
          "      --html FILE        also write all of it as a page\n\n"
          "With --conllu it measures the language model on a treebank in CoNLL-U, plain or compressed:\n"
          "once on the treebank's own tokens, and once from running text, where sentences and tokens\n"
          "have to be found too. The measures are those of the CoNLL 2018 shared task (F1, in percent;\n"
          "relations without subtypes), and:\n\n"
          "  frames     of gold verbs with a core argument, those that are tagged VERB and have\n"
          "             exactly the right nsubj, nsubj:pass, obj, iobj and obl:agent\n"
          "  tokens/s   of processor time, for the analysis alone\n\n"
          "      --conllu FILE      a treebank; may be given several times\n"
          "      --found FILE       do not analyse: measure these trees of the same text, which another\n"
          "                         parser may have made\n"
          "      --given, --raw     only from the treebank's tokens, only from running text\n"
          "      --model FILE       another model than model/english.dem\n\n"
          "With --actors it measures who is read from passages whose actors were marked by hand (the\n"
          "form of such a file: docs/contributing.md): phrases with the right codes and first\n"
          "sectors, the right persons, the right flags.\n\n"
          "      --actors FILE      marked passages; may be given several times\n"
          "      --errors           also list what was read otherwise\n"
          "      --floor PERCENT    end with 1 if fewer phrases than that are right\n\n"
          "Always:\n\n"
          "      --format table|tsv a table, or a line a figure: file, input, measure, value\n"
          "      --data DIR         the folder with model/ and lexicon/\n"
          "  -h, --help             this text\n\n"
          "Examples:\n"
          "  demarche eval gold.jsonl --html gold.html\n"
          "  demarche eval gold.jsonl --records petrarch.jsonl\n"
          "  demarche eval --conllu en_ewt-ud-test.conllu --conllu en_gum-ud-test.conllu.zst\n"
          "  demarche eval --actors tests/actors/africa.txt --errors\n",
          stdout);
}

static bool set_format(options *o, const char *name)
{
    o->tsv = strcmp(name, "tsv") == 0;
    if (!o->tsv && strcmp(name, "table") != 0) dem_say("--format is table or tsv, not \"%s\"", name);
    return o->tsv || strcmp(name, "table") == 0;
}

static bool add_bank(options *o, const char *file)
{
    if (o->n_banks == MAX_BANKS) {
        dem_say("no more than %d treebanks at a time", MAX_BANKS);
        return false;
    }
    o->bank[o->n_banks++] = file;
    return true;
}

/* True if what was given can be done; says otherwise what is missing or too much. */
static bool complete(options *o, int n, char **argv)
{
    if (n > 0) o->gold.file = argv[0];
    bool nothing = !o->n_banks && !o->actors.n && !o->gold.file;
    if (o->help) return true;
    if (n > 1) dem_say("one GOLD at a time; what is \"%s\"? Treebanks are given with --conllu", argv[1]);
    else if (nothing) dem_say("neither GOLD nor --conllu TREEBANK nor --actors FILE is given");
    else if (o->found && o->n_banks > 1) dem_say("--found is measured against one treebank");
    else if (!o->gold.file && (o->gold.records || o->gold.html)) dem_say("--records and --html go with GOLD");
    else return true;
    return false;
}

static bool read_options(options *o, int argc, char **argv)
{
    enum {
        OPT_CONLLU = 256,
        OPT_FOUND,
        OPT_ACTORS,
        OPT_ERRORS,
        OPT_FLOOR,
        OPT_RECORDS,
        OPT_HTML,
        OPT_GIVEN,
        OPT_RAW,
        OPT_FORMAT,
        OPT_MODEL,
        OPT_DATA
    };
    static const struct option LONG[] = {{"conllu", required_argument, NULL, OPT_CONLLU},
                                         {"found", required_argument, NULL, OPT_FOUND},
                                         {"actors", required_argument, NULL, OPT_ACTORS},
                                         {"errors", no_argument, NULL, OPT_ERRORS},
                                         {"floor", required_argument, NULL, OPT_FLOOR},
                                         {"records", required_argument, NULL, OPT_RECORDS},
                                         {"html", required_argument, NULL, OPT_HTML},
                                         {"given", no_argument, NULL, OPT_GIVEN},
                                         {"raw", no_argument, NULL, OPT_RAW},
                                         {"format", required_argument, NULL, OPT_FORMAT},
                                         {"model", required_argument, NULL, OPT_MODEL},
                                         {"data", required_argument, NULL, OPT_DATA},
                                         {"help", no_argument, NULL, 'h'},
                                         {NULL, 0, NULL, 0}};
    bool good = true;
    for (int c; good && (c = getopt_long(argc, argv, "h", LONG, NULL)) != -1;) {
        switch (c) {
        case OPT_CONLLU: good = add_bank(o, optarg); break;
        case OPT_FOUND: o->found = optarg; break;
        case OPT_ACTORS: good = dem_eval_actors_add(&o->actors, optarg); break;
        case OPT_ERRORS: o->actors.errors = o->gold.errors = true; break;
        case OPT_RECORDS: o->gold.records = optarg; break;
        case OPT_HTML: o->gold.html = optarg; break;
        case OPT_FLOOR: good = dem_eval_actors_floor(&o->actors, optarg); break;
        case OPT_GIVEN: o->given = true; break;
        case OPT_RAW: o->raw = true; break;
        case OPT_FORMAT: good = set_format(o, optarg); break;
        case OPT_MODEL: o->model = optarg; break;
        case OPT_DATA: o->data = optarg; break;
        case 'h': o->help = true; break;
        default: return false;
        }
    }
    return good && complete(o, argc - optind, argv + optind);
}

enum { MEASURES = 12 };
static const char *const MEASURE[MEASURES] = {"words", "sentences", "UPOS", "XPOS", "lemma",  "UAS",
                                              "LAS",   "LAS:sub",   "CLAS", "BLEX", "frames", "tokens/s"};

static void values(const dem_scores *s, double v[MEASURES])
{
    v[0] = dem_f1(s->tokens, s->gold, s->system);
    v[1] = dem_f1(s->sentences, s->gold_sentences, s->system_sentences);
    v[2] = dem_f1(s->upos, s->gold, s->system);
    v[3] = dem_f1(s->xpos, s->gold, s->system);
    v[4] = dem_f1(s->lemma, s->gold, s->system);
    v[5] = dem_f1(s->uas, s->gold, s->system);
    v[6] = dem_f1(s->las, s->gold, s->system);
    v[7] = dem_f1(s->las_full, s->gold, s->system);
    v[8] = dem_f1(s->clas, s->gold_content, s->system_content);
    v[9] = dem_f1(s->blex, s->gold_content, s->system_content);
    v[10] = dem_f1(s->frames, s->gold_frames, s->gold_frames);
    v[11] = s->seconds > 0 ? (double)s->system / s->seconds : 0;
}

static void print(const options *o, const char *bank, const char *input, const dem_scores *s)
{
    double v[MEASURES];
    values(s, v);
    if (!o->tsv) printf("  %-8s", input);
    for (int k = 0; k < MEASURES; k++) {
        int digits = k == MEASURES - 1 ? 0 : 2;
        if (o->tsv) printf("%s\t%s\t%s\t%.*f\n", bank, input, MEASURE[k], digits, v[k]);
        else printf(" %9.*f", digits, v[k]);
    }
    if (!o->tsv) putchar('\n');
}

static void head(const options *o)
{
    if (o->tsv) return;
    printf("  %-8s", "from");
    for (int k = 0; k < MEASURES; k++) printf(" %9s", MEASURE[k]);
    putchar('\n');
}

static void analysed(const options *o, const dem_model *m, const char *file, const dem_treebank *bank)
{
    for (int raw = 0; raw < 2; raw++) {
        dem_scores s;
        if (raw ? o->given && !o->raw : o->raw && !o->given) continue;
        dem_evaluate(m, bank, raw, &s);
        print(o, file, raw ? "raw" : "tokens", &s);
        fflush(stdout);
    }
}

static dem_status found(const options *o, const char *file, const dem_treebank *bank, dem_error *err)
{
    dem_treebank other = {0};
    dem_scores s;
    dem_arena_init(&other.arena, 1 << 20);
    dem_status st = dem_treebank_read(&other, o->found, err);
    if (st == DEM_OK) {
        dem_compare(bank, &other, &s);
        print(o, file, "found", &s);
    }
    dem_treebank_release(&other);
    return st;
}

/* `m` is NULL where trees were found by others. */
static dem_status one_bank(const options *o, const dem_model *m, const char *file, dem_error *err)
{
    dem_treebank bank = {0};
    dem_arena_init(&bank.arena, 1 << 20);
    dem_status st = dem_treebank_read(&bank, file, err);
    if (st == DEM_OK && !o->tsv) printf("%s\n", file);
    if (st == DEM_OK && m) analysed(o, m, file, &bank);
    else if (st == DEM_OK) st = found(o, file, &bank, err);
    dem_treebank_release(&bank);
    return st;
}

static int evaluate(const options *o, dem_arena *arena)
{
    dem_error err = {0};
    dem_model *m = NULL;
    dem_str path = o->model ? dem_str_from(o->model)
                            : dem_arena_printf(arena, "%s/model/english.dem", dem_data_dir(arena, o->data));
    if (!o->found && dem_model_open(&m, path.p, &err) != DEM_OK) return dem_say_error(&err, DEM_EXIT_NO_START);
    int status = DEM_EXIT_GOOD;
    head(o);
    for (int i = 0; i < o->n_banks; i++)
        if (one_bank(o, m, o->bank[i], &err) != DEM_OK) status = dem_say_error(&err, DEM_EXIT_SOME);
    dem_model_close(m);
    return status;
}

int dem_cmd_eval(int argc, char **argv)
{
    options o = {0};
    if (!read_options(&o, argc, argv)) return dem_say_usage("eval");
    if (o.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    dem_arena arena;
    dem_arena_init(&arena, 0);
    int status = o.n_banks ? evaluate(&o, &arena) : DEM_EXIT_GOOD;
    if (status == DEM_EXIT_GOOD && o.actors.n)
        status = dem_eval_actors_run(&o.actors, dem_data_dir(&arena, o.data), o.tsv);
    if (status == DEM_EXIT_GOOD && o.gold.file)
        status = dem_eval_gold_run(&o.gold, dem_data_dir(&arena, o.data), o.tsv);
    dem_arena_release(&arena);
    return status;
}

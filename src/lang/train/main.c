/* lang/train/main.c - demarche-train: makes the model file from treebanks, and measures one. */
#include "lang/train/train.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

static const char HELP[] =
    "demarche-train - train or measure the language model\n"
    "\n"
    "  demarche-train -o MODEL [OPTION]... TREEBANK...\n"
    "  demarche-train --eval TREEBANK [--raw] -m MODEL\n"
    "\n"
    "Treebanks are CoNLL-U files, plain or compressed (.zst, .gz, .xz).\n"
    "\n"
    "  -o, --output FILE      write the model here\n"
    "  -d, --dev FILE         measure on this treebank while training; repeatable\n"
    "  -w, --words FOLDER     WordNet's index files (default /usr/share/wordnet; left out if absent)\n"
    "  -s, --seed N           seed of the shuffling (default 1)\n"
    "      --tag-epochs N     default 5\n"
    "      --parse-epochs N   default 10\n"
    "      --tag-runs N       runs whose weights are averaged (default 2)\n"
    "      --parse-runs N     ... of the parser (default 3)\n"
    "      --beam N           hypotheses kept while training, 1 to 32 (default 8)\n"
    "      --keep N           ... and later (default 6)\n"
    "      --move-hits N      updates before a feature counts: moves (default 8)\n"
    "      --rel-hits N       ... relations (default 5)\n"
    "      --tag-hits N       ... tags (default 3)\n"
    "      --move-room N      KB for the weights of moves: the least are left out (default 7000)\n"
    "      --rel-room N       ... of relations (default 10300)\n"
    "      --tag-room N       ... of tags (default 5900)\n"
    "      --margin N         points by which a hypothesis may trail the best (default 300)\n"
    "  -m, --model FILE       model to measure\n"
    "      --eval FILE        print accuracy on this treebank, tokens given\n"
    "      --raw              ... from running text: F1\n"
    "  -h, --help\n";

#define MAX_DEV 8

typedef struct options {
    const char *output, *model, *eval, *words;
    const char *dev[MAX_DEV];
    dem_treebank dev_bank[MAX_DEV]; /* [n_dev], read before training */
    int n_dev;
    bool raw;
    dem_training training;
} options;

static void progress(const char *line)
{
    fprintf(stderr, "%s\n", line);
}

static int complain(const dem_error *err)
{
    dem_buf b = {0};
    dem_error_add(&b, err);
    fprintf(stderr, "demarche-train: %s\n", b.p);
    dem_buf_release(&b);
    return 1;
}

static double f1(uint64_t right, uint64_t gold, uint64_t sys)
{
    return gold + sys ? 200.0 * (double)right / (double)(gold + sys) : 0;
}

static void print_scores(FILE *f, const char *name, const dem_scores *s)
{
    fprintf(
        f,
        "%s: tokens %.2f sentences %.2f UPOS %.2f XPOS %.2f lemma %.2f UAS %.2f LAS %.2f (with subtypes %.2f), "
        "%.0f tokens/s\n",
        name, f1(s->tokens, s->gold, s->system), f1(s->sentences, s->gold_sentences, s->system_sentences),
        f1(s->upos, s->gold, s->system), f1(s->xpos, s->gold, s->system), f1(s->lemma, s->gold, s->system),
        f1(s->uas, s->gold, s->system), f1(s->las, s->gold, s->system), f1(s->las_full, s->gold, s->system),
        s->seconds > 0 ? (double)s->system / s->seconds : 0);
}

static void check(const dem_model *m, void *own)
{
    const options *o = own;
    for (int i = 0; i < o->n_dev; i++) {
        dem_scores s;
        dem_evaluate(m, &o->dev_bank[i], false, &s);
        print_scores(stderr, o->dev[i], &s);
    }
}

static int measure(const options *o)
{
    dem_error err = {0};
    dem_model *m;
    dem_treebank bank = {0};
    dem_scores s;
    if (dem_model_open(&m, o->model, &err) != DEM_OK) return complain(&err);
    dem_arena_init(&bank.arena, 1 << 20);
    dem_status st = dem_treebank_read(&bank, o->eval, &err);
    if (st == DEM_OK) {
        dem_evaluate(m, &bank, o->raw, &s);
        print_scores(stdout, o->raw ? "from raw text" : "tokens given", &s);
    }
    dem_treebank_release(&bank);
    dem_model_close(m);
    return st == DEM_OK ? 0 : complain(&err);
}

static dem_status read_all(options *o, char **files, int n, dem_treebank *bank, dem_error *err)
{
    dem_status st = DEM_OK;
    dem_arena_init(&bank->arena, 1 << 20);
    for (int i = 0; st == DEM_OK && i < n; i++) st = dem_treebank_read(bank, files[i], err);
    for (int i = 0; st == DEM_OK && i < o->n_dev; i++) {
        dem_arena_init(&o->dev_bank[i].arena, 1 << 20);
        st = dem_treebank_read(&o->dev_bank[i], o->dev[i], err);
    }
    return st;
}

static int train(options *o, char **files, int n)
{
    dem_error err = {0};
    dem_treebank bank = {0};
    dem_wordlist words = {0};
    dem_arena arena;
    dem_model m = {0};
    dem_arena_init(&arena, 1 << 20);
    dem_arena_init(&words.arena, 1 << 20);
    dem_training t = o->training;
    t.bank = &bank;
    t.words = &words;
    t.arena = &arena;
    t.progress = progress;
    dem_status st = read_all(o, files, n, &bank, &err);
    if (st == DEM_OK) {
        if (!dem_wordlist_read(&words, o->words)) progress("no word list: training without");
        dem_train_tagset(&t, DEM_NO_FOLD, &m.tags);
        dem_train_lemmas(&t, &m.lemmas);
        dem_train_tagger(&t, DEM_NO_FOLD, &m.tags, &m.tagger);
        dem_train_parser(&t, &m, check, o);
        st = dem_model_write(&m, o->output, &err);
    }
    dem_treebank_release(&bank);
    for (int i = 0; i < o->n_dev; i++) dem_treebank_release(&o->dev_bank[i]);
    dem_arena_release(&words.arena);
    dem_arena_release(&arena);
    return st == DEM_OK ? 0 : complain(&err);
}

enum {
    TAG_EPOCHS = 256,
    PARSE_EPOCHS,
    TAG_RUNS,
    PARSE_RUNS,
    BEAM,
    KEEP,
    MOVE_HITS,
    REL_HITS,
    TAG_HITS,
    MOVE_ROOM,
    REL_ROOM,
    TAG_ROOM,
    MARGIN,
    EVAL,
    RAW
};

static const struct option LONG[] = {{"output", 1, NULL, 'o'},
                                     {"dev", 1, NULL, 'd'},
                                     {"words", 1, NULL, 'w'},
                                     {"seed", 1, NULL, 's'},
                                     {"model", 1, NULL, 'm'},
                                     {"help", 0, NULL, 'h'},
                                     {"tag-epochs", 1, NULL, TAG_EPOCHS},
                                     {"parse-epochs", 1, NULL, PARSE_EPOCHS},
                                     {"tag-runs", 1, NULL, TAG_RUNS},
                                     {"parse-runs", 1, NULL, PARSE_RUNS},
                                     {"beam", 1, NULL, BEAM},
                                     {"keep", 1, NULL, KEEP},
                                     {"move-hits", 1, NULL, MOVE_HITS},
                                     {"rel-hits", 1, NULL, REL_HITS},
                                     {"tag-hits", 1, NULL, TAG_HITS},
                                     {"move-room", 1, NULL, MOVE_ROOM},
                                     {"rel-room", 1, NULL, REL_ROOM},
                                     {"tag-room", 1, NULL, TAG_ROOM},
                                     {"margin", 1, NULL, MARGIN},
                                     {"eval", 1, NULL, EVAL},
                                     {"raw", 0, NULL, RAW},
                                     {NULL, 0, NULL, 0}};

static unsigned number(const char *z, unsigned least, unsigned most)
{
    uint32_t v = 0;
    if (!dem_str_u32(dem_str_from(z), &v) || v < least || v > most) {
        fprintf(stderr, "demarche-train: %s: expected a number from %u to %u\n", z, least, most);
        exit(2);
    }
    return v;
}

static void option(options *o, int c)
{
    dem_training *t = &o->training;
    switch (c) {
    case 'o': o->output = optarg; break;
    case 'd':
        if (o->n_dev < MAX_DEV) o->dev[o->n_dev++] = optarg;
        break;
    case 'w': o->words = optarg; break;
    case 's': t->seed = number(optarg, 0, UINT32_MAX); break;
    case 'm': o->model = optarg; break;
    case TAG_EPOCHS: t->tag_epochs = number(optarg, 1, 100); break;
    case PARSE_EPOCHS: t->parse_epochs = number(optarg, 1, 100); break;
    case TAG_RUNS: t->tag_runs = number(optarg, 1, 20); break;
    case PARSE_RUNS: t->parse_runs = number(optarg, 1, 20); break;
    case BEAM: t->beam = number(optarg, 1, DEM_MAX_BEAM); break;
    case KEEP: t->keep = number(optarg, 1, DEM_MAX_BEAM); break;
    case MOVE_HITS: t->move_hits = number(optarg, 1, 100); break;
    case REL_HITS: t->rel_hits = number(optarg, 1, 100); break;
    case TAG_HITS: t->tag_hits = number(optarg, 1, 100); break;
    case MOVE_ROOM: t->move_room = number(optarg, 1, 100000) * (size_t)1000; break;
    case REL_ROOM: t->rel_room = number(optarg, 1, 100000) * (size_t)1000; break;
    case TAG_ROOM: t->tag_room = number(optarg, 1, 100000) * (size_t)1000; break;
    case MARGIN: t->margin = (int)number(optarg, 1, 10000); break;
    case EVAL: o->eval = optarg; break;
    case RAW: o->raw = true; break;
    case 'h': fputs(HELP, stdout); exit(0);
    default: exit(2);
    }
}

int main(int argc, char **argv)
{
    options o = {.words = "/usr/share/wordnet",
                 .training = {.seed = 1,
                              .tag_epochs = 5,
                              .parse_epochs = 10,
                              .tag_runs = 2,
                              .parse_runs = 3,
                              .beam = 8,
                              .keep = 6,
                              .tag_hits = 3,
                              .move_hits = 8,
                              .rel_hits = 5,
                              .tag_room = 5900000,
                              .move_room = 7000000,
                              .rel_room = 10300000,
                              .margin = 300}};
    for (int c; (c = getopt_long(argc, argv, "o:d:w:s:m:h", LONG, NULL)) != -1;) option(&o, c);
    if (o.eval && o.model) return measure(&o);
    if (o.output && optind < argc) return train(&o, argv + optind, argc - optind);
    fputs(HELP, stderr);
    return 2;
}

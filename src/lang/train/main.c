/* lang/train/main.c - demarche-train: makes the model file from treebanks. */
#include "lang/evaluate.h"
#include "lang/train/nn/fit.h"
#include "lang/train/nn/quantise.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const char HELP[] =
    "usage: demarche-train -o MODEL [OPTION]... TREEBANK...\n"
    "\n"
    "Trains the language model on treebanks: CoNLL-U files, plain or compressed (.zst, .gz, .xz).\n"
    "The same treebanks, vectors, options and machine give the same bytes, whatever the number of\n"
    "threads. To measure a model, see demarche eval --help.\n"
    "\n"
    "  -o, --output FILE      write the model here\n"
    "  -d, --dev FILE         measure on this treebank after every --every epochs; repeatable\n"
    "  -V, --vectors FILE     word vectors, a word and 100 numbers a line, frequent words first\n"
    "      --vector-words N   of these the first N, and all that the treebanks have (default 90000)\n"
    "  -p, --parsed FILE      trees made by parsers, in CoNLL-U; words with Unsure=Yes in the last column\n"
    "                         are not learned from\n"
    "      --parsed-share N   words of them in an epoch, in percent of the treebanks' (default 100)\n"
    "  -w, --words FOLDER     WordNet's index files, for lemmas (default /usr/share/wordnet; left out\n"
    "                         if absent)\n"
    "  -c, --checkpoint FILE  written after every epoch; if it is there, training goes on from it\n"
    "  -s, --seed N           default 1\n"
    "  -t, --threads N        1 or 2 (default 2)\n"
    "      --epochs N         default 40\n"
    "      --every N          default 5\n"
    "      --batch N          words in a batch (default 560)\n"
    "      --rate N           of Adam at its highest, in millionths (default 2000)\n"
    "      --augment N        percent of sentences that are changed to look like news (default 10)\n"
    "      --drop-input N     percent of numbers hidden: of the input (default 20)\n"
    "      --drop-layer N     ... between layers (default 25)\n"
    "      --drop-head N      ... before heads and relations (default 25)\n"
    "      --drop-word N      percent of words whose own row is hidden (default 12)\n"
    "      --drop-vector N    ... whose vector is hidden (default 3)\n"
    "  -h, --help\n";

#define MAX_DEV 8

typedef struct options {
    const char *output, *words, *vectors, *parsed;
    unsigned vector_words, every;
    const char *dev[MAX_DEV];
    int n_dev;
    dem_fit_options fit;
} options;

/* What training needs and makes. */
typedef struct job {
    const options *o;
    dem_treebank bank, parsed, dev[MAX_DEV];
    dem_wordlist words;
    dem_arena arena; /* of the model */
    dem_vectors vectors;
    dem_model model;
    struct timespec begin;
} job;

static int complain(const dem_error *err)
{
    dem_buf b = {0};
    dem_error_add(&b, err);
    fprintf(stderr, "demarche-train: %s\n", b.p);
    dem_buf_release(&b);
    return 1;
}

static double minutes(const job *j)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)(t.tv_sec - j->begin.tv_sec) / 60;
}

static void report(const dem_params *p, unsigned epoch, const double loss[3], void *own)
{
    job *j = own;
    fprintf(stderr, "epoch %u of %u, %.1f min: loss of arcs %.3f, relations %.3f, tags %.3f\n", epoch,
            j->o->fit.epochs, minutes(j), loss[0], loss[1], loss[2]);
    if (epoch % j->o->every && epoch != j->o->fit.epochs) return;
    for (int i = 0; i < j->o->n_dev; i++) {
        dem_arena scratch;
        dem_model m = j->model;
        dem_scores s;
        dem_arena_init(&scratch, 1 << 20);
        dem_quantise(&m.net, p, &j->vectors, &scratch);
        dem_evaluate(&m, &j->dev[i], false, &s);
        fprintf(stderr, "  %s: UPOS %.2f lemma %.2f UAS %.2f LAS %.2f frames %.2f\n", j->o->dev[i],
                dem_f1(s.upos, s.gold, s.system), dem_f1(s.lemma, s.gold, s.system),
                dem_f1(s.uas, s.gold, s.system), dem_f1(s.las, s.gold, s.system),
                dem_f1(s.frames, s.gold_frames, s.gold_frames));
        dem_arena_release(&scratch);
    }
}

static dem_status read_all(job *j, char **files, int n, dem_error *err)
{
    dem_status st = DEM_OK;
    for (int i = 0; st == DEM_OK && i < n; i++) st = dem_treebank_read(&j->bank, files[i], err);
    for (int i = 0; st == DEM_OK && i < j->o->n_dev; i++) st = dem_treebank_read(&j->dev[i], j->o->dev[i], err);
    if (st == DEM_OK && j->o->parsed) st = dem_treebank_read(&j->parsed, j->o->parsed, err);
    if (st == DEM_OK)
        st = dem_vectors_read(&j->vectors, j->o->vectors, j->o->vector_words, &j->bank, &j->arena, err);
    return st;
}

static dem_status make_model(job *j, dem_error *err)
{
    const dem_training t = {&j->bank, &j->words, &j->arena};
    dem_params p;
    if (!dem_wordlist_read(&j->words, j->o->words))
        fprintf(stderr, "no word list: lemmas are trained without\n");
    dem_train_tagset(&t, &j->model.tags);
    dem_train_lemmas(&t, &j->model.lemmas);
    dem_params_init(&p, j->model.tags.n, j->o->fit.seed);
    const dem_fit_input in = {&j->bank, j->o->parsed ? &j->parsed : NULL, &j->model.tags, &j->vectors};
    dem_status st = dem_fit(&j->o->fit, &in, &p, report, j, err);
    if (st == DEM_OK) {
        dem_quantise(&j->model.net, &p, &j->vectors, &j->arena);
        st = dem_model_write(&j->model, j->o->output, err);
    }
    dem_params_release(&p);
    return st;
}

static int train(const options *o, char **files, int n)
{
    dem_error err = {0};
    job j = {.o = o};
    clock_gettime(CLOCK_MONOTONIC, &j.begin);
    dem_arena_init(&j.arena, 1 << 20);
    dem_arena_init(&j.words.arena, 1 << 20);
    dem_arena_init(&j.bank.arena, 1 << 20);
    dem_arena_init(&j.parsed.arena, 1 << 20);
    for (int i = 0; i < o->n_dev; i++) dem_arena_init(&j.dev[i].arena, 1 << 20);
    dem_status st = read_all(&j, files, n, &err);
    if (st == DEM_OK) st = make_model(&j, &err);
    dem_treebank_release(&j.bank);
    dem_treebank_release(&j.parsed);
    for (int i = 0; i < o->n_dev; i++) dem_treebank_release(&j.dev[i]);
    dem_arena_release(&j.words.arena);
    dem_arena_release(&j.arena);
    return st == DEM_OK ? 0 : complain(&err);
}

enum {
    EPOCHS = 256,
    EVERY,
    BATCH,
    RATE,
    AUGMENT,
    DROP_INPUT,
    DROP_LAYER,
    DROP_HEAD,
    DROP_WORD,
    DROP_VECTOR,
    VECTOR_WORDS,
    PARSED_SHARE
};

static const struct option LONG[] = {{"output", 1, NULL, 'o'},
                                     {"dev", 1, NULL, 'd'},
                                     {"vectors", 1, NULL, 'V'},
                                     {"vector-words", 1, NULL, VECTOR_WORDS},
                                     {"parsed", 1, NULL, 'p'},
                                     {"parsed-share", 1, NULL, PARSED_SHARE},
                                     {"words", 1, NULL, 'w'},
                                     {"checkpoint", 1, NULL, 'c'},
                                     {"seed", 1, NULL, 's'},
                                     {"threads", 1, NULL, 't'},
                                     {"help", 0, NULL, 'h'},
                                     {"epochs", 1, NULL, EPOCHS},
                                     {"every", 1, NULL, EVERY},
                                     {"batch", 1, NULL, BATCH},
                                     {"rate", 1, NULL, RATE},
                                     {"augment", 1, NULL, AUGMENT},
                                     {"drop-input", 1, NULL, DROP_INPUT},
                                     {"drop-layer", 1, NULL, DROP_LAYER},
                                     {"drop-head", 1, NULL, DROP_HEAD},
                                     {"drop-word", 1, NULL, DROP_WORD},
                                     {"drop-vector", 1, NULL, DROP_VECTOR},
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
static double percent(const char *z)
{
    return number(z, 0, 90) / 100.0;
}

static void option(options *o, int c)
{
    dem_fit_options *f = &o->fit;
    switch (c) {
    case 'o': o->output = optarg; break;
    case 'd':
        if (o->n_dev < MAX_DEV) o->dev[o->n_dev++] = optarg;
        break;
    case 'V': o->vectors = optarg; break;
    case VECTOR_WORDS: o->vector_words = number(optarg, 0, 2000000); break;
    case 'p': o->parsed = optarg; break;
    case PARSED_SHARE: f->parsed = number(optarg, 0, 1000) / 100.0; break;
    case 'w': o->words = optarg; break;
    case 'c': f->checkpoint = optarg; break;
    case 's': f->seed = number(optarg, 0, UINT32_MAX); break;
    case 't': f->threads = number(optarg, 1, 2); break;
    case EPOCHS: f->epochs = number(optarg, 1, 1000); break;
    case EVERY: o->every = number(optarg, 1, 1000); break;
    case BATCH: f->batch_words = number(optarg, 20, 10000); break;
    case RATE: f->rate = number(optarg, 1, 100000) / 1e6; break;
    case AUGMENT: f->augment = percent(optarg); break;
    case DROP_INPUT: f->drop.input = percent(optarg); break;
    case DROP_LAYER: f->drop.layer = percent(optarg); break;
    case DROP_HEAD: f->drop.head = percent(optarg); break;
    case DROP_WORD: f->drop.word = percent(optarg); break;
    case DROP_VECTOR: f->drop.vector = percent(optarg); break;
    case 'h': fputs(HELP, stdout); exit(0);
    default: exit(2);
    }
}

int main(int argc, char **argv)
{
    options o = {.words = "/usr/share/wordnet",
                 .vector_words = 90000,
                 .every = 5,
                 .fit = {.seed = 1,
                         .epochs = 40,
                         .threads = 2,
                         .batch_words = 560,
                         .rate = 2e-3,
                         .augment = 0.1,
                         .parsed = 1,
                         .drop = {.input = 0.2, .layer = 0.25, .head = 0.25, .word = 0.12, .vector = 0.03}}};
    for (int c; (c = getopt_long(argc, argv, "o:d:V:p:w:c:s:t:h", LONG, NULL)) != -1;) option(&o, c);
    if (o.output && optind < argc) return train(&o, argv + optind, argc - optind);
    fputs(HELP, stderr);
    return 2;
}

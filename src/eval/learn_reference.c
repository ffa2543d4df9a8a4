/* eval/learn_reference.c - writes src/code/antecedent.inc: the weights of pronouns' antecedents, learned from a treebank
 * with coreference.
 *
 *    learn-reference LEXICON TRAIN DEV > src/code/antecedent.inc */
#include "base/buf.h"
#include "eval/reference.h"
#include <stdio.h>

static int16_t weight[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES];

static bool read_bank(dem_treebank *bank, const char *path)
{
    dem_error err = {0};
    *bank = (dem_treebank){0};
    dem_arena_init(&bank->arena, 1 << 20);
    if (dem_treebank_read(bank, path, &err) == DEM_OK) return true;
    dem_buf b = {0};
    dem_error_add(&b, &err);
    fprintf(stderr, "%s\n", b.p);
    dem_buf_release(&b);
    return false;
}

static void tell(const dem_rules *rules, const dem_treebank *bank, const char *name)
{
    dem_reference_counts c;
    dem_reference_score(rules, bank, weight, &c);
    fprintf(stderr,
            "%s: %u pronouns, right %.2f%%; resolved %u, of these right %.2f%%; with an antecedent in reach "
            "%.2f%%\n",
            name, c.pronouns, 100.0 * c.right / c.pronouns, c.resolved, 100.0 * c.resolved_right / c.resolved,
            100.0 * c.with_antecedent / c.pronouns);
}

static void print(void)
{
    puts("/* Written by learn-reference (./dev train reference); a row for he and she, one for it, one for "
         "they. */");
    for (unsigned c = 0; c < DEM_ANTECEDENT_CLASSES; c++) {
        for (unsigned f = 0; f < DEM_ANTECEDENT_FEATURES; f++)
            printf("%s%d%s", f ? (f % 16 ? " " : "\n ") : "{", weight[c][f],
                   f + 1 < DEM_ANTECEDENT_FEATURES ? "," : "},\n");
    }
}

int main(int argc, char **argv)
{
    enum { EPOCHS = 8 };
    dem_lexicon *lexicon = NULL;
    dem_treebank train, dev;
    dem_rules rules;
    dem_error err = {0};
    if (argc != 4) return fprintf(stderr, "usage: learn-reference LEXICON TRAIN DEV\n"), 2;
    if (dem_lexicon_load(&lexicon, argv[1], &err) != DEM_OK)
        return fprintf(stderr, "%s: no lexicon\n", argv[1]), 3;
    if (!read_bank(&train, argv[2]) || !read_bank(&dev, argv[3])) return 3;
    dem_rules_init(&rules, lexicon);
    dem_reference_learn(&rules, &train, EPOCHS, weight);
    tell(&rules, &train, "train");
    tell(&rules, &dev, "dev");
    print();
    dem_treebank_release(&train);
    dem_treebank_release(&dev);
    dem_lexicon_free(lexicon);
    return 0;
}

/* The measures, on trees small enough to count by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lang/evaluate.h"

/* form, lemma, UPOS, XPOS, head, relation */
#define T(n, form, lemma, upos, xpos, head, rel)                                                               \
    n "\t" form "\t" lemma "\t" upos "\t" xpos "\t_\t" head "\t" rel "\t_\t_\n"

static const char GOLD[] = T("1", "Iran", "Iran", "PROPN", "NNP", "2", "nsubj")
    T("2", "gave", "give", "VERB", "VBD", "0", "root") T("3", "Syria", "Syria", "PROPN", "NNP", "2", "iobj")
        T("4", "aid", "aid", "NOUN", "NN", "2", "obj") "\n"
    /* second sentence */
    T("1", "It", "it", "PRON", "PRP", "3", "nsubj:pass") T("2", "was", "be", "AUX", "VBD", "3", "aux:pass")
        T("3", "shelled", "shell", "VERB", "VBN", "0", "root") "\n";

static const struct {
    const char *why, *found;
    double words, sentences, upos, lemma, uas, las, las_full, clas, blex;
    unsigned frames; /* of 2 */
} CASES[] = {
    {"the same", GOLD, 100, 100, 100, 100, 100, 100, 100, 100, 100, 2},
    {"a subtype and a lemma are wrong",
     T("1", "Iran", "Iran", "PROPN", "NNP", "2", "nsubj") T("2", "gave", "gave", "VERB", "VBD", "0", "root")
         T("3", "Syria", "Syria", "PROPN", "NNP", "2", "iobj")
             T("4", "aid", "aid", "NOUN", "NN", "2", "obj") "\n" T("1", "It", "it", "PRON", "PRP", "3", "nsubj")
                 T("2", "was", "be", "AUX", "VBD", "3", "aux:pass")
                     T("3", "shelled", "shell", "VERB", "VBN", "0", "root") "\n",
     100, 100, 100, 100 * 6 / 7.0, 100, 100, 100 * 6 / 7.0, 100, 100 * 5 / 6.0, 1},
    {"one sentence, one word split",
     T("1", "Iran", "Iran", "PROPN", "NNP", "2", "nsubj") T("2", "gave", "give", "VERB", "VBD", "0", "root")
         T("3", "Sy", "Sy", "PROPN", "NNP", "2", "iobj") T("4", "ria", "ria", "PROPN", "NNP", "3", "flat")
             T("5", "aid", "aid", "NOUN", "NN", "2", "obj") T("6", "It", "it", "PRON", "PRP", "8", "nsubj:pass")
                 T("7", "was", "be", "AUX", "VBD", "8", "aux:pass")
                     T("8", "shelled", "shell", "VERB", "VBN", "2", "conj") "\n",
     200 * 6 / 15.0, 0, 200 * 6 / 15.0, 200 * 6 / 15.0, 200 * 5 / 15.0, 200 * 5 / 15.0, 200 * 5 / 15.0,
     200 * 4 / 13.0, 200 * 4 / 13.0, 1},
    {"the verb is taken for a noun",
     T("1", "Iran", "Iran", "PROPN", "NNP", "2", "nsubj") T("2", "gave", "give", "NOUN", "NN", "0", "root")
         T("3", "Syria", "Syria", "PROPN", "NNP", "2", "iobj")
             T("4", "aid", "aid", "NOUN", "NN", "3", "obj") "\n" T("1", "It", "it", "PRON", "PRP", "3",
                                                                   "nsubj:pass")
                 T("2", "was", "be", "AUX", "VBD", "3", "aux")
                     T("3", "shelled", "shell", "VERB", "VBN", "0", "root") "\n",
     100, 100, 100 * 6 / 7.0, 100, 100 * 6 / 7.0, 100 * 6 / 7.0, 100 * 5 / 7.0, 100 * 5 / 6.0, 100 * 5 / 6.0,
     1},
};

static void read_text(dem_treebank *bank, const char *text)
{
    char path[] = "/tmp/dem-evaluate-XXXXXX";
    dem_error err = {0};
    int fd = mkstemp(path);
    FILE *f = fd >= 0 ? fdopen(fd, "w") : NULL;
    assert_non_null(f);
    fputs(text, f);
    assert_int_equal(fclose(f), 0);
    dem_arena_init(&bank->arena, 0);
    assert_int_equal(dem_treebank_read(bank, path, &err), DEM_OK);
    unlink(path);
}

static void near(double got, double want, const char *why, const char *what)
{
    if (fabs(got - want) > 1e-6) fail_msg("%s: %s is %g, expected %g", why, what, got, want);
}

static void counted_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        dem_treebank gold = {0}, found = {0};
        dem_scores s;
        const char *why = CASES[i].why;
        read_text(&gold, GOLD);
        read_text(&found, CASES[i].found);
        dem_compare(&gold, &found, &s);
        near(dem_f1(s.tokens, s.gold, s.system), CASES[i].words, why, "words");
        near(dem_f1(s.sentences, s.gold_sentences, s.system_sentences), CASES[i].sentences, why, "sentences");
        near(dem_f1(s.upos, s.gold, s.system), CASES[i].upos, why, "UPOS");
        near(dem_f1(s.lemma, s.gold, s.system), CASES[i].lemma, why, "lemma");
        near(dem_f1(s.uas, s.gold, s.system), CASES[i].uas, why, "UAS");
        near(dem_f1(s.las, s.gold, s.system), CASES[i].las, why, "LAS");
        near(dem_f1(s.las_full, s.gold, s.system), CASES[i].las_full, why, "LAS with subtypes");
        near(dem_f1(s.clas, s.gold_content, s.system_content), CASES[i].clas, why, "CLAS");
        near(dem_f1(s.blex, s.gold_content, s.system_content), CASES[i].blex, why, "BLEX");
        assert_int_equal(s.gold_frames, 2);
        near((double)s.frames, CASES[i].frames, why, "frames");
        dem_treebank_release(&gold);
        dem_treebank_release(&found);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(counted_by_hand)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

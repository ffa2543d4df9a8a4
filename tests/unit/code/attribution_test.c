/* According to whom: code/attribution.h, codebook 12.4. */
#include "../base/check.h"
#include "code/attribution.h"
#include "tree.h"

typedef struct {
    const char *why, *tree, *pred, *want; /* `pred` stands in the last sentence */
} source_case;

static void source_note(dem_buf *b, const tree *t, const dem_attribution *a)
{
    dem_buf_clear(b);
    if (!a->present) {
        dem_buf_addz(b, "the report");
        return;
    }
    if (a->named)
        entity_note(b, &a->entity);
    else
        dem_buf_addz(b, "?");
    dem_buf_addz(b, a->direct ? " direct" : " indirect");
    if (a->cue.end) dem_buf_addf(b, " \"%.*s\"", DEM_STR_ARG(dem_str_sub(t->report.text, a->cue.start, a->cue.end)));
}

static void run(const world *w, const source_case *cases, size_t n)
{
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < n; i++) {
        tree t;
        tree_read(&t, cases[i].why, "2025-03-18", cases[i].tree);
        tree_prepare(&t, w);
        dem_attribution a = dem_attribution_of(&t.coding, t.n - 1, tree_token(&t, t.n - 1, cases[i].pred));
        source_note(&got, &t, &a);
        note_check(&failed, cases[i].why, &got, cases[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_indirect(void **state)
{
    static const source_case CASES[] = {
        {"12.4 the report itself", "Russia/NNP>left:nsubj left/VBD=leave ./.", "left", "the report"},
        {"12.4 said that", "Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ./.",
         "left", "CHN GOV indirect \"said\""},
        {"12.4 the reporting verb behind", "Russia/NNP>left:nsubj left/VBD=leave ,/, Tao/NNP>said:nsubj Wang/NNP>Tao:flat "
         "said/VBD=say>left:parataxis ./.", "left", "CHN GOV indirect \"said\""},
        {"12.4 according to", "Russia/NNP>left:nsubj left/VBD=leave ,/, according/VBG=accord>government:case to/IN>according:fixed the/DT "
         "Chinese/JJ government/NN>left:obl ./.",
         "left", "CHN GOV indirect \"according\""},
        {"12.4 reportedly", "Russia/NNP>left:nsubj reportedly/RB>left:advmod left/VBD=leave ./.", "left", "? indirect \"reportedly\""},
        {"12.4 down to a clause within the reported one",
         "Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say Russia/NNP>left:nsubj left/VBD=leave>said:ccomp and/CC signed/VBD>left:conj "
         "./.", "signed", "CHN GOV indirect \"said\""},
        {"12.4 nested sources: the innermost",
         "Xinhua/NNP>reported:nsubj reported/VBD Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say>reported:ccomp Russia/NNP>left:nsubj "
         "left/VBD=leave>said:ccomp ./.", "left",
         "CHN GOV indirect \"said\""},
        {"12.4 another medium", "Xinhua/NNP>reported:nsubj reported/VBD Russia/NNP>left:nsubj left/VBD=leave>reported:ccomp ./.", "left",
         "CHN JRN indirect \"reported\""},
        {"12.4 a capital that speaks is its government", "Beijing/NNP>said:nsubj said/VBD=say Russia/NNP>left:nsubj "
         "left/VBD=leave>said:ccomp ./.", "left", "CHN GOV indirect \"said\""},
        {"12.4 a speaker without a code", "Analysts/NNS>said:nsubj said/VBD=say Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ./.",
         "left", "? indirect \"said\""},
        {"12.4 a document speaks for its author",
         "The/DT statement/NN>said:nsubj of/IN the/DT Chinese/JJ government/NN>statement:nmod said/VBD=say Russia/NNP>left:nsubj "
         "left/VBD=leave>said:ccomp ./.", "left",
         "CHN GOV indirect \"said\""},
        {"12.4 speech verbs that are acts are no attribution",
         "Poland/NNP>accused:nsubj accused/VBD=accuse Russia/NNP>accused:obj of/IN leaving/VBG=leave>accused:advcl ./.", "accused", "the report"},
        {"12.4 a saying beside another clause says nothing of this one",
         "Russia/NNP>left:nsubj left/VBD=leave after/IN>said:mark Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say>left:advcl "
         "China/NNP>won:nsubj won/VBD=win>said:ccomp ./.", "left",
         "the report"},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_quoted(void **state)
{
    static const source_case CASES[] = {
        {"12.4 inside quotation marks: direct", "“/`` Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ,/, ”/'' Tao/NNP>said:nsubj "
         "Wang/NNP>Tao:flat said/VBD=say ./.", "left",
         "CHN GOV direct \"said\""},
        {"12.4 plain quotation marks", "\"/`` Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ,/, \"/'' Tao/NNP>said:nsubj "
         "Wang/NNP>Tao:flat said/VBD=say ./.", "left",
         "CHN GOV direct \"said\""},
        {"12.4 a quotation over several sentences keeps its speaker",
         "“/`` Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ,/, ”/'' Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say ./.\n“/`` "
         "Poland/NNP>slept:nsubj slept/VBD=sleep ./. ”/''", "slept",
         "CHN GOV direct"},
        {"12.4 the quotation ends, the speaker with it",
         "“/`` Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ,/, ”/'' Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say "
         "./.\nPoland/NNP>slept:nsubj slept/VBD=sleep ./.", "slept",
         "the report"},
        {"12.4 a new speaker takes over",
         "“/`` Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ,/, ”/'' Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say ./.\n“/`` "
         "Poland/NNP>slept:nsubj slept/VBD=sleep>said:ccomp ,/, ”/'' Pavel/NNP>said:nsubj Orlov/NNP>Pavel:flat said/VBD=say ./.",
         "slept", "RUS GOV direct \"said\""},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_quotes(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *word; bool quoted; } CASES[] = {
        {"inside", "“/`` Russia/NNP>left:nsubj left/VBD=leave ./. ”/''", "left", true},
        {"before", "He/PRP>said:nsubj said/VBD=say “/`` Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ./. ”/''", "said", false},
        {"after", "“/`` Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ”/'' he/PRP>said:nsubj said/VBD=say ./.", "said", false},
        {"an open quotation runs into the next sentence", "“/`` Russia/NNP>left:nsubj left/VBD=leave ./.\nPoland/NNP>slept:nsubj "
         "slept/VBD=sleep ./. ”/''", "slept", true},
        {"but not into the next paragraph", "“/`` Russia/NNP>left:nsubj left/VBD=leave ./.\n\nPoland/NNP>slept:nsubj slept/VBD=sleep ./.",
         "slept", false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        tree_prepare(&t, w);
        check_int(CASES[i].why, t.coding.quoted[t.n - 1][tree_token(&t, t.n - 1, CASES[i].word)], CASES[i].quoted);
        tree_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_indirect), cmocka_unit_test(test_quoted), cmocka_unit_test(test_quotes)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}

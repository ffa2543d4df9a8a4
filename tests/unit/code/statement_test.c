/* Relations with their sources and events: code/statement.h. */
#include "../base/check.h"
#include "code/code.h"
#include "tree.h"

typedef struct {
    const char *why, *tree, *want;
} statement_case;

/* "CHN GOV direct 1": who, how, how many events; statements apart by "; ". */
static void note(dem_buf *b, const dem_statements *all)
{
    dem_buf_clear(b);
    for (uint32_t i = 0; i < all->n; i++) {
        const dem_statement *s = &all->at[i];
        if (i) dem_buf_addz(b, "; ");
        if (s->named) entity_note(b, &s->entity);
        else dem_buf_addz(b, "?");
        dem_buf_addf(b, " %s %u", dem_speech_name(s->kind), s->n_event);
    }
}

static void test_statements(void **state)
{
    static const statement_case CASES[] = {
        {"who, and what event",
         "Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say Russian/JJ troops/NNS>shelled:nsubj "
         "shelled/VBD=shell>said:ccomp "
         "the/DT Ukrainian/JJ town/NN>shelled:obj ./.",
         "CHN GOV indirect 1"},
        {"I is who speaks",
         "“/`` I/PRP>said:nsubj said/VBD=say>said#2:ccomp that/IN>left:mark Russia/NNP>left:nsubj "
         "left/VBD=leave>said:ccomp ,/, ”/'' Tao/NNP>said#2:nsubj "
         "Wang/NNP>Tao:flat said/VBD=say ./.",
         "CHN GOV direct 0; CHN GOV direct 0"},
        {"a source that nobody knows",
         "The/DT blogger/NN>said:nsubj said/VBD=say Russian/JJ troops/NNS>shelled:nsubj "
         "shelled/VBD=shell>said:ccomp the/DT "
         "Ukrainian/JJ town/NN>shelled:obj ./.",
         "? indirect 1"},
    };
    const world *w = *state;
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        dem_events events;
        dem_statements all;
        tree_read(&t, CASES[i].why, "2025-03-18", CASES[i].tree);
        const dem_code_input in = {
            .report = &t.report, .sentence = t.sentence, .n = t.n, .keep_unresolved = true, .statements = &all};
        dem_code_report(&w->rules, &t.arena, &in, &events, &t.tally, NULL);
        note(&got, &all);
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        for (uint32_t k = 0; k < all.n; k++)
            assert_int_equal(dem_statement_check(&all.at[k], &t.report, NULL), DEM_OK);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {cmocka_unit_test(test_statements)};
    return cmocka_run_group_tests(TESTS, world_open, world_close);
}

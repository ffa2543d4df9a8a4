/* Attribution relations of trees written by hand: said/said.h. */
#include "../base/check.h"
#include "../code/tree.h"
#include "base/buf.h"
#include "record/statement.h"

static void add_part(dem_buf *b, const tree *t, const dem_pieces *p)
{
    for (uint32_t i = 0; i < p->n; i++) {
        if (i) dem_buf_addz(b, " + ");
        dem_buf_add(b, dem_span_text(&t->report, p->at[i]));
    }
}

/* "source | cue | content kind (within N)"; relations apart by "; ". */
static void note(dem_buf *b, const tree *t, const dem_said_list *all)
{
    dem_buf_clear(b);
    for (uint32_t i = 0; i < all->n; i++) {
        const dem_said *r = &all->at[i];
        if (i) dem_buf_addz(b, "; ");
        add_part(b, t, &r->source);
        dem_buf_addz(b, " | ");
        add_part(b, t, &r->cue);
        dem_buf_addz(b, " | ");
        add_part(b, t, &r->content);
        dem_buf_addf(b, " %s", dem_speech_name(r->kind));
        if (r->within >= 0) dem_buf_addf(b, " (within %d)", (int)r->within);
    }
    if (!all->n) dem_buf_addz(b, "none");
}

typedef struct {
    const char *why, *tree, *want;
} said_case;

static void run(const world *w, const said_case *cases, size_t n)
{
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < n; i++) {
        tree t;
        tree_read(&t, cases[i].why, "2025-03-18", cases[i].tree);
        tree_prepare(&t, w);
        note(&got, &t, &t.coding.said);
        note_check(&failed, cases[i].why, &got, cases[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_one_sentence(void **state)
{
    static const said_case CASES[] = {
        {"no cue", "Russia/NNP>left:nsubj left/VBD=leave ./.", "none"},
        {"said",
         "The/DT minister/NN>said:nsubj said/VBD=say Russia/NNP>left:nsubj left/VBD=leave>said:ccomp ./.",
         "The minister | said | Russia left indirect"},
        {"behind",
         "Russia/NNP>left:nsubj left/VBD=leave ,/, the/DT minister/NN>said:nsubj said/VBD=say>left:parataxis "
         "./.",
         "the minister | said | Russia left indirect"},
        {"according to",
         "Russia/NNP>left:nsubj left/VBD=leave ,/, according/VBG=accord>government:case to/IN>according:fixed "
         "the/DT "
         "Chinese/JJ government/NN>left:obl ./.",
         "the Chinese government | according to | Russia left indirect"},
        {"nested: each in the content of the one before",
         "The/DT agency/NN>said:nsubj said/VBD=say the/DT minister/NN>added:nsubj had/VBD=have>added:aux "
         "added/VBN=add>said:ccomp that/IN>left:mark Russia/NNP>left:nsubj left/VBD=leave>added:ccomp ./.",
         "The agency | said | the minister had added that Russia left indirect; "
         "the minister | had added | that Russia left indirect (within 0)"},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_quotations(void **state)
{
    static const said_case CASES[] = {
        {"direct speech",
         "“/`` Russia/NNP>left:nsubj left/VBD=leave ,/, ”/'' the/DT minister/NN>said:nsubj "
         "said/VBD=say>left:parataxis ./.",
         "the minister | said | “Russia left,” direct"},
        {"a quotation that follows without a cue keeps the speaker",
         "“/`` Russia/NNP>left:nsubj left/VBD=leave ,/, ”/'' the/DT minister/NN>said:nsubj "
         "said/VBD=say>left:parataxis ./.\n"
         "“/`` It/PRP>took:nsubj took/VBD=take all/DT the/DT trucks/NNS>took:obj ./. ”/''",
         "the minister | said | “Russia left,” + It took all the trucks. direct"},
        {"so it does over the end of a paragraph",
         "“/`` Russia/NNP>left:nsubj left/VBD=leave ,/, ”/'' the/DT minister/NN>said:nsubj "
         "said/VBD=say>left:parataxis ./.\n\n"
         "“/`` It/PRP>took:nsubj took/VBD=take all/DT the/DT trucks/NNS>took:obj ./. ”/''",
         "the minister | said | “Russia left,” + It took all the trucks. direct"},
        {"a word in scorn is no speech",
         "The/DT>advisers:det “/`` advisers/NNS>left:nsubj ”/'' left/VBD=leave ./.", "none"},
    };
    run(*state, CASES, COUNT(CASES));
}

/* What the coder asks: the innermost relation of a token. */
static void test_by(void **state)
{
    tree t;
    tree_read(
        &t, "by", "2025-03-18",
        "The/DT agency/NN>said:nsubj said/VBD=say the/DT minister/NN>added:nsubj had/VBD=have>added:aux "
        "added/VBN=add>said:ccomp that/IN>left:mark Russia/NNP>left:nsubj left/VBD=leave>added:ccomp ./.");
    tree_prepare(&t, *state);
    const dem_said_list *all = &t.coding.said;
    assert_int_equal(all->n, 2);
    check_int("outside", all->by[0][tree_token(&t, 0, "agency")], -1);
    check_int("outer", all->by[0][tree_token(&t, 0, "added")], 0);
    check_int("inner", all->by[0][tree_token(&t, 0, "left")], 1);
    check_int("head of the inner source", all->at[1].source_head, tree_token(&t, 0, "minister"));
    tree_free(&t);
}

static void test_nothing(void **state)
{
    (void)state;
    dem_arena arena;
    dem_said_list all;
    dem_sentence empty = {.zone = DEM_ZONE_HEADING};
    dem_arena_init(&arena, 0);
    dem_said_find(&(dem_said_input){NULL, 0, NULL, {0}}, &arena, &all);
    assert_int_equal(all.n, 0);
    dem_said_find(&(dem_said_input){&empty, 1, NULL, {0}}, &arena, &all);
    assert_int_equal(all.n, 0);
    dem_arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(test_one_sentence),
        cmocka_unit_test(test_quotations),
        cmocka_unit_test(test_by),
        cmocka_unit_test(test_nothing),
    };
    return cmocka_run_group_tests(TESTS, world_open, world_close);
}

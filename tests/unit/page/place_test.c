/* Where the article is: page/place.h. */
#include "page_case.h"

/* Scores of 256 for each paragraph whose number is in `good`, -256 for the others. */
static page_place place_of(page_case *t, uint64_t good, bool *found)
{
    page_place out;
    int32_t *score = dem_arena_array(&t->arena, int32_t, t->blocks.n);
    for (uint32_t i = 0; i < t->blocks.n; i++) score[i] = good >> i & 1 ? 256 : -256;
    *found = page_place_find(&t->arena, &t->blocks, score, &out);
    return out;
}

static void test_container(void **state)
{
    (void)state;
    page_case t;
    bool found;
    page_case_open(
        &t, "<div id=menu><p>Home</p></div><div id=story>" PAGE_PARAGRAPH(
                "boats") "<p>Read on</p>" PAGE_PARAGRAPH("men") "</div><div id=foot><p>Contact</p></div>");
    page_place at = place_of(&t, 1 << 1 | 1 << 3, &found);
    check_int("found", found, true);
    check_str("the box", page_attribute(t.blocks.box[at.container].node, "id"), "story");
    check_int("first", at.first, 1);
    check_int("last", at.last, 3);
    check_int("parent of most", at.main_parent, at.container);
    check_int("all likely words have one path", at.same_path[1] > 900, true);
    page_case_close(&t);
}

static void test_teasers(void **state)
{
    (void)state;
    page_case t;
    bool found;
    /* A good paragraph alone in its box beside an article: it is not worth going out of the article for. */
    page_case_open(&t, "<ul><li><div>" PAGE_PARAGRAPH("a") "</div><p>x</p></ul><div id=story>" PAGE_PARAGRAPH(
                           "c") PAGE_PARAGRAPH("d") PAGE_PARAGRAPH("e") "</div>");
    page_place at = place_of(&t, 1 | 7 << 2, &found);
    check_str("the box", page_attribute(t.blocks.box[at.container].node, "id"), "story");
    page_case_close(&t);
}

static void test_kin(void **state)
{
    (void)state;
    page_case t;
    bool found;
    page_case_open(&t, "<div id=all><section>" PAGE_PARAGRAPH("a") PAGE_PARAGRAPH("b")
                           PAGE_PARAGRAPH("c") "</section><p>Ad</p><p>Ad it</p><section>" PAGE_PARAGRAPH("d")
                               PAGE_PARAGRAPH("e") "</section></div>");
    page_place at = place_of(&t, 7, &found);
    check_str("two sections of one kind", page_attribute(t.blocks.box[at.container].node, "id"), "all");
    page_case_close(&t);
}

static void test_nothing(void **state)
{
    (void)state;
    page_case t;
    bool found;
    page_case_open(&t, "<p>a b</p><p>c d</p>");
    place_of(&t, 3, &found);
    check_int("paragraphs of two words", found, false);
    page_case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_container), cmocka_unit_test(test_teasers),
                                       cmocka_unit_test(test_kin), cmocka_unit_test(test_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

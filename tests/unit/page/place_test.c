/* Where the article is: page/place.h. */
#include "page_case.h"

#define P_BOATS PAGE_PARAGRAPH("boats")
#define P_MEN PAGE_PARAGRAPH("men")
#define P_A PAGE_PARAGRAPH("a")
#define P_C PAGE_PARAGRAPH("c")
#define P_D PAGE_PARAGRAPH("d")
#define P_E PAGE_PARAGRAPH("e")
#define P_B PAGE_PARAGRAPH("b")

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
    page_case_open(&t, "<div id=menu><p>Home</p></div><div id=story>" P_BOATS "<p>Read on</p>" P_MEN
                       "</div><div id=foot><p>Contact</p></div>");
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
    page_case_open(&t, "<ul><li><div>" P_A "</div><p>x</p></ul><div id=story>" P_C P_D P_E "</div>");
    page_place at = place_of(&t, 1 | 7 << 2, &found);
    check_str("the box", page_attribute(t.blocks.box[at.container].node, "id"), "story");
    page_case_close(&t);
}

static void test_kin(void **state)
{
    (void)state;
    page_case t;
    bool found;
    page_case_open(&t, "<div id=all><section>" P_A P_B P_C "</section><p>Ad</p><p>Ad it</p><section>" P_D P_E
                       "</section></div>");
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

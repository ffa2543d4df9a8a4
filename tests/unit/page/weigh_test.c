/* Which paragraphs are the article: page/weigh.h. */
#include "page_case.h"

#define P_FORTY_BOATS PAGE_PARAGRAPH("forty boats")
#define P_A_HUNDRED_MEN PAGE_PARAGRAPH("a hundred men")
#define P_BREAD_AND_WATER PAGE_PARAGRAPH("bread and water")

static const char PAGE[] =
    "<header><nav><ul><li><a href=a>Home</a><li><a href=b>World</a></ul></nav></header><main><article "
    "class=story><h1>Boats for Esk</h1>" P_FORTY_BOATS P_A_HUNDRED_MEN "<h2>Bridges</h2>" P_BREAD_AND_WATER
    "<ul><li>The bridge of Esk was built by the province in 1902.<li>That of Holm is older than the town that "
    "it leads to.</ul></article></main><footer><p>Copyright 2024 The Gazette. All rights "
    "reserved.</p></footer>";

static void test_choice(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, PAGE);
    check_int("found", t.choice.found, true);
    static const char *const GOOD[] = {"The army sent forty", "The army sent a hundred", "Bridges",
                                       "The army sent bread"};
    static const char *const BAD[] = {"Home", "World", "Copyright"};
    for (size_t i = 0; i < COUNT(GOOD); i++)
        check_int(GOOD[i], t.choice.body[page_case_block(&t, GOOD[i])], true);
    for (size_t i = 0; i < COUNT(BAD); i++)
        check_int(BAD[i], t.choice.body[page_case_block(&t, BAD[i])], false);
    page_case_close(&t);
}

static void test_in(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, PAGE);
    uint32_t before = t.choice.place.container, nav = t.blocks.block[page_case_block(&t, "Home")].box;
    page_weigh_in(&t.arena, &t.blocks, &t.witness, &page_weights_learned, nav, &t.choice);
    check_int("a box of one word changes nothing", t.choice.place.container, before);
    page_weigh_in(&t.arena, &t.blocks, &t.witness, &page_weights_learned, 0, &t.choice);
    check_int("the root", t.choice.place.container, 0);
    check_int("still the article", t.choice.body[page_case_block(&t, "The army sent forty")], true);
    page_case_close(&t);
}

static void test_nothing(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, "<ul><li><a href=a>Home</a><li><a href=b>World</a></ul>");
    check_int("a list of links", t.choice.found, false);
    page_case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_choice), cmocka_unit_test(test_in),
                                       cmocka_unit_test(test_nothing)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

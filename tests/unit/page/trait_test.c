/* What can be said of a paragraph: page/trait.h. */
#include "page_case.h"

#define P_FORTY_BOATS PAGE_PARAGRAPH("forty boats")
#define P_A_HUNDRED_MEN PAGE_PARAGRAPH("a hundred men")
#define P_BREAD PAGE_PARAGRAPH("bread")

static const char PAGE[] =
    "<nav><ul><li><a href=x>World news of today</a></ul></nav><article><h2>A town of bridges</h2>" P_FORTY_BOATS
        P_A_HUNDRED_MEN "<aside class=related><p>Short of it:</p></aside>" P_BREAD "</article>";

static void check_trait(const page_case *t, const page_traits *traits, const char *head, page_trait trait,
                        bool want)
{
    bool got = page_traits_have(&traits[page_case_block(t, head)], trait);
    if (got != want) fail_msg("%s: %s is %d", head, page_trait_name(trait), got);
}

static void test_first_look(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, PAGE);
    const page_traits *f = page_traits_find(&t.arena, &t.blocks, &t.witness, NULL);
    check_trait(&t, f, "World", PAGE_TRAIT_in_nav, true);
    check_trait(&t, f, "World", PAGE_TRAIT_links_all, true);
    check_trait(&t, f, "World", PAGE_TRAIT_item, true);
    check_trait(&t, f, "A town", PAGE_TRAIT_heading_text, true);
    check_trait(&t, f, "A town", PAGE_TRAIT_in_nav, false);
    check_trait(&t, f, "The army sent forty", PAGE_TRAIT_p, true);
    check_trait(&t, f, "The army sent forty", PAGE_TRAIT_long_stop, true);
    check_trait(&t, f, "The army sent forty", PAGE_TRAIT_before_heading, true);
    check_trait(&t, f, "The army sent forty", PAGE_TRAIT_words21, true);
    check_trait(&t, f, "Short", PAGE_TRAIT_colon_last, true);
    check_trait(&t, f, "Short", PAGE_TRAIT_in_aside, true);
    check_trait(&t, f, "Short", PAGE_TRAIT_above_RELATED, true);
    check_trait(&t, f, "Short", PAGE_TRAIT_between, false);
    page_case_close(&t);
}

static void test_with_place(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, PAGE);
    const page_traits *f = t.choice.traits;
    assert_non_null(f);
    check_trait(&t, f, "World", PAGE_TRAIT_outside_before, true);
    check_trait(&t, f, "Short", PAGE_TRAIT_between, true);
    check_trait(&t, f, "Short", PAGE_TRAIT_short_between, true);
    check_trait(&t, f, "The army sent bread", PAGE_TRAIT_main_parent, true);
    check_trait(&t, f, "The army sent bread", PAGE_TRAIT_same_path_most, true);
    page_case_close(&t);
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(page_trait_name(PAGE_TRAIT_always), "always");
    assert_string_equal(page_trait_name(PAGE_TRAIT_above_RELATED), "above_RELATED");
    assert_string_equal(page_trait_name(PAGE_TRAIT_COUNT), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_first_look), cmocka_unit_test(test_with_place),
                                       cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

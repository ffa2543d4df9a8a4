/* What names hint at: page/hint.h. */
#include "page_case.h"

static uint32_t hints_of(const char *attributes)
{
    page_case t;
    char html[256];
    const page_hint_index index = page_hint_index_make();
    snprintf(html, sizeof html, "<div %s>a</div>", attributes);
    page_case_open(&t, html);
    uint32_t hints = page_hints(&index, t.blocks.box[t.blocks.block[0].box].node);
    page_case_close(&t);
    return hints;
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *attributes;
        uint32_t hints;
    } CASES[] = {
        {"class=x", 0},
        {"class='related-links'", PAGE_HINT(RELATED)},
        {"class=relatedPosts", PAGE_HINT(RELATED) | PAGE_HINT(ARTICLE)},
        {"id=COMMENTS", PAGE_HINT(COMMENT)},
        {"class=ad", PAGE_HINT(PROMO)},
        {"class='header-ad'", PAGE_HINT(PROMO) | PAGE_HINT(HEADER)},
        {"class=shadow", 0},
        {"class=unavailable", 0},
        {"class=navy", PAGE_HINT(NAV)},
        {"role=navigation", PAGE_HINT(NAV)},
        {"role=other", 0},
        {"itemprop=articleBody", PAGE_HINT(BODYPROP)},
        {"itemprop=author", PAGE_HINT(META)},
        {"hidden", PAGE_HINT(UNSEEN)},
        {"style='color: red; DISPLAY : none'", PAGE_HINT(UNSEEN)},
        {"style='display: block; x: none'", 0},
        {"title='related'", 0},
        {"class=''", 0},
        {"class=a", 0},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].attributes, hints_of(CASES[i].attributes), CASES[i].hints);
}

static void test_table_is_sorted(void **state)
{
    (void)state;
    static const char *const PIECES[] = {
#define HINT(piece, how, what) piece,
#include "page/hint.def"
    };
    for (size_t i = 0; i < COUNT(PIECES); i++) {
        if (strlen(PIECES[i]) < 2) fail_msg("%s is too short", PIECES[i]);
        if (i && PIECES[i - 1][0] > PIECES[i][0]) fail_msg("%s is out of order", PIECES[i]);
        char attribute[64];
        snprintf(attribute, sizeof attribute, "class='%s'", PIECES[i]);
        if (!hints_of(attribute)) fail_msg("%s hints at nothing", PIECES[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_table_is_sorted)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

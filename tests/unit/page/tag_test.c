/* Names of elements: page/tag.h. */
#include "../base/check.h"
#include "page/tag.h"

static const char *const NAMES[] = {
#define TAG(id, name, flow) name,
#include "page/tag.def"
};

static void test_order(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        check_int(NAMES[i], page_tag_by_name(NAMES[i]), (long long)i + 1);
        if (i && strcmp(NAMES[i - 1], NAMES[i]) >= 0) fail_msg("%s is out of order", NAMES[i]);
    }
}

static void test_unknown(void **state)
{
    (void)state;
    static const char *const OTHERS[] = {"", "span", "aa", "zzz", "x-card", "h7", "P"};
    for (size_t i = 0; i < COUNT(OTHERS); i++) check_int(OTHERS[i], page_tag_by_name(OTHERS[i]), PAGE_OTHER);
    check_int("others flow", page_tag_flow(PAGE_OTHER), PAGE_FLOW);
}

static void test_flow(void **state)
{
    (void)state;
    check_int("a link", page_tag_flow(PAGE_A), PAGE_FLOW);
    check_int("a paragraph", page_tag_flow(PAGE_P), PAGE_BOX);
    check_int("a break", page_tag_flow(PAGE_BR), PAGE_BREAK);
    check_int("a script", page_tag_flow(PAGE_SCRIPT), PAGE_SKIP);
    check_int("h3", page_tag_is_heading(PAGE_H3), true);
    check_int("hr", page_tag_is_heading(PAGE_HR), false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_order), cmocka_unit_test(test_unknown),
                                       cmocka_unit_test(test_flow)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

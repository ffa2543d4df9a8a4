/* Names out of bylines: page/meta_author.h. */
#include "../base/check.h"
#include "page/meta_author.h"

static void bylines(void **state)
{
    static const struct {
        const char *line, *want;
    } CASES[] = {
        {"By Ann Lee", "Ann Lee"},
        {"BY: Ann Lee and Bo Ray", "Ann Lee and Bo Ray"},
        {"Written by Ann Lee | Harbour Post", "Ann Lee"},
        {"Von Anna Gro\xc3\x9f", "Anna Gro\xc3\x9f"},
        {"By Ann Lee - 11/19/19 06:56 AM EST", "Ann Lee"},
        {"By Ann Lee November 19, 2019", "Ann Lee"},
        {"Ann Lee, ", "Ann Lee"},
        {"Byron White", "Byron White"}, /* a name that begins with the word */
        {"\xe5\xb1\xb1\xe7\x94\xb0", "\xe5\xb1\xb1\xe7\x94\xb0"},
        {"https://www.example.org/ann-lee", ""},
        {"/people/ann", ""},
        {"ann@example.org", ""},
        {"admin", ""},
        {"Editor", ""},
        {"by", ""},
        {"2019", ""},
        {"team of 2,000", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].line, dem_meta_byline(dem_str_from(CASES[i].line)), CASES[i].want);
    char longer[400];
    memset(longer, 'A', sizeof longer);
    check_str("a paragraph is no name", dem_meta_byline((dem_str){longer, sizeof longer}), "");
}

static void openings(void **state)
{
    (void)state;
    assert_true(dem_meta_only_by(DEM_STR("By")));
    assert_true(dem_meta_only_by(DEM_STR("Written by")));
    assert_false(dem_meta_only_by(DEM_STR("By Ann")));
    assert_false(dem_meta_only_by(DEM_STR("")));
    assert_true(dem_meta_starts_by(DEM_STR("by Ann Lee")));
    assert_false(dem_meta_starts_by(DEM_STR("Byron White")));
    assert_false(dem_meta_starts_by(DEM_STR("Ann Lee")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(bylines), cmocka_unit_test(openings)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* UTF-8 with single bytes of windows-1252 in it. */
#include "charset/convert.h"
#include "check_clean.h"

static void test_census(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t good, bad;
    } CASES[] = {
        {"", 0, 0},
        {"plain", 0, 0},
        {"é – 中 😀", 4, 0},
        {"caf\xE9", 0, 1},
        {"\xE2\x80", 0, 2},
        {"\xC0\xAF", 0, 2},
        {"\xED\xA0\x80", 0, 3},
        {"é\xE9 é", 2, 1},
        {"\xEF\xBF\xBD", 1, 0}, /* the replacement character itself is one */
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_utf8_census c = dem_utf8_count(dem_str_from(CASES[i].text));
        check_int(CASES[i].text, (long long)c.good, (long long)CASES[i].good);
        check_int(CASES[i].text, (long long)c.bad, (long long)CASES[i].bad);
    }
}

static const struct {
    const char *in, *want;
    size_t bad;
} CASES[] = {
    {"it\x92s \x93so\x94 \x96 yes\x85 ok", "it’s “so” – yes… ok", 0},
    {"caf\xE9s and na\xEFve", "cafés and naïve", 0},
    {"\xC9"
     "cole",
     "École", 0},
    {"5 \x80, \xA3"
     "3",
     "5 €, £3", 0},
    {"caf\xE9 é", "café é", 0},
    {"caf\xE9", "caf\xEF\xBF\xBD", 1},                   /* at the end: rather cut */
    {"x \xE2\x80 y", "x \xEF\xBF\xBD\xEF\xBF\xBD y", 2}, /* side by side: a character that lost its end */
    {"x \xC9 y", "x \xEF\xBF\xBD y", 1},                 /* a letter at no letter */
    {"a\x81"
     "b",
     "a\xEF\xBF\xBD"
     "b",
     1}, /* not in windows-1252 */
    {"aé", "aé", 0},
};

static void test_cases(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_converted c;
        const dem_str in = dem_str_from(CASES[i].in);
        dem_convert_mixed(&arena, in, &c);
        check_str(CASES[i].in, c.text, CASES[i].want);
        check_int(CASES[i].want, (long long)c.bad, (long long)CASES[i].bad);
        check_map(CASES[i].in, &c.map, c.text.n, in.n);
        if (dem_str_is(in, CASES[i].want)) assert_ptr_equal(c.text.p, in.p);
    }
    dem_arena_release(&arena);
}

static void test_offsets(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_converted c;
    dem_convert_mixed(&arena, dem_str_from("é it\x92s on"), &c);
    size_t from, to;
    dem_offsets_span(&c.map, 5, 8, &from, &to); /* the apostrophe */
    assert_int_equal(from, 5);
    assert_int_equal(to, 6);
    dem_offsets_span(&c.map, 10, 12, &from, &to); /* "on" */
    assert_int_equal(from, 8);
    assert_int_equal(to, 10);
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_census), cmocka_unit_test(test_cases),
                                       cmocka_unit_test(test_offsets)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

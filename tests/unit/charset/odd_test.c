/* Invisible characters, ligatures and controls, each kind by itself. */
#include "charset/step.h"
#include "check_clean.h"

static dem_arena arena;

static int begin(void **state)
{
    (void)state;
    dem_arena_init(&arena, 0);
    return 0;
}
static int end(void **state)
{
    (void)state;
    dem_arena_release(&arena);
    return 0;
}

static dem_str odd(const char *text, unsigned what, dem_clean_counts *counts, dem_offsets *map)
{
    dem_edit e = {.arena = &arena, .in = dem_str_from(text)};
    *counts = (dem_clean_counts){0};
    dem_clean_odd(&e, what, counts);
    return dem_edit_done(&e, map);
}

static const char ALL[] = "a\xC2\xAD"
                          "b\xEF\xAC\x81"
                          "c\x01"
                          "d\xC2\x92"
                          "e";

static void test_kinds(void **state)
{
    (void)state;
    static const struct {
        unsigned what;
        const char *want;
        size_t invisible, ligatures, controls;
    } CASES[] = {
        {DEM_CLEAN_INVISIBLE,
         "ab\xEF\xAC\x81"
         "c\x01"
         "d\xC2\x92"
         "e",
         1, 0, 0},
        {DEM_CLEAN_LIGATURES,
         "a\xC2\xAD"
         "bfic\x01"
         "d\xC2\x92"
         "e",
         0, 1, 0},
        {DEM_CLEAN_CONTROLS,
         "a\xC2\xAD"
         "b\xEF\xAC\x81"
         "c d’e",
         0, 0, 2},
        {DEM_CLEAN_ALL, "abfic d’e", 1, 1, 2},
        {0, ALL, 0, 0, 0},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_clean_counts n;
        dem_offsets map;
        check_str("kind", odd(ALL, CASES[i].what, &n, &map), CASES[i].want);
        check_int("invisible", (long long)n.invisible, (long long)CASES[i].invisible);
        check_int("ligatures", (long long)n.ligatures, (long long)CASES[i].ligatures);
        check_int("controls", (long long)n.controls, (long long)CASES[i].controls);
    }
}

/* Each control becomes one character, so that words stay apart and places stay what they are. */
static void test_controls(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0xA0; c++) {
        char text[8] = "a";
        size_t n = 1 + dem_utf8_put(text + 1, c);
        text[n] = 'b';
        text[n + 1] = 0;
        const bool stays = (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r';
        const uint32_t is = c < 0x80 ? ' ' : 0;
        dem_clean_counts counts;
        dem_offsets map;
        dem_str got = odd(text, DEM_CLEAN_CONTROLS, &counts, &map);
        assert_int_equal(counts.controls, !stays);
        if (stays) check_str("stays", got, text);
        if (!stays && is) check_str("a blank", got, "a b");
        size_t from, to;
        dem_offsets_span(&map, got.n - 1, got.n, &from, &to);
        assert_int_equal(from, n);
        assert_int_equal(to, n + 1);
    }
}

static void test_ligatures(void **state)
{
    (void)state;
    static const char *const WANT[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    for (uint32_t i = 0; i < COUNT(WANT); i++) {
        char text[8] = {0};
        dem_utf8_put(text, 0xFB00 + i);
        dem_clean_counts n;
        dem_offsets map;
        check_str("ligature", odd(text, DEM_CLEAN_LIGATURES, &n, &map), WANT[i]);
        size_t from, to;
        dem_offsets_span(&map, 0, 1, &from, &to);
        assert_int_equal(from, 0);
        assert_int_equal(to, 3);
    }
}

/* A joiner is judged by what stands there in the end: another one that was dropped does not count. */
static void test_joiners_in_a_row(void **state)
{
    (void)state;
    dem_clean_counts n;
    dem_offsets map;
    check_str("after a soft hyphen", odd("می\xC2\xAD\xE2\x80\x8Cخو", DEM_CLEAN_ALL, &n, &map),
              "می\xE2\x80\x8Cخو");
    assert_int_equal(n.invisible, 1);
    check_str("between Latin",
              odd("a\xE2\x80\x8D\xE2\x80\x8D"
                  "b",
                  DEM_CLEAN_ALL, &n, &map),
              "ab");
    assert_int_equal(n.invisible, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds), cmocka_unit_test(test_controls),
                                       cmocka_unit_test(test_ligatures),
                                       cmocka_unit_test(test_joiners_in_a_row)};
    return cmocka_run_group_tests(tests, begin, end);
}

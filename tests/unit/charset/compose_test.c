/* Normalization form C, and which characters may need it. */
#include "charset/step.h"
#include "check_clean.h"
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

static const UNormalizer2 *form_c(void)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    assert_true(U_SUCCESS(status));
    return nfc;
}

/* What is taken for quiet without asking ICU is so: it is in form C, and begins something new. */
static void test_quiet_characters(void **state)
{
    (void)state;
    const UNormalizer2 *nfc = form_c();
    size_t quiet = 0;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if ((c >= 0xD800 && c < 0xE000) || dem_clean_may_compose(c)) continue;
        quiet++;
        UChar one[2];
        int32_t n = 0;
        UErrorCode status = U_ZERO_ERROR;
        u_strFromUTF32(one, 2, &n, (const UChar32 *)&c, 1, &status);
        if (!unorm2_hasBoundaryBefore(nfc, (UChar32)c)) fail_msg("U+%04X joins with what is before it", c);
        if (unorm2_quickCheck(nfc, one, n, &status) != UNORM_YES) fail_msg("U+%04X is not in form C", c);
    }
    assert_true(quiet > 0x100000);
    assert_true(dem_clean_may_compose(0x301));
    assert_true(dem_clean_may_compose(0x212B));
    assert_true(dem_clean_may_compose(0x1161));
    assert_true(dem_clean_may_compose(0x5B0));
    assert_true(dem_clean_may_compose(0x653));
    assert_true(dem_clean_may_compose(0x3099));
}

static dem_str compose(dem_arena *arena, dem_str text, dem_offsets *map, size_t *n)
{
    dem_edit e = {.arena = arena, .in = text};
    dem_clean_counts counts = {0};
    dem_clean_compose(&e, &counts);
    *n = counts.composed;
    return dem_edit_done(&e, map);
}

/* Piece by piece, with a map: the same as ICU says of the whole. */
static void test_as_icu_does_it(void **state)
{
    (void)state;
    static const char *const ALPHABET[] = {"a",
                                           "e",
                                           "q",
                                           " ",
                                           "\xCC\x81",
                                           "\xCC\xA3",
                                           "\xCC\x87",
                                           "й",
                                           "и",
                                           "\xCC\x86",
                                           "ᄒ",
                                           "ᅡ",
                                           "ᆫ",
                                           "한",
                                           "が",
                                           "か",
                                           "\xE3\x82\x99",
                                           "Å",
                                           "क",
                                           "\xE0\xA4\xBC",
                                           "\xE2\x84\xAB",
                                           "😀",
                                           "ا",
                                           "\xD9\x93"};
    const UNormalizer2 *nfc = form_c();
    uint32_t seed = 5;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (int round = 0; round < 4000; round++) {
        char text[80];
        size_t n = 0, changed;
        for (uint32_t left = seed >> 28; left; left--) {
            seed = seed * 1664525u + 1013904223u;
            const char *piece = ALPHABET[(seed >> 8) % COUNT(ALPHABET)];
            memcpy(text + n, piece, strlen(piece));
            n += strlen(piece);
        }
        seed = seed * 1664525u + 1013904223u;
        UErrorCode status = U_ZERO_ERROR;
        UChar wide[128], done[128];
        char want[512];
        int32_t n_wide = 0, n_want = 0;
        u_strFromUTF8(wide, 128, &n_wide, text, (int32_t)n, &status);
        n_wide = unorm2_normalize(nfc, wide, n_wide, done, 128, &status);
        u_strToUTF8(want, sizeof want, &n_want, done, n_wide, &status);
        assert_true(U_SUCCESS(status));
        dem_offsets map;
        dem_str got = compose(&arena, (dem_str){text, n}, &map, &changed);
        if (!dem_str_eq(got, (dem_str){want, (size_t)n_want})) fail_msg("\"%.*s\"", (int)n, text);
        assert_int_equal(got.p == text, changed == 0);
        check_map("random", &map, got.n, n);
        dem_arena_reset(&arena);
    }
    dem_arena_release(&arena);
}

static void test_offsets(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_offsets map;
    size_t n, from, to;
    check_str("text", compose(&arena, dem_str_from("ab e\xCC\x81 cd"), &map, &n), "ab é cd");
    assert_int_equal(n, 1);
    dem_offsets_span(&map, 3, 5, &from, &to);
    assert_int_equal(from, 3);
    assert_int_equal(to, 6);
    dem_offsets_span(&map, 6, 8, &from, &to);
    assert_int_equal(from, 7);
    assert_int_equal(to, 9);
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_quiet_characters),
                                       cmocka_unit_test(test_as_icu_does_it), cmocka_unit_test(test_offsets)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

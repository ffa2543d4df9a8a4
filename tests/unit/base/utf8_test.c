/* Characters: base/utf8.h. */
#include "base/utf8.h"
#include "check.h"

static void test_repair(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
        size_t bad;
    } CASES[] = {
        {"nothing to do", "Z\xC3\xBCrich \xE2\x82\xAC \xF0\x9F\x98\x80",
         "Z\xC3\xBCrich \xE2\x82\xAC \xF0\x9F\x98\x80", 0},
        {"a lone byte of Latin-1", "caf\xE9 x", "caf\xEF\xBF\xBD x", 1},
        {"half of a two-byte letter at the end", "Erdo\xC4", "Erdo\xEF\xBF\xBD", 1},
        {"two of three bytes", "\xE2\x82 5", "\xEF\xBF\xBD\xEF\xBF\xBD 5", 2},
        {"stray trail byte", "a\x80z", "a\xEF\xBF\xBDz", 1},
        {"a surrogate is no character", "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3},
        {"overlong slash", "\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD", 2},
        {"beyond Unicode", "\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 4},
        {"a real U+FFFD is not bad", "\xEF\xBF\xBD", "\xEF\xBF\xBD", 0},
        {"bad among good beyond eight bytes",
         "0123456789\xFF"
         "0123456789",
         "0123456789\xEF\xBF\xBD"
         "0123456789",
         1},
        {"empty", "", "", 0},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_str in = dem_str_from(CASES[i].in);
        size_t bad = 99;
        dem_str out = dem_utf8_repair(&a, in, &bad);
        check_str(CASES[i].why, out, CASES[i].out);
        check_int(CASES[i].why, (long long)bad, (long long)CASES[i].bad);
        check_int(CASES[i].why, dem_utf8_valid(in), bad == 0);
        check_int(CASES[i].why, dem_utf8_valid(out), true);
        if (!bad) assert_ptr_equal(out.p, in.p);
    }
    dem_arena_release(&a);
}

static void test_every_character(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        char bytes[4];
        if (c >= 0xD800 && c < 0xE000) continue;
        dem_str s = {bytes, dem_utf8_put(bytes, c)};
        size_t at = 0;
        check_int("forward", dem_utf8_next(s, &at), c);
        check_int("forward takes it all", (long long)at, (long long)s.n);
        check_int("backward", dem_utf8_before(s, &at), c);
        check_int("backward takes it all", (long long)at, 0);
    }
    char bytes[4];
    check_int("a surrogate is not written", (long long)dem_utf8_put(bytes, 0xD800), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void test_backward_over_bad_bytes(void **state)
{
    (void)state;
    dem_str s = DEM_STR("a\xC3\xA9\xA9\xE2\x82");
    static const uint32_t WANT[] = {DEM_UTF8_BAD, DEM_UTF8_BAD, DEM_UTF8_BAD, 0xE9, 'a'};
    size_t at = s.n;
    for (size_t i = 0; i < COUNT(WANT); i++) check_int("from the end", dem_utf8_before(s, &at), WANT[i]);
    check_int("at the start", (long long)at, 0);
}

static void test_classes(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        uint32_t c;
        const char *classes;
    } CASES[] = {
        {"A", 'A', "LU"},
        {"z", 'z', "Ll"},
        {"5", '5', "d"},
        {"blank", ' ', "s"},
        {"tab", '\t', "s"},
        {"stop", '.', "p"},
        {"dollar", '$', "p"},
        {"U umlaut", 0xDC, "LU"},
        {"e acute", 0xE9, "Ll"},
        {"title case", 0x1C5, "LU"},
        {"Cyrillic Zhe", 0x416, "LU"},
        {"Arabic letter", 0x628, "L"},
        {"Arabic digit", 0x665, "d"},
        {"Han", 0x4E2D, "L"},
        {"no-break space", 0xA0, "s"},
        {"curly quote", 0x201C, "p"},
        {"dash", 0x2014, "p"},
        {"before A", '@', "p"},
        {"behind z", '{', "p"},
        {"behind 9", ':', "p"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        uint32_t c = CASES[i].c;
        char got[8];
        snprintf(got, sizeof got, "%s%s%s%s%s%s", dem_is_letter(c) ? "L" : "", dem_is_upper(c) ? "U" : "",
                 dem_is_lower(c) ? "l" : "", dem_is_digit(c) ? "d" : "", dem_is_space(c) ? "s" : "",
                 dem_is_punct(c) ? "p" : "");
        check_str(CASES[i].why, dem_str_from(got), CASES[i].classes);
    }
    check_int("upper case of e acute", dem_upper_char(0xE9), 0xC9);
    check_int("upper case of a", dem_upper_char('a'), 'A');
    check_int("folded Zhe", dem_fold_char(0x416), 0x436);
}

static void test_fold(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *fold, *key;
    } CASES[] = {
        {"nothing to do", "the kremlin", "the kremlin", "the kremlin"},
        {"case", "Xi JINPING", "xi jinping", "xi jinping"},
        {"curly quotes", "China\xE2\x80\x99s \xE2\x80\x9Chit\xE2\x80\x9D", "china's \"hit\"",
         "china's \"hit\""},
        {"dashes",
         "1990\xE2\x80\x93"
         "91 \xE2\x80\x94",
         "1990-91 -", "1990-91 -"},
        {"no-break space", "Xi\xC2\xA0Jinping", "xi jinping", "xi jinping"},
        {"diacritics",
         "Recep Tayyip Erdo\xC4\x9F"
         "an",
         "recep tayyip erdo\xC4\x9F"
         "an",
         "recep tayyip erdogan"},
        {"a letter and its accent apart",
         "Erdog\xCC\x86"
         "an",
         "erdog\xCC\x86"
         "an",
         "erdogan"},
        {"letters without decomposition",
         "\xC5\x81\xC3\xB3"
         "d\xC5\xBA, S\xC3\xB8ren, Stra\xC3\x9F"
         "e, \xC3\x86",
         "\xC5\x82\xC3\xB3"
         "d\xC5\xBA, s\xC3\xB8ren, stra\xC3\x9F"
         "e, \xC3\xA6",
         "lodz, soren, strasse, ae"},
        {"dotless and dotted i", "D\xC4\xB1yarbak\xC4\xB1r", "d\xC4\xB1yarbak\xC4\xB1r", "diyarbakir"},
        {"Cyrillic short i keeps its letter", "\xD0\x99", "\xD0\xB9", "\xD0\xB8"},
        {"Greek", "\xCE\x86\xCE\xB8", "\xCE\xAC\xCE\xB8", "\xCE\xB1\xCE\xB8"},
        {"blanks are one, none at the ends", "  Ban \t\n Ki-moon ", "  ban \t\n ki-moon ", "ban ki-moon"},
        {"soft hyphen and joiner", "Pu\xC2\xADtin\xE2\x80\x8D", "pu\xC2\xADtin\xE2\x80\x8D", "putin"},
        {"Hangul", "\xED\x95\x9C", "\xED\x95\x9C", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"},
        {"a bad byte", "a\xFF", "a\xEF\xBF\xBD", "a\xEF\xBF\xBD"},
        {"empty", "", "", ""},
        {"only blanks", " \n", " \n", ""},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        check_str(CASES[i].why, dem_utf8_fold(&a, dem_str_from(CASES[i].in)), CASES[i].fold);
        dem_str key = dem_utf8_key(&a, dem_str_from(CASES[i].in));
        check_str(CASES[i].why, key, CASES[i].key);
        check_str("a key is its own key", dem_utf8_key(&a, key), CASES[i].key);
    }
    dem_arena_release(&a);
}

/* Every character through the key: the sanitizers watch the room that is reckoned with. */
static void test_key_of_every_character(void **state)
{
    (void)state;
    dem_arena a;
    dem_arena_init(&a, 0);
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        char bytes[4];
        if (c >= 0xD800 && c < 0xE000) continue;
        dem_str one = {bytes, dem_utf8_put(bytes, c)};
        assert_true(dem_utf8_valid(dem_utf8_key(&a, one)));
        assert_true(dem_utf8_valid(dem_utf8_fold(&a, one)));
        if (c % 4096 == 0) dem_arena_reset(&a);
    }
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_repair),
        cmocka_unit_test(test_every_character),
        cmocka_unit_test(test_backward_over_bad_bytes),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_fold),
        cmocka_unit_test(test_key_of_every_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

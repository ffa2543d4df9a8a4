/* Bytes of a known character set into UTF-8, with the map. */
#include "charset/convert.h"
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

static dem_converted convert(dem_str bytes, const char *icu)
{
    dem_converted c;
    assert_true(dem_convert(&arena, bytes, icu, &c));
    assert_true(dem_utf8_valid(c.text));
    check_map(icu, &c.map, c.text.n, bytes.n);
    return c;
}

static void check(dem_str bytes, const char *icu, const char *want, size_t bad)
{
    dem_converted c = convert(bytes, icu);
    check_str(icu, c.text, want);
    check_int(want, (long long)c.bad, (long long)bad);
}

static void test_single_bytes(void **state)
{
    (void)state;
    check(DEM_STR("caf\xE9 \x80"
                  "5"),
          "windows-1252", "café €5", 0);
    check(DEM_STR("\xCF\xF0\xE5\xE7"), "windows-1251", "През", 0);
    check(DEM_STR("\xA1\xFF"), "iso-8859-7", "‘\xEF\xBF\xBD", 1);
    check(DEM_STR("\xC5\xC5"), "koi8-r", "ее", 0);
    const dem_str ascii = DEM_STR("nothing to do");
    dem_converted c = convert(ascii, "windows-1252");
    assert_ptr_equal(c.text.p, ascii.p);
    assert_int_equal(c.map.n, 0);
}

static void test_several_bytes(void **state)
{
    (void)state;
    check(DEM_STR("a \xD7\xDC\xCD\xB3 b"), "gb18030", "a 总统 b", 0);
    check(DEM_STR("\x81\x30\x89\x38"), "gb18030", "ß", 0); /* four bytes for one */
    check(DEM_STR("\x8E\xF1\x91\x8A \xB1"), "windows-31j", "首相 ｱ", 0);
    check(DEM_STR("\xC7\xD1"), "windows-949", "한", 0);
    check(DEM_STR("\x1B$B<sAj\x1B(B ok"), "iso-2022-jp", "首相 ok", 0);
    check(DEM_STR("\xD8\x3D\xDE\x00"), "utf-16be", "😀", 0);
}

/* What is no character costs only itself, and the text behind it is read on. */
static void test_bad_bytes(void **state)
{
    (void)state;
    check(DEM_STR("a\xFF"
                  "b"),
          "gb18030",
          "a\xEF\xBF\xBD"
          "b",
          1);
    check(DEM_STR("a\xD7"), "gb18030", "a\xEF\xBF\xBD", 1);
    check(DEM_STR("\xD8\x3D"
                  "\0n"),
          "utf-16be", "\xEF\xBF\xBDn", 2);
    check(DEM_STR("\0n\0"), "utf-16be", "n\xEF\xBF\xBD", 1);
    check(DEM_STR("\x1B$B<sAj\x1B(B"), "iso-2022-jp", "首相", 0);
    check(DEM_STR(""), "gb18030", "", 0);
    check((dem_str){NULL, 0}, "windows-1252", "", 0);
}

/* Each character maps to its own bytes, escapes to none. */
static void test_offsets(void **state)
{
    (void)state;
    static const struct {
        const char *icu;
        dem_str bytes;
        size_t start, end, from, to;
    } CASES[] = {
        {"windows-1252", {"caf\xE9s", 5}, 3, 5, 3, 4},
        {"gb18030", {"a \xD7\xDC\xCD\xB3 b", 8}, 5, 8, 4, 6},
        {"gb18030", {"a \xD7\xDC\xCD\xB3 b", 8}, 2, 8, 2, 6},
        {"gb18030", {"a \xD7\xDC\xCD\xB3 b", 8}, 9, 10, 7, 8},
        {"utf-16le", {"a\0\xE9\0b\0", 6}, 1, 3, 2, 4},
        {"utf-16le", {"a\0\xE9\0b\0", 6}, 3, 4, 4, 6},
        {"utf-32be", {"\0\0\0a\0\1\xF6\0\0\0\0b", 12}, 1, 5, 4, 8},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_converted c = convert(CASES[i].bytes, CASES[i].icu);
        size_t from, to;
        dem_offsets_span(&c.map, CASES[i].start, CASES[i].end, &from, &to);
        check_int(CASES[i].icu, (long long)from, (long long)CASES[i].from);
        check_int(CASES[i].icu, (long long)to, (long long)CASES[i].to);
    }
}

static void test_unknown(void **state)
{
    (void)state;
    dem_converted c;
    assert_false(dem_convert(&arena, DEM_STR("x"), "no such character set", &c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_single_bytes),
                                       cmocka_unit_test(test_several_bytes), cmocka_unit_test(test_bad_bytes),
                                       cmocka_unit_test(test_offsets), cmocka_unit_test(test_unknown)};
    return cmocka_run_group_tests(tests, begin, end);
}

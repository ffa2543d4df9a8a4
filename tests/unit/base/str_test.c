/* Slices: base/str.h. */
#include "check.h"

static void test_compare(void **state)
{
    (void)state;
    static const struct {
        const char *why, *a, *b;
        int order;
        bool ieq;
    } CASES[] = {
        {"equal", "kyiv", "kyiv", 0, true},
        {"shorter first", "kyi", "kyiv", -1, false},
        {"byte order", "a", "b", -1, false},
        {"upper case is smaller but the same letters", "Kyiv", "kyiv", -1, true},
        {"empty is smallest", "", "a", -1, false},
        {"bytes above 127 are above letters", "\xC3\xA9", "z", 1, false},
        {"only ASCII case is folded", "\xC3\x89", "\xC3\xA9", -1, false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_str a = dem_str_from(CASES[i].a), b = dem_str_from(CASES[i].b);
        int d = dem_str_cmp(a, b), back = dem_str_cmp(b, a);
        check_int(CASES[i].why, (d > 0) - (d < 0), CASES[i].order);
        check_int(CASES[i].why, (back > 0) - (back < 0), -CASES[i].order);
        check_int(CASES[i].why, dem_str_ieq(a, b), CASES[i].ieq);
        check_int(CASES[i].why, dem_str_eq(a, b), CASES[i].order == 0);
    }
}

static void test_one_of(void **state)
{
    (void)state;
    static const char *const LIST[] = {"km", "kW"};
    check_int("the last one counts", DEM_STR_ONE_OF(DEM_STR("kW"), LIST), true);
    check_int("case counts", DEM_STR_ONE_OF(DEM_STR("KM"), LIST), false);
    check_int("or does not", DEM_STR_IONE_OF(DEM_STR("KM"), LIST), true);
    check_int("not a part of it", DEM_STR_IONE_OF(DEM_STR("k"), LIST), false);
    check_int("nor the beginning of one", DEM_STR_ONE_OF(DEM_STR("kmh"), LIST), false);
    check_int("empty", DEM_STR_ONE_OF(DEM_STR(""), LIST), false);
    static const char *const WITH_NONE[] = {"km", ""};
    check_int("empty among them", DEM_STR_ONE_OF(DEM_STR(""), WITH_NONE), true);
    check_int("whatever the case", DEM_STR_IONE_OF(DEM_STR(""), WITH_NONE), true);
    check_int("is not the beginning of all", DEM_STR_IONE_OF(DEM_STR("x"), WITH_NONE), false);
}

static void test_trim(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
    } CASES[] = {
        {"nothing to do", "a b", "a b"},
        {"all kinds of blanks", " \t\r\n\v\fa\f \n", "a"},
        {"only blanks", " \n ", ""},
        {"empty", "", ""},
        {"no-break space stays", "\xC2\xA0", "\xC2\xA0"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].why, dem_str_trim(dem_str_from(CASES[i].in)), CASES[i].out);
    check_str("a slice of nothing", dem_str_trim((dem_str){NULL, 0}), "");
}

static void test_sub(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        size_t from, to;
        const char *out;
    } CASES[] = {
        {"middle", 1, 3, "el"}, {"beyond the end", 3, 99, "lo"}, {"from behind to", 4, 2, ""},
        {"all", 0, 5, "hello"}, {"behind the end", 9, 12, ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].why, dem_str_sub(DEM_STR("hello"), CASES[i].from, CASES[i].to), CASES[i].out);
}

static void test_find(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *needle;
        size_t at;
    } CASES[] = {
        {"first", "abcabc", "bc", 1},       {"none", "abc", "x", 3},
        {"at the end", "abc", "c", 2},      {"longer than the text", "ab", "abc", 2},
        {"empty needle", "abc", "", 0},     {"false start", "aab", "ab", 1},
        {"cut at the end", "aba", "ab", 0}, {"empty text", "", "a", 0},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].why,
                  (long long)dem_str_find(dem_str_from(CASES[i].in), dem_str_from(CASES[i].needle)),
                  (long long)CASES[i].at);
    assert_true(dem_str_starts(DEM_STR("abc"), DEM_STR("ab")) && !dem_str_starts(DEM_STR("a"), DEM_STR("ab")));
    assert_true(dem_str_ends(DEM_STR("abc"), DEM_STR("bc")) && !dem_str_ends(DEM_STR("c"), DEM_STR("bc")));
}

static void test_next(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *parts;
    } CASES[] = {
        {"three", "a,b,c", "a|b|c|"},
        {"empty parts count", ",a,,", "|a|||"},
        {"no separator", "ab", "ab|"},
        {"an empty text is one empty part", "", "|"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_str rest = dem_str_from(CASES[i].in), part;
        char got[64] = "";
        while (dem_str_next(&rest, ',', &part)) {
            strncat(got, part.p, part.n);
            strcat(got, "|");
        }
        check_str(CASES[i].why, dem_str_from(got), CASES[i].parts);
    }
}

static void test_u32(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in;
        bool ok;
        uint32_t value;
    } CASES[] = {
        {"zero", "0", true, 0},
        {"largest", "4294967295", true, UINT32_MAX},
        {"one too many", "4294967296", false, 7},
        {"eleven digits", "00000000001", false, 7},
        {"empty", "", false, 7},
        {"sign", "-1", false, 7},
        {"blank", " 1", false, 7},
        {"letters behind", "1a", false, 7},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        uint32_t v = 7;
        check_int(CASES[i].why, dem_str_u32(dem_str_from(CASES[i].in), &v), CASES[i].ok);
        check_int(CASES[i].why, v, CASES[i].value);
    }
}

/* Ids of records depend on it: the values must never change. */
static void test_hash(void **state)
{
    (void)state;
    assert_true(dem_str_hash(DEM_STR("a")) != dem_str_hash(DEM_STR("b")));
    assert_true(dem_str_hash(DEM_STR("")) == dem_str_hash((dem_str){NULL, 0}));
    uint64_t fnv = (0xcbf29ce484222325u ^ 'a') * 0x100000001b3u;
    fnv ^= fnv >> 32;
    fnv *= 0xd6e8feb86659fd93u;
    assert_true(dem_str_hash(DEM_STR("a")) == (fnv ^ (fnv >> 32)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compare), cmocka_unit_test(test_one_of), cmocka_unit_test(test_trim),
        cmocka_unit_test(test_sub),     cmocka_unit_test(test_find),   cmocka_unit_test(test_next),
        cmocka_unit_test(test_u32),     cmocka_unit_test(test_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

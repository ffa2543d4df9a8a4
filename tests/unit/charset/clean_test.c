/* Invisible characters, ligatures, controls, form C, and what cleaning is as a whole. */
#include "check_clean.h"

static const char *const CLEANED[][2] = {
    {"in\xC2\xADter\xC2\xAD" "est", "interest"},
    {"a\xE2\x80\x8B" "b\xE2\x81\xA0" "c\xEF\xBB\xBF" "d", "abcd"},
    {"a\xE2\x80\x8C" "b\xE2\x80\x8D" "c", "abc"},
    {"ofﬁce, ﬂag, oﬀ, eﬃcient, baﬄe, ﬆop, ﬅ", "office, flag, off, efficient, baffle, stop, st"},
    {"it\xC2\x92s \xC2\x93so\xC2\x94\xC2\x85 \xC2\x80", "it’s “so”… €"},
    {"a\xC2\x81" "b\x01" "c\x7F" "d\x0C" "e\x0B" "f", "a b c d e f"},
    {"e\xCC\x81t\xC3\xA9", "été"},                       /* composed */
    {"\xE2\x84\xAB, \xE2\x84\xAA", "Å, K"},              /* Angstrom and kelvin signs */
    {"q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87"},          /* marks in their order */
    {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"},      /* letters of Hangul */
    {"e\xC2\xAD\xCC\x81", "é"},                          /* what stood between them went */
    {"خ\xE2\x80\x8C ", "خ "},                            /* at a blank it joins nothing */
    {"\xEF\xBB\xBF\xEF\xBB\xBF" "x", "x"},
};

static const char *const STAYS[] = {
    "",
    "plain\ttext\r\nwith lines\n",
    "“Quotes” – dashes — it’s … fine",
    "a\xC2\xA0" "b\xE2\x80\xAF" "c\xE3\x80\x80" "d",     /* no-break and wide spaces */
    "می\xE2\x80\x8Cخواهم",                               /* Persian */
    "क्\xE2\x80\x8D" "ष, र\xE2\x80\x8D" "य, क्\xE2\x80\x8C" "ष", /* Hindi */
    "ශ්\xE2\x80\x8D" "රී",                               /* Sinhala */
    "ភាសា\xE2\x80\x8Bខ្មែរ",                             /* Khmer, whose words are parted so */
    "👨\xE2\x80\x8D👩\xE2\x80\x8D👧 ❤️\xE2\x80\x8D🔥 👩🏽\xE2\x80\x8D🚀 ☺️", /* emoji */
    "\xE2\x80\x8Eabc\xE2\x80\x8F",                       /* marks of direction */
    "مَرْحَبًا שָׁלוֹם",
    "Tiếng Việt, Ελληνικά, русский, йод, ąęł",
    "q\xCC\xA3\xCC\x87",
    "한국어 中文 日本語が",
};

static void test_cleaned(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CLEANED); i++) check_clean(CLEANED[i][0], CLEANED[i][1]);
}

static void test_stays(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(STAYS); i++) check_clean(STAYS[i], STAYS[i]);
}

static const char ALL_KINDS[] = "donâ€™t &amp; in\xC2\xADter ﬁn\x01 e\xCC\x81";

static void test_counts(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_offsets map;
    dem_clean_counts n;
    check_str("all", clean_with(&arena, ALL_KINDS, DEM_CLEAN_ALL, &map, &n), "don’t & inter fin  é");
    assert_int_equal(n.mojibake, 1);
    assert_int_equal(n.entities, 1);
    assert_int_equal(n.invisible, 1);
    assert_int_equal(n.ligatures, 1);
    assert_int_equal(n.controls, 1);
    assert_int_equal(n.composed, 1);
    size_t from, to;
    dem_offsets_span(&map, sizeof "don’t & inter fin  " - 1, sizeof "don’t & inter fin  é" - 1, &from, &to);
    assert_int_equal(from, sizeof ALL_KINDS - 4);
    assert_int_equal(to, sizeof ALL_KINDS - 1);
    dem_arena_release(&arena);
}

static void test_only_what_is_asked(void **state)
{
    (void)state;
    static const struct {
        unsigned what;
        const char *want;
    } CASES[] = {
        {0, ALL_KINDS},
        {DEM_CLEAN_MOJIBAKE, "don’t &amp; in\xC2\xADter ﬁn\x01 e\xCC\x81"},
        {DEM_CLEAN_ENTITIES, "donâ€™t & in\xC2\xADter ﬁn\x01 e\xCC\x81"},
        {DEM_CLEAN_INVISIBLE, "donâ€™t &amp; inter ﬁn\x01 e\xCC\x81"},
        {DEM_CLEAN_LIGATURES, "donâ€™t &amp; in\xC2\xADter fin\x01 e\xCC\x81"},
        {DEM_CLEAN_CONTROLS, "donâ€™t &amp; in\xC2\xADter ﬁn  e\xCC\x81"},
        {DEM_CLEAN_COMPOSED, "donâ€™t &amp; in\xC2\xADter ﬁn\x01 é"},
    };
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_offsets map;
        check_str("one", clean_with(&arena, ALL_KINDS, CASES[i].what, &map, NULL), CASES[i].want);
    }
    dem_arena_release(&arena);
}

/* More marks on a letter than any language has: in bounded time, and as it is. */
static void test_many_marks(void **state)
{
    (void)state;
    enum { MARKS = 100000 };
    dem_arena arena;
    dem_arena_init(&arena, 0);
    char *text = dem_arena_alloc(&arena, 2 * MARKS + 2);
    text[0] = 'a';
    for (int i = 0; i < MARKS; i++) memcpy(text + 1 + 2 * i, i % 2 ? "\xCC\xA3" : "\xCC\x81", 2);
    dem_offsets map;
    dem_str in = {text, 2 * MARKS + 1}, got = dem_charset_clean(&arena, in, DEM_CLEAN_ALL, &map, NULL);
    assert_ptr_equal(got.p, in.p);
    dem_arena_release(&arena);
}

/* A NUL in the text is a control like others. */
static void test_nul(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_offsets map;
    check_str("nul", dem_charset_clean(&arena, (dem_str){"a\0b", 3}, DEM_CLEAN_ALL, &map, NULL), "a b");
    dem_arena_release(&arena);
}

/* Every character by itself and between letters: valid, stable, and the map within the text. */
static void test_every_character(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (uint32_t c = 1; c < 0x30000; c++) {
        if (c >= 0xD800 && c < 0xE000) continue;
        char text[16] = "a";
        size_t n = 1 + dem_utf8_put(text + 1, c);
        memcpy(text + n, "\xC3\xA9", 3);
        dem_offsets map;
        clean_with(&arena, text, DEM_CLEAN_ALL, &map, NULL);
        if (c % 4096 == 0) dem_arena_reset(&arena);
    }
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cleaned), cmocka_unit_test(test_stays),      cmocka_unit_test(test_counts),
        cmocka_unit_test(test_only_what_is_asked), cmocka_unit_test(test_many_marks), cmocka_unit_test(test_nul),
        cmocka_unit_test(test_every_character),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The look that tells which steps a text needs: never too few. */
#include "charset/step.h"
#include "check_clean.h"

static const struct {
    const char *text;
    unsigned need;
} CASES[] = {
    {"", 0},
    {"plain text,\twith lines\r\n and ~ all } signs! \"#$%'()*+", 0},
    {"“Quotes” – dashes — it’s … fine", 0},
    {"São Paulo, Müller, naïve, Łódź", 0},
    {"русский ελληνικά 中文 한국어 ひらがな カタカナ", 0},
    {"AT&T", DEM_CLEAN_ENTITIES},
    {"a\x01", DEM_CLEAN_CONTROLS},
    {"a\x7F", DEM_CLEAN_CONTROLS},
    {"a\xC2\x85", DEM_CLEAN_CONTROLS},
    {"a\xC2\xAD", DEM_CLEAN_INVISIBLE},
    {"a\xE2\x80\x8B", DEM_CLEAN_INVISIBLE},
    {"a\xE2\x81\xA0", DEM_CLEAN_INVISIBLE},
    {"a\xEF\xBB\xBF", DEM_CLEAN_INVISIBLE},
    {"ﬁ", DEM_CLEAN_LIGATURES},
    {"e\xCC\x81", DEM_CLEAN_COMPOSED},
    {"Ã©", DEM_CLEAN_MOJIBAKE},
    {"donâ€™t", DEM_CLEAN_MOJIBAKE},
    {"\xC2\xAD & \x01 ﬁ", DEM_CLEAN_INVISIBLE | DEM_CLEAN_ENTITIES | DEM_CLEAN_CONTROLS | DEM_CLEAN_LIGATURES},
};

/* Wherever the character stands among the eight bytes that are looked at together. */
static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        for (size_t before = 0; before < 10; before++)
            for (size_t behind = 0; behind < 10; behind++) {
                char text[200];
                size_t n = strlen(CASES[i].text);
                memset(text, 'x', sizeof text);
                memcpy(text + before, CASES[i].text, n);
                check_int(CASES[i].text, dem_clean_scan((dem_str){text, before + n + behind}), CASES[i].need);
            }
}

typedef void step_of(dem_edit *e, dem_clean_counts *counts);

static void odd_step(dem_edit *e, dem_clean_counts *counts)
{
    dem_clean_odd(e, DEM_CLEAN_ALL, counts);
}

static bool changes(dem_arena *arena, step_of *step, dem_str text)
{
    dem_edit e = {.arena = arena, .in = text};
    dem_clean_counts counts = {0};
    dem_offsets map;
    step(&e, &counts);
    return dem_edit_done(&e, &map).p != text.p;
}

/* A step that would change something is never left out: any two characters behind each other, the second of those
 * that show bytes of windows-1252. */
static void test_never_too_few(void **state)
{
    (void)state;
    static const uint32_t SECOND[] = {'x',    0x80,   0x9D,   0xA0,   0xA9,  0xAD,  0xB1,
                                      0xBF,   0x152,  0x161,  0x178,  0x192, 0x2C6, 0x2DC,
                                      0x2019, 0x2026, 0x20AC, 0x2122, 0x301, 0x200D};
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (uint32_t c = 1; c < 0x3000; c++) {
        for (size_t i = 0; i < COUNT(SECOND); i++) {
            char text[16] = "a";
            size_t n = 1 + dem_utf8_put(text + 1, c);
            n += dem_utf8_put(text + n, SECOND[i]);
            const dem_str s = {text, n};
            unsigned need = dem_clean_scan(s),
                     odd = DEM_CLEAN_INVISIBLE | DEM_CLEAN_LIGATURES | DEM_CLEAN_CONTROLS;
            if (!(need & DEM_CLEAN_MOJIBAKE)) assert_false(changes(&arena, dem_clean_mojibake, s));
            if (!(need & DEM_CLEAN_COMPOSED)) assert_false(changes(&arena, dem_clean_compose, s));
            if (!(need & odd)) assert_false(changes(&arena, odd_step, s));
        }
        dem_arena_reset(&arena);
    }
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_never_too_few)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

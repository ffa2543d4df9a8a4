/* Paragraphs in other languages: reader/foreign.h. */
#include "../base/check.h"
#include "reader/foreign.h"

#define ENGLISH                                                                                                \
    "The foreign ministers of both states met in the capital and said that they would go on with the talks.\n"
#define GERMAN                                                                                                 \
    "Die Außenminister der beiden Staaten trafen sich in der Hauptstadt und sagten, dass sie die Gespräche " \
    "fortsetzen wollen.\n"
#define RUSSIAN                                                                                                \
    "Министры иностранных дел двух государств встретились в столице и заявили, что продолжат переговоры.\n"

static dem_languages *languages;

static int open_them(void **state)
{
    (void)state;
    return dem_languages_open(&languages, NULL, NULL) == DEM_OK ? 0 : -1;
}
static int close_them(void **state)
{
    (void)state;
    dem_languages_close(languages);
    return 0;
}

/* Each zone as "kind:its first word". */
static void check_zones(const char *why, dem_zone *before, uint32_t n, const char *text, const char *expected)
{
    dem_arena a = {0};
    dem_buf got = {0};
    dem_report r = {.text = dem_str_from(text), .zones = before, .n_zones = n};
    dem_foreign_mark(&a, languages, &r);
    dem_buf_addz(&got, "");
    uint32_t end = 0;
    for (uint32_t i = 0; i < r.n_zones; i++) {
        dem_str s = dem_str_sub(r.text, r.zones[i].start, r.zones[i].end);
        const char *blank = memchr(s.p, ' ', s.n);
        assert_true(r.zones[i].start >= end && r.zones[i].end > r.zones[i].start && r.zones[i].end <= r.text.n);
        end = r.zones[i].end;
        dem_buf_addf(&got, "%s:%.*s ", dem_zone_name(r.zones[i].kind),
                     (int)(blank ? (size_t)(blank - s.p) : s.n), s.p);
    }
    check_str(why, dem_buf_str(&got), expected);
    dem_buf_release(&got);
    dem_arena_release(&a);
}

static void test_paragraphs(void **state)
{
    (void)state;
    check_zones("English only", NULL, 0, ENGLISH ENGLISH, "");
    check_zones("a translation below", NULL, 0, ENGLISH GERMAN, "boilerplate:Die ");
    check_zones("one above, one below", NULL, 0, RUSSIAN "\n" ENGLISH GERMAN,
                "boilerplate:Министры boilerplate:Die ");
    check_zones("a short line stays", NULL, 0, ENGLISH "Die Außenminister trafen sich.\n" ENGLISH, "");
    check_zones("a quotation in a sentence stays", NULL, 0,
                "\"Die Gespräche gehen weiter\", he said in the capital of the two states, and they will be "
                "held there.\n",
                "");
}

static void test_names(void **state)
{
    (void)state;
    check_zones("results", NULL, 0,
                ENGLISH "Norvia: Osas Belaro 3 goals, 1 assist. Aden Kolari 2 goals, 2 assists. Ilir Matov 1 "
                        "goal. Daniel Vegas 2 assists.\n",
                "");
}

static void test_other_zones(void **state)
{
    (void)state;
    dem_zone heading[] = {{0, 9, DEM_ZONE_HEADING}};
    check_zones("behind another", heading, 1, "Two talks\n" GERMAN ENGLISH, "heading:Two boilerplate:Die ");
    dem_zone over[] = {{10, 60, DEM_ZONE_CAPTION}};
    check_zones("what is marked already stays as it is", over, 1, "Two talks\n" GERMAN ENGLISH, "caption:Die ");
    uint32_t at = (uint32_t)strlen(GERMAN);
    dem_zone behind[] = {{at, at + 3, DEM_ZONE_CAPTION}};
    check_zones("before another", behind, 1, GERMAN ENGLISH, "boilerplate:Die caption:The ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_paragraphs), cmocka_unit_test(test_names),
                                       cmocka_unit_test(test_other_zones)};
    return cmocka_run_group_tests(tests, open_them, close_them);
}

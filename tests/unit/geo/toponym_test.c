/* Which names of a report are places, and which places: geo/toponym.h, with the lexicon and the model that ship. */
#include "../base/check.h"
#include "engine/engine.h"

static dem_engine *engine;
static dem_worker *worker;

static int open_engine(void **state)
{
    dem_error err = {0};
    (void)state;
    if (dem_engine_open(&engine, DATA_DIR, NULL, &err) != DEM_OK) return 1;
    worker = dem_worker_new(engine);
    return 0;
}
static int close_engine(void **state)
{
    (void)state;
    dem_worker_free(worker);
    dem_engine_close(engine);
    return 0;
}

/* "Paris FRA/Île-de-France; ..." of the report's places; people in (), what is inside a name in []. */
static void places_of(dem_buf *b, dem_arena *arena, dem_report *report)
{
    dem_result result;
    dem_worker_code(worker, arena, report, &result, NULL);
    dem_buf_clear(b);
    for (uint32_t i = 0; i < result.toponyms.n; i++) {
        const dem_toponym *t = &result.toponyms.at[i];
        const char *marks[] = {"", "()", "[]"};
        if (b->n) dem_buf_addz(b, "; ");
        if (marks[t->use][0]) dem_buf_addc(b, marks[t->use][0]);
        dem_buf_add(b, dem_span_text(report, t->span));
        if (marks[t->use][0]) dem_buf_addc(b, marks[t->use][1]);
        dem_buf_addf(b, " %s", t->country[0] ? t->country : "?");
        if (t->place && t->place->region.n) dem_buf_addf(b, "/%.*s", DEM_STR_ARG(t->place->region));
        if (!t->place) dem_buf_addz(b, " unlisted");
    }
}

typedef struct example {
    const char *why, *text, *want, *url;
} example;

static void check_all(const example *e, size_t n)
{
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < n; i++) {
        dem_arena arena;
        dem_arena_init(&arena, 0);
        dem_report report = {.id = DEM_STR("r"), .text = dem_str_from(e[i].text), .day = DEM_DATE_NONE};
        if (e[i].url) report.url = dem_str_from(e[i].url);
        places_of(&got, &arena, &report);
        if (strcmp(got.p ? got.p : "", e[i].want) != 0) {
            print_error("%s:\n  got      %s\n  expected %s\n", e[i].why, got.p ? got.p : "", e[i].want);
            failed++;
        }
        dem_arena_release(&arena);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_which_place(void **state)
{
    static const example CASES[] = {
        {"a city is the large one", "Hundreds marched in Paris on Sunday.", "Paris FRA/Île-de-France", NULL},
        {"the region behind it says which", "A court in Paris, Texas, freed the man.",
         "Paris USA/Texas; Texas USA", NULL},
        {"and so for all that follows", "A court in London, Ontario, freed the man. He left London at once.",
         "London CAN/Ontario; Ontario CAN; London CAN/Ontario", NULL},
        {"the country behind it", "They met in Tripoli, Lebanon, for an hour.",
         "Tripoli LBN/North Governorate; Lebanon LBN", NULL},
        {"the report's other places",
         "Shelling was heard in Tripoli. Beirut sent troops, and schools in Sidon closed.",
         "Tripoli LBN/North Governorate; Beirut LBN/Beirut Governorate; Sidon LBN/South Governorate", NULL},
        {"without them the large one", "Shelling was heard in Tripoli. Schools in Misrata closed.",
         "Tripoli LBY/Tripoli District; Misrata LBY/Misrata District", NULL},
        {"a division by its designator", "Fighting spread through Kharkiv region.", "Kharkiv region UKR", NULL},
        {"a division in capitals", "The governor of Kharkiv Oblast resigned.", "Kharkiv Oblast UKR", NULL},
        {"a country and its adjective", "Turkish planes struck northern Syria.", "(Turkish) TUR; Syria SYR",
         NULL},
        {"letters with marks", "Five were held in Ürümqi.", "Ürümqi CHN/Xinjiang", NULL},
        {"a sea belongs to no state", "The frigate sailed through the Black Sea.", "Black Sea ?", NULL},
        {"one that nobody knows keeps its country",
         "A bomb went off in Qwerzham, Pakistan, on Monday. Police in Lahore were alerted.",
         "Qwerzham PAK unlisted; Pakistan PAK; Lahore PAK/Punjab", NULL},
    };
    (void)state;
    check_all(CASES, COUNT(CASES));
}

static void test_no_place(void **state)
{
    static const example CASES[] = {
        {"a person of a place's name", "Jack London wrote novels. London died young.", "", NULL},
        {"an honorific", "Mr. Lincoln objected to the plan.", "", NULL},
        {"a first name", "Florence Parly met reporters.", "", NULL},
        {"a common word", "Nice words were exchanged.", "", NULL},
        {"a month and a day", "They left on Monday in May.", "", NULL},
        {"small letters", "the turkey was served on china.", "", NULL},
        {"nothing at all", "", "", NULL},
    };
    (void)state;
    check_all(CASES, COUNT(CASES));
}

/* Whatever stands in a text: spans lie in it, in order, apart from each other. */
static void test_any_text(void **state)
{
    static const char *const PIECES[] = {"Paris",        ",",      "Texas", "(",    "in",      "of",
                                         "Ürümqi",       "al-Bab", "-",     "\n\n", "County",  "Lake",
                                         "\xe2\x80\x94", ".",      "North", "the",  "Georgia", "\"",
                                         "'s",           "said",   "KYIV",  "1",    "Oblast"};
    uint32_t seed = 1;
    (void)state;
    for (int round = 0; round < 300; round++) {
        dem_arena arena;
        dem_arena_init(&arena, 0);
        dem_buf text = {0};
        for (int w = 0; w < 60; w++) {
            seed = seed * 1664525u + 1013904223u;
            dem_buf_addz(&text, PIECES[(seed >> 16) % COUNT(PIECES)]);
            if (seed >> 30) dem_buf_addc(&text, ' ');
        }
        dem_report report = {.id = DEM_STR("r"), .text = dem_buf_str(&text), .day = DEM_DATE_NONE};
        dem_result result;
        dem_worker_code(worker, &arena, &report, &result, NULL);
        uint32_t last = 0;
        for (uint32_t i = 0; i < result.toponyms.n; i++) {
            const dem_toponym *t = &result.toponyms.at[i];
            assert_true(t->span.start >= last && t->span.start < t->span.end && t->span.end <= text.n);
            last = t->span.end;
        }
        dem_buf_release(&text);
        dem_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_which_place), cmocka_unit_test(test_no_place),
                                       cmocka_unit_test(test_any_text)};
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}

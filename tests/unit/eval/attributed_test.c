/* Reports with marked attributions: eval/attributed.h. */
#include "../base/check.h"
#include "eval/attributed.h"

#define REPORT(list)                                                                                           \
    "{\"id\": \"a\", \"title\": \"T\", \"text\": \"Chad said so.\", \"attributions\": [" list "]}"

static const struct {
    const char *why, *line;
    bool good;
} CASES[] = {
    {"nothing marked", REPORT(""), true},
    {"all three", REPORT("{\"source\": [[0, 4]], \"cue\": [[5, 9]], \"content\": [[10, 12]]}"), true},
    {"no source", REPORT("{\"cue\": [[5, 9]], \"content\": [[10, 12]]}"), true},
    {"no JSON", "{", false},
    {"no text", "{\"id\": \"a\", \"attributions\": []}", false},
    {"behind the text", REPORT("{\"cue\": [[5, 99]]}"), false},
    {"ends that are none", REPORT("{\"cue\": [[5]]}"), false},
    {"the wrong way round", REPORT("{\"cue\": [[9, 5]]}"), false},
    {"before the text", REPORT("{\"cue\": [[-1, 5]]}"), false},
};

static void test_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_arena arena;
        dem_attributed a;
        dem_error err = {0};
        dem_arena_init(&arena, 0);
        dem_status st =
            dem_attributed_read(dem_str_from(CASES[i].line), DEM_STR("marked.jsonl"), 7, &arena, &a, &err);
        check_int(CASES[i].why, st, CASES[i].good ? DEM_OK : DEM_E_FORMAT);
        if (!CASES[i].good) check_int(CASES[i].why, (long long)err.line, 7);
        dem_arena_release(&arena);
    }
}

static void test_covers(void **state)
{
    (void)state;
    dem_arena arena;
    dem_attributed a;
    dem_arena_init(&arena, 0);
    assert_int_equal(dem_attributed_read(dem_str_from(CASES[1].line), DEM_STR("m"), 1, &arena, &a, NULL),
                     DEM_OK);
    assert_int_equal(a.n, 1);
    const dem_token chad = {.start = 0, .end = 4}, said = {.start = 5, .end = 9};
    assert_true(dem_marked_covers(&a.relation[0], 0, &chad));
    assert_false(dem_marked_covers(&a.relation[0], 0, &said));
    assert_true(dem_marked_covers(&a.relation[0], 1, &said));
    dem_arena_release(&arena);
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {cmocka_unit_test(test_read), cmocka_unit_test(test_covers)};
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}

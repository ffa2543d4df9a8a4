/* How sure a day is: page/meta_sure.h. */
#include "meta_told.h"
#include "page/meta_agree.h"

static int sure(const char *days)
{
    dem_arena arena;
    dem_meta m = {0};
    dem_arena_init(&arena, 0);
    dem_meta_found f = told(&arena, days);
    dem_meta_agree(&f, (dem_str){NULL, 0}, &m);
    dem_arena_release(&arena);
    return m.published_sure;
}

/* Each is less sure than the one before. */
static void order(void **state)
{
    static const char *const LESS_AND_LESS[] = {
        "json 2024-03-18, line 2024-03-18, url 2024-03-18",
        "json 2024-03-18, line 2024-03-18",
        "updated 2024-03-18",
        "json 2024-03-18, line 2024-03-18, url 2024-03-12",
        "modified 2024-03-18",
        "json 2024-03-18T03:00:00Z",
        "json 2024-03-18T03:00:00Z, micro 2024-03-12T03:00:00Z",
    };
    (void)state;
    for (size_t i = 1; i < COUNT(LESS_AND_LESS); i++)
        if (sure(LESS_AND_LESS[i]) >= sure(LESS_AND_LESS[i - 1]))
            fail_msg("%s: %d, %s: %d", LESS_AND_LESS[i - 1], sure(LESS_AND_LESS[i - 1]), LESS_AND_LESS[i],
                     sure(LESS_AND_LESS[i]));
}

/* Each pair is equally sure. */
static void same(void **state)
{
    static const struct {
        const char *a, *b;
    } CASES[] = {
        {"json 2024-03-18", "json 2024-03-18, modified 2024-03-20"},
        {"json 2024-03-18", "json 2024-03-18T12:00:00Z"},
        {"meta 2024-03-18", "meta 2024-03-18, loose 2024-03-18"}, /* one family */
        {"json 2024-03-18T03:00:00Z", "json 2024-03-18T03:00:00Z, meta 2024-03-18T03:00:00Z"},
        {"json 2024-03-18, modified 2024-03-12", "json 2024-03-18, line 2024-03-12"}, /* changed before */
        {"line 2024-03-17, json 2024-03-18T03:00:00Z", "line 2024-03-17"},            /* no contradiction */
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) check_int(CASES[i].a, sure(CASES[i].a), sure(CASES[i].b));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(order), cmocka_unit_test(same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

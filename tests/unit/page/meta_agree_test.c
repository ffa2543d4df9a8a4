/* The day of publication by agreement: page/meta_agree.h. */
#include "meta_told.h"
#include "page/meta_agree.h"

static void days(void **state)
{
    static const struct {
        const char *why, *days, *want, *from;
    } CASES[] = {
        {"one alone", "json 2024-03-18", "2024-03-18", "json-ld"},
        {"none", "", "", ""},
        {"agreed, with the time of the one that has it", "line 2024-03-18, json 2024-03-18T09:05:00+01:00",
         "2024-03-18T09:05:00+01:00", "json-ld"},
        {"two against one", "json 2024-03-20, url 2024-03-18, line 2024-03-18", "2024-03-18", "text"},
        {"three of one family are one voice",
         "meta 2024-03-20, loose 2024-03-20, meta 2024-03-20, json 2024-03-18, line 2024-03-18", "2024-03-18",
         "text"},
        {"a change is not the publication", "json 2024-03-18, modified 2024-03-20, updated 2024-03-20",
         "2024-03-18", "json-ld"},
        {"only a change", "modified 2024-03-20", "2024-03-20", "modified"},
        {"published behind the last change", "meta 2031-01-01, line 2024-03-18, modified 2024-03-19",
         "2024-03-18", "text"},
        {"but the only one stays", "meta 2024-03-20, modified 2024-03-18", "2024-03-20", "meta"},
        {"UTC, and an evening in America", "json 2024-03-19T01:30:00Z, line 2024-03-18", "2024-03-18", "text"},
        {"the same with two in UTC", "json 2024-03-19T01:30:00Z, meta 2024-03-19T01:30:00Z, line 2024-03-18",
         "2024-03-18", "text"},
        {"UTC, and a morning in the East", "json 2024-03-18T22:30:00Z, line 2024-03-19", "2024-03-19", "text"},
        {"UTC in the forenoon is no other day", "json 2024-03-19T10:30:00Z, meta 2024-03-19, line 2024-03-18",
         "2024-03-19T10:30:00Z", "json-ld"},
        {"the publisher's own clock", "json 2024-03-19T01:30:00Z, meta 2024-03-18T20:30:00-05:00",
         "2024-03-18T20:30:00-05:00", "meta"},
        {"a machine's time without a zone", "meta 2024-03-19T01:30:00, line 2024-03-18", "2024-03-18", "text"},
        {"midnight without a zone is a day", "meta 2024-03-19T00:00:00, time 2024-03-19, line 2024-03-18",
         "2024-03-19", "meta"},
        {"changed before it was published: the clocks differ", "json 2024-03-19T01:30:00Z, updated 2024-03-18",
         "2024-03-18", "modified"},
        {"which is the month nobody knows", "line 3/4/2019", "", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_arena arena;
        dem_meta m = {0};
        dem_arena_init(&arena, 0);
        dem_meta_found f = told(&arena, CASES[i].days);
        dem_meta_agree(&f, (dem_str){NULL, 0}, &m);
        check_str(CASES[i].why, m.published, CASES[i].want);
        check_str(CASES[i].why, dem_str_from(m.published_from), CASES[i].from);
        assert_true((m.published_sure > 0) == (m.published.n > 0));
        dem_arena_release(&arena);
    }
}

static void support(void **state)
{
    dem_arena arena;
    (void)state;
    dem_arena_init(&arena, 0);
    dem_date day = dem_date_from(2024, 3, 18);
    dem_meta_found f = told(&arena, "json 2024-03-18T03:00:00Z, json 2024-03-18T12:00:00Z, line 2024-03-18");
    const dem_meta_dated *night = &f.dated.at[0], *noon = &f.dated.at[1], *line = &f.dated.at[2];
    assert_true(dem_meta_supports(&f, night, day) && dem_meta_supports(&f, night, day - 1));
    assert_false(dem_meta_supports(&f, night, day + 1));
    assert_true(dem_meta_supports(&f, noon, day + 1));
    assert_false(dem_meta_supports(&f, noon, day - 1));
    assert_false(dem_meta_supports(&f, line, day - 1));
    assert_true(dem_meta_doubtful(&f, night));
    assert_false(dem_meta_doubtful(&f, noon) || dem_meta_doubtful(&f, line));
    f = told(&arena, "json 2024-03-18T03:00:00Z, meta 2024-03-17T22:00:00-05:00");
    assert_false(dem_meta_doubtful(&f, &f.dated.at[0])); /* the same moment on the publisher's clock */
    assert_false(dem_meta_supports(&f, &f.dated.at[0], day + 1));
    assert_true(dem_meta_supports(&f, &f.dated.at[0], day - 1));
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(days), cmocka_unit_test(support)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

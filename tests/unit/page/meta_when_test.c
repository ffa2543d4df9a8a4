/* Dates as pages write them: page/meta_when.h. */
#include "../base/check.h"
#include "page/meta_when.h"

static dem_arena arena;

static dem_str text_of(bool any, const dem_meta_when *w)
{
    char other[11];
    if (!any) return DEM_STR("none");
    dem_date_format(w->other, other);
    return dem_arena_printf(&arena, "%.*s%s%s%s", DEM_STR_ARG(dem_meta_when_text(&arena, w)),
                            other[0] ? " or " : "", other, w->clocked && !w->timed ? " clock" : "");
}

static void values(void **state)
{
    static const struct {
        const char *text, *want;
    } CASES[] = {
        {"2019-11-12", "2019-11-12"},
        {" 2019-11-12T14:05:30Z ", "2019-11-12T14:05:30Z"},
        {"2019-11-12T14:05:30.000+0530", "2019-11-12T14:05:30+05:30"},
        {"2019-11-12T00:05-03:30", "2019-11-12T00:05:00-03:30"},
        {"2019-11-12 14:05:30", "2019-11-12 clock"}, /* no zone: the time is not told */
        {"Tue, 12 Nov 2019 14:05:30 GMT", "2019-11-12T14:05:30Z"},
        {"Tue Nov 12 14:05:30 2019", "2019-11-12"},
        {"20191112", "2019-11-12"},
        {"20191112140530", "2019-11-12"},
        {"20191112T140530Z", "2019-11-12"},
        {"1573567530", "2019-11-12T14:05:30Z"},
        {"1573567530000", "2019-11-12T14:05:30Z"},
        {"12/11/2019", "2019-12-11 or 2019-11-12"},
        {"13/11/2019", "2019-11-13"},
        {"11/13/2019", "2019-11-13"},
        {"11/11/19", "2019-11-11"},
        {"12.11.2019 14:05", "2019-12-11 or 2019-11-12 clock"},
        {"2019-02-30", "none"},
        {"2019-13-01", "none"},
        {"0000-00-00T00:00:00Z", "none"},
        {"2019", "none"},
        {"157356", "none"},
        {"today", "none"},
        {"", "none"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_meta_when w;
        bool any = dem_meta_when_value(dem_str_from(CASES[i].text), &w);
        check_str(CASES[i].text, text_of(any, &w), CASES[i].want);
    }
}

/* All dates of a line, each with where it begins and ends. */
static void lines(void **state)
{
    static const struct {
        const char *text, *want;
    } CASES[] = {
        {"Published 12 November 2019, 14:05 GMT", "2019-11-12T14:05:00Z@10-37"},
        {"Nov. 12th, 2019", "2019-11-12@0-15"},
        {"on November 12 2019 and 3 May 2020", "2019-11-12@3-19 2020-05-03@24-34"},
        {"12 de noviembre de 2019", "2019-11-12@0-23"},
        {"12. M\xc3\xa4rz 2019", "2019-03-12@0-14"},
        {"1er juillet 2019", "2019-07-01@0-16"},
        {"12-Nov-19", "2019-11-12@0-9"},
        {"Nov.November 18, 2019 12:02 PM", "2019-11-18 clock@4-30"},
        {"room 12 November", ""},
        {"call 555-12-2019", ""},
        {"version 1.2.3.4", ""},
        {"2019-11-123", ""},
        {"May the force", ""},
        {"32 May 2019", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_str line = dem_str_from(CASES[i].text), all = {"", 0};
        dem_meta_when w;
        for (size_t at = 0, from = 0; dem_meta_when_next(line, &at, &from, &w);)
            all = dem_arena_printf(&arena, "%.*s%s%.*s@%zu-%zu", DEM_STR_ARG(all), all.n ? " " : "",
                                   DEM_STR_ARG(text_of(true, &w)), from, at);
        check_str(CASES[i].text, all, CASES[i].want);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(values), cmocka_unit_test(lines)};
    dem_arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dem_arena_release(&arena);
    return failed;
}

/* Which of "3/4/2019" is the month: page/meta_order.h. */
#include "meta_told.h"
#include "page/meta_order.h"

/* The day of the first witness. */
static void orders(void **state)
{
    static const struct {
        const char *days, *language, *page, *want;
    } CASES[] = {
        {"line 3/4/2019", "en-US", "", "2019-03-04"},
        {"line 3/4/2019", "en-GB", "", "2019-04-03"},
        {"line 3/4/2019", "en-IN", "", "2019-04-03"},
        {"line 3/4/2019", "de", "", "2019-04-03"},
        {"line 3/4/2019", "pt-BR", "", "2019-04-03"},
        {"line 3/4/2019", "en", "https://a.co.uk/x", "2019-04-03"},
        {"line 3/4/2019", "", "https://a.co.uk/x", "2019-04-03"},
        {"line 3/4/2019", "en", "https://a.example/x", ""}, /* nobody knows */
        {"line 3/4/2019", "", "", ""},
        {"line 3/4/2019, json 2019-04-03", "en-US", "", "2019-04-03"}, /* another witness settles it */
        {"line 3/4/2019, json 2019-03-04", "en-GB", "", "2019-03-04"},
        {"line 3/4/2019, json 2019-03-04, url 2019-04-03", "en-GB", "", "2019-04-03"},
        {"line 3/4/2019, meta 3/4/2019", "", "", ""}, /* no help to each other */
        {"line 13/4/2019", "en-US", "", "2019-04-13"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char day[11], why[200];
        dem_arena arena;
        dem_arena_init(&arena, 0);
        dem_meta_found f = told(&arena, CASES[i].days);
        f.page = dem_str_from(CASES[i].page);
        dem_meta_order(&f, dem_str_from(CASES[i].language));
        dem_date_format(f.dated.at[0].when.day, day);
        snprintf(why, sizeof why, "%s, %s %s", CASES[i].days, CASES[i].language, CASES[i].page);
        check_str(why, dem_str_from(day), CASES[i].want);
        check_int(why, f.dated.at[0].when.other, DEM_DATE_NONE);
        dem_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(orders)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Titles and the names of sites behind them: page/meta_title.h. */
#include "../base/check.h"
#include "page/meta_title.h"

static dem_arena arena;

static void titles(void **state)
{
    static const struct {
        const char *why, *page, *site, *publisher, *headline, *claims[3], *want;
    } CASES[] = {
        {"site's name behind a bar", "", "Harbour Post", "", "", {"Mayor out | Harbour Post"}, "Mayor out"},
        {"and before it", "", "Harbour Post", "", "", {"Harbour Post - Mayor out"}, "Mayor out"},
        {"publisher's name", "", "", "Harbour Post", "", {"Mayor out \xe2\x80\x93 HARBOUR POST"}, "Mayor out"},
        {"host's name",
         "https://www.harbourpost.example/x",
         "",
         "",
         "",
         {"Mayor out - Harbour Post"},
         "Mayor out"},
        {"section and site",
         "",
         "Harbour Post",
         "",
         "Mayor is out",
         {"Mayor is out | Politics | Harbour Post"},
         "Mayor is out"},
        {"what another claim has without",
         "",
         "",
         "",
         "",
         {"Mayor is out", "Mayor is out - The Record"},
         "Mayor is out"},
        {"a dash of its own", "", "Harbour Post", "", "", {"Mayor out - and back"}, "Mayor out - and back"},
        {"only the site's name", "", "Harbour Post", "", "", {"Harbour Post", "Mayor out"}, "Mayor out"},
        {"the headline outweighs one claim",
         "",
         "",
         "",
         "Mayor resigns",
         {"10 things about mayors"},
         "Mayor resigns"},
        {"but not two", "", "", "", "Cookies", {"Mayor out", "Mayor out"}, "Mayor out"},
        {"nothing", "", "", "", "", {NULL}, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_meta_found f = {.arena = &arena,
                            .page = dem_str_from(CASES[i].page),
                            .site = dem_str_from(CASES[i].site),
                            .headline = dem_str_from(CASES[i].headline)};
        for (int k = 0; k < 3 && CASES[i].claims[k]; k++)
            dem_meta_say(&f, &f.title, DEM_META_GOOD, dem_str_from(CASES[i].claims[k]));
        check_str(CASES[i].why, dem_meta_title(&f, dem_str_from(CASES[i].publisher)), CASES[i].want);
    }
}

static void suffix(void **state)
{
    dem_meta_found f = {.arena = &arena};
    (void)state;
    dem_meta_say(&f, &f.title, DEM_META_GOOD, DEM_STR("Mayor is out"));
    dem_meta_say(&f, &f.title, DEM_META_GOOD, DEM_STR("Mayor is out | The Record"));
    dem_meta_title(&f, (dem_str){NULL, 0});
    check_str("kept as a name of the site", f.suffix, "The Record");
}

static void live(void **state)
{
    static const struct {
        const char *title;
        bool live;
    } CASES[] = {
        {"The Latest: Storm moves on", true},
        {"LIVE: Vote count", true},
        {"Storm - live updates", true},
        {"Storm \xe2\x80\x93 as it happened", true},
        {"Storm | Live", true},
        {"Where we live", false},
        {"The latest on the storm", false},
        {"Live music returns", false},
        {"live", false},
        {"", false},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].title, dem_meta_title_live(dem_str_from(CASES[i].title)), CASES[i].live);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(titles), cmocka_unit_test(suffix),
                                       cmocka_unit_test(live)};
    dem_arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dem_arena_release(&arena);
    return failed;
}

/* What a round has to tell: cli/fetch_tell.h. */
#include "../base/check.h"
#include "cli/fetch_tell.h"

static void check_tell(const char *why, dem_fetch_tally t, const dem_notes *notes, dem_fetch_options o,
                       const char *wanted)
{
    static const dem_notes NONE;
    dem_buf b = {0};
    dem_fetch_tell(&b, &t, notes ? notes : &NONE, &o, 1.25);
    check_str(why, dem_buf_str(&b), wanted);
    dem_buf_release(&b);
}

static void test_tell(void **state)
{
    (void)state;
    check_tell("nothing", (dem_fetch_tally){.feeds = 1}, NULL, (dem_fetch_options){0},
               "1 feed; 0 new entries\n0 pages kept; 1.2 s\n");
    check_tell("all", (dem_fetch_tally){3, 1, 1, 9, 2, 4, 1, 2, 1, 3 << 20, 0, 5}, NULL, (dem_fetch_options){0},
               "3 feeds, 1 unchanged, 1 failed; 9 new entries, 2 without an address\n"
               "4 pages kept (3.0 MB), 1 that leads to one kept already, 2 forbidden by robots.txt, 1 failed, "
               "5 wanted still; 1.2 s\n");
    check_tell("texts", (dem_fetch_tally){.feeds = 1, .added = 1, .bare = 1, .kept = 1}, NULL,
               (dem_fetch_options){.texts = true}, "1 feed; 1 new entry, 1 without text\n1 text kept; 1.2 s\n");
    check_tell("dry", (dem_fetch_tally){.feeds = 1, .added = 3, .would = 2, .left = 2, .refused = 1}, NULL,
               (dem_fetch_options){.dry = true},
               "1 feed; 3 new entries\n2 pages would be asked for, 1 forbidden by robots.txt; 1.2 s\n");
    dem_notes notes = {0};
    dem_error e;
    dem_fail(&e, DEM_E_IO, DEM_STR("http://x.example/"), 0, 0, "not there");
    dem_notes_add(&notes, &e);
    check_tell("trouble", (dem_fetch_tally){.feeds = 1, .failed = 1, .bytes = 1536, .kept = 1}, &notes,
               (dem_fetch_options){0},
               "1 feed; 0 new entries\n1 page kept (1.5 kB), 1 failed; 1.2 s\n1 item skipped (1 i/o):\n"
               "  http://x.example/: not there\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_tell)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Where a dateline ends: lang/dateline.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lang/dateline.h"

static const struct {
    const char *why, *text, *dateline;
} CASES[] = {
    {"town and dash", "NAIROBI - Police fired.", "NAIROBI -"},
    {"town, country, agency", "NAIROBI, Kenya (AP) \xe2\x80\x94 Police fired.",
     "NAIROBI, Kenya (AP) \xe2\x80\x94"},
    {"a dash without blanks", "RAMALLAH, West Bank\xe2\x80\x94Israel said.", "RAMALLAH, West Bank\xe2\x80\x94"},
    {"two hyphens, a day", "BEIJING, Oct. 3 (Xinhua) -- China said.", "BEIJING, Oct. 3 (Xinhua) --"},
    {"several words with a hyphen", "PORT-AU-PRINCE, Haiti \xe2\x80\x93 Gangs fired.",
     "PORT-AU-PRINCE, Haiti \xe2\x80\x93"},
    {"a town in small letters before an agency", "Hanoi (VNA) \xe2\x80\x93 Vietnam said.",
     "Hanoi (VNA) \xe2\x80\x93"},
    {"an agency without a dash", "WASHINGTON (RNS) Leaders praised it.", "WASHINGTON (RNS)"},
    {"an abbreviation is no town", "US - backed forces fired.", ""},
    {"a name in small letters is none without an agency", "Trump - who left - said no.", ""},
    {"a hyphen inside a word", "KOREA-US talks ended.", ""},
    {"capitals that go on", "POLICE FIRED AT A CROWD IN NAIROBI", ""},
    {"brackets behind a name", "Boeing (BA.N) shares fell.", ""},
    {"nothing behind it", "NAIROBI -", ""},
    {"nothing", "", ""},
};

static void test_datelines(void **state)
{
    (void)state;
    int failed = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        dem_str s = dem_str_from(CASES[i].text);
        dem_str got = dem_str_sub(s, 0, dem_dateline_end(s, 0, s.n));
        if (dem_str_is(got, CASES[i].dateline)) continue;
        print_error("%s: got \"%.*s\", expected \"%s\"\n", CASES[i].why, DEM_STR_ARG(got), CASES[i].dateline);
        failed++;
    }
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_datelines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The day of publication by a report's own lines: time/stamp.h. */
#include "../base/check.h"
#include "reader/zones.h"
#include "time/stamp.h"

#define BODY                                                                                                   \
    "\n\nThe government of Kenya recalled its ambassador from Chad on Monday after a long quarrel about the "  \
    "border.\n\n"                                                                                              \
    "The ministry said on 2 January 2020 that it had no other choice, and the ambassador left the country by " \
    "car.\n"

static const struct {
    const char *why, *text, *day, *found;
} CASES[] = {
    {"a published line", "Published 3 March 2022" BODY, "2022-03-03", "3 March 2022"},
    {"with a colon and the time", "Published: March 3, 2022, 10:04 GMT" BODY, "2022-03-03", "March 3, 2022"},
    {"posted on", "Posted on Mar 3, 2022" BODY, "2022-03-03", "Mar 3, 2022"},
    {"by its number", "Published 2022-03-03" BODY, "2022-03-03", "2022-03-03"},
    {"a date alone above the text", "Envoy recalled\n\nThursday, March 3, 2022" BODY, "2022-03-03",
     "Thursday, March 3, 2022"},
    {"behind a blank that is not ASCII", "Thursday, March 3, 2022\xc2\xa0" BODY, "2022-03-03",
     "Thursday, March 3, 2022"},
    {"a dateline with its year",
     "NAIROBI, March 3, 2022 (Reuters) - Kenya recalled its ambassador from Chad on Monday after a long "
     "quarrel about the border between the two countries.\n",
     "2022-03-03", "March 3, 2022"},
    {"an updated line", "Last updated: 3 March 2022" BODY, "2022-03-03", "3 March 2022"},
    {"published comes before updated", "Updated 5 March 2022\nPublished 3 March 2022" BODY, "2022-03-03",
     "3 March 2022"},
    {"two days of one kind are none", "Published 3 March 2022\nPublished 4 March 2022" BODY, "", NULL},
    {"one day twice is one", "Published 3 March 2022\nPublished March 3, 2022" BODY, "2022-03-03",
     "3 March 2022"},
    {"no year", "Published 3 March" BODY, "", NULL},
    {"a dateline without a year",
     "NAIROBI, March 3 (Reuters) - Kenya recalled its ambassador from Chad on Monday after a quarrel.\n", "",
     NULL},
    {"day and month may be changed about", "Published 3/4/2022" BODY, "", NULL},
    {"weekday and date disagree", "Monday, March 3, 2022" BODY, "", NULL},
    {"a month is no day", "Published March 2022" BODY, "", NULL},
    {"dates in the text are of what it tells", "Envoy recalled" BODY, "", NULL},
    {"a report that was published",
     "Envoy recalled\n\nThe report, published 3 March 2022, says that Kenya recalled its ambassador "
     "from Chad after a long quarrel about the border.\n",
     "", NULL},
    {"no text", "", "", NULL},
};

static void test_lines(void **state)
{
    (void)state;
    dem_lexicon *lex;
    dem_error err = {0};
    dem_arena arena;
    if (dem_lexicon_load(&lex, TOP "/lexicon", &err) != DEM_OK) fail_msg("%s", err.text);
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_report r = {.id = DEM_STR("r"), .text = dem_str_from(CASES[i].text), .day = DEM_DATE_NONE};
        char day[11];
        dem_zones_find(&arena, &r);
        dem_stamp_find(lex, &arena, &r);
        dem_date_format(r.day, day);
        check_str(CASES[i].why, dem_str_from(day), CASES[i].day);
        check_str(CASES[i].why, r.published, CASES[i].day);
        check_int(CASES[i].why, r.dated_by != NULL, CASES[i].found != NULL);
        if (CASES[i].found)
            check_str(CASES[i].why, dem_str_sub(r.text, r.dated_from, r.dated_to), CASES[i].found);
    }
    dem_report supplied = {
        .id = DEM_STR("r"), .text = DEM_STR("Published 3 March 2022" BODY), .day = dem_date_from(2021, 1, 1)};
    dem_stamp_find(lex, &arena, &supplied);
    check_int("what is supplied stays", supplied.day, dem_date_from(2021, 1, 1));
    dem_arena_release(&arena);
    dem_lexicon_free(lex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

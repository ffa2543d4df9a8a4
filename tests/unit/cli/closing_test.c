/* The closing lines of a run. */
#include "cli/closing.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const struct {
    const char *why;
    uint64_t reports, records, no_actor, ruled_out, known;
    unsigned bad_lines, too_long, repaired;
    const char *expected;
} CASES[] = {
    {"nothing", 0, 0, 0, 0, 0, 0, 0, 0, "0 reports, 0 sentences (0 analysed), 0 records\n"},
    {"one of each, in the singular", 1, 1, 0, 0, 1, 0, 0, 0,
     "1 report, 10 sentences (9 analysed), 1 record\n1 report passed over: in the store already\n"},
    {"what was not written, by reason", 2, 3, 4, 5, 0, 0, 0, 0,
     "2 reports, 20 sentences (18 analysed), 3 records\n"
     "not written: 4 no actor with a code, 5 ruled out (negation, habit, topic)\n"},
    {"skipped items with their places", 1, 0, 0, 0, 0, 2, 1, 0,
     "1 report, 10 sentences (9 analysed), 0 records\n"
     "3 items skipped (2 format, 1 limit):\n  in.jsonl:1: not JSON\n  in.jsonl:2: not JSON\n  in.jsonl:3: too "
     "long\n"},
    {"of many only the first", 1, 0, 0, 0, 0, 12, 0, 0,
     "1 report, 10 sentences (9 analysed), 0 records\n12 items skipped (12 format):\n"
     "  in.jsonl:1: not JSON\n  in.jsonl:2: not JSON\n  in.jsonl:3: not JSON\n  in.jsonl:4: not JSON\n"
     "  in.jsonl:5: not JSON\n  in.jsonl:6: not JSON\n  in.jsonl:7: not JSON\n  in.jsonl:8: not JSON\n"
     "  in.jsonl:9: not JSON\n  in.jsonl:10: not JSON\n  and 2 more\n"},
    {"repairs cost no report", 1, 0, 0, 0, 0, 0, 0, 1,
     "1 report, 10 sentences (9 analysed), 0 records\n1 repair in reports that were coded:\n"
     "  in.jsonl:1: 3 bytes replaced\n"},
};

static void note(dem_notes *to, unsigned n, dem_status code, const char *text)
{
    for (unsigned i = 0; i < n; i++) {
        dem_error e;
        dem_fail(&e, code, DEM_STR("in.jsonl"), to->n + 1, 0, "%s", text);
        dem_notes_add(to, &e);
    }
}

static void test_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        dem_closing c = {.known = CASES[i].known, .seconds = -1};
        c.tally.reports = CASES[i].reports;
        c.tally.sentences = 10 * CASES[i].reports;
        c.tally.coded_sentences = 9 * CASES[i].reports;
        c.tally.records = CASES[i].records;
        c.tally.dropped[DEM_DROP_ACTOR] = CASES[i].no_actor;
        c.tally.dropped[DEM_DROP_RULED_OUT] = CASES[i].ruled_out;
        for (uint64_t k = 0; k < CASES[i].reports; k++) dem_shares_add(&c.dated, DEM_STR("field"), 99);
        note(&c.skipped, CASES[i].bad_lines, DEM_E_FORMAT, "not JSON");
        note(&c.skipped, CASES[i].too_long, DEM_E_LIMIT, "too long");
        note(&c.repaired, CASES[i].repaired, DEM_E_FORMAT, "3 bytes replaced");
        dem_buf b = {0};
        dem_closing_add(&b, &c);
        if (strcmp(b.p, CASES[i].expected) != 0) fail_msg("%s:\n%s", CASES[i].why, b.p);
        dem_buf_release(&b);
    }
}

static void test_speed(void **state)
{
    (void)state;
    dem_closing c = {.seconds = 2};
    c.tally.reports = 300;
    dem_buf b = {0};
    dem_closing_add(&b, &c);
    assert_string_equal(b.p, "300 reports, 0 sentences (0 analysed), 0 records; 2.0 s, 150 reports/s\n"
                             "day of publication known of 0 of 300 reports\n");
    dem_buf_release(&b);
}

static const char *lines_of(const dem_closing *c, dem_buf *b)
{
    dem_buf_clear(b);
    dem_closing_add(b, c);
    return strchr(b->p, '\n') + 1;
}

/* By number, the commonest first; by name where they are as many. */
static void test_shares(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_closing c = {.tally.reports = 4, .seconds = -1};
    assert_string_equal(lines_of(&c, &b), "day of publication known of 0 of 4 reports\n");
    dem_shares_add(&c.dated, DEM_STR("url"), 80);
    dem_shares_add(&c.dated, DEM_STR("json-ld"), 99);
    dem_shares_add(&c.dated, DEM_STR("json-ld"), 96);
    dem_shares_add(&c.foreign, DEM_STR("fr"), 0);
    dem_shares_add(&c.foreign, DEM_STR("de"), 0);
    assert_string_equal(lines_of(&c, &b),
                        "day of publication known of 3 of 4 reports: 2 json-ld (98 % sure), 1 url (80 % sure)\n"
                        "2 reports not in English, not coded: 1 de, 1 fr\n");
    dem_buf_release(&b);
}

static void test_many_shares(void **state)
{
    (void)state;
    dem_shares s = {0};
    char name[] = "aa";
    for (int i = 0; i < 60; i++) {
        name[0] = (char)('a' + i / 26);
        name[1] = (char)('a' + i % 26);
        dem_shares_add(&s, dem_str_from(name), 0);
    }
    assert_int_equal(s.n, DEM_SHARES);
    assert_string_equal(s.at[DEM_SHARES - 1].name, "other");
    assert_int_equal(s.at[DEM_SHARES - 1].n, 60 - (DEM_SHARES - 1));
}

/* Joining is as if all had been added to one. */
static void test_join(void **state)
{
    (void)state;
    dem_notes one = {0}, two = {0}, all = {0};
    note(&one, 7, DEM_E_FORMAT, "not JSON");
    note(&two, 5, DEM_E_LIMIT, "too long");
    dem_notes_join(&all, &one);
    dem_notes_join(&all, &two);
    assert_int_equal(all.n, 12);
    assert_int_equal(all.by_status[DEM_E_FORMAT], 7);
    assert_int_equal(all.by_status[DEM_E_LIMIT], 5);
    assert_string_equal(all.first[6].text, "not JSON");
    assert_string_equal(all.first[9].text, "too long");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines), cmocka_unit_test(test_shares),
                                       cmocka_unit_test(test_many_shares), cmocka_unit_test(test_join),
                                       cmocka_unit_test(test_speed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What a lexicon says that can hardly be meant. */
#include "folder.h"
#include "lexicon/doubt.h"

#define LAND "country ABC Abecia\n  name Abecia\ncountry DEF Defland\n  name Defland\n"
#define ROLES                                                                                                  \
    "role president\n  kind office\n  word president\nrole envoy\n  kind office\n  holders several\n  word "   \
    "envoy\n"                                                                                                  \
    "role adviser\n  word adviser\n"
#define PERSON(name, office) "person " name "\n  name " name "\n  office " office "\n"

static const struct {
    const char *why, *text;
    const char *doubts; /* "overlap B A;" in the order reported */
} CASES[] = {
    {"one after the other",
     PERSON("Ann", "ABC GOV 2001-01-01..2004-12-31 president") PERSON("Bob", "ABC GOV 2005-01-01.. president"),
     ""},
    {"a month of handover",
     PERSON("Ann", "ABC GOV 2001..2005-01 president") PERSON("Bob", "ABC GOV 2005-01-01.. president"), ""},
    {"two at a time",
     PERSON("Ann", "ABC GOV 2001..2006 president") PERSON("Bob", "ABC GOV 2005-01-01.. president"),
     "overlap Bob Ann;"},
    {"without an end", PERSON("Ann", "ABC GOV 2001.. president") PERSON("Bob", "ABC GOV 2005.. president"),
     "overlap Bob Ann;"},
    {"said to be so",
     PERSON("Ann", "ABC GOV 2001.. president shared") PERSON("Bob", "ABC GOV 2005.. president shared"), ""},
    {"one alone says so",
     PERSON("Ann", "ABC GOV 2001.. president") PERSON("Bob", "ABC GOV 2005.. president shared"), ""},
    {"of two countries", PERSON("Ann", "ABC GOV 2001.. president") PERSON("Bob", "DEF GOV 2005.. president"),
     ""},
    {"of a part of the country",
     PERSON("Ann", "ABC GOV 2001.. president") PERSON("Bob", "ABC GOV+PRE 2005.. president"), ""},
    {"of organisations", PERSON("Ann", "IGO GOV 2001.. president") PERSON("Bob", "IGO GOV 2005.. president"),
     ""},
    {"an office of several", PERSON("Ann", "ABC GOV 2001.. envoy") PERSON("Bob", "ABC GOV 2005.. envoy"), ""},
    {"no office of one", PERSON("Ann", "ABC GOV 2001.. adviser") PERSON("Bob", "ABC GOV 2005.. adviser"), ""},
    {"the same person twice",
     "person Ann\n  name Ann\n  office ABC GOV 2001..2006 president\n  office ABC GOV 2005.. president\n", ""},
    {"within the margin of a doubtful end",
     PERSON("Ann", "ABC GOV 2001..2005-04? president") PERSON("Bob", "ABC GOV 2005-01-01.. president"), ""},
    {"within the margin of a doubtful beginning",
     PERSON("Ann", "ABC GOV 2001..2005-04 president") PERSON("Bob", "ABC GOV 2005-01-01?.. president"), ""},
    {"beyond it",
     PERSON("Ann", "ABC GOV 2001..2005-07? president") PERSON("Bob", "ABC GOV 2005-01-01.. president"),
     "overlap Bob Ann;"},
    {"the doubtful bound is another one",
     PERSON("Ann", "ABC GOV 2001?..2005-04 president") PERSON("Bob", "ABC GOV 2005-01-01.. president"),
     "overlap Bob Ann;"},
    {"a name told apart by doubtful days",
     PERSON(
         "Ann",
         "ABC GOV 2001..2003-02? envoy") "person Ann of Defland\n  name Ann\n  office ABC GOV 2003.. envoy\n",
     ""},
    {"a name of two",
     PERSON("Ann", "ABC GOV 2001.. envoy") "person Ann of Defland\n  name Ann\n  office ABC GOV 2003.. envoy\n",
     "same name Ann of Defland Ann;"},
    {"told apart by the country",
     PERSON("Ann", "ABC GOV 2001.. envoy") "person Ann of Defland\n  name Ann\n  office DEF GOV 2003.. envoy\n",
     ""},
    {"told apart by the day",
     PERSON("Ann",
            "ABC GOV 2001..2002 envoy") "person Ann of Defland\n  name Ann\n  office ABC GOV 2003.. envoy\n",
     ""},
    {"two groups", "group G\n  name League\n  code ABC\ngroup H\n  name League\n  code ABC REB\n",
     "same name H G;"},
};

static void note(void *ctx, const dem_doubt *d)
{
    static const char *const KIND[] = {"overlap", "same name"};
    dem_buf *b = ctx;
    dem_buf_addf(b, "%s %.*s", KIND[d->kind], DEM_STR_ARG(d->one->label));
    dem_buf_addf(b, " %.*s", DEM_STR_ARG(d->other->label));
    dem_buf_addz(b, ";");
}

static void doubts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        dem_buf text = {0}, got = {0};
        dem_buf_addf(&text, "%s%s%s", LAND, ROLES, CASES[i].text);
        dem_lexicon *l = lexicon_of(text.p);
        dem_lexicon_doubts(l, note, &got);
        dem_buf_addz(&got, "");
        if (strcmp(got.p ? got.p : "", CASES[i].doubts) != 0)
            fail_msg("%s: got \"%s\", expected \"%s\"", CASES[i].why, got.p ? got.p : "", CASES[i].doubts);
        dem_lexicon_free(l);
        dem_buf_release(&text);
        dem_buf_release(&got);
    }
}

static void keep(void *ctx, const dem_doubt *d)
{
    *(dem_doubt *)ctx = *d;
}

static void a_doubt_has_a_place_and_days(void **state)
{
    (void)state;
    dem_lexicon *l = lexicon_of(LAND ROLES PERSON("Ann", "ABC GOV 2001..2006 president")
                                    PERSON("Bob", "ABC GOV 2005-03-01.. president"));
    dem_doubt d = {0};
    dem_lexicon_doubts(l, keep, &d);
    assert_true(dem_str_is(d.one->file, "a.txt"));
    assert_int_equal(d.line, 4 + 9 + 3 + 3); /* Bob's office: lines of lands, roles, Ann, Bob */
    assert_int_equal(d.from, dem_date_from(2005, 3, 1));
    assert_int_equal(d.to, dem_date_from(2006, 12, 31));
    dem_lexicon_free(l);
}

static void note_frame(void *ctx, const dem_doubt *d)
{
    assert_int_equal(d->kind, DEM_DOUBT_UNTRIED);
    dem_buf_addf(ctx, "%.*s:%u %.*s;", DEM_STR_ARG(d->file), d->line, DEM_STR_ARG(d->frame->lemma));
}

static void entries_without_a_positive_example(void **state)
{
    (void)state;
    dem_buf got = {0};
    dem_lexicon *l = lexicon_of("[SUPPORT]\n"
                                "vouch|praise.v obj\n  + Pupils praised it. => UNO\n"
                                "back.v obj\n  - Pupils backed it.\n"
                                "assist|help.v obj\n  - Pupils helped it.\n"
                                "[NONE]\nlet.v obj\n  - Pupils let it.\n");
    dem_lexicon_untried(l, note_frame, &got);
    dem_buf_addz(&got, "");
    assert_string_equal(got.p, "a.txt:4 back;a.txt:6 assist;");
    dem_buf_release(&got);
    dem_lexicon_free(l);
}

/* The country's own president, though another one of a part of it came later. */
static void a_part_of_the_country_comes_behind(void **state)
{
    (void)state;
    dem_lexicon *l = lexicon_of(LAND ROLES PERSON("Ann", "ABC GOV 2001.. president")
                                    PERSON("Bob", "ABC GOV+PRE 2005-03-01.. president"));
    dem_str word[] = {DEM_STR("president")};
    const dem_sense *sense;
    uint32_t n;
    assert_int_equal(dem_lexicon_match(l, word, 1, &sense, &n), 1);
    const dem_actor *holder = dem_lexicon_holder(l, "ABC", sense->actor, dem_date_from(2010, 1, 1));
    assert_non_null(holder);
    assert_true(dem_str_is(holder->label, "Ann"));
    dem_lexicon_free(l);
}

static void note_place(void *ctx, const dem_doubt *d)
{
    dem_buf *b = ctx;
    if (d->kind != DEM_DOUBT_SAME_PLACE) return;
    dem_buf_addf(b, "%u %.*s %u;", d->line, DEM_STR_ARG(d->place->name), d->other_place->line);
}

static void the_same_place_twice(void **state)
{
    static const struct {
        const char *why, *rows, *want;
    } ROWS[] = {
        {"side by side", "  town Kolm 10 20 5\n  town Kolm 10.05 20.05 6\n", "7 Kolm 6;"},
        {"by another name", "  town Kolm | Sest 10 20 5\n  town Sest 10.05 20.05 6\n", "7 Sest 6;"},
        {"far apart", "  town Kolm 10 20 5\n  town Kolm 11 20 6\n", ""},
        {"a town and its quarter", "  town Kolm 10 20 5\n  quarter Kolm 10.05 20.05 6\n", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        dem_buf got = {0}, text = {0};
        dem_buf_addf(&text, LAND "places ABC 10 20 30\n%s", ROWS[i].rows);
        dem_lexicon *l = lexicon_of(text.p);
        dem_lexicon_doubts(l, note_place, &got);
        assert_string_equal(got.n ? got.p : "", ROWS[i].want);
        dem_lexicon_free(l);
        dem_buf_release(&got);
        dem_buf_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(doubts), cmocka_unit_test(a_doubt_has_a_place_and_days),
                                       cmocka_unit_test(a_part_of_the_country_comes_behind),
                                       cmocka_unit_test(the_same_place_twice),
                                       cmocka_unit_test(entries_without_a_positive_example)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Names in texts, and who holds what on a day. */
#include "base/sha256.h"
#include "folder.h"

static const char LEXICON[] = "# People and places of nowhere.\n"
                              "country ABC Abecia                    # a country\n"
                              "  wikidata Q1\n"
                              "  name Abecia | People's Republic of Abecia | U.S.A.\n"
                              "    | US\n"
                              "  adjective Abecian\n"
                              "  people Abecian | Abecians\n"
                              "  capital Abetown 12.5 -30.25 | San Abe\n"
                              "  seat White Hall | Dome [LEG]\n"
                              "  place Long Lake 0 0 | Abe District\n"
                              "country DEF Defland\n"
                              "  name Defland\n"
                              "  place Abetown\n"
                              "person Łukasz Öz\n"
                              "  wikidata Q2\n"
                              "  name Łukasz Öz | Lukasz Kim-oz\n"
                              "  alone Öz\n"
                              "  damaged Ounce\n"
                              "  gender m\n"
                              "  office ABC GOV 2001-05-02..2004 minister\n"
                              "  office ABC PTY+GOV 2003-07-01..2010-03 president\n"
                              "  office ABC GOV 2015.. president\n"
                              "person Ann Heir\n"
                              "  name Ann Heir\n"
                              "  gender f\n"
                              "  office ABC GOV 2010-03-31..2014-12-31 president\n"
                              "  home DEF BUS\n"
                              "person Old Man\n"
                              "  name Old Man\n"
                              "  office ABC GOV ..2001-05-01 president\n"
                              "group League\n"
                              "  name al-League | League, Inc.\n"
                              "  kind armed\n"
                              "  code ABC REB ..2010-06-30\n"
                              "  code ABC GOV MIL 2010-07-01..\n"
                              "role president\n"
                              "  label President\n"
                              "  sectors GOV\n"
                              "  kind office\n"
                              "  word president | head of state | vice-president\n"
                              "role minister\n"
                              "  sectors GOV MIL\n"
                              "  word minister | minister of war | league\n"
                              "role troops\n"
                              "  sectors MIL\n"
                              "  word troop/troops | armed forces\n"
                              "role aid-worker\n"
                              "  code NGO\n"
                              "  word aid worker\n"
                              "entity Free Isle DEF GOV PRE\n"
                              "  name Free Isle\n"
                              "collective\n"
                              "  name the Rest | world leaders\n";

static const struct {
    const char *why, *text;
    uint32_t length;
    const char *label; /* of the first reading */
    dem_name_form form;
    uint32_t readings;
    bool plural;
} MATCHES[] = {
    {"a name", "Abecia said", 1, "Abecia", DEM_FORM_NAME, 1, false},
    {"with its case", "abecia said", 0, NULL, 0, 0, false},
    {"case tells a country from a pronoun", "us said", 0, NULL, 0, 0, false},
    {"short capitals", "US said", 1, "Abecia", DEM_FORM_NAME, 1, false},
    {"a name with a clitic", "People 's Republic of Abecia", 5, "Abecia", DEM_FORM_NAME, 1, false},
    {"typographic apostrophe", "People ’s Republic of Abecia", 5, "Abecia", DEM_FORM_NAME, 1, false},
    {"a token that was not cut", "People's Republic of Abecia", 4, "Abecia", DEM_FORM_NAME, 1, false},
    {"an unfinished name", "People 's Republic of Defland", 0, NULL, 0, 0, false},
    {"full stops", "U.S.A. troops", 1, "Abecia", DEM_FORM_NAME, 1, false},
    {"adjective and people", "Abecian troops", 1, "Abecia", DEM_FORM_ADJECTIVE, 2, false},
    {"people", "Abecians", 1, "Abecia", DEM_FORM_PEOPLE, 1, false},
    {"two places of one name", "Abetown", 1, "Abecia", DEM_FORM_CAPITAL, 2, false},
    {"a seat", "White Hall", 2, "Abecia", DEM_FORM_SEAT, 1, false},
    {"a place on a continued line", "Abe District", 2, "Abecia", DEM_FORM_PLACE, 1, false},
    {"diacritics", "Łukasz Öz", 2, "Łukasz Öz", DEM_FORM_NAME, 1, false},
    {"without diacritics", "Lukasz Oz", 2, "Łukasz Öz", DEM_FORM_NAME, 1, false},
    {"a hyphen in the name, none in the text", "Lukasz Kim oz", 3, "Łukasz Öz", DEM_FORM_NAME, 1, false},
    {"a hyphen as a token", "Lukasz Kim - oz", 4, "Łukasz Öz", DEM_FORM_NAME, 1, false},
    {"a capital behind the hyphen", "Lukasz Kim Oz", 3, "Łukasz Öz", DEM_FORM_NAME, 1, false},
    {"alone", "Öz", 1, "Łukasz Öz", DEM_FORM_ALONE, 1, false},
    {"damaged", "Ounce", 1, "Łukasz Öz", DEM_FORM_DAMAGED, 1, false},
    {"all in capitals", "ABECIA", 1, "Abecia", DEM_FORM_NAME, 1, false},
    {"all in capitals, of several words", "PEOPLE 'S REPUBLIC OF ABECIA", 5, "Abecia", DEM_FORM_NAME, 1, false},
    {"a short word beside a long one", "SAN ABE", 0, NULL, 0, 0, false},
    {"a short word before a long one", "OLD MANY", 0, NULL, 0, 0, false},
    {"short words alone do not shout", "OZ", 0, NULL, 0, 0, false},
    {"the start of a sentence", "Al-League", 1, "League", DEM_FORM_NAME, 1, false},
    {"a comma in the name", "League , Inc. said", 3, "League", DEM_FORM_NAME, 1, false},
    {"a role word that begins like a name", "League said", 1, "Minister", DEM_FORM_NAME, 1, false},
    {"a role word, in any case", "PRESIDENT", 1, "President", DEM_FORM_NAME, 1, false},
    {"plural", "presidents", 1, "President", DEM_FORM_NAME, 1, true},
    {"plural of the head", "heads of state", 3, "President", DEM_FORM_NAME, 1, true},
    {"the longest counts", "minister of war", 3, "Minister", DEM_FORM_NAME, 1, false},
    {"and no longer than it goes", "minister of trade", 1, "Minister", DEM_FORM_NAME, 1, false},
    {"hyphen as blank", "vice presidents", 2, "President", DEM_FORM_NAME, 1, true},
    {"hyphen as token", "vice - president", 3, "President", DEM_FORM_NAME, 1, false},
    {"a dash parts", "vice — president", 0, NULL, 0, 0, false},
    {"a name does not end with a hyphen", "president -", 1, "President", DEM_FORM_NAME, 1, false},
    {"nor begin with one", "- president", 0, NULL, 0, 0, false},
    {"irregular plural", "troops", 1, "Troops", DEM_FORM_NAME, 1, true},
    {"plural by form", "armed forces", 2, "Troops", DEM_FORM_NAME, 1, true},
    {"entity", "Free Isle", 2, "Free Isle", DEM_FORM_NAME, 1, false},
    {"collective", "world leaders", 2, "", DEM_FORM_NAME, 1, false},
    {"no words", "", 0, NULL, 0, 0, false},
};

static void test_match(void **state)
{
    const dem_lexicon *lex = *state;
    for (size_t i = 0; i < sizeof MATCHES / sizeof *MATCHES; i++) {
        dem_str word[MAX_WORDS];
        const dem_sense *sense = NULL;
        uint32_t readings = 0, n = words_of(MATCHES[i].text, word);
        uint32_t length = dem_lexicon_match(lex, word, n, &sense, &readings);
        if (length != MATCHES[i].length) fail_msg("%s: %u words", MATCHES[i].why, length);
        if (!length) continue;
        bool same = dem_str_is(sense->actor->label, MATCHES[i].label) && sense->form == MATCHES[i].form &&
                    readings == MATCHES[i].readings && sense->plural == MATCHES[i].plural;
        if (!same)
            fail_msg("%s: %.*s, form %d, %u readings, plural %d", MATCHES[i].why,
                     DEM_STR_ARG(sense->actor->label), sense->form, readings, sense->plural);
    }
}

static const dem_sense *only(const dem_lexicon *lex, const char *text)
{
    dem_str word[MAX_WORDS];
    const dem_sense *sense = NULL;
    uint32_t readings = 0, n = words_of(text, word);
    assert_int_equal(dem_lexicon_match(lex, word, n, &sense, &readings), n);
    return sense;
}

static void test_values(void **state)
{
    const dem_lexicon *lex = *state;
    const dem_sense *town = only(lex, "Abetown");
    assert_true(town->has_point);
    assert_float_equal(town->lat, 12.5, 0);
    assert_float_equal(town->lon, -30.25, 0);
    assert_false(town[1].has_point);
    assert_true(only(lex, "Long Lake")->has_point);
    assert_false(only(lex, "San Abe")->has_point);
    assert_int_equal(only(lex, "White Hall")->sectors, 1u << DEM_SEC_GOV);
    assert_int_equal(only(lex, "Dome")->sectors, 1u << DEM_SEC_LEG);
    const dem_actor *person = only(lex, "Lukasz Oz")->actor;
    assert_int_equal(person->gender, 'm');
    assert_true(dem_str_is(person->wikidata, "Q2"));
    assert_int_equal(person->n_tenure, 3);
    assert_true(dem_str_is(person->tenure[1].role->key, "president"));
    assert_true(dem_str_is(only(lex, "al-League")->actor->group_kind, "armed"));
    assert_string_equal(only(lex, "aid worker")->actor->code, "NGO");
    assert_true(dem_str_is(only(lex, "aid worker")->actor->label, "Aid Worker"));
    assert_int_equal(only(lex, "president")->actor->role_kind, DEM_ROLE_OFFICE);
    assert_int_equal(only(lex, "minister")->actor->sectors, 1u << DEM_SEC_GOV | 1u << DEM_SEC_MIL);
    const dem_actor *isle = only(lex, "Free Isle")->actor;
    assert_int_equal(isle->kind, DEM_ACTOR_ENTITY);
    assert_string_equal(isle->code, "DEF");
    assert_int_equal(isle->sectors, 1u << DEM_SEC_GOV | 1u << DEM_SEC_PRE);
    assert_int_equal(only(lex, "world leaders")->actor->kind, DEM_ACTOR_COLLECTIVE);
    assert_true(dem_str_is(dem_lexicon_country(lex, "DEF")->label, "Defland"));
    assert_null(dem_lexicon_country(lex, "XYZ"));
}

static const struct {
    const char *why, *name, *day;
    int tenure; /* in the order written, or -1 */
    int former; /* likewise */
} DAYS[] = {
    {"before the first office", "Lukasz Oz", "2001-05-01", -1, -1},
    {"the first day", "Lukasz Oz", "2001-05-02", 0, -1},
    {"of two the first written", "Lukasz Oz", "2004-12-31", 0, -1},
    {"a year as an end is its last day", "Lukasz Oz", "2005-01-01", 1, -1},
    {"a month as an end is its last day", "Lukasz Oz", "2010-03-31", 1, -1},
    {"between two offices", "Lukasz Oz", "2012-01-01", -1, 1},
    {"a year as a beginning", "Lukasz Oz", "2015-01-01", 2, -1},
    {"without a day the open one", "Lukasz Oz", "", 2, -1},
    {"home before", "Ann Heir", "2000-01-01", 1, -1},
    {"office before home", "Ann Heir", "2012-01-01", 0, -1},
    {"home after", "Ann Heir", "2020-01-01", 1, -1},
    {"without a day the last that ended", "Ann Heir", "", 0, -1},
    {"open beginning", "Old Man", "1950-01-01", 0, -1},
    {"the last office has ended", "Old Man", "2001-05-02", -1, 0},
    {"a group", "al-League", "2010-06-30", 0, -1},
    {"a group later", "al-League", "2010-07-01", 1, -1},
};

static void test_days(void **state)
{
    const dem_lexicon *lex = *state;
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
        const dem_actor *a = only(lex, DAYS[i].name)->actor;
        const dem_tenure *former, *t = dem_actor_on(a, dem_date_parse(dem_str_from(DAYS[i].day)), &former);
        int n = t ? (int)(t - a->tenure) : -1, was = former ? (int)(former - a->tenure) : -1;
        if (n != DAYS[i].tenure || was != DAYS[i].former)
            fail_msg("%s: tenure %d, former %d", DAYS[i].why, n, was);
        assert_ptr_equal(dem_actor_on(a, dem_date_parse(dem_str_from(DAYS[i].day)), NULL), t);
    }
}

static const struct {
    const char *why, *code, *role, *day, *label;
} HOLDERS[] = {
    {"in office", "ABC", "president", "2005-01-01", "Łukasz Öz"},
    {"open beginning", "ABC", "president", "1900-01-01", "Old Man"},
    {"on the day of a handover the successor", "ABC", "president", "2010-03-31", "Ann Heir"},
    {"the plural is the same role", "ABC", "presidents", "2005-01-01", "Łukasz Öz"},
    {"no day: the open end", "ABC", "president", "", "Łukasz Öz"},
    {"nobody", "ABC", "minister", "2005-01-01", NULL},
    {"no day, nobody now", "ABC", "minister", "", NULL},
    {"another country", "DEF", "president", "2005-01-01", NULL},
};

static void test_holders(void **state)
{
    const dem_lexicon *lex = *state;
    for (size_t i = 0; i < sizeof HOLDERS / sizeof *HOLDERS; i++) {
        const dem_actor *role = only(lex, HOLDERS[i].role)->actor;
        const dem_actor *a =
            dem_lexicon_holder(lex, HOLDERS[i].code, role, dem_date_parse(dem_str_from(HOLDERS[i].day)));
        bool same = a ? HOLDERS[i].label && dem_str_is(a->label, HOLDERS[i].label) : !HOLDERS[i].label;
        if (!same) fail_msg("%s: %.*s", HOLDERS[i].why, DEM_STR_ARG(a ? a->label : DEM_STR("nobody")));
    }
}

static const struct {
    const char *why, *name, *role, *code, *day, *label;
} TITLED[] = {
    {"by the last word", "Öz", "president", "ABC", "2005-01-01", "Łukasz Öz"},
    {"without its marks", "Oz", "president", "", "2005-01-01", "Łukasz Öz"},
    {"by the first word", "Ann", "president", "", "2012-01-01", "Ann Heir"},
    {"not before the office", "Ann", "president", "", "2005-01-01", NULL},
    {"not in another country", "Ann", "president", "DEF", "2012-01-01", NULL},
    {"nobody of that name", "Nemo", "president", "", "2012-01-01", NULL},
    {"no office that one holds", "Öz", "minister", "", "2002-01-01", NULL},
};

static void test_titled(void **state)
{
    const dem_lexicon *lex = *state;
    for (size_t i = 0; i < sizeof TITLED / sizeof *TITLED; i++) {
        const dem_actor *role = only(lex, TITLED[i].role)->actor;
        const dem_actor *a = dem_lexicon_titled(lex, dem_str_from(TITLED[i].name), role, TITLED[i].code,
                                                dem_date_parse(dem_str_from(TITLED[i].day)));
        bool same = a ? TITLED[i].label && dem_str_is(a->label, TITLED[i].label) : !TITLED[i].label;
        if (!same) fail_msg("%s: %.*s", TITLED[i].why, DEM_STR_ARG(a ? a->label : DEM_STR("nobody")));
    }
}

/* 2003-05-31 and the days before and behind it: 120 of them are doubtful. */
static const char DOUBTFUL[] = "country ABC Abecia\n  name Abecia\n"
                               "role chief\n  word chief\n  kind office\n"
                               "role mayor\n  word mayor\n  kind office\n"
                               "person Ann\n  name Ann\n  office ABC GOV 2001-05-01?..2003-05-31? chief\n"
                               "  office ABC GOV 2003-07-01.. mayor\n"
                               "person Bob\n  name Bob\n  office ABC GOV 2003-08-01?..2004? chief\n"
                               "  home ABC BUS\n"
                               "person Cid\n  name Cid\n  office ABC GOV 2003-09-10..2003-09-20 chief\n"
                               "person Dan\n  name Dan\n  office ABC GOV PRE 2000..2010 chief\n";

static const struct {
    const char *why, *day;
    int ann, bob; /* tenures in the order written, or -1 */
    const char *chief;
    bool ann_held, bob_held;
} PERHAPS[] = {
    {"long before", "2000-12-31", -1, 1, "Dan", false, false},
    {"the margin's first day", "2001-01-01", 0, 1, "Ann", true, false},
    {"surely", "2002-01-01", 0, 1, "Ann", true, false},
    {"surely one, perhaps the other", "2003-05-31", 0, 0, "Ann", true, true},
    {"perhaps both: the later one", "2003-06-15", 0, 0, "Bob", true, true},
    {"a sure office before a doubtful one", "2003-07-15", 1, 0, "Bob", true, true},
    {"a sure holder before a doubtful one", "2003-09-15", 1, 0, "Cid", true, true},
    {"the margin's last day", "2003-09-28", 1, 0, "Bob", true, true},
    {"behind it", "2003-09-29", 1, 0, "Bob", false, true},
    {"an office perhaps before a home surely", "2005-04-30", 1, 0, "Bob", false, true},
    {"home again", "2005-05-01", 1, 1, "Dan", false, false},
    {"ever", "", 1, 0, NULL, true, true},
};

static void test_perhaps(void **state)
{
    (void)state;
    dem_lexicon *lex = lexicon_of(DOUBTFUL);
    const dem_actor *chief = only(lex, "chief")->actor, *ann = only(lex, "Ann")->actor,
                    *bob = only(lex, "Bob")->actor;
    for (size_t i = 0; i < sizeof PERHAPS / sizeof *PERHAPS; i++) {
        dem_date day = dem_date_parse(dem_str_from(PERHAPS[i].day));
        const dem_tenure *a = dem_actor_on(ann, day, NULL), *b = dem_actor_on(bob, day, NULL);
        const dem_actor *holder = dem_lexicon_holder(lex, "ABC", chief, day);
        int at = a ? (int)(a - ann->tenure) : -1, bt = b ? (int)(b - bob->tenure) : -1;
        bool same =
            holder ? PERHAPS[i].chief && dem_str_is(holder->label, PERHAPS[i].chief) : !PERHAPS[i].chief;
        if (at != PERHAPS[i].ann || bt != PERHAPS[i].bob || !same)
            fail_msg("%s: tenures %d and %d, chief %.*s", PERHAPS[i].why, at, bt,
                     DEM_STR_ARG(holder ? holder->label : DEM_STR("nobody")));
        if (dem_actor_held(ann, chief, "ABC", day) != PERHAPS[i].ann_held ||
            dem_actor_held(bob, chief, "ABC", day) != PERHAPS[i].bob_held)
            fail_msg("%s: held", PERHAPS[i].why);
    }
    assert_false(dem_actor_held(ann, chief, "DEF", DEM_DATE_NONE));
    assert_false(dem_actor_held(bob, only(lex, "mayor")->actor, "ABC", DEM_DATE_NONE));
    dem_lexicon_free(lex);
}

static void test_count(void **state)
{
    const dem_lexicon *lex = *state;
    dem_lexicon_size s = dem_lexicon_count(lex);
    assert_int_equal(s.files, 1);
    assert_int_equal(s.countries, 2);
    assert_int_equal(s.persons, 3);
    assert_int_equal(s.offices, 5);
    assert_int_equal(s.groups, 1);
    assert_int_equal(s.roles, 4);
}

/* The same word as a name and as a role, and the order of files. */
static void test_files(void **state)
{
    (void)state;
    folder f;
    dem_lexicon *lex;
    dem_error err;
    char hex[65];
    folder_open(&f);
    folder_write(&f, "b.txt", "role council\n  word council\nlist l = one\n");
    folder_write(&f, "a.txt", "group Council\n  name Council\n  code UNO\nlist l += two\n");
    folder_write(&f, "c.md", "not read");
    assert_int_equal(dem_lexicon_load(&lex, f.path, &err), DEM_OK);
    const dem_sense *sense;
    uint32_t n;
    dem_str word[] = {dem_str_from("Council")}, small[] = {dem_str_from("council")};
    assert_int_equal(dem_lexicon_match(lex, word, 1, &sense, &n), 1);
    assert_int_equal(n, 2);
    assert_int_equal(sense[0].actor->kind, DEM_ACTOR_GROUP);
    assert_int_equal(sense[1].actor->kind, DEM_ACTOR_ROLE);
    assert_int_equal(dem_lexicon_match(lex, small, 1, &sense, &n), 1);
    assert_int_equal(n, 1);
    dem_sha256_of(DEM_STR("group Council\n  name Council\n  code UNO\nlist l += two\nrole council\n  word "
                          "council\nlist l = one\n"),
                  hex);
    assert_string_equal(dem_lexicon_hash(lex), hex);
    assert_true(dem_list_has(lex, dem_lexicon_list(lex, DEM_STR("l")), DEM_STR("two")));
    dem_lexicon_free(lex);
    folder_close(&f);
}

static int load(void **state)
{
    *state = lexicon_of(LEXICON);
    return 0;
}
static int unload(void **state)
{
    dem_lexicon_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_match),   cmocka_unit_test(test_values),  cmocka_unit_test(test_days),
        cmocka_unit_test(test_holders), cmocka_unit_test(test_titled),  cmocka_unit_test(test_count),
        cmocka_unit_test(test_files),   cmocka_unit_test(test_perhaps),
    };
    return cmocka_run_group_tests(tests, load, unload);
}

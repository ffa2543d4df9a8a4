/* Whole dictionaries into entries. */
#include "import.h"
#include "lexicon/check.h"

static const struct {
    const char *why, *text, *entries, *losses;
} CASES[] = {
    {"a group", "LAKE_BANK_ [KENBUS]\n", "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n", ""},
    {"synonyms, and a code below", "LAKE_BANK_\n+BANK_OF_THE_LAKE_\n+LB_\n\t[KENBUS]\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank | Bank of the Lake | LB\n", ""},
    {"a person",
     "AMINA_WANJIRU_ # remark\n+WANJIRU_\n+PRESIDENT_WANJIRU_\n\t[KENGOV 030101-071231]\n\t[KENELI]\n",
     "person Amina Wanjiru\n  name Amina Wanjiru | President Wanjiru\n  alone Wanjiru\n"
     "  office KEN GOV 2003-01-01..2007-12-31 petrarch-office\n  home KEN ELI\n",
     ""},
    {"a person is called by the name without a title",
     "PRESIDENT_WANJIRU\n+AMINA_WANJIRU\n\t[KENGOV >030101]\n",
     "person Amina Wanjiru\n  name President Wanjiru | Amina Wanjiru\n  office KEN GOV 2003-01-01.. "
     "petrarch-office\n",
     ""},
    {"offices before homes, homes with days before those without",
     "AMINA_WANJIRU_\n[KENELI]\n[KENELI 600101-691231]\n[KENGOV 700101-791231]\n[KENMIL 800101-891231]\n",
     "person Amina Wanjiru\n  name Amina Wanjiru\n  office KEN GOV 1970-01-01..1979-12-31 petrarch-office\n"
     "  office KEN MIL 1980-01-01..1989-12-31 petrarch-office\n  home KEN ELI 1960-01-01..1969-12-31\n"
     "  home KEN ELI\n",
     ""},
    {"codes with days on the head's line",
     "LAKE_FRONT [KENREB <990101][KENGOV 990101 - 041231] [KENOPP] ; remark\n",
     "group Lake Front\n  code KEN REB ..1998-12-31\n  code KEN GOV 1999-01-01..2004-12-31\n  code KEN OPP\n"
     "  name Lake Front\n",
     ""},
    {"the code without days goes last", "LAKE_FRONT [KENOPP] [KENREB <990101]\n",
     "group Lake Front\n  code KEN REB ..1998-12-31\n  code KEN OPP\n  name Lake Front\n", ""},
    {"nobody", "LAKE_GAMES [---]\n", "collective\n  name Lake Games\n", ""},
    {"a default of nobody adds nothing", "LAKE_FRONT [KENREB <990101] [---]\n",
     "group Lake Front\n  code KEN REB ..1998-12-31\n  name Lake Front\n", ""},
    {"officials of organisations are GOV", "AMINA_WANJIRU [IGOUNO >990101] [ELI]\n",
     "person Amina Wanjiru\n  name Amina Wanjiru\n  office UNO GOV 1999-01-01.. petrarch-office\n", ""},
    {"an abbreviation in brackets", "LAKE_FREEDOM_ARMY_(LFA)_ [KENREB]\n",
     "group Lake Freedom Army\n  code KEN REB\n  name Lake Freedom Army | LFA\n", ""},
    {"the same name twice is written once", "LAKE_BANK\n+LAKE_BANK_\n+THE_LAKE_BANK\n[KENBUS]\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n", ""},
    {"two of one name", "LAKE_BANK [KENBUS]\nLAKE_BANK [UGABUS]\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank\ngroup Lake Bank (2)\n  code UGA BUS\n  name Lake "
     "Bank\n",
     ""},
    {"the same entry twice", "LAKE_BANK [KENBUS]\nTHE_LAKE_BANK_ [KENBUS] # again\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n", ""},
    {"long lines are broken",
     "NATIONAL_UNION_OF_THE_FARMERS_OF_THE_LAKES\n+ASSOCIATION_OF_THE_FARMERS_OF_THE_NORTHERN_LAKES\n"
     "+FARMERS_OF_THE_LAKES\n[KENAGR]\n",
     "group National Union of the Farmers of the Lakes\n  code KEN AGR\n"
     "  name National Union of the Farmers of the Lakes | Association of the Farmers of the Northern Lakes\n"
     "    | Farmers of the Lakes\n",
     ""},

    /* agents */
    {"a role", "FARMER_ [~AGR]\n", "role petrarch-farmer\n  label Farmer\n  sectors AGR\n  word farmer\n", ""},
    {"a plural", "COURT_OF_LAW {COURTS_OF_LAW } [~JUD]\n",
     "role petrarch-court-of-law\n  label Court of Law\n  sectors JUD\n  word court of law/courts of law\n",
     ""},
    {"no plural", "RIOT_POLICE {}[~COP]\n",
     "role petrarch-riot-police\n  label Riot Police\n  sectors COP\n  word riot police/riot police\n", ""},
    {"a substitution set", "!WHO! = MAN, WOMAN\nFISHER!WHO! [~AGR]\n",
     "role petrarch-fisherman\n  label Fisherman\n  sectors AGR\n  word fisherman | fisherwoman\n", ""},
    {"a set at the head", "!WHO! = MAN, WOMAN\n!WHO!_OF_LETTERS [~EDU]\n",
     "role petrarch-man-of-letters\n  label Man of Letters\n  sectors EDU\n  word man of letters | woman of "
     "letters\n",
     ""},
    {"two sets", "!A! = RED,BLUE\n!B! = CAP,HAT\n!A!_!B! [~CVL]\n",
     "role petrarch-red-cap\n  label Red Cap\n  sectors CVL\n  word red cap | red hat | blue cap | blue hat\n",
     ""},
    {"a set within a set is none", "!A! = RED,!A!\n!A!_CAP [~CVL]\n",
     "role petrarch-red-cap\n  label Red Cap\n  sectors CVL\n  word red cap\n",
     "2: !A!_CAP, in part: !A!_CAP cannot be written as a name\n"},
    {"a code of its own", "TRUCE_MONITOR [IGO~]\n",
     "role petrarch-truce-monitor\n  label Truce Monitor\n  code IGO\n  word truce monitor\n", ""},
    {"two roles of one word", "BANDIT [~CRM]\nBANDIT [~UAF]\nBANDIT [~CRM]\n",
     "role petrarch-bandit\n  label Bandit\n  sectors CRM\n  word bandit\nrole petrarch-bandit-2\n  label "
     "Bandit\n"
     "  sectors UAF\n  word bandit\n",
     ""},
    {"the key of the offices is taken", "OFFICE [~GOV]\n",
     "role petrarch-office-2\n  label Office\n  sectors GOV\n  word office\n", ""},

    /* what stands around entries */
    {"remarks, tags, comments, sections",
     "\xef\xbb\xbf# head\n<?xml version=\"1.0\"?>\n<!-- one -->\n<!-- two\nGHOST_ [KENGOV]\n--> LAKE_BANK "
     "[KENBUS]\n"
     "<NOUN>\nACCORD ;remark\nAID\n</NOUN>\n; remark\n\t# remark\n\n+LB\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank | LB\n", ""},
    {"CR before LF", "LAKE_BANK [KENBUS]\r\n+LB\r\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank | LB\n", ""},
    {"no line end", "LAKE_BANK [KENBUS]", "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n", ""},
    {"nothing", "", "", ""},

    /* losses */
    {"no code", "LAKE_BANK\nLAKE_INN [KENBUS]\n", "group Lake Inn\n  code KEN BUS\n  name Lake Inn\n",
     "1: LAKE_BANK, left out: there is no code\n"},
    {"a code that is none", "LAKE_BANK [XXXBUS]\n", "",
     "1: LAKE_BANK, left out: [XXXBUS]: XXX is no code of CAMEO\n"},
    {"a period of several", "LAKE_FRONT\n[KENREB 990101-991331]\n[KENOPP]\n",
     "group Lake Front\n  code KEN OPP\n  name Lake Front\n",
     "2: LAKE_FRONT, in part: [KENREB 990101-991331]: these are no days\n"},
    {"a part of a code", "LAKE_SCHOOL [KENMUSEDU]\n", "group Lake School\n  code KEN EDU\n  name Lake School\n",
     "1: LAKE_SCHOOL, in part: [KENMUSEDU]: MUS is a religion, ethnic group or part of a country, which has no "
     "code "
     "here\n"},
    {"nobody, but the other code is lost", "LAKE_FRONT [XXXREB <990101] [---]\n", "",
     "1: LAKE_FRONT, left out: [XXXREB <990101]: XXX is no code of CAMEO\n"},
    {"a second code", "LAKE_FRONT [KENREB] [UGAREB] [KENREB]\n",
     "group Lake Front\n  code KEN REB\n  name Lake Front\n",
     "1: LAKE_FRONT, in part: [UGAREB]: there is a code without days before it\n"},
    {"former, of no country", "AMINA_WANJIRU [ELI]\n", "",
     "1: AMINA_WANJIRU, left out: no code has a country\n"},
    {"a name that is none", "LAKE_BANK\n+77\n[KENBUS]\n", "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n",
     "2: LAKE_BANK, in part: 77 cannot be written as a name\n"},
    {"no bracket at the end", "LAKE_BANK [KENBUS\n+LB\nLAKE_INN [KENBUS]\n",
     "group Lake Inn\n  code KEN BUS\n  name Lake Inn\n",
     "1: LAKE_BANK, left out: broken brackets or braces: LAKE_BANK [KENBUS\n"},
    {"a brace for a bracket", "FARMER [~AGR}\n", "",
     "1: FARMER, left out: broken brackets or braces: FARMER [~AGR}\n"},
    {"a brace left open", "FARMER {FARMERS [~AGR]\n", "",
     "1: FARMER {FARMERS, left out: broken brackets or braces: FARMER {FARMERS [~AGR]\n"},
    {"words behind the code", "LAKE_BANK [KENBUS] BANK\n", "",
     "1: LAKE_BANK, left out: broken brackets or braces: LAKE_BANK [KENBUS] BANK\n"},
    {"nothing before the code", "{} [KENBUS]\n", "",
     "1: {} [KENBUS], left out: broken brackets or braces: {} [KENBUS]\n"},
    {"broken brackets below", "LAKE_BANK\n[KENBUS]\n[KEN\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n", "3: LAKE_BANK, in part: broken brackets: [KEN\n"},
    {"a synonym with a code", "LAKE_BANK [KENBUS]\n+LB [UGABUS]\n+\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n",
     "2: LAKE_BANK, in part: a synonym is a phrase and nothing else: +LB [UGABUS]\n"
     "3: LAKE_BANK, in part: a synonym is a phrase and nothing else: +\n"},
    {"lines above all entries", "+LB\n[KENBUS]\nLAKE_INN [KENBUS]\n",
     "group Lake Inn\n  code KEN BUS\n  name Lake Inn\n",
     "1: no entry above the line\n2: no entry above the line\n"},
    {"a set that is not defined", "FISHER!WHO! [~AGR]\n", "",
     "1: FISHER!WHO!, left out: FISHER!WHO!: the set between the marks is not defined\n"},
    {"an empty set", "!WHO! =\nFISHER!WHO! [~AGR]\n", "",
     "2: FISHER!WHO!, left out: FISHER!WHO!: the set between the marks is not defined\n"},
    {"one mark", "FISHER! [~AGR]\n", "",
     "1: FISHER!, left out: FISHER!: the set between the marks is not defined\n"},
    {"an agent with days and two codes", "FARMER [~AGR >990101] [~LAB]\n",
     "role petrarch-farmer\n  label Farmer\n  sectors AGR\n  word farmer\n",
     "1: FARMER, in part: [~LAB]: an agent has one code\n1: FARMER, in part: [~AGR >990101]: an agent has no "
     "days\n"},
    {"not UTF-8", "LAKE_BANK [KENBUS]\n+L\xff_B\n", "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n",
     "2: LAKE_BANK, in part: the line is not UTF-8 text\n"},
    {"control characters", "LAKE\x1b[2J_BANK [KENBUS]\n", "", "1: the line is not UTF-8 text\n"},
    {"comment and section without an end", "LAKE_BANK [KENBUS]\n<NOUN>\nA\n<!-- B\n",
     "group Lake Bank\n  code KEN BUS\n  name Lake Bank\n",
     "4: LAKE_BANK, in part: the comment is never closed\n2: LAKE_BANK, in part: the section is never "
     "closed\n"},
    {"a verb dictionary", "&MONEY\n+CASH\n--- BUY [061] ---\nBUY\n", "",
     "1: a line of a verb dictionary (lexicon import --petrarch-verbs reads those); the rest is not read\n"},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        imported im = import_text(CASES[i].text);
        dem_buf b = {0};
        if (!dem_str_is(entries_of(&im, &b), CASES[i].entries)) fail_msg("%s:\n%s", CASES[i].why, b.p);
        if (strcmp(im.losses.p, CASES[i].losses) != 0) fail_msg("%s: losses\n%s", CASES[i].why, im.losses.p);
        const dem_petrarch_count *c = &im.count;
        assert_int_equal(c->entries, c->whole + c->part + c->none + c->repeated);
        dem_buf_release(&b);
        imported_free(&im);
    }
}

/* Whatever comes out, the loader takes it. */
static void test_loads(void **state)
{
    (void)state;
    const dem_lexicon_options alone = {.alone = true};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        imported im = import_text(CASES[i].text);
        char path[32];
        dem_lexicon *lex;
        dem_error err;
        write_temp(path, im.text.p, im.text.n);
        dem_status st = dem_lexicon_load_with(&lex, path, &alone, &err);
        unlink(path);
        if (st != DEM_OK) fail_msg("%s: line %u: %s", CASES[i].why, (unsigned)err.line, err.text);
        dem_lexicon_free(lex);
        imported_free(&im);
    }
}

static void test_counts(void **state)
{
    (void)state;
    imported im = import_text(
        "<NOUN>\nACCORD\nAID\n</NOUN>\nAMINA_WANJIRU [KENGOV >030101]\nLAKE_BANK [KENBUS]\n"
        "LAKE_BANK [KENBUS]\nLAKE_INN [KENBUS <1]\nLAKE_SCHOOL [KENMUSEDU]\nFARMER [~AGR]\nX [---]\n"
        "LAKE_GAMES [---]\n");
    const dem_petrarch_count *c = &im.count;
    assert_int_equal(c->entries, 8);
    assert_int_equal(c->whole, 4);
    assert_int_equal(c->part, 1);
    assert_int_equal(c->none, 2);
    assert_int_equal(c->repeated, 1);
    assert_int_equal(c->words, 2);
    assert_int_equal(c->persons, 1);
    assert_int_equal(c->groups, 2);
    assert_int_equal(c->roles, 1);
    assert_int_equal(c->nobody, 1);
    assert_int_equal(c->loss[DEM_LOSS_DATE], 1);
    assert_int_equal(c->loss[DEM_LOSS_GROUP], 1);
    assert_int_equal(c->loss[DEM_LOSS_NAME], 1);
    imported_free(&im);
    assert_string_equal(dem_loss_what(DEM_LOSS_REGION), "codes of a region");
    assert_string_equal(dem_loss_what(DEM_LOSS_NONE), "");
}

/* The source of each entry, and what was assumed, stand in comments; labels and keys bear the mark. */
static void test_comments(void **state)
{
    (void)state;
    static const char TEXT[] =
        "AMINA_WANJIRU [KENGOV >030101]\n\nOTIENO [KENELI]\nPETER_KAMAU [KENGOV]\nFARMER [~AGR]\n";
    imported im = import_bytes(TEXT, strlen(TEXT), "Lake 1");
    static const char *const SAID[] = {":1 - taken for a person: the name, and an office with days\n",
                                       ":3 - taken for a person: was a former official\n",
                                       ":4 - taken for a group; a person would have an office with days\n",
                                       ":5\nrole petrarch-lake-1-farmer\n",
                                       "\nperson Amina Wanjiru (Lake 1)\n",
                                       "\nrole petrarch-lake-1-office\n"};
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
        if (!strstr(im.text.p, SAID[i])) fail_msg("no %s", SAID[i]);
    imported_free(&im);
    assert_true(dem_petrarch_mark_fits(DEM_STR("Lake 1")));
    assert_false(dem_petrarch_mark_fits(DEM_STR(" ")));
    assert_false(dem_petrarch_mark_fits(DEM_STR("a # b")));
    assert_false(dem_petrarch_mark_fits(DEM_STR("a\nb")));
    assert_false(dem_petrarch_mark_fits(DEM_STR("\xff")));
}

static void test_long_line(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_buf_addz(&b, "LAKE_BANK [KENBUS]\n+");
    for (int i = 0; i < 10000; i++) dem_buf_addc(&b, 'A');
    dem_buf_addz(&b, "\n+LB\n");
    imported im = import_bytes(b.p, b.n, NULL);
    assert_string_equal(im.losses.p, "2: LAKE_BANK, in part: the line is too long\n");
    assert_non_null(strstr(im.text.p, "  name Lake Bank | LB\n"));
    dem_buf_release(&b);
    imported_free(&im);
}

static void test_no_file(void **state)
{
    (void)state;
    const char *const paths[] = {"/tmp/dem-no-such-file"};
    dem_buf out = {0};
    dem_petrarch_count count;
    dem_error err;
    assert_int_equal(dem_petrarch_actors(paths, 1, &(dem_petrarch_options){0}, &out, &count, &err), DEM_E_IO);
    assert_string_equal(err.source, paths[0]);
    dem_buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),    cmocka_unit_test(test_loads),     cmocka_unit_test(test_counts),
        cmocka_unit_test(test_comments), cmocka_unit_test(test_long_line), cmocka_unit_test(test_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Every mistake a lexicon file can hold, and the line it is reported for. */
#include "folder.h"

#define ROLE "role boss\n  word boss\n"
#define LAND "country ABC Abecia\n  name Abecia\n"
#define FRAME "[CONSULT]\nmeet.v subj:actor\n"

static const struct {
    const char *why, *text;
    uint32_t line;
    const char *message; /* what the message must contain */
} MISTAKES[] = {
    {"unknown entry", "region North\n", 1, "unknown entry \"region\""},
    {"an indented line first", "\n  name X\n", 2, "without an entry above"},
    {"not UTF-8", LAND "  name A\xff\n", 3, "not UTF-8"},
    {"unknown key", LAND "  cities X\n", 3, "unknown key \"cities\""},
    {"a key of another kind of entry", LAND "  office ABC GOV .. boss\n", 3, "unknown key \"office\""},
    {"a key without a value", LAND "  name\n", 3, "\"name\" without a value"},
    {"no name", "country ABC Abecia\n  adjective Abecian\n  wikidata Q1\ngroup G\n  code ABC\n", 4, "no name"},
    {"bad country code", "country ABCD Abecia\n  name Abecia\n", 1, "three capitals"},
    {"small country code", "country abc Abecia\n  name Abecia\n", 1, "three capitals"},
    {"no label", "country ABC\n  name Abecia\n", 1, "no label"},
    {"country twice", LAND LAND, 3, "\"ABC\" was given before, in a.txt:1"},
    {"label twice", LAND "group G\n  name G\n  code ABC\ngroup G\n  name H\n  code ABC\n", 6,
     "\"G\" was given before, in a.txt:3"},
    {"role twice", ROLE ROLE, 3, "role \"boss\" was given before"},
    {"bad wikidata id", LAND "  wikidata 148\n", 3, "Wikidata id"},
    {"empty alternative", LAND "  name A | | B\n", 3, "empty alternative"},
    {"bar at the end", LAND "  name A |\n", 3, "empty alternative"},
    {"joined lines count from the first", LAND "  name A\n    | B\n    |\n  cities X\n", 3,
     "empty alternative"},
    {"name too long", LAND "  name a b c d e f g h i j k l m n o p q r s t u v w x y z\n", 3, "is no name"},
    {"name without a word", LAND "  name -\n", 3, "is no name"},
    {"latitude", LAND "  capital Abe 91 20\n", 3, "out of range"},
    {"longitude", LAND "  place Abe 40.5 -180.5\n", 3, "out of range"},
    {"unknown sector of a seat", LAND "  seat Hall [XYZ]\n", 3, "unknown sector"},
    {"bracket of a seat left open", LAND "  seat Hall [GOV\n", 3, "unknown sector"},
    {"places without numbers", LAND "places ABC\n", 3, "expected places CODE"},
    {"places with a bad code", LAND "places abc 1 2 3\n", 3, "expected places CODE"},
    {"places of an unknown country", LAND "places XYZ 1 2 3\n", 3, "unknown code \"XYZ\""},
    {"unknown kind of place", LAND "places ABC 1 2 3\n  hamlet X 1 2 3\n", 4,
     "unknown kind of place \"hamlet\""},
    {"a country as a row", LAND "places ABC 1 2 3\n  country X 1 2 3\n", 4, "unknown kind of place"},
    {"a place without coordinates", LAND "places ABC 1 2 3\n  town X 3\n", 4, "expected KIND NAME"},
    {"a place without a weight", LAND "places ABC 1 2 3\n  town X 1 2\n", 4, "expected KIND NAME"},
    {"a weight of nothing", LAND "places ABC 1 2 3\n  town X 1 2 0\n", 4, "expected KIND NAME"},
    {"a place out of range", LAND "places ABC 1 2 3\n  town X 91 2 1\n", 4, "expected KIND NAME"},
    {"a place without a name", LAND "places -\n  town | Y 1 2 1\n  town 1 2 1\n", 5, "expected KIND NAME"},
    {"gender", LAND ROLE "person P\n  name P\n  gender x\n  home ABC\n", 7, "m or f"},
    {"person without office", LAND "person P\n  name P\n", 3, "neither an office nor a home"},
    {"office without a role", LAND "person P\n  name P\n  office ABC GOV 2001..\n", 5, "expected CODE SECTORS"},
    {"office with a bad code", LAND ROLE "person P\n  name P\n  office AB GOV 2001.. boss\n", 7,
     "three capitals"},
    {"office with a bad day", LAND ROLE "person P\n  name P\n  office ABC GOV 2001-02-30.. boss\n", 7,
     "no range of days"},
    {"office that ends before it begins", LAND ROLE "person P\n  name P\n  office ABC GOV 2002..2001 boss\n", 7,
     "no range of days"},
    {"a question mark without a day", LAND ROLE "person P\n  name P\n  office ABC GOV 2001..? boss\n", 7,
     "no range of days"},
    {"two question marks", LAND ROLE "person P\n  name P\n  office ABC GOV 2001??.. boss\n", 7,
     "no range of days"},
    {"a class of time words", "time era 1 = antiquity\n", 1, "unknown class of time words \"era\""},
    {"no value of the class", "time month 13 = Smarch\n", 1, "\"13\" is no month"},
    {"no unit", "time unit score = score\n", 1, "\"score\" is no unit"},
    {"a time word without words", "time month 5\n", 1, "expected WHAT = WORD"},
    {"lines below a time word", "time month 5 = May\n  name Mai\n", 2, "goes on with '|'"},
    {"a phrase without a word", "time month 5 = -\n", 1, "has no word"},
    {"no rule for a day", "holiday when it rains = Rain Day\n", 1, "is no rule for a day"},
    {"no such day", "time month 2 = February\nholiday 30 February = Never\n", 2, "is no rule for a day"},
    {"a month that is not known yet", "holiday 1 May = May Day\n", 1, "is no rule for a day"},
    {"a country in brackets", "time month 5 = May\nholiday 1 May [abc] = May Day\n", 2, "is no rule for a day"},
    {"an Islamic month", "holiday islamic 1 13 = Thirteenth\n", 1, "is no rule for a day"},
    {"known to the year", "holiday islamic 1 9 year = Ramadan\n", 1, "is no rule for a day"},
    {"listed days out of order", "holiday on 2024-02-10 2023-01-22 = Feast\n", 1, "is no rule for a day"},
    {"a listed day that is none", "holiday on 2024-02-30 = Feast\n", 1, "is no rule for a day"},
    {"Easter and a word", "holiday easter soon = Feast\n", 1, "is no rule for a day"},
    {"a doubtful anchor", "anchor 2001? = doom\n", 1, "no day"},
    {"bad month", LAND ROLE "person P\n  name P\n  office ABC GOV 2001-13.. boss\n", 7, "no range of days"},
    {"office with an unknown sector", LAND ROLE "person P\n  name P\n  office ABC KING 2001.. boss\n", 7,
     "unknown sector"},
    {"office with an unknown role", LAND "person P\n  name P\n  office ABC GOV 2001.. king\n", 5,
     "unknown role \"king\""},
    {"office with an unknown country", LAND ROLE "person P\n  name P\n  office ABD GOV 2001.. boss\n", 7,
     "unknown code \"ABD\""},
    {"home with words behind it", LAND "person P\n  name P\n  home ABC BUS 2001.. boss\n", 5,
     "unexpected \"boss\""},
    {"group without code", "group G\n  name G\n", 1, "no code"},
    {"group with an unknown kind", LAND "group G\n  name G\n  code ABC\n  kind club\n", 6, "unknown kind"},
    {"role without a word", "role boss\n  sectors GOV\n", 1, "no word"},
    {"role with an unknown kind", ROLE "  kind king\n", 3, "unknown kind"},
    {"role with other holders", ROLE "  holders many\n", 3, "can be \"several\""},
    {"role key with a blank", "role big boss\n  word boss\n", 1, "without blanks"},
    {"entity without a code", "entity Nowhere PRE\n  name Nowhere\n", 1, "entity LABEL CODE SECTORS"},
    {"entity with an unknown code", "entity Nowhere ABD PRE\n  name Nowhere\n", 1, "unknown code"},
    {"list without members", "list a =\n", 1, "expected NAME ="},
    {"list without a sign", "list a b c\n", 1, "expected NAME ="},
    {"list with a line that does not go on", "list a = b\n  c\n", 2, "goes on with '|'"},
    {"list name", "list A = b\n", 1, "name of a list"},
    {"list twice", "list a = b\nlist a = c\n", 2, "list \"a\" was given before"},
    {"adding to a list that is nowhere", "list a += b\n", 1, "unknown list \"a\""},
    {"unknown event of means", "means KISS:drone = drone\n", 1, "unknown event or mode"},
    {"unknown mode of means", "means ASSAULT:kiss = drone\n", 1, "unknown event or mode"},
    {"means without a mode", "means ASSAULT = drone\n", 1, "unknown event or mode"},
    {"unknown context", "context love = kiss\n", 1, "unknown context"},
    {"anchor without a day", "anchor soon = doom\n", 1, "no day"},
    {"anchor twice", "anchor 2001 = doom\nanchor 2002 = Doom\n", 2, "already"},
    {"entry before a block", "meet.v subj:actor\n", 1, "before the first [EVENT]"},
    {"unknown event of a block", "[KISS]\n", 1, "unknown event or mode"},
    {"unknown mode of a block", "[CONSULT:kiss]\n", 1, "unknown event or mode"},
    {"content that decides nothing", "[ASSAULT:content]\n", 1, "unknown event or mode"},
    {"block left open", "[CONSULT\n", 1, "unknown event or mode"},
    {"word in a block line", "[CONSULT] meet\n", 1, "unknown key \"meet\""},
    {"line below a block line", "[CONSULT]\n  + A met B. => ABC -> -\n", 2, "a block line is none"},
    {"unknown CAMEO code", "[CONSULT] cameo=999\n", 1, "unknown CAMEO code"},
    {"CAMEO family", "[CONSULT] cameo=04\n", 1, "CAMEO family"},
    {"unknown context of a block", "[CONSULT] context=love\n", 1, "unknown context"},
    {"unknown auxiliary mode", FRAME "  aux=past\n  - A met.\n", 3, "unknown auxiliary mode"},
    {"mode of another event", FRAME "  mode=drone\n  - A met.\n", 3, "unknown mode"},
    {"agentless", FRAME "  agentless=never\n  - A met.\n", 3, "yes or no"},
    {"no example", FRAME "meet.n of:actor\n  - A met.\n", 2, "\"meet.v\" has no example"},
    {"unknown slot", "[CONSULT]\nmeet.v subject:actor\n  - A met.\n", 2, "\"subject:actor\" is no slot"},
    {"unknown side", "[CONSULT]\nmeet.v subj:agent\n  - A met.\n", 2, "is no slot"},
    {"absent and a side", "[CONSULT]\nmeet.v -obj:actor\n  - A met.\n", 2, "is no slot"},
    {"absent and wanted", "[CONSULT]\nmeet.v -obj!\n  - A met.\n", 2, "is no slot"},
    {"words with capitals", "[CONSULT]\nmeet.v obj=Delegation\n  - A met.\n", 2, "is no slot"},
    {"no words", "[CONSULT]\nmeet.v obj=\n  - A met.\n", 2, "is no slot"},
    {"unknown class", "[CONSULT]\nmeet.v subj~KING\n  - A met.\n", 2, "is no slot"},
    {"unknown list", "[CONSULT]\nmeet.v obj=@nobody\n  - A met.\n", 2, "unknown list \"nobody\""},
    {"lemma with capitals", "[CONSULT]\nMeet.v subj:actor\n  - A met.\n", 2, "is no lemma"},
    {"two particles", "[CONSULT]\nmeet+up+with.v subj:actor\n  - A met.\n", 2, "is no lemma"},
    {"example without an arrow", FRAME "  + A met B.\n", 3, "expected SENTENCE =>"},
    {"example with a bad code", FRAME "  + A met B. => Abecia -> -\n", 3, "expected SENTENCE =>"},
    {"example with an unknown code", FRAME "  + A met B. => ABC -> -\n", 3, "unknown code \"ABC\""},
    {"example with an unknown event", FRAME "  + A met B. => [KISS] UNO -> -\n", 3, "expected SENTENCE =>"},
    {"example with an unknown aux", FRAME "  + A met B. => +past UNO -> -\n", 3, "expected SENTENCE =>"},
    {"example with a bad day", FRAME "  + [2019-02-30] A met B. => UNO -> -\n", 3, "no day"},
    {"example without a sentence", FRAME "  + => UNO -> -\n", 3, "without a sentence"},
    {"negative example with a result", FRAME "  - A met B. => UNO -> -\n", 3, "negative example"},
};

static void test_mistakes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof MISTAKES / sizeof *MISTAKES; i++) {
        folder f;
        dem_lexicon *lex;
        dem_error err = {0};
        char path[96];
        folder_open(&f);
        folder_write(&f, "a.txt", MISTAKES[i].text);
        snprintf(path, sizeof path, "%s/a.txt", f.path);
        dem_status st = dem_lexicon_load(&lex, f.path, &err);
        folder_close(&f);
        if (st != DEM_E_LEXICON || err.line != MISTAKES[i].line || !strstr(err.text, MISTAKES[i].message))
            fail_msg("%s: status %d, line %d, %s", MISTAKES[i].why, st, (int)err.line, err.text);
        assert_null(lex);
        assert_string_equal(err.source, path);
    }
}

static void count(void *ctx, const dem_error *mistake)
{
    uint64_t *lines = ctx;
    lines[++lines[0]] = mistake->line;
}

static void test_all(void **state)
{
    (void)state;
    folder f;
    dem_lexicon *lex;
    dem_error err;
    uint64_t lines[8] = {0};
    dem_lexicon_options options = {.all = true, .report = count, .ctx = lines};
    folder_open(&f);
    folder_write(&f, "a.txt", "region X\n" LAND "  cities Y\nlist a += b\n");
    assert_int_equal(dem_lexicon_load_with(&lex, f.path, &options, &err), DEM_E_LEXICON);
    assert_int_equal(lines[0], 3);
    assert_int_equal(lines[1], 1);
    assert_int_equal(lines[2], 4);
    assert_int_equal(lines[3], 5);
    assert_int_equal(err.line, 1);
    folder_close(&f);
}

static void test_one_file(void **state)
{
    (void)state;
    folder f;
    dem_lexicon *lex;
    dem_error err;
    dem_lexicon_options options = {.alone = true};
    folder_open(&f);
    folder_write(&f, "p",
                 "person P\n  name P\n  office ABC GOV 2001.. boss\n" FRAME
                 "  obj=@nobody\n  + A. => ABC -> -\n");
    assert_int_equal(dem_lexicon_load_with(&lex, f.file[0], &options, &err), DEM_OK);
    assert_int_equal(dem_lexicon_count(lex).persons, 1);
    dem_lexicon_free(lex);
    folder_close(&f);
}

static void test_no_folder(void **state)
{
    (void)state;
    folder f;
    dem_lexicon *lex;
    dem_error err;
    folder_open(&f);
    assert_int_equal(dem_lexicon_load(&lex, f.path, &err), DEM_E_LEXICON);
    folder_write(&f, "notes.md", "nothing");
    assert_int_equal(dem_lexicon_load(&lex, f.path, &err), DEM_E_LEXICON);
    assert_int_equal(dem_lexicon_load(&lex, f.file[0], &err), DEM_E_IO);
    folder_close(&f);
    assert_int_equal(dem_lexicon_load(&lex, f.path, NULL), DEM_E_IO);
    dem_lexicon_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_all),
        cmocka_unit_test(test_one_file),
        cmocka_unit_test(test_no_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

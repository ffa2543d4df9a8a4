/* A user's own entries over those of a lexicon: what they replace, add, and may not say. */
#include "base/sha256.h"
#include "folder.h"

static const char BASE[] = "country ABC Abecia\n  name Abecia | Abecland\n  place Lake\n"
                           "country DEF Defland\n  name Defland\n"
                           "role chief\n  kind office\n  word chief | head\n"
                           "person Ann\n  name Ann Old | Ann\n  office ABC GOV 2001..2004 chief\n"
                           "person Bob\n  name Bob\n  office ABC GOV 2005.. chief\n"
                           "group League\n  name League\n  code ABC REB\n"
                           "entity Free Isle DEF PRE\n  name Free Isle\n"
                           "list light = hold | pay\nlist light += make\n"
                           "means ASSAULT:drone = drone\ncontext military = army\nanchor 2001 = great flood\n"
                           "[CONSULT]\nmeet.v subj:actor\n  - A met.\nmeet.v subj:actor obj!\n  - A met.\n";

/* BASE with the overlays that are not NULL; the test fails if it does not load. */
static dem_lexicon *over(const char *one, const char *two)
{
    folder base, own[2];
    const char *path[2], *text[2] = {one, two};
    dem_lexicon *lex = NULL;
    dem_error err = {0};
    size_t n = 0;
    folder_open(&base);
    folder_write(&base, "a.txt", BASE);
    for (; n < 2 && text[n]; n++) {
        folder_open(&own[n]);
        folder_write(&own[n], "a.txt", text[n]);
        path[n] = own[n].path;
    }
    dem_status st = dem_lexicon_load_over(&lex, base.path, path, n, &err);
    folder_close(&base);
    while (n) folder_close(&own[--n]);
    if (st != DEM_OK) fail_msg("%s:%d: %s", err.source, (int)err.line, err.text);
    return lex;
}

/* The first reading of all of `text`, or NULL. */
static const dem_sense *reading(const dem_lexicon *lex, const char *text)
{
    dem_str word[MAX_WORDS];
    const dem_sense *sense = NULL;
    uint32_t readings = 0, n = words_of(text, word);
    return dem_lexicon_match(lex, word, n, &sense, &readings) == n ? sense : NULL;
}

static const struct {
    const char *why, *one, *two;
    const char *there[3], *gone[3];
} NAMES[] = {
    {"nothing", NULL, NULL, {"Ann Old", "Abecland", "Lake"}, {"Ann New"}},
    {"a person", "person Ann\n  name Ann New\n  home DEF\n", NULL, {"Ann New", "Bob"}, {"Ann Old", "Ann"}},
    {"a country, by its code",
     "country ABC Abetopia\n  name Abetopia\n",
     NULL,
     {"Abetopia", "Defland"},
     {"Abecia", "Abecland", "Lake"}},
    {"a group", "group League\n  name Union\n  code ABC\n", NULL, {"Union"}, {"League"}},
    {"a role", "role chief\n  word boss\n", NULL, {"boss", "bosses"}, {"chief", "chiefs", "head"}},
    {"an entity", "entity Free Isle DEF PRE\n  name Isle\n", NULL, {"Isle"}, {"Free Isle"}},
    {"a collective is never replaced", "collective\n  name the Rest\n", NULL, {"the Rest", "Ann Old"}, {NULL}},
    {"by the last overlay",
     "person Ann\n  name Ann New\n  home DEF\n",
     "person Ann\n  name Ann Newer\n  home DEF\n",
     {"Ann Newer"},
     {"Ann Old", "Ann New"}},
    {"added names",
     "also person Ann\n  name Ann New\nalso country ABC\n  place Hill\nalso group League\n  name Union\n",
     NULL,
     {"Ann Old", "Ann New", "Hill"},
     {NULL}},
    {"and more",
     "also role chief\n  word boss\nalso entity Free Isle\n  name Isle\n",
     NULL,
     {"chief", "boss", "Isle"},
     {NULL}},
    {"an entity by its whole head",
     "also entity Free Isle DEF PRE\n  name Isle\n",
     NULL,
     {"Free Isle", "Isle"},
     {NULL}},
    {"added before it is there",
     "also person Cid\n  name Cid New\nperson Cid\n  name Cid\n  home DEF\n",
     NULL,
     {"Cid", "Cid New"},
     {NULL}},
    {"added to an overlay's entry",
     "person Ann\n  name Ann New\n  home DEF\n",
     "also person Ann\n  name Ann Newer\n",
     {"Ann New", "Ann Newer"},
     {"Ann Old"}},
    {"what was added goes with what is replaced",
     "also person Ann\n  name Ann New\n",
     "person Ann\n  name Ann Newer\n  home DEF\n",
     {"Ann Newer"},
     {"Ann Old", "Ann New"}},
};

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        dem_lexicon *lex = over(NAMES[i].one, NAMES[i].two);
        for (int k = 0; k < 3; k++) {
            const char *there = NAMES[i].there[k], *gone = NAMES[i].gone[k];
            if (there && !reading(lex, there)) fail_msg("%s: no %s", NAMES[i].why, there);
            if (gone && reading(lex, gone)) fail_msg("%s: %s is still there", NAMES[i].why, gone);
        }
        dem_lexicon_free(lex);
    }
}

static bool holds_chief(const dem_lexicon *lex, const char *role, int year, const char *person)
{
    const dem_actor *a = dem_lexicon_holder(lex, "ABC", reading(lex, role)->actor, dem_date_from(year, 6, 1));
    return a ? person && dem_str_is(a->label, person) : !person;
}

static void test_offices(void **state)
{
    (void)state;
    dem_lexicon *lex = over("role chief\n  word boss\n", NULL);
    assert_true(holds_chief(lex, "boss", 2002, "Ann"));
    assert_int_equal(dem_lexicon_count(lex).roles, 1);
    dem_lexicon_free(lex);

    lex = over("person Ann\n  name Ann\n  office ABC GOV 2001..2002 chief\n", NULL);
    assert_true(holds_chief(lex, "chief", 2002, "Ann"));
    assert_true(holds_chief(lex, "chief", 2003, NULL));
    assert_int_equal(dem_lexicon_count(lex).persons, 2);
    dem_lexicon_free(lex);

    lex = over("# new\nalso person Ann\n  office ABC GOV 2006..2007 chief\n", NULL);
    const dem_actor *ann = reading(lex, "Ann")->actor;
    assert_true(holds_chief(lex, "chief", 2002, "Ann"));
    assert_true(holds_chief(lex, "chief", 2005, "Bob"));
    assert_true(holds_chief(lex, "chief", 2006, "Ann"));
    assert_int_equal(dem_lexicon_count(lex).offices, 3);
    assert_int_equal(ann->n_tenure, 2);
    assert_int_equal(ann->tenure[1].line, 3);
    assert_true(dem_str_is(ann->file, "a.txt"));
    assert_true(dem_str_starts(ann->tenure[1].file, DEM_STR("/tmp/")));
    dem_lexicon_free(lex);

    lex = over("also group League\n  code ABC GOV 2010..\n", NULL);
    assert_int_equal(reading(lex, "League")->actor->n_tenure, 2);
    dem_lexicon_free(lex);
}

static bool light(const dem_lexicon *lex, const char *word)
{
    return dem_list_has(lex, dem_lexicon_list(lex, DEM_STR("light")), dem_str_from(word));
}

static void test_lists(void **state)
{
    (void)state;
    dem_lexicon *lex = over("list light = take | pay\n", NULL);
    assert_true(light(lex, "take") && light(lex, "pay"));
    assert_false(light(lex, "hold") || light(lex, "make"));
    dem_lexicon_free(lex);

    lex = over("also list light = take\n  | give\n", "list light += lend\n");
    assert_true(light(lex, "hold") && light(lex, "make") && light(lex, "take") && light(lex, "give") &&
                light(lex, "lend"));
    dem_lexicon_free(lex);

    lex = over("list light = take\n", "also list light = give\n");
    assert_true(light(lex, "take") && light(lex, "give"));
    assert_false(light(lex, "hold"));
    dem_lexicon_free(lex);
}

static void test_phrases(void **state)
{
    (void)state;
    uint32_t len;
    dem_date from, to;
    dem_str drone = DEM_STR("drone"), navy = DEM_STR("navy"), flood[] = {DEM_STR("great"), DEM_STR("flood")};
    dem_lexicon *lex =
        over("means ASSAULT:explosives = drone\ncontext military = navy\nanchor 2002 = great flood\n", NULL);
    dem_modes modes = dem_lexicon_means(lex, DEM_ASSAULT, &drone, 1, &len);
    assert_true(dem_modes_has(modes, DEM_ASSAULT_drone) && dem_modes_has(modes, DEM_ASSAULT_explosives));
    assert_true(dem_lexicon_contexts(lex, &navy, 1, &len) != 0);
    assert_true(dem_lexicon_anchor(lex, flood, 2, &from, &to, &len));
    assert_int_equal(from, dem_date_from(2002, 1, 1));
    dem_lexicon_free(lex);
}

static void test_frames(void **state)
{
    (void)state;
    static const uint32_t LAYERS[] = {0, 2, 1, 1, 0};
    static const uint32_t LINES[] = {28, 2, 2, 4, 26};
    uint32_t n;
    dem_lexicon *lex = over("[NONE]\nmeet.v subj\n  - A met.\nmeet.v subj:actor\n  - A met.\n",
                            "[COOPERATE]\nmeet.v subj:actor\n  - A met.\n");
    const dem_frame *const *f = dem_lexicon_frames(lex, DEM_POS_VERB, DEM_STR("meet"), &n);
    assert_int_equal(n, 5);
    for (uint32_t i = 0; i < n; i++) {
        assert_int_equal(f[i]->layer, LAYERS[i]);
        assert_int_equal(f[i]->line, LINES[i]);
    }
    dem_lexicon_free(lex);
}

static const struct {
    const char *why, *text;
    uint32_t line;
    const char *message;
} MISTAKES[] = {
    {"a mistake in an entry", "person Ann\n  name Ann\n  home XYZ\n", 3, "unknown code \"XYZ\""},
    {"a label twice", "person Ann\n  name Ann\n  home DEF\nperson Ann\n  name Ann\n  home DEF\n", 4,
     "was given before, in /tmp/"},
    {"a new label of another's", "country GHI Abecia\n  name Ghi\n", 1,
     "\"Abecia\" was given before, in a.txt:1"},
    {"nobody to add to", "also person Cid\n  name Cid\n", 1, "there is no person \"Cid\" to add to"},
    {"no country to add to", "\nalso country GHI Ghi\n  name Ghi\n", 2,
     "there is no country \"GHI\" to add to"},
    {"no list to add to", "also list lite = a\n", 1, "there is no list \"lite\" to add to"},
    {"no entity to add to", "also entity Isle\n  name Isle\n", 1, "there is no entity \"Isle\" to add to"},
    {"a kind that has no label", "also collective\n  name the Rest\n", 1, "\"also\" is followed by"},
    {"nothing", "also\n", 1, "\"also\" is followed by"},
    {"a key of another kind", "also country ABC\n  office ABC GOV 2001.. chief\n", 2, "unknown key \"office\""},
    {"an unknown role", "also person Ann\n  office ABC GOV 2001.. king\n", 2, "unknown role \"king\""},
    {"not UTF-8", "\n# \xff\n", 2, "not UTF-8"},
};

static void test_mistakes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof MISTAKES / sizeof *MISTAKES; i++) {
        folder base, own;
        dem_lexicon *lex;
        dem_error err = {0};
        folder_open(&base);
        folder_open(&own);
        folder_write(&base, "a.txt", BASE);
        folder_write(&own, "b.txt", MISTAKES[i].text);
        const char *path = own.path;
        dem_status st = dem_lexicon_load_over(&lex, base.path, &path, 1, &err);
        if (st != DEM_E_LEXICON || err.line != MISTAKES[i].line || !strstr(err.text, MISTAKES[i].message))
            fail_msg("%s: status %d, line %d, %s", MISTAKES[i].why, st, (int)err.line, err.text);
        assert_string_equal(err.source, own.file[0]);
        folder_close(&base);
        folder_close(&own);
    }
}

/* What is added to is in another file: only the lines are looked at. */
static void test_also_alone(void **state)
{
    (void)state;
    folder f;
    dem_lexicon *lex;
    dem_error err;
    dem_lexicon_options options = {.alone = true};
    folder_open(&f);
    folder_write(&f, "good.txt", "also person Cid\n  office ABC GOV 2001.. chief\nalso list l = a\n");
    folder_write(&f, "bad.txt", "also person Cid\n  offices X\n");
    assert_int_equal(dem_lexicon_load_with(&lex, f.file[0], &options, &err), DEM_OK);
    dem_lexicon_free(lex);
    assert_int_equal(dem_lexicon_load_with(&lex, f.file[1], &options, &err), DEM_E_LEXICON);
    assert_int_equal(err.line, 2);
    folder_close(&f);
}

/* The hash is that of all files in order; an overlay may be one file. */
static void test_files(void **state)
{
    (void)state;
    folder base, own;
    dem_lexicon *lex;
    dem_error err;
    char hex[65];
    folder_open(&base);
    folder_open(&own);
    folder_write(&base, "a.txt", "list a = b\n");
    folder_write(&own, "z", "list z = y\n");
    folder_write(&own, "c.txt", "list c = d\n");
    const char *const path[] = {own.path, own.file[0], base.file[0]};
    static const char *const TEXT[] = {"list a = b\n", "list a = b\nlist c = d\n",
                                       "list a = b\nlist c = d\nlist z = y\n"};
    for (size_t n = 0; n < 3; n++) {
        assert_int_equal(dem_lexicon_load_over(&lex, base.path, path, n, &err), DEM_OK);
        dem_sha256_of(dem_str_from(TEXT[n]), hex);
        assert_string_equal(dem_lexicon_hash(lex), hex);
        assert_int_equal(dem_lexicon_count(lex).files, n + 1);
        assert_int_equal(dem_lexicon_list(lex, DEM_STR("z")) != DEM_LIST_NONE, n > 1);
        dem_lexicon_free(lex);
    }
    unlink(own.file[1]);
    assert_int_equal(dem_lexicon_load_over(&lex, base.path, path, 1, &err), DEM_E_LEXICON);
    assert_string_equal(err.source, own.path);
    assert_int_equal(dem_lexicon_load_over(&lex, base.path, (const char *const[]){own.file[1]}, 1, &err),
                     DEM_E_IO);
    assert_string_equal(err.source, own.file[1]);
    folder_close(&base);
    folder_close(&own);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),   cmocka_unit_test(test_offices),    cmocka_unit_test(test_lists),
        cmocka_unit_test(test_phrases), cmocka_unit_test(test_frames),     cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_files),   cmocka_unit_test(test_also_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

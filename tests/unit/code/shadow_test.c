/* Frames that can never win: code/shadow.h. */
#include "../lexicon/folder.h"
#include "code/shadow.h"

#define NEVER "  - Nothing.\n"
#define FRAME(entry) entry "\n" NEVER

static const char LISTS[] = "list arms = tank | gun | air force\n"
                            "list heavy = tank | air force\n"
                            "list tools = plough\n"
                            "[SUPPORT]\n";

static const struct {
    const char *why, *text; /* line 5 is the first of `text`: an entry has two */
    const char *shadows;    /* "7<5;": line 7 never wins because of line 5 */
} CASES[] = {
    {"the same twice", FRAME("back.v subj:actor obj:recipient!") FRAME("back.v subj:actor obj:recipient!"),
     "7<5;"},
    {"of another type", FRAME("back.v obj=law subj:actor") "[ACCUSE]\n" FRAME("back.v obj=law subj:actor"),
     "8<5;"},
    {"one word of several", FRAME("back|help.v obj=law") FRAME("help.v obj=law"), "7<5;"},
    {"of different words", FRAME("back.v obj=law") FRAME("help.v obj=law"), ""},
    {"of different word classes", FRAME("back.v of=law") FRAME("back.n of=law"), ""},
    {"of different particles", FRAME("back+up.v obj=law") FRAME("back+off.v obj=law"), ""},
    {"of the same particle", FRAME("back+up.v obj=law|bill") FRAME("back+up.v obj=law"), "7<5;"},

    {"words within words", FRAME("back.v obj=law|bill") FRAME("back.v obj=bill"), "7<5;"},
    {"the narrower one first", FRAME("back.v obj=bill") FRAME("back.v obj=law|bill"), ""},
    {"words that only overlap", FRAME("back.v obj=law|bill") FRAME("back.v obj=law|plan"), ""},
    {"a word within a list", FRAME("back.v obj=@arms") FRAME("back.v obj=gun"), "7<5;"},
    {"a word beside the list", FRAME("back.v obj=@arms") FRAME("back.v obj=gun|plough"), ""},
    {"a list within a list", FRAME("back.v obj=@arms") FRAME("back.v obj=@heavy"), "7<5;"},
    {"a list within a list and words", FRAME("back.v obj=@heavy|gun") FRAME("back.v obj=@arms"), "7<5;"},
    {"a list beside a list", FRAME("back.v obj=@arms") FRAME("back.v obj=@tools"), ""},
    {"a wider list", FRAME("back.v obj=@heavy") FRAME("back.v obj=@arms"), ""},
    {"words of another slot", FRAME("back.v obj=law") FRAME("back.v subj=law"), ""},
    {"words of another preposition", FRAME("back.v in=law") FRAME("back.v on=law"), ""},

    {"more conditions win, wherever they stand", FRAME("back.v obj=law with!") FRAME("back.v obj=law|bill"),
     ""},
    {"more conditions that follow from each other", FRAME("back.v obj=law") FRAME("back.v obj! obj=law|bill"),
     "5<7;"},
    {"fewer conditions", FRAME("back.v obj!") FRAME("back.v obj=law"), ""},
    {"without conditions", FRAME("back.v subj:actor") FRAME("back.v subj:actor"), "7<5;"},

    {"a sector within a class", FRAME("back.v subj:actor~armed") FRAME("back.v subj:actor~MIL"), "7<5;"},
    {"a sector beside the class", FRAME("back.v subj:actor~armed") FRAME("back.v subj:actor~MIL|GOV"), ""},
    {"a class within a class", FRAME("back.v subj:actor~state") FRAME("back.v subj:actor~country|GOV"), "7<5;"},
    {"people may be armed too", FRAME("back.v subj:actor~people") FRAME("back.v subj:actor~CVL"), ""},
    {"a state is more than a country", FRAME("back.v subj:actor~country") FRAME("back.v subj:actor~state"), ""},

    {"less is ruled out", FRAME("back.v -obj=law") FRAME("back.v -obj=law|bill"), "7<5;"},
    {"more is ruled out", FRAME("back.v -obj=law|bill") FRAME("back.v -obj=law"), ""},
    {"all is ruled out", FRAME("back.v -obj=law") FRAME("back.v -obj"), "7<5;"},
    {"one word rules out no other: they may be joined", FRAME("back.v -obj=law -with") FRAME("back.v obj=bill"),
     ""},

    {"fewer roles", FRAME("back.v obj=law subj:actor") FRAME("back.v obj=law subj:actor to:recipient"), ""},
    {"more roles", FRAME("back.v obj=law subj:actor to:recipient") FRAME("back.v obj=law subj:actor"), "7<5;"},
    {"the roles changed over", FRAME("back.v obj=law subj:actor") FRAME("back.v obj=law subj:recipient"), ""},
    {"more conditions need no roles",
     FRAME("back.v obj! obj=law") FRAME("back.v obj=law subj:actor to:recipient"), "7<5;"},
    {"a slot that adds", FRAME("back.v subj:actor with:actor") FRAME("back.v subj:actor with:actor+"), ""},
    {"the same slots that add", FRAME("back.v subj:actor with:actor+") FRAME("back.v subj:actor with:actor+"),
     "7<5;"},
    {"towns are recipients of one alone",
     FRAME("back.v obj=law in:recipient") "[COERCE]\n" FRAME("back.v obj=law in:recipient"), ""},
    {"the subject of a light verb", FRAME("back.n subj:recipient of=law") FRAME("back.n of=law"), ""},
    {"the subject of a light verb, named", FRAME("back.n subj:actor of=law") FRAME("back.n of=law"), "7<5;"},

    {"an actor that must be there", FRAME("back.v obj:recipient!") FRAME("back.v obj:recipient! subj"), "7<5;"},
    {"there is no telling an actor by a word", FRAME("back.v obj:recipient!") FRAME("back.v obj!"), ""},
    {"before a court anybody will do",
     FRAME("back.v obj:recipient!") "[SANCTION:convict]\n" FRAME("back.v obj:recipient!"), ""},
    {"and the other way round",
     "[SANCTION:convict]\n" FRAME("back.v obj:recipient!") "[SUPPORT]\n" FRAME("back.v obj:recipient!"),
     "9<6;"},
    {"a thing will do as a target", FRAME("back.v obj:recipient!") "[ASSAULT]\n" FRAME("back.v obj:recipient!"),
     ""},
    {"read loosely a participant need not be there",
     FRAME("back.v subj! subj:actor") FRAME("back.v subj:actor!"), ""},
    {"the clause is not its subject", FRAME("back.v comp!") FRAME("back.v comp:recipient!"), ""},
    {"a phrase that need not be there",
     FRAME("back.n of! of=law to:recipient") FRAME("back.n of=law to:recipient!"), "7<5;"},
    {"with \"in\" it is sought further if it must be",
     FRAME("back.n of! of=law in:recipient") FRAME("back.n of=law in:recipient!"), ""},

    {"a content that may be missing",
     "[REQUEST:content]\n" FRAME("back.v subj:actor for:content") "[SUPPORT]\n" FRAME("back.v subj:actor"), ""},
    {"both ask for the same",
     "[REQUEST:content]\n" FRAME("back.v subj:actor for:content") FRAME("back.v subj:actor for:content"),
     "8<6;"},
    {"a content that is there",
     "[REQUEST:content]\n" FRAME("back.v subj:actor for:content") "[SUPPORT]\n" FRAME(
         "back.v for! for:content for"),
     ""},
    {"one may do without, the other not",
     "[REQUEST:content]\n" FRAME("back.v to:recipient for:content") "[AGREE:content]\n" FRAME(
         "back.v to:recipient for:content"),
     ""},
    {"no event before an event", "[NONE]\n" FRAME("back.v obj=law|bill") "[SUPPORT]\n" FRAME("back.v obj=law"),
     "9<6;"},
    {"no event, but fewer roles",
     "[NONE]\n" FRAME("back.v obj=law") "[SUPPORT]\n" FRAME("back.v obj=law subj:actor"), ""},
};

static void note(void *ctx, const dem_doubt *d)
{
    assert_int_equal(d->kind, DEM_DOUBT_SHADOWED);
    assert_int_equal(d->line, d->frame->line);
    assert_true(dem_str_eq(d->file, d->frame->file));
    dem_buf_addf(ctx, "%u<%u;", d->line, d->before->line);
}

static void shadows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        dem_buf text = {0}, got = {0};
        dem_buf_addf(&text, "%s%s", LISTS, CASES[i].text);
        dem_lexicon *l = lexicon_of(text.p);
        dem_shadows_find(l, note, &got);
        dem_buf_addz(&got, "");
        const char *is = got.p ? got.p : "";
        if (strcmp(is, CASES[i].shadows) != 0)
            print_error("%s: got \"%s\", expected \"%s\"\n", CASES[i].why, is, CASES[i].shadows);
        assert_string_equal(is, CASES[i].shadows);
        dem_lexicon_free(l);
        dem_buf_release(&text);
        dem_buf_release(&got);
    }
}

/* An overlay's frame comes before a built-in one as it is meant to; one that never wins itself is a doubt. */
static void overlays(void **state)
{
    (void)state;
    static const char OVER[] = "[ACCUSE]\n" FRAME("back.v obj=law") FRAME("help.v obj=law");
    folder below, above;
    dem_lexicon *l;
    dem_error err;
    dem_buf got = {0};
    folder_open(&below);
    folder_open(&above);
    folder_write(&below, "a.txt", "[SUPPORT]\n" FRAME("back.v obj=law") FRAME("help.v obj! obj=law"));
    folder_write(&above, "b.txt", OVER);
    const char *path = above.path;
    assert_int_equal(dem_lexicon_load_over(&l, below.path, &path, 1, &err), DEM_OK);
    dem_shadows_find(l, note, &got);
    dem_buf_addz(&got, "");
    assert_string_equal(got.p, "4<4;"); /* of the overlay by the built-in one */
    dem_buf_release(&got);
    dem_lexicon_free(l);
    folder_close(&above);
    folder_close(&below);
}

/* In a file of its own a list may be unknown: nothing is said of what is in it. */
static void an_unknown_list(void **state)
{
    (void)state;
    const dem_lexicon_options alone = {.alone = true};
    folder f;
    dem_lexicon *l;
    dem_error err;
    dem_buf got = {0};
    folder_open(&f);
    folder_write(&f, "a.txt",
                 "[SUPPORT]\n" FRAME("back.v obj=law") FRAME("back.v obj=@unknown")
                     FRAME("back.v obj=@unknown"));
    assert_int_equal(dem_lexicon_load_with(&l, f.file[0], &alone, &err), DEM_OK);
    dem_shadows_find(l, note, &got);
    dem_buf_addz(&got, "");
    assert_string_equal(got.p, "6<4;");
    dem_buf_release(&got);
    dem_lexicon_free(l);
    folder_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shadows), cmocka_unit_test(overlays),
                                       cmocka_unit_test(an_unknown_list)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

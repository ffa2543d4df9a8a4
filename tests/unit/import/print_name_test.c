/* Phrases in capitals as they stand in print, role words, and who is a person. */
#include "import/parts.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h> /* needs setjmp.h and stdarg.h before it */

static const struct {
    const char *why, *phrase, *expected; /* alternatives, parted by bars */
} NAMES[] = {
    {"words", "AMINA_WANJIRU_", "Amina Wanjiru"},
    {"blanks for underscores, too many of both", " AMINA  _WANJIRU__ ", "Amina Wanjiru"},
    {"an article goes", "THE_LAKE_REPUBLIC_", "Lake Republic"},
    {"but not a name that is one", "THE_", "THE"},
    {"small words", "FRONT_FOR_THE_UNITY_OF_THE_LAKES", "Front for the Unity of the Lakes"},
    {"a small word at the head", "OF_MICE", "Of Mice"},
    {"particles are small or not", "CARLA_VAN_DER_MEER", "Carla van der Meer|Carla Van Der Meer"},
    {"the loader raises the first", "AL_RASHID", "al Rashid"},
    {"a particle alone is a name", "BEN_", "BEN"},
    {"longer", "BINT_", "Bint"},
    {"behind a hyphen", "KIM_SO-YEON", "Kim So-Yeon|Kim So-yeon"},
    {"a particle before a hyphen", "OMAR_AL-SAYED", "Omar al-Sayed|Omar al-sayed|Omar Al-Sayed"},
    {"a link between hyphens", "QASR-I-SHIRIN", "Qasr-i-Shirin|Qasr-i-shirin"},
    {"an initial", "J._K_OWINO", "J. K Owino"},
    {"initials", "R.K._MEHTA", "R.K. Mehta"},
    {"an apostrophe goes on after one letter", "ANNE_O'NEILL", "Anne O'Neill"},
    {"but not before an s", "PEOPLE'S_FRONT", "People's Front"},
    {"nor late in a word", "SANA'A", "Sana'a"},
    {"an abbreviation with an s", "BJ'S_STORES", "BJ's Stores"},
    {"Scots", "IAN_MCDONALD", "Ian McDonald"},
    {"ordinals", "MAY_15TH_GROUP", "May 15th Group"},
    {"short forms", "ST._CLAIR_LTD", "St. Clair Ltd"},
    {"an abbreviation without a vowel", "MNLF_FIGHTERS", "MNLF Fighters"},
    {"a known one", "UN_ENVOY", "UN Envoy"},
    {"three letters alone", "ZUP_", "ZUP"},
    {"three letters in company", "LAM_ZUP", "Lam Zup"},
    {"stops", "U.N._ENVOY", "U.N. Envoy"},
    {"a slash", "LEFT/FRONT_PARTY", "Left/Front Party"},
    {"letters with accents",
     "MANFR\xc3\x89"
     "D_W\xc3\x96RNER",
     "Manfr\xc3\xa9"
     "d W\xc3\xb6rner"},
    {"words that have small letters stay", "UN_Secy_Gen", "UN Secy Gen"},
    {"brackets", "DIRECT_ACTION_(LAKELAND)", "Direct Action (Lakeland)"},
    {"quotation marks", "JAN_\"ZED\"_KOS", "Jan \"Zed\" Kos"},
    {"no letter", "39649", ""},
    {"one letter", "X_", ""},
    {"marks of ours", "A|B_CLUB", ""},
    {"nothing", "_", ""},
    {"an accent alone", "\xcc\x81 ABC", ""},
    {"too many words", "AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA_AA", ""},
    {"too long a word", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ""},
};

static dem_str join(dem_buf *b, const dem_str *name, uint32_t n)
{
    dem_buf_addz(b, "");
    for (uint32_t i = 0; i < n; i++) dem_buf_addf(b, "%s%.*s", i ? "|" : "", DEM_STR_ARG(name[i]));
    return dem_buf_str(b);
}

static void test_names(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        dem_dic_part part = {dem_str_from(NAMES[i].phrase), 1};
        const dem_dic_parts all = {&part, 1, 1};
        dem_str out[DEM_MAX_PRINTS];
        dem_buf b = {0};
        dem_str made = join(&b, out, dem_print_names(&arena, &all, 0, out));
        if (!dem_str_is(made, NAMES[i].expected)) fail_msg("%s: \"%s\"", NAMES[i].why, b.p);
        dem_buf_release(&b);
    }
    dem_arena_release(&arena);
}

/* The first letters of a synonym tell an abbreviation, written beside it or in brackets behind it. */
static void test_initials(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    static const dem_dic_part PHRASES[] = {
        {{"ULAP_", 5}, 1}, {{"UNION_OF_LAKE_AREA_PARTIES", 26}, 2}, {{"LAP_MEN", 7}, 3}};
    dem_dic_part list[3];
    memcpy(list, PHRASES, sizeof list);
    const dem_dic_parts all = {list, 3, 3};
    dem_str out[DEM_MAX_PRINTS];
    list[0].text.n = 4;
    assert_int_equal(dem_print_names(&arena, &all, 0, out), 1);
    assert_true(dem_str_is(out[0], "ULAP"));
    dem_dic_parts split = {0};
    static const dem_dic_part AOG = {{"ARMY_OF_GRACE_(AOG)_", 20}, 7}, PLACE = {{"ARMY_(LAKES)", 12}, 8};
    dem_phrase_split(&arena, &AOG, &split);
    dem_phrase_split(&arena, &PLACE, &split);
    assert_int_equal(split.n, 3);
    assert_true(dem_str_is(split.at[0].text, "ARMY_OF_GRACE_"));
    assert_true(dem_str_is(split.at[1].text, "AOG"));
    assert_int_equal(split.at[1].line, 7);
    assert_true(dem_str_is(split.at[2].text, "ARMY_(LAKES)"));
    dem_arena_release(&arena);
}

static const struct {
    const char *why, *phrase, *expected;
} WORDS[] = {
    {"a word", "FARMER", "farmer"},
    {"a phrase", "CHIEF EXECUTIVE_", "chief executive"},
    {"an article goes", "THE_POOR", "poor"},
    {"hyphens stay", "ANTI-DRUG_AGENT", "anti-drug agent"},
    {"a slash would part the plural", "F/A-18", ""},
    {"nothing", "", ""},
};

static void test_words(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        dem_str made = dem_print_word(&arena, dem_str_from(WORDS[i].phrase));
        if (!dem_str_is(made, WORDS[i].expected)) fail_msg("%s: \"%.*s\"", WORDS[i].why, DEM_STR_ARG(made));
    }
    dem_arena_release(&arena);
}

#define G DEM_KIND_GROUP
#define MAYBE DEM_KIND_GROUP_PERHAPS
#define F DEM_KIND_FORMER
#define O DEM_KIND_OFFICIAL

static const struct {
    const char *why, *head, *code;
    bool dated;
    dem_kind expected;
} KINDS[] = {
    {"an office with days, a name of two words", "AMINA_WANJIRU", "KENGOV", true, O},
    {"with a title", "PRESIDENT_WANJIRU", "KENGOV", true, O},
    {"an official of an organisation", "AMINA_WANJIRU", "IGOUNO", true, O},
    {"an office without days", "AMINA_WANJIRU", "KENGOV", false, MAYBE},
    {"no official", "AMINA_WANJIRU", "KENBUS", true, G},
    {"rebels may be a group", "LAKE_TIGERS", "KENREB", true, G},
    {"one word", "WANJIRU", "KENGOV", true, G},
    {"one word of a former official", "WANJIRU", "KENELI", false, F},
    {"an institution", "NATIONAL_ASSEMBLY", "KENLEG", true, G},
    {"even a former one", "OLD_PARTY", "KENELI", false, G},
    {"an office without a name", "KENYAN_PRESIDENT", "KENGOV", true, G},
    {"only titles", "LORD_MAJOR", "KENGOV", true, G},
    {"a title that is a name", "JOHN_MAJOR", "GBRGOV", true, O},
    {"of, behind a title", "LORD_HALE_OF_LAKE", "IGOUNO", true, O},
    {"of, without one", "BANK_OF_LAKE", "IGOUNO", true, G},
    {"of, right behind the title", "KING_OF_LAKE", "KENGOV", true, G},
    {"a suffix behind a comma", "PETER_KAMAU,_JR._", "KENELI", false, F},
    {"another comma", "PETER_KAMAU,_JOHN_OTIENO", "KENELI", false, G},
    {"digits", "GROUP_77", "KENGOV", true, G},
    {"a country", "SOUTH_LAKELAND", "KEN", true, G},
};

static void test_kinds(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        dem_period p = {.dated = KINDS[i].dated};
        assert_int_equal(dem_actor_code_read(dem_str_from(KINDS[i].code), false, &p.is), DEM_LOSS_NONE);
        const dem_periods all = {&p, 1, 1};
        dem_kind kind = dem_kind_of(dem_str_from(KINDS[i].head), &all);
        if (kind != KINDS[i].expected) fail_msg("%s: %d", KINDS[i].why, kind);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_initials),
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

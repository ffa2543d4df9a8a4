/* How names and texts are cut and folded, and the plurals of role words. */
#include "base/buf.h"
#include "folder.h"
#include "lexicon/key.h"
#include "lexicon/plural.h"

static const struct {
    const char *why, *text, *keys;
} CUTS[] = {
    {"blanks", "Xi  Jinping", "Xi|Jinping"},
    {"a clitic is a piece", "People's Republic", "People|'s|Republic"},
    {"typographic apostrophe, and one at the end", "Farmers’ Union’s", "Farmers|'|Union|'s"},
    {"hyphens part and vanish", "al-Qaeda vice-president", "al|Qaeda|vice|president"},
    {"an unusual hyphen", "Ban Ki\xe2\x80\x90moon", "Ban|Ki|moon"},
    {"full stops stay", "U.S.-led Inc.", "U.S.|led|Inc."},
    {"a comma is a piece", "Acme, Inc.", "Acme|,|Inc."},
    {"apostrophes inside words stay", "N'Djamena Sana'a", "N'Djamena|Sana'a"},
    {"diacritics go, case stays", "Türkiye ŁÓDŹ Ærø", "Turkiye|LODZ|Aero"},
    {"decomposed letters",
     "Erdog\xcc\x86"
     "an",
     "Erdogan"},
    {"a slash", "9/11", "9|/|11"},
    {"a quotation mark", "\xe2\x80\x9cX\xe2\x80\x9d", "\"X\""},
    {"nothing", " - ", ""},
};

static void test_cut(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CUTS / sizeof *CUTS; i++) {
        dem_buf b = {0};
        dem_str rest = dem_str_from(CUTS[i].text), piece;
        dem_buf_addz(&b, "");
        while (dem_piece_next(&rest, &piece)) {
            dem_key key;
            dem_key_cased(&key, piece);
            if (b.n) dem_buf_addc(&b, '|');
            dem_buf_add(&b, dem_key_str(&key));
        }
        if (!dem_str_is(dem_buf_str(&b), CUTS[i].keys)) fail_msg("%s: %s", CUTS[i].why, b.p ? b.p : "");
        dem_buf_release(&b);
    }
}

static void test_too_long(void **state)
{
    (void)state;
    char ascii[DEM_KEY_MAX + 2], wide[] = "\xc3\xa9", many[2 * (DEM_KEY_MAX + 2)];
    dem_key key;
    memset(ascii, 'x', sizeof ascii);
    for (size_t i = 0; i < sizeof many; i++) many[i] = wide[i % 2];
    dem_key_cased(&key, (dem_str){ascii, DEM_KEY_MAX});
    assert_int_equal(key.n, DEM_KEY_MAX);
    dem_key_cased(&key, (dem_str){ascii, DEM_KEY_MAX + 1});
    assert_int_equal(key.n, 0);
    dem_key_cased(&key, (dem_str){many, sizeof many});
    assert_int_equal(key.n, 0);
}

static void test_letters(void **state)
{
    (void)state;
    dem_key key = {"UKRAINE", 7}, to;
    dem_key_capitalised(&to, &key);
    assert_true(dem_str_is(dem_key_str(&to), "Ukraine"));
    dem_key_lower(&to, dem_str_from("Élysée"));
    assert_true(dem_str_is(dem_key_str(&to), "elysee"));
    assert_int_equal(dem_all_caps(dem_str_from("RUSSIA")), 6);
    assert_int_equal(dem_all_caps(dem_str_from("ÉLYSÉE")), 6);
    assert_int_equal(dem_all_caps(dem_str_from("RUSSIa")), 0);
    assert_int_equal(dem_all_caps(dem_str_from("1995")), 0);
    assert_true(dem_is_hyphen(dem_str_from("-")));
    assert_false(dem_is_hyphen(dem_str_from("--")));
    assert_false(dem_is_hyphen(dem_str_from("\xe2\x80\x94")));
}

static const struct {
    const char *why, *one, *many;
} PLURALS[] = {
    {"plain", "minister", "ministers"},
    {"y behind a consonant", "deputy", "deputies"},
    {"y behind a vowel", "envoy", "envoys"},
    {"hissing ends", "church", "churches"},
    {"s", "congress", "congresses"},
    {"x", "ex", "exes"},
    {"man", "spokesman", "spokesmen"},
    {"woman", "policewoman", "policewomen"},
    {"no man", "German", "Germans"},
    {"the last word", "foreign minister", "foreign ministers"},
    {"the word before \"of\"", "minister of foreign affairs", "ministers of foreign affairs"},
    {"the first preposition counts", "member of parliament for the north",
     "members of parliament for the north"},
    {"hyphens", "commander-in-chief", "commanders-in-chief"},
    {"general as adjective, and as noun", "attorney general", "attorneys general|attorney generals"},
    {"with a hyphen", "secretary-general", "secretaries-general|secretary-generals"},
    {"a real general", "major general", "major generals"},
    {"person", "spokesperson", "spokespersons|spokespeople"},
    {"is a plural already", "armed forces", ""},
    {"is a plural already, before a preposition", "heads of state", ""},
    {"men", "armed men", ""},
};

static void test_plurals(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < sizeof PLURALS / sizeof *PLURALS; i++) {
        dem_str out[DEM_MAX_PLURALS];
        dem_buf b = {0};
        uint32_t n = dem_plurals(&arena, dem_str_from(PLURALS[i].one), out);
        dem_buf_addz(&b, "");
        for (uint32_t k = 0; k < n; k++) {
            if (k) dem_buf_addc(&b, '|');
            dem_buf_add(&b, out[k]);
        }
        if (!dem_str_is(dem_buf_str(&b), PLURALS[i].many)) fail_msg("%s: %s", PLURALS[i].why, b.p ? b.p : "");
        assert_int_equal(dem_is_plural(dem_str_from(PLURALS[i].one)), n == 0);
        dem_buf_release(&b);
    }
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_too_long),
        cmocka_unit_test(test_letters),
        cmocka_unit_test(test_plurals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The gazetteer of a lexicon: which rows a name finds, and what lies where. */
#include "folder.h"

static const char LEXICON[] = "country ABC Abecia\n"
                              "  name Abecia\n"
                              "  iso AB | AC\n"
                              "  domain ab | co\n"
                              "country DEF Defland\n"
                              "  name Defland\n"
                              "list division = province | county | oblast\n"
                              "places ABC 10 20 5000\n"
                              "  water Long River 11 21 300\n"
                              "  region Kolm Oblast 12.5 -30.25 900\n"
                              "  town Kolm | Kolmstadt? 12.6 -30.3 400   # a comment\n"
                              "  town al-Bab | Türbe 12.7 -30.4 30\n"
                              "  region Province of Sest 13 22 100\n"
                              "  county Long County 13.1 22.1 10\n"
                              "places DEF -5 0.5 100\n"
                              "  town Kolm -5.1 0.6 2\n"
                              "places -\n"
                              "  water Blue Sea 0 0 50\n";

static dem_lexicon *lex;

static int load(void **state)
{
    (void)state;
    lex = lexicon_of(LEXICON);
    return 0;
}
static int unload(void **state)
{
    (void)state;
    dem_lexicon_free(lex);
    return 0;
}

/* "2: town Kolm ABC/Kolm Oblast 12.60 -30.30, ...": words taken and the readings; "?" doubtful, "~" bare. */
static void readings(dem_buf *b, const char *text)
{
    dem_str word[MAX_WORDS];
    const dem_naming *naming = NULL;
    uint32_t n = 0, words = words_of(text, word), length = dem_lexicon_place(lex, word, words, &naming, &n);
    dem_buf_clear(b);
    dem_buf_addf(b, "%u:", length);
    for (uint32_t i = 0; length && i < n; i++) {
        const dem_locality *p = naming[i].place;
        dem_buf_addf(b, "%s %s%s%s %.*s %s/%.*s %.2f %.2f", i ? "," : "", naming[i].doubtful ? "?" : "",
                     naming[i].bare ? "~" : "", dem_locality_kind_name(p->kind), DEM_STR_ARG(p->name),
                     p->country, DEM_STR_ARG(p->region), p->lat, p->lon);
    }
}

static void test_names(void **state)
{
    static const struct {
        const char *text, *want;
    } CASES[] = {
        {"Kolm and more", "1: town Kolm ABC/Kolm Oblast 12.60 -30.30, town Kolm DEF/ -5.10 0.60, ~region Kolm "
                          "Oblast ABC/ 12.50 -30.25"},
        {"Kolm Oblast was", "2: region Kolm Oblast ABC/ 12.50 -30.25"},
        {"Kolmstadt", "1: ?town Kolm ABC/Kolm Oblast 12.60 -30.30"},
        {"KOLMSTADT", "1: ?town Kolm ABC/Kolm Oblast 12.60 -30.30"},
        {"Long River", "2: water Long River ABC/ 11.00 21.00"},
        {"Long Road", "1: ~county Long County ABC/Province of Sest 13.10 22.10"},
        {"Al-Bab", "1: town al-Bab ABC/Kolm Oblast 12.70 -30.40"},
        {"Turbe", "1: town al-Bab ABC/Kolm Oblast 12.70 -30.40"},
        {"Sest", "1: ~region Province of Sest ABC/ 13.00 22.00"},
        {"Blue Sea", "2: water Blue Sea / 0.00 0.00"},
        {"kolm", "0:"},
        {"Nowhere", "0:"},
    };
    (void)state;
    dem_buf got = {0};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        readings(&got, CASES[i].text);
        assert_string_equal(got.p, CASES[i].want);
    }
    dem_buf_release(&got);
}

static void test_countries(void **state)
{
    (void)state;
    const dem_locality *p = dem_lexicon_centre(lex, "DEF");
    assert_non_null(p);
    assert_int_equal(p->kind, DEM_LOCALITY_COUNTRY);
    assert_int_equal(p->weight, 100);
    assert_true(p->has_point && p->lat == -5 && p->lon == 0.5);
    assert_null(dem_lexicon_centre(lex, "GHI"));
    assert_int_equal(dem_lexicon_count(lex).places, 7 + 1);
    assert_string_equal(dem_lexicon_iso(lex, DEM_STR("AC"))->code, "ABC");
    assert_null(dem_lexicon_iso(lex, DEM_STR("DE")));
}

static void test_domains(void **state)
{
    static const struct {
        const char *address, *code;
    } CASES[] = {
        {"https://www.example.ab/world/1.html", "ABC"},
        {"http://example.co.ab:8080?x=a.de", "ABC"},
        {"www.example.co", "ABC"},
        {"https://example.com/news.ab", ""},
        {"localhost", ""},
        {"", ""},
        {"https://", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const dem_actor *a = dem_lexicon_domain(lex, dem_str_from(CASES[i].address));
        assert_string_equal(a ? a->code : "", CASES[i].code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_countries),
                                       cmocka_unit_test(test_domains)};
    return cmocka_run_group_tests(tests, load, unload);
}

/* Sentences inside a line: zone_next_sentence and zone_weigh_sentence of reader/zone_traits.h. */
#include "zone_sample.h"

static void test_cutting(void **state)
{
    (void)state;
    static const struct {
        const char *text, *sentences[5];
    } CASES[] = {
        {"One. Two! Three?", {"One.", "Two!", "Three?"}},
        {"No end", {"No end"}},
        {"He said: \"Go.\" They went.", {"He said: \"Go.\"", "They went."}},
        {"It cost 3.5 million. It was lost.", {"It cost 3.5 million.", "It was lost."}},
        {"The U.S. army left. It", {"The U.S. army left.", "It"}},
        {"Well... then it ended.", {"Well... then it ended."}},
        {"Long\xE2\x80\xA6  Wait.", {"Long\xE2\x80\xA6", "Wait."}},
        {"", {NULL}},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_str s = dem_str_from(CASES[i].text), sentence;
        size_t at = 0, n = 0;
        for (; zone_next_sentence(s, &at, &sentence); n++) {
            if (!CASES[i].sentences[n]) fail_msg("%s: too many sentences", CASES[i].text);
            check_str(CASES[i].text, sentence, CASES[i].sentences[n]);
        }
        check_int(CASES[i].text, CASES[i].sentences[n] == NULL, true);
    }
}

/* With the weights as they are. */
static void test_weights(void **state)
{
    (void)state;
    static const struct {
        const char *sentence;
        dem_zone_kind kind;
    } CASES[] = {
        {"Subscribe to read the whole story.", DEM_ZONE_PAYWALL},
        {"Unlock this article with a monthly subscription.", DEM_ZONE_PAYWALL},
        {"Sign up to get our newsletter in your inbox.", DEM_ZONE_BOILERPLATE},
        {"Share this article with your friends.", DEM_ZONE_BOILERPLATE},
        {"Please accept our cookies to view this page.", DEM_ZONE_BOILERPLATE},
        {"The court ruled on Friday that the newspaper must close.", DEM_ZONE_BODY},
        {"The minister told reporters that the talks would go on.", DEM_ZONE_BODY},
        {"Readers of the paper protested in front of the ministry.", DEM_ZONE_BODY},
        {"The rebels signed the agreement after a month of talks.", DEM_ZONE_BODY},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        zone_unit u = zone_unit_of(&a, zone_lexicon_make(&a), dem_str_from(CASES[i].sentence));
        check_int(CASES[i].sentence, zone_weigh_sentence(&u), CASES[i].kind);
    }
    dem_arena_release(&a);
}

static void test_long_sentences_stay(void **state)
{
    (void)state;
    dem_arena a = {0};
    char text[2048] = "Subscribe to our newsletter";
    for (int i = 0; i < ZONE_SENTENCE; i++) strcat(text, " please");
    zone_unit u = zone_unit_of(&a, zone_lexicon_make(&a), dem_str_from(text));
    check_int("too long for a call", zone_weigh_sentence(&u), DEM_ZONE_BODY);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cutting), cmocka_unit_test(test_weights),
                                       cmocka_unit_test(test_long_sentences_stay)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What the words of a line are about: reader/zone_words.h. */
#include "base/utf8.h"
#include "zone_sample.h"

static zone_words count(const char *text)
{
    dem_arena a = {0};
    zone_words w = zone_words_count(zone_lexicon_make(&a), dem_utf8_fold(&a, dem_str_from(text)));
    dem_arena_release(&a);
    return w;
}

static void test_classes(void **state)
{
    (void)state;
    zone_words w = count("Subscribe to our newsletter, (please)!");
    check_int("words", w.words, 5);
    check_int("first", (w.first & W_SUBSCRIBE) != 0, true);
    check_int("last", (w.last & W_ORDER) != 0, true);
    check_int("all", (w.all & (W_SUBSCRIBE | W_WE | W_LETTER)) == (W_SUBSCRIBE | W_WE | W_LETTER), true);
    check_int("small", w.small, 1);
    w = count("Fishermen blockade harbour");
    check_int("of no class", w.all, 0);
    w = count("El presidente de la rep\xC3\xBA"
              "blica");
    check_int("small words of another language", w.others, 3);
    check_int("and none of English", w.english, 0);
    check_int("only signs", count("-- * --").words, 0);
    check_int("nothing", count("").words, 0);
}

static void test_dates_and_people(void **state)
{
    (void)state;
    check_int("a full date", count("Wednesday, Nov. 20, 2019").full_date, true);
    check_int("no year", count("Wednesday, Nov. 20").full_date, false);
    check_int("words between", count("Wednesday of all days in November 2019").full_date, false);
    check_int("an author", count("Jane Doe is a senior reporter in Freedonia").biography, true);
    check_int("late in the line", count("The man who wrote all of this in one night is a reporter").biography,
              false);
}

static void test_many_words(void **state)
{
    (void)state;
    char text[1000] = "";
    for (int i = 0; i < 150; i++) strcat(text, "peace ");
    strcat(text, "subscribe");
    check_int("no more are looked at", count(text).words, ZONE_COUNTED);
    check_int("what stands behind them is not seen", count(text).all, 0);
}

static const struct {
    uint32_t classes;
    const char *word;
} WORDS[] = {
#define WORD(classes, word) {classes, word},
#include "reader/zone_words.def"
};

static void test_each_word_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        check_int(WORDS[i].word, count(WORDS[i].word).all, WORDS[i].classes);
        if (i > 0 && strcmp(WORDS[i - 1].word, WORDS[i].word) >= 0)
            fail_msg("%s does not belong behind %s", WORDS[i].word, WORDS[i - 1].word);
    }
}

/* Sentences without a telling word are passed over, so each phrase that is looked for in a sentence must have one. */
static void test_phrases_are_telling(void **state)
{
    (void)state;
    static const char *const PHRASES[] = {
#define SENT_STARTS(kind, max, phrase) phrase,
#define SENT_HAS(kind, max, phrase) phrase,
#include "reader/zone_phrases.def"
    };
    for (size_t i = 0; i < COUNT(PHRASES); i++)
        if (!(count(PHRASES[i]).all & W_TELLING)) fail_msg("no word of \"%s\" is telling", PHRASES[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_classes), cmocka_unit_test(test_dates_and_people),
                                       cmocka_unit_test(test_many_words),
                                       cmocka_unit_test(test_each_word_is_found),
                                       cmocka_unit_test(test_phrases_are_telling)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

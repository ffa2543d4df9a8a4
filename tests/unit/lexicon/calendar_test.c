/* Words of time and named days: lexicon/calendar.h. Mistakes: error_test.c. */
#include "folder.h"
#include "lexicon/calendar.h"

#define BASE                                                                                                   \
    "time month 5 = May | Mai\ntime month 12 = December\ntime weekday 4 = Thursday\n"                          \
    "time number 2 = two | a couple of\ntime unit week = week | weeks\ntime part second-half = second half\n"  \
    "holiday 25 December = Feast\nholiday 1st Thursday of May +1 [KEN] = Feast\n"                              \
    "holiday on 2024-02-10 2025-01-29 = New Moon\nholiday easter -2 = Friday of Sorrow\n"                      \
    "holiday islamic 1 9 month = Fast\n"

static dem_lexicon *over(const char *overlay)
{
    folder base, own;
    dem_lexicon *lex = NULL;
    dem_error err = {0};
    const char *path = own.path;
    folder_open(&base);
    folder_open(&own);
    folder_write(&base, "a.txt", BASE);
    folder_write(&own, "b.txt", overlay);
    dem_status st = dem_lexicon_load_over(&lex, base.path, &path, 1, &err);
    folder_close(&base);
    folder_close(&own);
    if (st != DEM_OK) fail_msg("%s:%d: %s", err.source, (int)err.line, err.text);
    return lex;
}

static dem_time_word word(const dem_lexicon *lex, const char *text, uint32_t *len)
{
    dem_str w[MAX_WORDS];
    uint32_t n = words_of(text, w);
    return dem_lexicon_time(lex, w, n, len);
}

static void test_words(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned class;
        int value;
        uint32_t len;
    } CASES[] = {
        {"May 3", DEM_TIME_MONTH, 5, 1},
        {"MAI", DEM_TIME_MONTH, 5, 1},
        {"a couple of weeks", DEM_TIME_NUMBER, 2, 3},
        {"weeks", DEM_TIME_UNIT, DEM_UNIT_WEEK, 1},
        {"second half of May", DEM_TIME_PART, DEM_PART_SECOND_HALF, 2},
        {"second", DEM_TIME_NO_WORD, 0, 0},
        {"June", DEM_TIME_NO_WORD, 0, 0},
        {"Mai lied", DEM_TIME_DAY, -1, 2}, /* the overlay's */
    };
    dem_lexicon *lex = over("time day -1 = Mai lied\n");
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        uint32_t len;
        dem_time_word w = word(lex, CASES[i].text, &len);
        if (w.class != CASES[i].class || w.value != CASES[i].value || len != CASES[i].len)
            fail_msg("%s: class %d value %d length %d", CASES[i].text, w.class, w.value, (int)len);
    }
    dem_lexicon_free(lex);
}

static void test_rules(void **state)
{
    (void)state;
    uint32_t len;
    dem_lexicon *lex = over("holiday 2 May [CHN] = Feast\n");
    const dem_holiday *h = dem_lexicon_holiday(lex, (uint32_t)word(lex, "Feast", &len).value);
    assert_true(h->rule == DEM_HOLIDAY_FIXED && h->day == 2 && h->month == 5); /* the overlay's comes first */
    assert_string_equal(h->country, "CHN");
    h = dem_lexicon_holiday(lex, h->next);
    assert_true(h->rule == DEM_HOLIDAY_NTH && h->nth == 1 && h->weekday == 3 && h->month == 5 && h->shift == 1);
    assert_string_equal(h->country, "KEN");
    h = dem_lexicon_holiday(lex, h->next);
    assert_true(h->rule == DEM_HOLIDAY_FIXED && h->day == 25 && h->month == 12 && h->country[0] == 0);
    assert_true(h->next == DEM_HOLIDAY_NONE);
    h = dem_lexicon_holiday(lex, (uint32_t)word(lex, "New Moon", &len).value);
    assert_true(h->rule == DEM_HOLIDAY_LISTED && h->n_date == 2 && h->date[1] == dem_date_from(2025, 1, 29));
    h = dem_lexicon_holiday(lex, (uint32_t)word(lex, "Friday of Sorrow", &len).value);
    assert_true(h->rule == DEM_HOLIDAY_EASTER && h->shift == -2 && h->known_to == DEM_UNIT_DAY);
    h = dem_lexicon_holiday(lex, (uint32_t)word(lex, "Fast", &len).value);
    assert_true(h->rule == DEM_HOLIDAY_ISLAMIC && h->day == 1 && h->month == 9 &&
                h->known_to == DEM_UNIT_MONTH);
    dem_lexicon_free(lex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_words), cmocka_unit_test(test_rules)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

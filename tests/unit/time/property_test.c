/* Whatever the words, the tree and the day of publication: no crash, expressions in order inside the sentence, days inside
 * the calendar and in order. Sentences are made at random of words of time and of others; the same ones every time. */
#include "../base/check.h"
#include "time/time.h"

static const char *const WORDS[] = {"Monday",     "Sunday",     "May",          "March",    "February",
                                    "Dec.",       "29",         "31",           "1",        "3",
                                    "30",         "99",         "500",          "2024",     "1000",
                                    "2999",       "9999",       "0001",         "'24",      "24th",
                                    "31st",       "1990s",      "'90s",         "2014/15",  "last",
                                    "next",       "this",       "past",         "the",      "of",
                                    "in",         "on",         "since",        "until",    "by",
                                    "from",       "to",         "between",      "and",      "-",
                                    ",",          "week",       "weeks",        "month",    "year",
                                    "years",      "decade",     "century",      "weekend",  "hours",
                                    "days",       "day",        "ago",          "later",    "earlier",
                                    "after",      "before",     "eve",          "early",    "mid-March",
                                    "late",       "end",        "first",        "final",    "second",
                                    "half",       "a",          "two",          "couple",   "quarter",
                                    "Q3",         "summer",     "winter",       "spring",   "Easter",
                                    "Christmas",  "Ramadan",    "Eid",          "al-Fitr",  "Independence",
                                    "Day",        "Yom",        "Kippur",       "Victory",  "yesterday",
                                    "tomorrow",   "tonight",    "that",         "same",     "following",
                                    "previous",   "31/12/9999", "01/01/0001",   "3/4/2024", "2024-02-30",
                                    "99/99/9999", "\xc2\xa0",   "\xe2\x80\x99", "'",        "'s",
                                    "every",      "Kenya",      "left",         "",         "19th",
                                    "21st",       "night"};

static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u; /* Numerical Recipes' generator */
    return *state >> 8;
}

static void make(uint32_t *seed, dem_sentence *s, dem_token *tok, uint32_t most)
{
    *s = (dem_sentence){.tok = tok, .n = next(seed) % most + 1};
    bool tree = next(seed) % 2;
    for (uint32_t i = 0; i < s->n; i++) {
        dem_str w = dem_str_from(WORDS[next(seed) % COUNT(WORDS)]);
        tok[i] = (dem_token){.start = i * 16,
                             .end = i * 16 + (uint32_t)w.n,
                             .form = w,
                             .lemma = w,
                             .head = DEM_ROOT,
                             .rel = (uint8_t)(next(seed) % DEM_REL_COUNT),
                             .upos = (uint8_t)(next(seed) % DEM_UPOS_COUNT),
                             .xpos = (uint8_t)(next(seed) % DEM_XPOS_COUNT)};
        if (tree && i) tok[i].head = (int16_t)(next(seed) % s->n); /* heads anywhere, in circles too */
    }
}

static dem_date any_day(uint32_t *seed)
{
    static const char *const EDGES[] = {"0001-01-01", "0001-12-31", "9999-01-01",
                                        "9999-12-31", "2024-02-29", "1900-02-28"};
    uint32_t kind = next(seed) % 4;
    if (kind == 0) return DEM_DATE_NONE;
    if (kind == 1) return dem_date_parse(dem_str_from(EDGES[next(seed) % COUNT(EDGES)]));
    return dem_date_from(1 + (int)(next(seed) % 9999), 1 + (int)(next(seed) % 12), 1 + (int)(next(seed) % 28));
}

static bool in_calendar(dem_date d)
{
    return d >= dem_date_from(1, 1, 1) && d <= dem_date_from(9999, 12, 31);
}

static void check_days(const dem_days *d, const dem_time_anchor *a)
{
    if (d->period) {
        assert_true(d->first == a->day && in_calendar(d->last));
        return;
    }
    assert_true(in_calendar(d->first) && in_calendar(d->last) && d->first <= d->last);
    dem_civil c = dem_date_civil(d->first);
    if (d->precision == DEM_PRECISION_WEEK) assert_int_equal(dem_date_weekday(d->first), 0);
    if (d->precision == DEM_PRECISION_MONTH) assert_int_equal(c.day, 1);
    if (d->precision == DEM_PRECISION_YEAR) assert_true(c.day == 1 && c.month == 1);
}

static void test_anything(void **state)
{
    (void)state;
    enum { ROUNDS = 60000, MOST = 14 };
    dem_lexicon *lex;
    dem_error err = {0};
    dem_arena arena;
    dem_token tok[MOST];
    uint32_t seed = 20250318, found = 0, known = 0;
    if (dem_lexicon_load(&lex, TOP "/lexicon", &err) != DEM_OK) fail_msg("%s", err.text);
    dem_arena_init(&arena, 0);
    for (int round = 0; round < ROUNDS; round++) {
        dem_sentence s;
        dem_times times = {0};
        dem_arena_reset(&arena);
        make(&seed, &s, tok, MOST);
        dem_times_find(lex, &arena, &s, &times);
        for (size_t k = 0; k < times.n; k++) {
            const dem_time *t = &times.at[k];
            assert_true(t->from >= 0 && t->from < t->to && t->to <= (int)s.n);
            assert_true(k == 0 || t->from >= times.at[k - 1].to);
            assert_true(t->behind < (int)s.n);
            dem_time_anchor a = {.day = any_day(&seed),
                                 .written = any_day(&seed),
                                 .told = any_day(&seed),
                                 .behind = any_day(&seed),
                                 .future = next(&seed) % 2,
                                 .south = next(&seed) % 2,
                                 .month_first = (int8_t)(next(&seed) % 3) - 1,
                                 .country = next(&seed) % 2 ? "KEN" : ""};
            dem_days d;
            found++;
            if (!dem_time_resolve(lex, t, &a, &d)) continue;
            known++;
            check_days(&d, &a);
        }
    }
    assert_true(found > ROUNDS / 4 && known > ROUNDS / 8); /* the words do make expressions */
    dem_arena_release(&arena);
    dem_lexicon_free(lex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_anything)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What expressions mean, by the day of publication: expressions.txt, a sentence a line, analysed by the model that ships.
 *
 *   DAY[+][ key=value ...] | sentence | expression = first[..last] precision [marks]; ...
 *
 * DAY is that of publication, "-" for none; a plus says that the act lies ahead. Keys: written, told, behind (days),
 * country (code), us (0, 1: month first), south (1). "none" stands for an expression without a day, nothing at all for no
 * expression. */
#include "../base/check.h"
#include "base/buf.h"
#include "base/input.h"
#include "lang/lang.h"
#include "time/time.h"

enum { MOST_BYTES = 1 << 20 };

typedef struct {
    dem_model *model;
    dem_lang *lang;
    dem_lexicon *lexicon;
} world;

static int open_world(void **state)
{
    static world w;
    dem_error err = {0};
    if (dem_model_open(&w.model, TOP "/model/english.dem", &err) != DEM_OK) fail_msg("%s", err.text);
    if (dem_lexicon_load(&w.lexicon, TOP "/lexicon", &err) != DEM_OK) fail_msg("%s", err.text);
    w.lang = dem_lang_new(w.model);
    *state = &w;
    return 0;
}

static int close_world(void **state)
{
    world *w = *state;
    dem_lang_free(w->lang);
    dem_model_close(w->model);
    dem_lexicon_free(w->lexicon);
    return 0;
}

static dem_date day_or_none(dem_str s)
{
    return dem_date_parse(s);
}

/* Reads "2025-03-18+ told=2025-03-01 us=1". */
static dem_time_anchor read_anchor(dem_arena *arena, dem_str s)
{
    dem_time_anchor a = {.written = DEM_DATE_NONE,
                         .told = DEM_DATE_NONE,
                         .behind = DEM_DATE_NONE,
                         .month_first = -1,
                         .country = ""};
    dem_str word;
    dem_str_next(&s, ' ', &word);
    a.future = dem_str_ends(word, DEM_STR("+"));
    a.day = day_or_none(dem_str_sub(word, 0, 10));
    while (dem_str_next(&s, ' ', &word)) {
        size_t is = dem_str_find(word, DEM_STR("="));
        dem_str key = dem_str_sub(word, 0, is), value = dem_str_sub(word, is + 1, word.n);
        if (dem_str_is(key, "told")) a.told = day_or_none(value);
        else if (dem_str_is(key, "behind")) a.behind = day_or_none(value);
        else if (dem_str_is(key, "written")) a.written = day_or_none(value);
        else if (dem_str_is(key, "us")) a.month_first = dem_str_is(value, "1");
        else if (dem_str_is(key, "south")) a.south = true;
        else if (dem_str_is(key, "country")) a.country = dem_arena_printf(arena, "%.*s", DEM_STR_ARG(value)).p;
        else if (key.n) fail_msg("unknown key \"%.*s\"", DEM_STR_ARG(key));
    }
    return a;
}

static void note(dem_buf *b, const world *w, const dem_sentence *s, const dem_time *t, const dem_time_anchor *a)
{
    dem_days d;
    char first[11], last[11];
    dem_span span = dem_time_span(s, t);
    if (b->n) dem_buf_addz(b, "; ");
    for (uint32_t i = span.start; i < span.end; i++) dem_buf_addc(b, s->tok[t->from].form.p[i - span.start]);
    dem_buf_addz(b, " = ");
    if (!dem_time_resolve(w->lexicon, t, a, &d)) {
        dem_buf_addz(b, "none");
        return;
    }
    dem_date_format(d.first, first);
    dem_date_format(d.last, last);
    dem_buf_addz(b, first);
    if (d.last != d.first) dem_buf_addf(b, "..%s", last);
    dem_buf_addf(b, " %s", dem_precision_name(d.precision));
    if (d.conflict) dem_buf_addz(b, " conflict");
    if (t->label) dem_buf_addz(b, " label");
    if (t->since) dem_buf_addz(b, " since");
    if (t->until) dem_buf_addz(b, " until");
    if (t->by) dem_buf_addz(b, " by");
    if (t->counts) dem_buf_addz(b, " counts");
}

static void find(const world *w, dem_arena *arena, dem_str text, const dem_time_anchor *a, dem_buf *out)
{
    dem_report r = {.id = DEM_STR("r"), .text = text, .day = a->day};
    dem_sentence *s;
    uint32_t n;
    dem_buf_clear(out);
    dem_split(arena, &r, &s, &n);
    dem_lang_analyse(w->lang, arena, text, s, n);
    for (uint32_t i = 0; i < n; i++) {
        dem_times found = {0};
        dem_times_find(w->lexicon, arena, &s[i], &found);
        for (size_t k = 0; k < found.n; k++) note(out, w, &s[i], &found.at[k], a);
    }
}

static void test_expressions(void **state)
{
    enum { LEAST = 150 };
    const world *w = *state;
    dem_arena arena;
    dem_error err = {0};
    dem_buf got = {0};
    dem_str all, line;
    int failed = 0, cases = 0;
    dem_arena_init(&arena, 0);
    if (dem_input_file(TABLE, MOST_BYTES, &arena, &all, &err) != DEM_OK) fail_msg("%s", err.text);
    for (int number = 1; dem_str_next(&all, '\n', &line); number++) {
        dem_str day, text, want;
        if (!line.n || line.p[0] == '#') continue;
        dem_str_next(&line, '|', &day);
        if (!dem_str_next(&line, '|', &text) || !dem_str_next(&line, '|', &want))
            fail_msg("line %d: three parts", number);
        dem_time_anchor a = read_anchor(&arena, dem_str_trim(day));
        want = dem_str_trim(want);
        find(w, &arena, dem_str_trim(text), &a, &got);
        cases++;
        if (dem_str_eq(dem_buf_str(&got), want)) continue;
        print_message("expressions.txt:%d: %.*s\n  got  %.*s\n  want %.*s\n", number,
                      DEM_STR_ARG(dem_str_trim(text)), DEM_STR_ARG(dem_buf_str(&got)), DEM_STR_ARG(want));
        failed++;
    }
    dem_buf_release(&got);
    dem_arena_release(&arena);
    check_int("cases failed", failed, 0);
    assert_true(cases >= LEAST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_expressions)};
    return cmocka_run_group_tests(tests, open_world, close_world);
}

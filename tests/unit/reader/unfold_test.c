/* Items into reports: reader/unfold.h. */
#include "../base/check.h"
#include "reader/unfold.h"
#include "record/event.h"

static dem_languages *languages;

static int open_them(void **state)
{
    (void)state;
    return dem_languages_open(&languages, NULL, NULL) == DEM_OK ? 0 : -1;
}
static int close_them(void **state)
{
    (void)state;
    dem_languages_close(languages);
    return 0;
}

typedef struct unfolded {
    dem_arena arena;
    dem_unfolded found;
    dem_error err;
    dem_status status;
    dem_buf notices;
} unfolded;

static void on_notice(void *ctx, const dem_error *e)
{
    dem_buf_addf(ctx, "(%s)", e->text);
}

static unfolded unfold(const dem_item *item, bool any_language)
{
    unfolded u = {0};
    dem_unfolder *w = dem_unfolder_new(languages, any_language);
    dem_buf_addz(&u.notices, "");
    u.status = dem_unfold(w, &u.arena, item, &u.found, on_notice, &u.notices, &u.err);
    dem_unfolder_free(w);
    return u;
}
static void release(unfolded *u)
{
    dem_buf_release(&u->notices);
    dem_arena_release(&u->arena);
}

#define TALKS                                                                                                  \
    "The foreign ministers of both states met in the capital and said that they would go on with the talks. "

/* What was mended leads back to the text as it was handed over. */
static void test_cleaning(void **state)
{
    (void)state;
    dem_item item = {.report = {.id = DEM_STR("a"),
                                .title = DEM_STR("Talks &amp; tea"),
                                .text = DEM_STR(TALKS "They didn\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2t agree."),
                                .day = DEM_DATE_NONE}};
    unfolded u = unfold(&item, false);
    check_int("one", u.found.n, 1);
    const dem_report *r = u.found.report;
    check_str("title", r->title, "Talks & tea");
    check_str("text", r->text, TALKS "They didn\xE2\x80\x99t agree.");
    size_t at = dem_str_find(r->text, DEM_STR("agree"));
    dem_span given = dem_span_given(r, (dem_span){(uint32_t)at, (uint32_t)at + 5});
    check_str("the same word", dem_str_sub(r->given, given.start, given.end), "agree");
    at = dem_str_find(r->text, DEM_STR("didn"));
    given = dem_span_given(r, (dem_span){(uint32_t)at, (uint32_t)at + 8});
    check_str("the mended word", dem_str_sub(r->given, given.start, given.end),
              "didn\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2t");
    assert_true(r->zoned);
    release(&u);
}

static void test_clean_text_stays(void **state)
{
    (void)state;
    dem_item item = {.report = {.id = DEM_STR("a"), .text = DEM_STR(TALKS), .day = DEM_DATE_NONE}};
    unfolded u = unfold(&item, false);
    check_int("one", u.found.n, 1);
    assert_ptr_equal(u.found.report->text.p, item.report.text.p);
    assert_null(u.found.report->given.p);
    assert_true(dem_span_given(u.found.report, (dem_span){4, 11}).start == 4);
    release(&u);
}

#define GERMAN                                                                                                 \
    "Die Außenminister der beiden Staaten trafen sich in der Hauptstadt und sagten, dass sie die Gespräche " \
    "fortsetzen wollen. "

static void test_languages(void **state)
{
    (void)state;
    dem_item item = {.report = {.id = DEM_STR("a"), .text = DEM_STR(GERMAN GERMAN), .day = DEM_DATE_NONE}};
    unfolded u = unfold(&item, false);
    check_int("it is no error", u.status, DEM_OK);
    check_int("no report", u.found.n, 0);
    check_int("a foreign one", u.found.n_foreign, 1);
    check_str("its language", u.found.foreign[0], "de");
    release(&u);
    u = unfold(&item, true);
    check_int("whatever its language", u.found.n, 1);
    release(&u);
    item.report.text = DEM_STR(TALKS TALKS "\n" GERMAN);
    u = unfold(&item, false);
    check_int("a mixed one", u.found.n, 1);
    check_int("its foreign paragraph", u.found.report->n_zones, 1);
    release(&u);
    item.report.language = DEM_STR("fr");
    item.report.text = DEM_STR(TALKS TALKS);
    u = unfold(&item, false);
    check_int("the text knows better than the label", u.found.n, 1);
    check_str("label", u.found.report->language, "en");
    release(&u);
}

#define PAGE                                                                                                   \
    "<html><head><title>Envoys meet</title><meta charset=\"windows-1252\"></head><body><article><h1>Envoys "   \
    "meet</h1>"                                                                                                \
    "<p>" TALKS TALKS "</p><p>They didn\x92t agree. " TALKS "</p></article></body></html>"

static void test_pages(void **state)
{
    (void)state;
    dem_item item = {.report = {.id = DEM_STR("a"),
                                .url = DEM_STR("https://news.example/a"),
                                .published = DEM_STR("2024-05-06"),
                                .published_from = "feed",
                                .published_sure = 90,
                                .source = DEM_STR("a.html")},
                     .page = DEM_STR(PAGE)};
    unfolded u = unfold(&item, false);
    check_int("one", u.found.n, 1);
    const dem_report *r = u.found.report;
    check_str("id", r->id, "a");
    check_str("title", r->title, "Envoys meet");
    check_str("what the container knew", r->published, "2024-05-06");
    assert_true(r->day == dem_date_parse(DEM_STR("2024-05-06")));
    check_str("address", r->url, "https://news.example/a");
    assert_true(dem_str_find(r->text, DEM_STR("didn\xE2\x80\x99t")) < r->text.n);
    check_str("language", r->language, "en");
    assert_true(r->zoned);
    release(&u);
}

static void test_no_article(void **state)
{
    (void)state;
    dem_item item = {.report = {.source = DEM_STR("a.html"), .line = 3},
                     .page = DEM_STR("<html><body></body></html>")};
    unfolded u = unfold(&item, false);
    check_int("status", u.status, DEM_E_FORMAT);
    check_int("line", (long long)u.err.line, 3);
    check_str("source", dem_str_from(u.err.source), "a.html");
    release(&u);
}

static void test_fragments(void **state)
{
    (void)state;
    dem_item item = {.report = {.id = DEM_STR("a"), .title = DEM_STR("Envoys meet")},
                     .page = DEM_STR("<p>" TALKS "</p><h2>Tea</h2><p>" TALKS
                                     "<figure><figcaption>The hall.</figcaption></figure>"),
                     .type = DEM_FRAGMENT_TYPE};
    unfolded u = unfold(&item, false);
    check_int("one", u.found.n, 1);
    check_int("a heading and a caption", u.found.report->n_zones, 2);
    check_str("title", u.found.report->title, "Envoys meet");
    release(&u);
    item.page = DEM_STR("<p> <img src=x>");
    u = unfold(&item, false);
    check_int("nothing but a picture", u.status, DEM_E_FORMAT);
    release(&u);
}

static void test_bad_bytes(void **state)
{
    (void)state;
    dem_item item = {.page = DEM_STR("<meta charset=shift_jis><p>" TALKS TALKS "\x81\xFF</p>")};
    unfolded u = unfold(&item, false);
    check_int("one", u.found.n, 1);
    release(&u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cleaning),   cmocka_unit_test(test_clean_text_stays),
        cmocka_unit_test(test_languages),  cmocka_unit_test(test_pages),
        cmocka_unit_test(test_no_article), cmocka_unit_test(test_fragments),
        cmocka_unit_test(test_bad_bytes),
    };
    return cmocka_run_group_tests(tests, open_them, close_them);
}

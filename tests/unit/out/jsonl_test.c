/* The JSON of a record: keys in order, null rules, escapes, numbers. */
#include "out/number.h"
#include "out/writer.h"
#include "sample.h"
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const char *const RECORD_KEYS =
    "id link report date date_precision event mode context aux actor recipient reciprocal attribution "
    "event_loc quad_code event_scale cameo text_info text flags confidence contradicts corroboration coder "
    "codebook ";
static const char *const ENTITY_KEYS =
    "code sector entity_text start end identifier_id identifier_text office implied ";

static void render(dem_buf *b, const sample *s, bool no_text)
{
    dem_out_style style = {.coder = &s->coder, .no_text = no_text};
    dem_out_item item = {.report = &s->report, .events = &s->events};
    dem_jsonl_report(b, &style, &item);
}

/* Record `nth` parsed by a JSON library. */
static json_t *parsed(uint32_t nth, bool no_text)
{
    sample s;
    sample_init(&s);
    dem_buf b = {0};
    render(&b, &s, no_text);
    dem_str rest = dem_buf_str(&b), line = {0};
    for (uint32_t i = 0; i <= nth; i++) assert_true(dem_str_next(&rest, '\n', &line));
    json_t *j = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(j);
    dem_buf_release(&b);
    return j;
}

static void assert_keys(json_t *object, const char *expected)
{
    assert_true(json_is_object(object));
    dem_buf b = {0};
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) dem_buf_addf(&b, "%s ", key);
    assert_string_equal(b.p, expected);
    dem_buf_release(&b);
}

static void test_keys_are_complete_and_in_order(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 3; i++) {
        json_t *j = parsed(i, false);
        assert_keys(j, RECORD_KEYS);
        assert_keys(json_object_get(j, "report"), "id url title publisher published language ");
        assert_keys(json_array_get(json_object_get(j, "actor"), 0), ENTITY_KEYS);
        assert_keys(json_object_get(j, "text_info"),
                    "sequence start end trigger_start trigger_end trigger_text ");
        assert_keys(json_object_get(j, "corroboration"), "story reports mentions ");
        assert_keys(json_object_get(j, "coder"), "name version model lexicon ");
        json_decref(j);
    }
    json_t *j = parsed(0, false), *by = json_object_get(j, "attribution");
    assert_keys(by, "entity cue_text cue_start cue_end kind ");
    assert_keys(json_object_get(by, "entity"), ENTITY_KEYS);
    assert_keys(json_object_get(j, "event_loc"), "name country lat lon start end ");
    json_decref(j);
}

/* What stands at a path of the record, as JSON text. */
static const struct {
    const char *why;
    uint32_t record;
    const char *path, *json;
} VALUES[] = {
    {"the id is made of report, sentence and number", 0, "id", "\"r\\\"1:0:0\""},
    {"a later record counts its own sentence", 2, "id", "\"r\\\"1:2:0\""},
    {"an event told once links to itself", 1, "link", "\"r\\\"1:1:0\""},
    {"backslash, tab and quotation marks are escaped", 0, "report.title", "\"A \\\\ visit\\t\\\"home\\\"\""},
    {"an unknown publisher is null", 0, "report.publisher", "null"},
    {"a day", 0, "date", "\"2025-03-18\""},
    {"no date is null", 2, "date", "null"},
    {"the unit of the date", 1, "date_precision", "\"week\""},
    {"modes are written without their event", 0, "mode", "[\"visit\"]"},
    {"no mode is the empty list", 2, "mode", "[]"},
    {"auxiliary modes", 1, "aux", "[\"negation\"]"},
    {"sectors in order of precedence", 0, "actor.0.sector", "[\"GOV\", \"MIL\"]"},
    {"the words of a participant", 0, "recipient.0.entity_text", "\"Kenya’s President Amina Odhiambo\""},
    {"spans count bytes", 0, "recipient.0.end", "34"},
    {"who holds the office", 0, "actor.0.office", "\"Minister\""},
    {"an implied actor has no words", 1, "actor.0.entity_text", "null"},
    {"an implied actor has no start", 1, "actor.0.start", "null"},
    {"an implied actor says so", 1, "actor.0.implied", "true"},
    {"an unresolved code is null", 1, "recipient.0.code", "null"},
    {"a country alone has no sector", 2, "actor.1.sector", "[]"},
    {"mutual acts have no recipient", 2, "recipient", "[]"},
    {"the report's own word is null", 2, "attribution", "null"},
    {"nobody is named", 1, "attribution.entity", "null"},
    {"the word that marks the source", 1, "attribution.cue_text", "\"Reportedly\""},
    {"a place from the dateline has no span", 1, "event_loc.start", "null"},
    {"an unresolved place has no country", 1, "event_loc.country", "null"},
    {"nor a point", 1, "event_loc.lat", "null"},
    {"no place", 2, "event_loc", "null"},
    {"quad class", 1, "quad_code", "4"},
    {"CAMEO codes keep their zero", 0, "cameo", "\"043\""},
    {"the sentence as it stands", 2, "text", "\"Chad and Peru \\\"traded wheat\\\".\""},
    {"flags in alphabetical order", 0, "flags", "[\"garbled\", \"unknown_person\"]"},
    {"two decimals", 0, "confidence", "0.63"},
    {"no story", 0, "corroboration.story", "null"},
    {"no lexicon", 0, "coder.lexicon", "null"},
    {"the codebook", 0, "codebook", "\"" DEM_CODEBOOK "\""},
};

static json_t *at_path(json_t *j, const char *path)
{
    dem_str rest = dem_str_from(path), part;
    while (j && dem_str_next(&rest, '.', &part)) {
        uint32_t i;
        char name[32];
        snprintf(name, sizeof name, "%.*s", DEM_STR_ARG(part));
        j = dem_str_u32(part, &i) ? json_array_get(j, i) : json_object_get(j, name);
    }
    return j;
}

static void test_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++) {
        json_t *j = parsed(VALUES[i].record, false), *v = at_path(j, VALUES[i].path);
        char *text = v ? json_dumps(v, JSON_ENCODE_ANY) : NULL;
        if (!text || strcmp(text, VALUES[i].json) != 0)
            fail_msg("%s: %s is %s, not %s", VALUES[i].why, VALUES[i].path, text ? text : "missing",
                     VALUES[i].json);
        free(text);
        json_decref(j);
    }
}

/* Each text beside a span is the slice that the span names. */
static void assert_slice(json_t *object, const char *text, const char *start, const char *end)
{
    json_t *t = json_object_get(object, text);
    if (json_is_null(t)) {
        assert_true(json_is_null(json_object_get(object, start)));
        assert_true(json_is_null(json_object_get(object, end)));
        return;
    }
    size_t from = (size_t)json_integer_value(json_object_get(object, start));
    size_t to = (size_t)json_integer_value(json_object_get(object, end));
    assert_int_equal(to - from, json_string_length(t));
    assert_memory_equal(SAMPLE_TEXT + from, json_string_value(t), to - from);
}

static void test_spans_name_their_words(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 3; i++) {
        json_t *j = parsed(i, false), *info = json_object_get(j, "text_info"), *e;
        size_t k;
        json_array_foreach(json_object_get(j, "actor"), k, e) assert_slice(e, "entity_text", "start", "end");
        json_array_foreach(json_object_get(j, "recipient"), k, e)
            assert_slice(e, "entity_text", "start", "end");
        assert_slice(info, "trigger_text", "trigger_start", "trigger_end");
        if (i < 2) assert_slice(json_object_get(j, "attribution"), "cue_text", "cue_start", "cue_end");
        if (i < 2) assert_slice(json_object_get(j, "event_loc"), i ? "start" : "name", "start", "end");
        json_decref(j);
    }
}

static void test_without_text(void **state)
{
    (void)state;
    json_t *j = parsed(0, true);
    assert_true(json_is_null(json_object_get(j, "text")));
    assert_string_equal(json_string_value(at_path(j, "text_info.trigger_text")), "received");
    json_decref(j);
}

static void test_same_bytes_again(void **state)
{
    (void)state;
    sample s;
    sample_init(&s);
    dem_buf a = {0}, b = {0};
    render(&a, &s, false);
    render(&b, &s, false);
    assert_true(dem_str_eq(dem_buf_str(&a), dem_buf_str(&b)));
    assert_true(dem_str_find(dem_buf_str(&a), DEM_STR("\"event_scale\": 4.0, ")) < a.n);
    assert_true(dem_str_find(dem_buf_str(&a), DEM_STR("\"lat\": -1.28333, \"lon\": 36.8, ")) < a.n);
    assert_int_equal(a.p[a.n - 1], '\n');
    dem_buf_release(&a);
    dem_buf_release(&b);
}

static const struct {
    const char *why;
    double x;
    const char *tenths, *degrees;
} NUMBERS[] = {
    {"a whole number keeps one decimal", 4, "4.0", "4"},
    {"negative", -9.5, "-9.5", "-9.5"},
    {"zero has no sign", -0.000001, "0.0", "0"},
    {"between zero and minus one", -0.5, "-0.5", "-0.5"},
    {"five decimals", 116.397231, "116.4", "116.39723"},
    {"no trailing zeros", 39.90750, "39.9", "39.9075"},
    {"small decimals keep their zeros", 10.00007, "10.0", "10.00007"},
    {"the date line", -180, "-180.0", "-180"},
};

static void test_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        dem_buf t = {0}, d = {0};
        dem_out_tenths(&t, NUMBERS[i].x);
        dem_out_degrees(&d, NUMBERS[i].x);
        if (strcmp(t.p, NUMBERS[i].tenths) != 0 || strcmp(d.p, NUMBERS[i].degrees) != 0)
            fail_msg("%s: %s and %s", NUMBERS[i].why, t.p, d.p);
        dem_buf_release(&t);
        dem_buf_release(&d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_are_complete_and_in_order),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_spans_name_their_words),
        cmocka_unit_test(test_without_text),
        cmocka_unit_test(test_same_bytes_again),
        cmocka_unit_test(test_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

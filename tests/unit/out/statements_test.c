/* Statements as they are written: out/statements.c. */
#include "../base/check.h"
#include "out/writer.h"
#include "sample.h"
#include <jansson.h>

typedef struct world {
    sample s;
    dem_span span[5];
    uint32_t event;
    dem_statement statement[2];
    dem_statements all;
} world;

/* "the ministry said" with a content in two pieces and the first event; within it, one of nobody. */
static dem_out_item item_of(world *w)
{
    sample_init(&w->s);
    dem_str t = w->s.report.text;
    w->span[0] = sample_span(t, 0, "the ministry");
    w->span[1] = sample_span(t, 0, "said");
    w->span[2] = sample_span(t, 0, "received Pedro Lima");
    w->span[3] = sample_span(t, 0, "on Tuesday");
    w->span[4] = sample_span(t, 0, "Reportedly");
    w->statement[0] = (dem_statement){.within = -1,
                                      .source = {&w->span[0], 1},
                                      .cue = {&w->span[1], 1},
                                      .content = {&w->span[2], 2},
                                      .named = true,
                                      .kind = DEM_SPEECH_INDIRECT,
                                      .event = &w->event,
                                      .n_event = 1};
    w->statement[0].entity = sample_entity("KEN", DEM_BIT(DEM_SEC_GOV), w->span[0]);
    w->statement[1] =
        (dem_statement){.sentence = 1, .within = 0, .cue = {&w->span[4], 1}, .kind = DEM_SPEECH_MIXED};
    w->all = (dem_statements){w->statement, 2};
    return (dem_out_item){.report = &w->s.report, .events = &w->s.events, .statements = &w->all};
}

static const char *word(const json_t *o, const char *key)
{
    return json_string_value(json_object_get(o, key));
}

static json_t *line(dem_str *rest)
{
    dem_str one;
    assert_true(dem_str_next(rest, '\n', &one));
    json_t *o = json_loadb(one.p, one.n, 0, NULL);
    assert_non_null(o);
    return o;
}

static void test_json(void **state)
{
    (void)state;
    world w = {.event = 0};
    dem_buf b = {0};
    dem_out_item item = item_of(&w);
    dem_statements_jsonl(&b, &(dem_out_style){.coder = &w.s.coder}, &item);
    dem_str rest = dem_buf_str(&b);
    json_t *first = line(&rest), *second = line(&rest);
    assert_string_equal(word(first, "id"), "r\"1:s0:0");
    assert_string_equal(word(first, "kind"), "indirect");
    assert_true(json_is_null(json_object_get(first, "within")));
    const json_t *source = json_object_get(first, "source"), *content = json_object_get(first, "content");
    assert_string_equal(word(source, "text"), "the ministry");
    assert_string_equal(word(json_object_get(source, "entity"), "code"), "KEN");
    assert_string_equal(word(content, "text"), "received Pedro Lima on Tuesday");
    assert_int_equal(json_array_size(json_object_get(content, "pieces")), 2);
    assert_int_equal(json_integer_value(json_object_get(content, "end")), w.span[3].end);
    assert_string_equal(json_string_value(json_array_get(json_object_get(first, "events"), 0)), "r\"1:0:0");
    assert_true(json_is_null(json_object_get(second, "source")));
    assert_string_equal(word(second, "within"), "r\"1:s0:0");
    assert_true(json_is_null(json_object_get(json_object_get(second, "content"), "text")));
    assert_int_equal(json_array_size(json_object_get(second, "events")), 0);
    json_decref(first);
    json_decref(second);
    dem_buf_release(&b);
}

static void test_no_text(void **state)
{
    (void)state;
    world w = {.event = 0};
    dem_buf b = {0};
    dem_out_item item = item_of(&w);
    dem_statements_jsonl(&b, &(dem_out_style){.coder = &w.s.coder, .no_text = true}, &item);
    assert_null(strstr(b.p, "received"));
    assert_non_null(strstr(b.p, "ministry"));
    dem_buf_release(&b);
}

static void test_tsv(void **state)
{
    (void)state;
    world w = {.event = 0};
    dem_buf b = {0};
    dem_out_item item = item_of(&w);
    dem_statements_tsv(&b, &(dem_out_style){.coder = &w.s.coder}, &item);
    assert_string_equal(
        b.p, "r\"1:s0:0\tindirect\t\tthe ministry\tKEN\tGOV\tsaid\treceived Pedro Lima on Tuesday\tr\"1:0:0\n"
             "r\"1:s1:0\tmixed\tr\"1:s0:0\t\t\t\tReportedly\t\t\n");
    dem_buf_release(&b);
}

static void test_table_of_writers(void **state)
{
    (void)state;
    assert_ptr_equal(dem_writer_find(DEM_STATEMENT_WRITERS, DEM_STR("jsonl")), &DEM_STATEMENT_WRITERS[0]);
    assert_non_null(dem_writer_find(DEM_STATEMENT_WRITERS, DEM_STR("tsv")));
    assert_null(dem_writer_find(DEM_STATEMENT_WRITERS, DEM_STR("table")));
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_no_text),
        cmocka_unit_test(test_tsv),
        cmocka_unit_test(test_table_of_writers),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}

/* Header lines: warc/fields.h. */
#include "../base/check.h"
#include "warc/fields.h"

static void test_end(void **state)
{
    (void)state;
    static const struct {
        const char *block;
        long long end;
    } CASES[] = {
        {"a: b\r\n\r\nbody", 8}, {"a: b\n\nbody", 6}, {"\nbody", 1}, {"\r\nbody", 2},
        {"a: b\r\n", 0},         {"a: b", 0},         {"", 0},       {"\r", 0},
        {"a\n \n\nx", 5},        {"a\r\r\n\r\nx", 6},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].block, (long long)dem_fields_end(dem_str_from(CASES[i].block)), CASES[i].end);
}

static void test_parse(void **state)
{
    (void)state;
    static const struct {
        const char *head, *name, *value;
    } CASES[] = {
        {"HTTP/1.1 200 OK\r\nA: b\r\n\r\n", "a", "b"},
        {"first\nA:b\n\n", "A", "b"},
        {"first\nA  : \t b \t\r\n\n", "A", "b"},
        {"first\nA: b: c\n\n", "A", "b: c"},
        {"A: in the first line\nB: c\n\n", "A", ""},
        {"first\nA: one\nA: two\n\n", "A", "one"},
        {"first\nA: one\n two\n\tthree\nB: c\n\n", "A", "one  two \tthree"},
        {"first\nA: one\r\n two\r\n\r\n", "A", "one   two"},
        {"first\n folded into nothing\nA: b\n\n", "A", "b"},
        {"first\nno colon\nA: b\n\n", "A", "b"},
        {"first\nA:\n\n", "A", ""},
        {"first\nA: no line end", "A", "no line end"},
        {"first\n: no name\n\n", "", "no name"},
        {"first", "A", ""},
        {"", "A", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_arena a = {0};
        dem_fields f = dem_fields_parse(&a, dem_str_from(CASES[i].head));
        check_str(CASES[i].head, dem_fields_get(&f, CASES[i].name), CASES[i].value);
        dem_arena_release(&a);
    }
}

/* A field that is there and empty is not one that is missing. */
static void test_missing(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_fields f = dem_fields_parse(&a, DEM_STR("first\nA:\n\n"));
    assert_non_null(dem_fields_get(&f, "A").p);
    assert_null(dem_fields_get(&f, "B").p);
    dem_arena_release(&a);
}

static void test_parameter(void **state)
{
    (void)state;
    static const struct {
        const char *value, *out;
    } CASES[] = {
        {"text/html; charset=utf-8", "utf-8"},
        {"text/html;charset=\"utf-8\"", "utf-8"},
        {"text/html; Charset = 'UTF-8' ; x=y", "UTF-8"},
        {"text/html; x=y; charset=koi8-r", "koi8-r"},
        {"text/html; charset", ""},
        {"text/html; charset=", ""},
        {"text/html; charset=\"", ""},
        {"charset=utf-8", ""},
        {"text/html", ""},
        {";;;=;charset=a;charset=b", "a"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].value, dem_field_parameter(dem_str_from(CASES[i].value), "charset"), CASES[i].out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_end), cmocka_unit_test(test_parse),
                                       cmocka_unit_test(test_missing), cmocka_unit_test(test_parameter)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

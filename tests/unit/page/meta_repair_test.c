/* JSON as it stands in pages: page/meta_repair.h. */
#include "../base/check.h"
#include "page/meta_repair.h"

static void unwrapping(void **state)
{
    (void)state;
    check_str("CDATA in comments", dem_meta_unwrap(DEM_STR("\n//<![CDATA[\n{\"a\":1}\n//]]>\n")), "{\"a\":1}");
    check_str("a comment of HTML", dem_meta_unwrap(DEM_STR("<!-- {} -->")), "{}");
    check_str("both", dem_meta_unwrap(DEM_STR("<!--/*<![CDATA[*/{};/*]]>*/-->")), "{}");
    check_str("nothing left", dem_meta_unwrap(DEM_STR("// // ;")), "");
    check_str("plain", dem_meta_unwrap(DEM_STR("[1]")), "[1]");
}

/* What is read, written out anew with keys in order; "none". */
static void parsing(void **state)
{
    static const struct {
        const char *text, *want;
    } CASES[] = {
        {"{\"a\": [1, true]}", "{\"a\":[1,true]}"},
        {"{\"a\":\"one\ntwo\tthree\"}", "{\"a\":\"one two three\"}"},
        {"{\"a\":1,}", "{\"a\":1}"},
        {"[1, 2 , ]", "[1,2]"},
        {"{\"a\": , \"b\":}", "{\"a\":null,\"b\":null}"},
        {"{\"a\":\"br\\\"ace }, ] ,}\",}", "{\"a\":\"br\\\"ace }, ] ,}\"}"},
        {"{\"a\":\"back\\\nslash\",}", "none"}, /* cannot mean one thing only */
        {"{\"a\":1} {\"b\":2}", "none"},
        {"{\"a\":1", "none"},
        {"{a:1}", "none"},
        {"\"\\ud800\"", "none"},
        {"", "none"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        json_t *v = dem_meta_parse(dem_str_from(CASES[i].text));
        char *got = v ? json_dumps(v, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY) : NULL;
        check_str(CASES[i].text, dem_str_from(got ? got : "none"), CASES[i].want);
        free(got);
        json_decref(v);
    }
}

static void too_much(void **state)
{
    dem_buf b = {0};
    (void)state;
    for (int i = 0; i < 100000; i++) dem_buf_addc(&b, '[');
    assert_null(dem_meta_parse(dem_buf_str(&b)));
    dem_buf_clear(&b);
    for (int i = 0; i < 20000; i++) dem_buf_addc(&b, '[');
    for (int i = 0; i < 20000; i++) dem_buf_addc(&b, ']');
    assert_null(dem_meta_parse(dem_buf_str(&b)));
    dem_buf_clear(&b);
    dem_buf_addz(&b, "[0");
    for (int i = 0; i < 300000; i++) dem_buf_addz(&b, ",0");
    dem_buf_addc(&b, ']');
    assert_null(dem_meta_parse(dem_buf_str(&b)));
    dem_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(unwrapping), cmocka_unit_test(parsing),
                                       cmocka_unit_test(too_much)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

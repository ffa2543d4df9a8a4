/* Growing bytes: base/buf.h. */
#include "base/buf.h"
#include "check.h"

static void test_json(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        dem_str in;
        const char *out;
    } CASES[] = {
        {"plain", {"abc", 3}, "\"abc\""},
        {"empty", {"", 0}, "\"\""},
        {"no bytes at all", {NULL, 0}, "\"\""},
        {"quotation mark and backslash", {"a\"b\\c", 5}, "\"a\\\"b\\\\c\""},
        {"named controls", {"\n\r\t", 3}, "\"\\n\\r\\t\""},
        {"other controls, NUL too", {"\x00\x01\x1f", 3}, "\"\\u0000\\u0001\\u001f\""},
        {"DEL and slash stay", {"\x7f/", 2}, "\"\x7f/\""},
        {"letters beyond ASCII stay", {"Z\xC3\xBCrich", 7}, "\"Z\xC3\xBCrich\""},
        {"at both ends", {"\"a\"", 3}, "\"\\\"a\\\"\""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf b = {0};
        dem_buf_add_json(&b, CASES[i].in);
        check_str(CASES[i].why, dem_buf_str(&b), CASES[i].out);
        assert_int_equal(b.p[b.n], 0);
        dem_buf_release(&b);
    }
}

static void test_growth(void **state)
{
    (void)state;
    dem_buf b = {0};
    for (int i = 0; i < 5000; i++) dem_buf_addf(&b, "%d,", i % 10);
    assert_int_equal(b.n, 10000);
    assert_memory_equal(b.p, "0,1,2,3,4,5,6,7,8,9,0,", 22);
    dem_buf_clear(&b);
    check_str("cleared", dem_buf_str(&b), "");
    dem_buf_addc(&b, 'x');
    dem_buf_addz(&b, "yz");
    dem_buf_add(&b, (dem_str){NULL, 0});
    check_str("used again", dem_buf_str(&b), "xyz");
    dem_buf_release(&b);
    assert_null(b.p);
    dem_buf_clear(&b); /* harmless */
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_json), cmocka_unit_test(test_growth)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

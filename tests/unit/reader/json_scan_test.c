/* Where items of a JSON file begin and end: reader/json_scan.h. Items are written down one a line, "!" for what is bad, "#" for what
 * is too deep, "..." for an end within something. */
#include "../base/check.h"
#include "base/buf.h"
#include "reader/json_scan.h"

static void scan(dem_buf *out, dem_str s)
{
    dem_json_scan z = {.line_start = true};
    size_t from = 0;
    for (size_t at = 0; at < s.n; at++) {
        if (z.quoted) assert_true(dem_json_skip(&z, s, at) >= at);
        dem_json_event e = dem_json_step(&z, s.p[at]);
        if (e == DEM_JSON_BEGIN) from = at;
        if (e == DEM_JSON_BAD || e == DEM_JSON_DEEP) dem_buf_addz(out, e == DEM_JSON_BAD ? "!|" : "#|");
        if (e == DEM_JSON_END || e == DEM_JSON_BEFORE) {
            dem_buf_add(out, dem_str_sub(s, from, at + (e == DEM_JSON_END)));
            dem_buf_addc(out, '|');
        }
    }
    if (!dem_json_whole(&z)) dem_buf_addz(out, "...");
}

static void test_items(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *out;
    } CASES[] = {
        {"a list", "[{\"a\":1}, {\"b\":[2,{}]}\n]", "{\"a\":1}|{\"b\":[2,{}]}|"},
        {"brackets in strings", "[{\"a\":\"]}\\\"\"},{}]", "{\"a\":\"]}\\\"\"}|{}|"},
        {"elements of other kinds", "[1, \"a,b\",null , [2,[3]], true]", "1|\"a,b\"|null |[2,[3]]|true|"},
        {"an empty list", " [ ] ", ""},
        {"a list within an object",
         "{\"status\":\"ok\",\"articles\":[{\"a\":1},{\"b\":2}],\"more\":[{\"c\":3}]}", "{\"a\":1}|{\"b\":2}|"},
        {"two lists within an object", "{\"docs\":[{\"a\":1}],\"results\":[{\"b\":2}]}",
         "{\"a\":1}|{\"b\":2}|"},
        {"one level deeper",
         "{\"x\":{\"docs\":[{}]},\"response\":{\"n\":[1],\"docs\":[{\"a\":1},{\"b\":2}],\"y\":{}},\"z\":1}",
         "{\"a\":1}|{\"b\":2}|"},
        {"a report is no holder", "{\"text\":\"x\",\"items\":[{\"a\":1}]}",
         "{\"text\":\"x\",\"items\":[{\"a\":1}]}|"},
        {"its text may come in any of its names", "{\"Full_Text\":\"x\",\"docs\":[{\"a\":1}]}",
         "{\"Full_Text\":\"x\",\"docs\":[{\"a\":1}]}|"},
        {"a list of others is not one", "{\"items\":[1,{\"a\":1}]}", "{\"items\":[1,{\"a\":1}]}|"},
        {"an empty list within", "{\"items\":[],\"a\":1}", "{\"items\":[],\"a\":1}|"},
        {"objects one after another", "{\n \"a\": 1\n}\n{\"b\":2} {\"c\":3}",
         "{\n \"a\": 1\n}|{\"b\":2}|{\"c\":3}|"},
        {"a list's name that is a value", "{\"x\":\"items\",\"y\":[{\"a\":1}]}",
         "{\"x\":\"items\",\"y\":[{\"a\":1}]}|"},
        {"cut within a list", "[{\"a\":1},", "{\"a\":1}|..."},
        {"cut within an item", "[{\"a\":1},{\"b\"", "{\"a\":1}|..."},
        {"a bracket too few", "[{\"a\":[1},{\"b\":2},{\"c\":3}]", "!|{\"c\":3}|"},
        {"a bracket too many", "[{\"a\":1}},{\"b\":2}]", "{\"a\":1}|!|"},
        {"the same, and more behind it", "[{\"a\":1}},{\"b\":2},{\"c\":3}]", "{\"a\":1}|!|{\"c\":3}|"},
        {"a string that is not closed", "[{\"a\":\"x},\n{\"b\":2},\n{\"c\":3}]", "!|{\"b\":2}|{\"c\":3}|"},
        {"found again at the start of a line", "{\"a\":]\n}\n{\n\"b\":2\n}", "!|{\n\"b\":2\n}|"},
        {"no JSON", "hello\n{\"a\":1}", "hello|{\"a\":1}|"},
        {"nothing", "", ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf got = {0};
        scan(&got, dem_str_from(CASES[i].in));
        check_str(CASES[i].why, dem_buf_str(&got), CASES[i].out);
        dem_buf_release(&got);
    }
}

static void test_deep(void **state)
{
    (void)state;
    dem_buf in = {0}, got = {0};
    for (int i = 0; i < 100000; i++) dem_buf_addc(&in, '[');
    for (int i = 0; i < 100000; i++) dem_buf_addc(&in, ']');
    dem_buf_addz(&in, "\n{\"a\":1}");
    scan(&got, dem_buf_str(&in));
    check_str("deep", dem_buf_str(&got), "#|{\"a\":1}|...");
    dem_buf_release(&in);
    dem_buf_release(&got);
}

static void test_probe(void **state)
{
    (void)state;
    static const struct {
        const char *in;
        bool yes, list;
    } CASES[] = {
        {"[{\"id\":1", true, true},
        {"\xEF\xBB\xBF [\n {", true, true},
        {"{\n \"id\": 1,\n \"body\": \"x", true, false},
        {"{\"articles\":[{", true, true},
        {"{\"response\":{\"docs\":[{", true, true},
        {"{\"a\":1}", false, false},
        {"[1] was the first note", false, false},
        {"{note} One.", false, false},
        {"[KYIV] One.", false, false},
        {"", false, false},
        {"[[[[", false, false},
        {"text", false, false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        bool list = false;
        check_int(CASES[i].in, dem_json_probe(dem_str_from(CASES[i].in), &list), CASES[i].yes);
        if (CASES[i].yes) check_int(CASES[i].in, list, CASES[i].list);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_items), cmocka_unit_test(test_deep),
                                       cmocka_unit_test(test_probe)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* JSON that is not a line an item, and what its objects may be like: reader/json.c, reader/object.h. */
#include "reading.h"

static temp files;

static int make(void **state)
{
    (void)state;
    temp_make(&files);
    return 0;
}
static int clean(void **state)
{
    (void)state;
    temp_remove(&files);
    return 0;
}

static const struct {
    const char *why, *name, *columns, *in, *out;
} CASES[] = {
    {"a list, found by content", "x", NULL,
     "[\n {\"id\":\"a\",\"text\":\"One.\"},\n {\"id\":\"b\",\"text\":\"Two.\"}\n]\n",
     "{a||||||2|One.}{b||||||3|Two.}"},
    {"all fields by their common names", "x.json", NULL,
     "[{\"guid\":7,\"content\":\"One.\",\"headline\":\"T\",\"pubDate\":\"Tue, 12 Nov 2019 09:40:00 "
     "GMT\",\"source\":{\"id\":null,"
     "\"name\":\"P\"},\"byline\":[\"A\",\"B\"],\"lang\":\"en\"}]",
     "{7|2019-11-12T09:40:00Z|T|P|A, B|en|1|One.}"},
    {"the exact name before an alias", "x.json", NULL, "[{\"body\":\"no\",\"text\":\"One.\",\"id\":\"a\"}]",
     "{a||||||1|One.}"},
    {"an alias instead of null", "x.json", NULL, "[{\"body\":\"One.\",\"text\":null,\"id\":\"a\"}]",
     "{a||||||1|One.}"},
    {"an object around the list", "x", NULL,
     "{\"status\": \"ok\", \"total\": 2, \"articles\": "
     "[\n{\"id\":\"a\",\"text\":\"One.\"},\n{\"id\":\"b\",\"text\":\"Two.\"}],\"x\":[{}]}",
     "{a||||||2|One.}{b||||||3|Two.}"},
    {"one more around it", "x", NULL, "{\"response\":{\"docs\":[{\"id\":\"a\",\"text\":\"One.\"}]}}",
     "{a||||||1|One.}"},
    {"a report over several lines", "x", NULL, "{\n  \"id\": \"a\",\n  \"text\": \"One.\"\n}\n",
     "{a||||||1|One.}"},
    {"several of them", "x.json", NULL,
     "{\n \"id\": \"a\",\n \"text\": \"One.\"\n}\n{\n \"id\": \"b\",\n \"text\": \"Two.\"\n}",
     "{a||||||1|One.}{b||||||5|Two.}"},
    {"a byte order mark", "x.json", NULL, "\xEF\xBB\xBF[{\"id\":\"a\",\"text\":\"One.\"}]", "{a||||||1|One.}"},
    {"lines of objects in a file called json", "x.json", NULL,
     "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n", "{a||||||1|One.}{b||||||2|Two.}"},
    {"columns said", "x.json", "text=lead+main,id=nr",
     "[{\"nr\":\"a\",\"main\":\"Two.\",\"lead\":\"One.\",\"text\":\"no\"}]", "{a||||||1|One.\\n\\nTwo.}"},
    {"a column said is not there", "x.json", "text=story", "[{\"text\":\"no\"}]", "<format 1: no \"story\">"},
    {"a text of paragraphs", "x.json", NULL, "[{\"id\":\"a\",\"text\":[\"One.\",\"Two.\"]}]",
     "{a||||||1|One.\\n\\nTwo.}"},
    {"seconds", "x.json", NULL,
     "[{\"id\":\"a\",\"text\":\"One.\",\"date\":1573551600},{\"id\":\"b\",\"text\":\"One.\",\"date\":"
     "1573551600.5}]",
     "{a|2019-11-12T09:40:00Z|||||1|One.}{b|2019-11-12T09:40:00Z|||||1|One.}"},
    {"a field of another kind", "x.json", NULL, "[{\"id\":\"a\",\"text\":\"One.\",\"title\":5,\"source\":7}]",
     "(1: \"title\" is not a string, taken as unknown){a||||||1|One.}"},
    {"elements that are no objects", "x.json", NULL, "[5,\n\"a\",\n[1],\n{\"id\":\"a\",\"text\":\"One.\"}]",
     "<format 1: expected a JSON object><format 2: expected a JSON object><format 3: expected a JSON "
     "object>{a||||||4|One.}"},
    {"an element without a text", "x.json", NULL, "[{\"id\":\"a\"},{\"id\":\"b\",\"text\":\"Two.\"}]",
     "<format 1: no \"text\">{b||||||1|Two.}"},
    {"a bad element costs that element", "x.json", NULL,
     "[{\"id\":\"a\",\"text\":oops},\n{\"id\":\"b\",\"text\":\"Two.\"}]",
     "<format 1: not JSON: invalid token near 'oops'>{b||||||2|Two.}"},
    {"a string that is not closed", "x.json", NULL,
     "[{\"id\":\"a\",\"text\":\"One.},\n{\"id\":\"b\",\"text\":\"Two.\"}]",
     "<format 1: not JSON: brackets that do not match, or a string that is not closed>{b||||||2|Two.}"},
    {"cut in an item", "x.json", NULL, "[{\"id\":\"a\",\"text\":\"One.\"},\n{\"id\":\"b\",\"te",
     "{a||||||1|One.}<format 2: the input ends within an item>"},
    {"cut between items", "x.json", NULL, "[{\"id\":\"a\",\"text\":\"One.\"},\n",
     "{a||||||1|One.}<format 2: the input ends within a list, expected \"]\">"},
    {"not JSON at all", "x.json", NULL, "hello", "<format 1: not JSON: invalid token near 'hello'>"},
    {"an id twice", "x.json", NULL, "[{\"id\":\"a\",\"text\":\"One.\"},{\"id\":\"a\",\"text\":\"Two.\"}]",
     "{a||||||1|One.}<format 1: duplicate id \"a\">"},
    {"an empty list", "x.json", NULL, "[]", ""},
    {"an empty file", "x.json", NULL, "", ""},
    {"a byte order mark and nothing else", "x.json", NULL, "\xEF\xBB\xBF", ""},
    {"common names in lines too", "x.jsonl", NULL,
     "{\"id\":\"a\",\"body\":\"One.\",\"date\":\"12 November 2019\"}\n", "{a|2019-11-12|||||1|One.}"},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        reading_check(&files, CASES[i].why, CASES[i].name, dem_str_from(CASES[i].in),
                      &(dem_reader_options){.columns = CASES[i].columns}, CASES[i].out);
}

static void test_hostile(void **state)
{
    (void)state;
    dem_buf in = {0};
    for (int i = 0; i < 100000; i++) dem_buf_addc(&in, '[');
    reading_check(&files, "deep", "x.json", dem_buf_str(&in), NULL,
                  "<limit 1: not read: more than 512 brackets are open>");
    dem_buf_clear(&in);
    dem_buf_addz(&in, "[{\"id\":\"a\",\"text\":\"x\",\"m\":");
    for (int i = 0; i < 400; i++) dem_buf_addz(&in, "{\"m\":");
    dem_buf_addz(&in, "1");
    for (int i = 0; i < 401; i++) dem_buf_addc(&in, '}');
    dem_buf_addc(&in, ']');
    reading_check(&files, "not too deep", "x.json", dem_buf_str(&in), NULL, "{a||||||1|x}");
    dem_buf_release(&in);
}

/* A list on one line that is longer than any line may be, and an item in it that is longer than any item. */
static void test_long(void **state)
{
    (void)state;
    dem_buf in = {0};
    dem_buf_addz(&in, "[{\"id\":\"a\",\"text\":\"x\"},{\"id\":\"b\",\"text\":\"");
    while (in.n < DEM_MAX_TEXT + 100) dem_buf_addz(&in, "0123456789abcdefghijklmnopqrstuvwxyz");
    dem_buf_addz(&in, "\"},{\"id\":\"c\",\"text\":\"y\"}]");
    reading_check(&files, "long", "x.json", dem_buf_str(&in), NULL,
                  "{a||||||1|x}<limit 1: item longer than 33554432 bytes>{c||||||1|y}");
    dem_buf_release(&in);
}

/* Items that lie across blocks of the input. */
static void test_many(void **state)
{
    (void)state;
    dem_buf in = {0};
    dem_reader *r;
    dem_report rep;
    dem_arena a = {0};
    for (int i = 0; i < 5000; i++)
        dem_buf_addf(&in, "%s{\"id\":\"r%d\",\"text\":\"The %d. report says nothing of note.\"}", i ? "," : "[",
                     i, i);
    dem_buf_addc(&in, ']');
    const char *path = temp_file(&files, "many", dem_buf_str(&in));
    assert_int_equal(dem_reader_open(&r, &path, 1, NULL, NULL), DEM_OK);
    for (int i = 0; i < 5000; i++) {
        char want[64];
        assert_int_equal(dem_reader_next(r, &a, &rep, NULL), DEM_OK);
        snprintf(want, sizeof want, "The %d. report says nothing of note.", i);
        check_str("text", rep.text, want);
        dem_arena_reset(&a);
    }
    assert_int_equal(dem_reader_next(r, &a, &rep, NULL), DEM_END);
    dem_reader_close(r);
    dem_arena_release(&a);
    dem_buf_release(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_hostile),
                                       cmocka_unit_test(test_long), cmocka_unit_test(test_many)};
    return cmocka_run_group_tests(tests, make, clean);
}

/* Tables with a header: the formats csv and tsv. */
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
    {"all fields under their names", "x.csv", NULL,
     "id,text,title,published,publisher,author,language\na,One.,T,2019-11-12,P,A,en\n",
     "{a|2019-11-12|T|P|A|en|2|One.}"},
    {"aliases", "x.csv", NULL,
     "GUID;Headline;Publication Date;Newspaper;By-line;Lang;Full_Text\na;T;12 November 2019;P;A;en;One.\n",
     "{a|2019-11-12|T|P|A|en|2|One.}"},
    {"found by content", "x", NULL, "id,body\na,One.\nb,Two.\n", "{a||||||2|One.}{b||||||3|Two.}"},
    {"tabs by content", "x", NULL, "id\tbody\na\tOne, two.\n", "{a||||||2|One, two.}"},
    {"called tab", "x.TAB", NULL, "id\tstory\tbody\na\t\tOne.\n", "{a||||||2|One.}"},
    {"tabs in a file called csv", "x.csv", NULL, "id\tbody\na\tOne, two.\n", "{a||||||2|One, two.}"},
    {"commas in a file called tsv", "x.tsv", NULL, "id,body\na,One.\n", "{a||||||2|One.}"},
    {"prose is no table", "x.txt", NULL, "Title, text\nand so on, said one, and two.\n",
     "{x||||||0|Title, text\\nand so on, said one, and two.\\n}"},
    {"nor is a list of names", "x.txt", NULL, "Berlin, Kyiv\n", "{x||||||0|Berlin, Kyiv\\n}"},
    {"a text over lines, its CR LF kept", "x.csv", NULL,
     "id,text\r\na,\"One.\r\n\r\nTwo \"\"2\"\".\"\r\nb,Three.\r\n",
     "{a||||||2|One.\\r\\n\\r\\nTwo \"2\".}{b||||||5|Three.}"},
    {"blank lines and rows", "x.csv", NULL, "\n\nid,text\n\n,\na,One.\n , \n", "{a||||||6|One.}"},
    {"of two columns the likelier", "x.csv", NULL, "content,text,body\n1,One.,2\n",
     "{70277bfc409b5021||||||2|One.}"},
    {"columns said", "x.csv", "text=Story,published=When,id=Nr", "Nr,When,text,Story\n7,2019-11-12,no,One.\n",
     "{7|2019-11-12|||||2|One.}"},
    {"several joined, empty ones left out", "x.csv", "text=Lead+Body",
     "id,Lead,Body\na,One.,Two.\nb,,Three.\nc,Four.,\n",
     "{a||||||2|One.\\n\\nTwo.}{b||||||3|Three.}{c||||||4|Four.}"},
    {"a column said is not there", "x.csv", "text=Story", "id,text\na,One.\n",
     "<format 1: no column Story; the columns are id, text>"},
    {"no column for the text", "x.csv", NULL, "id,words\na,One.\nb,Two.\n",
     "<format 1: no column for the text (--columns text=NAME names one); the columns are id, words>"},
    {"columns said wrongly", "x.csv", "story=a", "id,text\na,One.\n",
     "<usage 0: columns: no such field in \"story=a\", expected FIELD=COLUMN with one of text, id, url, title, "
     "publisher, published, "
     "language, author>"},
    {"a header without rows", "x.csv", NULL, "id,text\n", ""},
    {"an empty file", "x.csv", NULL, "", ""},
    {"rows of another length", "x.csv", NULL, "id,text\na\nb,One.,more\nc,Two.\nd,Three.,, \n",
     "<format 2: 1 columns, expected 2 as in the header><format 3: 3 columns, expected 2 as in the "
     "header>{c||||||4|Two.}{d||||||5|Three.}"},
    {"one column: commas are the text's", "x.csv", NULL, "text\nOne, two, three.\n",
     "{0f0077a6e9db4121||||||2|One, two, three.}"},
    {"no text in a row", "x.csv", NULL, "id,text\na,\nb,One.\n", "<format 2: empty: no text>{b||||||3|One.}"},
    {"an id twice", "x.csv", NULL, "id,text\na,One.\na,Two.\n",
     "{a||||||2|One.}<format 3: duplicate id \"a\">"},
    {"not UTF-8", "x.csv", NULL, "id,text,title\na,One.,caf\xE9\n",
     "(2: not UTF-8, read as windows-1252){a||caf\xC3\xA9||||2|One.}"},
    {"a quote that is not closed", "x.csv", NULL,
     "id,text\na,One.\nb,\"Two.\nmore of it\nand more\nc,\"Three.\"\n",
     "{a||||||2|One.}<format 3: a quotation mark is opened and not closed>(4: lines up to 5 are passed over: "
     "no rows of 2 columns, "
     "behind a quotation mark that is not closed){c||||||6|Three.}"},
    {"not closed up to the end", "x.csv", NULL, "id,text\na,One.\nb,\"Two.\nmore of it\n",
     "{a||||||2|One.}<format 3: a quotation mark is opened and not closed>(4: lines up to 4 are passed over: "
     "no rows of 2 columns, "
     "behind a quotation mark that is not closed)"},
    {"dates that tell their order, and those that follow it", "x.csv", NULL,
     "id,text,date\na,x,03/04/2019\nb,x,18/03/2019\nc,x,03/04/2019\n",
     "(2: \"published\" is \"03/04/2019\", where day and month cannot be told apart; taken as "
     "unknown){a||||||2|x}{b|2019-03-18|||||3|x}{c|2019-04-03|||||4|x}"},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        reading_check(&files, CASES[i].why, CASES[i].name, dem_str_from(CASES[i].in),
                      &(dem_reader_options){.columns = CASES[i].columns}, CASES[i].out);
}

static void test_forced(void **state)
{
    (void)state;
    reading_check(&files, "as a table whatever the name", "x.txt", DEM_STR("body\nOne.\n"),
                  &(dem_reader_options){.format = "csv"}, "{70277bfc409b5021||||||2|One.}");
}

static void test_packed(void **state)
{
    (void)state;
    dem_buf got = {0};
    reading_all(&got, temp_packed(&files, "x.TSV.gz", "gzip", DEM_STR("id\ttext\na\tOne.\n")), NULL);
    reading_all(&got, temp_packed(&files, "x.csv.zst", "zstd", DEM_STR("id;text\na;One.\n")), NULL);
    check_str("packed", dem_buf_str(&got), "{a||||||2|One.}{a||||||2|One.}");
    dem_buf_release(&got);
}

/* Each file's dates stand for themselves. */
static void test_order_of_another_file(void **state)
{
    (void)state;
    temp t;
    temp_make(&t);
    temp_file(&t, "a.csv", DEM_STR("id,text,date\na,x,18/03/2019\n"));
    temp_file(&t, "b.csv", DEM_STR("id,text,date\nb,x,03/04/2019\n"));
    dem_buf got = {0};
    reading_all(&got, t.folder, NULL);
    check_str("two files", dem_buf_str(&got),
              "{a|2019-03-18|||||2|x}(2: \"published\" is \"03/04/2019\", where day and month cannot be told "
              "apart; taken as "
              "unknown){b||||||2|x}");
    dem_buf_release(&got);
    temp_remove(&t);
}

static void test_hostile(void **state)
{
    (void)state;
    dem_buf text = {0};
    dem_buf_addz(&text, "text");
    for (int i = 0; i < 1000000; i++) dem_buf_addz(&text, ",x");
    dem_buf_addz(&text, "\na,b\n");
    reading_check(&files, "a million columns", "x.csv", dem_buf_str(&text), NULL,
                  "<limit 1: more than 16384 columns>");
    dem_buf_clear(&text);
    dem_buf_addz(&text, "id,text\na,\"endless");
    for (int i = 0; i < 400000; i++) dem_buf_addz(&text, "\nand so on");
    reading_check(&files, "an endless field", "x.csv", dem_buf_str(&text), NULL,
                  "<format 2: a quotation mark is opened and not closed>(3: lines up to 400002 are passed "
                  "over: no rows of 2 columns, "
                  "behind a quotation mark that is not closed)");
    dem_buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases), cmocka_unit_test(test_forced), cmocka_unit_test(test_packed),
        cmocka_unit_test(test_order_of_another_file), cmocka_unit_test(test_hostile)};
    return cmocka_run_group_tests(tests, make, clean);
}

/* Factiva exports, with and without the names of fields: reader/factiva.c. */
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

static void test_sample(void **state)
{
    (void)state;
    dem_buf got = {0};
    reading_all(&got, DEM_TEST_DATA "/tests/unit/reader/exports/factiva.txt", NULL);
    check_str("the sample", dem_buf_str(&got),
              "{UPWR000020120312e83c0012k|2012-03-12|Rebels free nine teachers after talks with the "
              "army|Upland Wire|Ada "
              "Blythe in Goma|en|1|Rebels in the east of Congo freed nine teachers on Monday after two days of "
              "talks with "
              "the army, a UN official said.\\n\\nThe teachers had been taken from a school near Goma a week "
              "before.\\n\\n"
              "                                                      \\n\\nThe army confirmed that no ransom "
              "had been paid.}"
              "{HARB000020120313e83d00021|2012-03-13|Talks on fishing end without a treaty|Harbour "
              "Times||en|23|Talks between "
              "Iceland and Norway on fishing ended on Tuesday without a treaty.}"
              "{HARB000020120314e83e00033|2012-03-14|Prime minister of Fiji sacks his minister of "
              "finance|Harbour Times|Ion "
              "Petrescu|en|37|The prime minister of Fiji sacked his minister of finance on Wednesday.\\n\\nIN "
              "A STATEMENT the "
              "minister said he had been told by telephone.\\n\\n        The opposition called for an "
              "election.\\n\\nIt has "
              "called for one each month since the autumn.}");
    dem_buf_release(&got);
}

#define AFTER "12 March 2012\nThe Paper\n"
#define CODE "Document ABCD000020120312e83c0001"
#define ID "ABCD000020120312e83c0001"

static const struct {
    const char *why, *in, *out;
} CASES[] = {
    {"no byline, no section", "Title\n5 words\n" AFTER "English\n(c) 2012 P\n\nText.\n\n" CODE "\n",
     "{" ID "|2012-03-12|Title|The Paper||en|1|Text.}"},
    {"a byline without its word",
     "News\nA title of some length\nJane Doe\n5 words\n" AFTER "English\n\nText.\n" CODE "\n",
     "{" ID "|2012-03-12|A title of some length|The Paper|Jane Doe|en|1|Text.}"},
    {"a byline alone is a title", "By the Sea\n5 words\n" AFTER "English\n\nText.\n" CODE "\n",
     "{" ID "|2012-03-12|By the Sea|The Paper||en|1|Text.}"},
    {"no title", "5 words\n" AFTER "English\n\nText.\n" CODE "\n",
     "{" ID "|2012-03-12||The Paper||en|1|Text.}"},
    {"neither rights nor language", "Title\n5 words\n" AFTER "\nText.\n\nMore.\n" CODE "\n",
     "{" ID "|2012-03-12|Title|The Paper|||1|Text.\\n\\nMore.}"},
    {"rights of several lines", "Title\n5 words\n" AFTER "(c) 2012 P\nAll rights reserved.\nText.\n" CODE "\n",
     "{" ID "|2012-03-12|Title|The Paper|||1|Text.}"},
    {"no line at the end", "Title\n5 words\n" AFTER "English\n(c) 2012 P\n\nText.\n",
     "{f06dce27b84e18cc|2012-03-12|Title|The Paper||en|1|Text.}"},
    {"a header that is none",
     "Title\n" AFTER "\nText.\n" CODE "\nTitle\n5 words\n" AFTER "\nText.\n\n" CODE "1\n",
     "<format 1: no report, expected a header with the count of words and a date>{" ID
     "1|2012-03-12|Title|The Paper|||7|Text.}"},
    {"a code twice", "Title\n5 words\n" AFTER "\nText.\n" CODE "\nTitle\n5 words\n" AFTER "\nText.\n" CODE "\n",
     "{" ID "|2012-03-12|Title|The Paper|||1|Text.}<format 8: duplicate id \"" ID "\">"},
    {"names on lines of their own",
     "HD\nTitle\n\nWC\n5 words\nPD\n12 March 2012\nSN\nThe Paper\nLP\nText.\n\nTD\nMore.\nNS\nx\nAN\n" CODE
     "\n",
     "{" ID "|2012-03-12|Title|The Paper|||1|Text.\\n\\n  \\nMore.}"},
    {"tabs", "HD\tTitle\nWC\t5 words\nPD\t12 March 2012\nTD\tText.\nAN\t" CODE "\n",
     "{" ID "|2012-03-12|Title||||1|Text.}"},
    {"fields again behind the text",
     "HD  Title\nWC  5 words\nPD  12 March 2012\nLP  Text.\nCO  x\nLP  No.\nTD  No.\nAN  " CODE "\n",
     "{" ID "|2012-03-12|Title||||1|Text.}"},
    {"no text", "HD  Title\nWC  5 words\nPD  12 March 2012\nAN  " CODE "\n", "<format 1: empty: no text>"},
    {"a text that has a number of words", "An essay\n\n500 words\n5 June 2023\n\nHe wrote of the sea.\n",
     "{x||||||0|An essay\\n\\n500 words\\n5 June 2023\\n\\nHe wrote of the sea.\\n}"},
    {"a text that speaks of a document", "Document 12 was lost.\nDocument ABCDEFGHIJKLMNOPQRST\n",
     "{x||||||0|Document 12 was lost.\\nDocument ABCDEFGHIJKLMNOPQRST\\n}"},
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        reading_check(&files, CASES[i].why, "x.txt", dem_str_from(CASES[i].in), NULL, CASES[i].out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sample), cmocka_unit_test(test_cases)};
    return cmocka_run_group_tests(tests, make, clean);
}

/* LexisNexis exports of both generations: reader/lexisnexis.c. */
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

#define EXPORTS DEM_TEST_DATA "/tests/unit/reader/exports/"

static void check_sample(const char *name, const char *format, const char *want)
{
    dem_buf got = {0};
    char path[4096];
    snprintf(path, sizeof path, EXPORTS "%s", name);
    reading_all(&got, path, &(dem_reader_options){.format = format});
    check_str(name, dem_buf_str(&got), want);
    dem_buf_release(&got);
}

static void test_academic(void **state)
{
    (void)state;
    check_sample(
        "academic.txt", NULL,
        "{4f5386364e569971|2012-03-12|Two Neighbours Recall Their Envoys as the Quarrel Over a Dam Grows "
        "Louder|The "
        "Harbour Times|ADA BLYTHE; Ion Petrescu contributed reporting from the border.|en|19|NAIROBI, Kenya -- "
        "Kenya "
        "recalled its ambassador from Ethiopia on Sunday after talks over a\\ndam on the upper river broke "
        "down, its "
        "foreign ministry said. Ethiopia answered\\nwithin hours by calling home its own envoy.\\n\\nThe two "
        "governments had agreed in January to let engineers from both sides\\nmeasure the flow.\\n\\nSubject: "
        "nothing "
        "in a report is a tag because it has a colon.\\n\\n''Nobody wants this to go further,'' a spokesman "
        "for the "
        "ministry said.}"
        "{bd2f470d12c07ff1|2012-03-13T10:30:00Z|Police disperse march in Lagos|Upland Monitor||en|68|LAGOS, "
        "March 13 "
        "(Upland) -- Nigerian police dispersed a march of the fuel\\ndrivers' union in Lagos on Tuesday and "
        "arrested "
        "forty people.\\n\\n   The union said it would march again on Friday.}"
        "{f1135478e548863f||Who pays for the roads?|Upland Monitor||en|96|Nobody has said yet who pays for the "
        "roads "
        "to the new harbour.}");
}

static void test_nexis_uni(void **state)
{
    (void)state;
    check_sample(
        "nexis-uni.txt", NULL,
        "{75ff4586463612bb|2018-07-04|Miners go back to work|The Harbour Times|Ion Petrescu|en|1|Miners in "
        "Zambia ended a strike of nine weeks on Tuesday after the government promised to raise their "
        "pay.\\nNotes: the union kept a fund for its members.\\n\\n           \\n\\nThe union said the promise "
        "had been made in writing.}"
        "{6951d46616ad5fc3|2018-07-05T18:45:00Z|Ministers talk of grain|Upland Wire|||50|ODESSA, Ukraine -- "
        "Ukraine and Turkey agreed on Thursday to open a second harbour for grain, both ministers said.}");
}

#define HEAD                                                                                                   \
    "1 of 9 DOCUMENTS\n\n          The Paper\n\n       March 12, 2012 Monday\n\nTitle\n\nLENGTH: 5 words\n\n"

static const struct {
    const char *why, *in, *out;
} CASES[] = {
    {"nothing behind the text", HEAD "Text.\n", "{|2012-03-12|Title|The Paper|||3|Text.}"},
    {"no text", HEAD, "<format 3: empty: no text>"},
    {"two reports of one text", HEAD "Text.\n\n" HEAD "Text.\n",
     "{|2012-03-12|Title|The Paper|||3|Text.}<format 15: duplicate id \"f06dce27b84e18cc\">"},
    {"a header without a length",
     "1 of 2 DOCUMENTS\n\nThe Paper\n\nText.\n\n2 of 2 DOCUMENTS\n\nLENGTH: 9 words\n\nMore.\n",
     "<format 3: no report, expected a header with LENGTH or BODY>{||||||9|More.}"},
    {"no-break spaces and CR LF",
     "Title\r\nThe Paper\r\nMarch 12, 2012\r\nLength:\xC2\xA0"
     "5 words\r\nByline:\xC2\xA0"
     "A B\r\nBody\r\n\r\nText.\r\n"
     "Load-Date:\xC2\xA0March 13, 2012\r\nEnd of Document\r\n",
     "{|2012-03-12|Title|The Paper|A B||1|Text.}"},
    {"no body line, paragraphs apart",
     "Title\n\nThe Paper\n\nMarch 12, 2012\n\nLength: 5 words\n\nByline: A B\n\nText.\n\nMore.\n"
     "\nClassification\n\nLanguage: FRENCH\n\nEnd of Document\n",
     "{|2012-03-12|Title|The Paper|A B|fr|1|Text.\\n\\nMore.}"},
    {"tags in the text",
     HEAD "One.\n\nCOMPANY: Two.\n\nThree.\n\nSUBJECT: A\n\nORGANIZATION: B\n\nGRAPHIC: C\n\nD\n",
     "{|2012-03-12|Title|The Paper|||3|One.\\n\\nCOMPANY: Two.\\n\\nThree.}"},
    {"rights behind it and nothing else",
     HEAD "One.\n\n         Copyright 2012 The Paper\n          All Rights Reserved\n",
     "{|2012-03-12|Title|The Paper|||3|One.}"},
    {"a dateline that the text has",
     "1 of 1 DOCUMENT\n\nDATELINE: PARIS, March 3\n\nLENGTH: 9 words\n\nPARIS: One.\n",
     "{||||||3|PARIS: One.}"},
    {"a dateline that is none", "1 of 1 DOCUMENT\n\nDATELINE: Paris\n\nLENGTH: 9 words\n\nOne.\n",
     "{||||||3|One.}"},
    {"a dateline of a day only", "1 of 1 DOCUMENT\n\nDATELINE: March 3\n\nLENGTH: 9 words\n\nOne.\n",
     "{||||||3|One.}"},
    {"a month", "Title\nThe Paper\nJuly 2018\nLength: 5 words\nBody\nText.\nEnd of Document\n",
     "{||Title|The Paper|||1|Text.}"},
    {"counted in German",
     "Dokument 1 von 2\n\nLENGTH: 9 words\n\nOne.\n\nDokument 2 von 2\n\nLENGTH: 9 words\n\nTwo.\n",
     "{||||||3|One.}{||||||9|Two.}"},
    {"not UTF-8", "1 of 1 DOCUMENT\n\nHEADLINE: caf\xE9\n\nLENGTH: 9 words\n\nOne.\n",
     "(3: not UTF-8, read as windows-1252){||caf\xC3\xA9||||3|One.}"},
};

/* Reads `in` as a text file, ids left out where they are made from the text. */
static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf got = {0};
        reading_all(&got, temp_file(&files, "x.txt", dem_str_from(CASES[i].in)), NULL);
        for (size_t k = 0; k + 17 < got.n; k++)
            if (got.p[k] == '{' && got.p[k + 17] == '|') {
                memmove(got.p + k + 1, got.p + k + 17, got.n - k - 16);
                got.n -= 16;
            }
        check_str(CASES[i].why, dem_buf_str(&got), CASES[i].out);
        dem_buf_release(&got);
    }
}

/* Word processors save as windows-1252; what is told of that is not the matter here. */
static void test_windows(void **state)
{
    (void)state;
    dem_buf got = {0};
    reading_all(&got,
                temp_file(&files, "x.txt",
                          DEM_STR("Title\nThe Paper\nMarch 12, 2012\nLength:\xA0"
                                  "5 words\nBody\nText.\nEnd of Document\n")),
                NULL);
    if (!dem_str_ends(dem_buf_str(&got), DEM_STR("|2012-03-12|Title|The Paper|||1|Text.}")))
        fail_msg("got %s", got.p);
    dem_buf_release(&got);
}

/* Texts that speak of documents and lengths are texts. */
static void test_not_exports(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"He read 3 of 250 documents.\n\nLENGTH: 5 metres\n\nBody\n\nEnd.\n",
                                        "Body\n\nof work\n", "3 of 250\nDOCUMENTS\n",
                                        "Length: 500 words\n\nWrite an essay.\n\nBody\n\nEnd.\n"};
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        dem_buf want = {0};
        dem_buf_addz(&want, "{x||||||0|");
        reading_add(&want, dem_str_from(TEXTS[i]));
        dem_buf_addc(&want, '}');
        reading_check(&files, "a text", "x.txt", dem_str_from(TEXTS[i]), NULL, want.p);
        dem_buf_release(&want);
    }
    check_sample("factiva.txt", "lexisnexis", "<format 1: no report, expected a header with LENGTH or BODY>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_academic), cmocka_unit_test(test_nexis_uni),
                                       cmocka_unit_test(test_cases), cmocka_unit_test(test_windows),
                                       cmocka_unit_test(test_not_exports)};
    return cmocka_run_group_tests(tests, make, clean);
}

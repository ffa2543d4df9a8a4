/* What stands around the headline: page/meta_near.c. */
#include "meta_page.h"

static const char TITLE[] = "<title>Mayor resigns over the bridge</title>";

/* The page's title and `html`, and a headline where that has "@". */
static void open(meta_page *t, dem_meta_found *f, const char *html)
{
    dem_buf b = {0};
    dem_buf_addz(&b, TITLE);
    for (const char *p = html; *p; p++) {
        if (*p == '@') dem_buf_addz(&b, "<h1>Mayor resigns over the bridge</h1>");
        else dem_buf_addc(&b, *p);
    }
    meta_open_str(t, (dem_str){NULL, 0}, dem_buf_str(&b));
    *f = meta_found(t, "");
    dem_buf_release(&b);
}

static void headlines(void **state)
{
    static const struct {
        const char *why, *html, *want;
    } CASES[] = {
        {"the h1 that is like the title", "<h1>Harbour Post</h1>@<h1>Sports</h1>",
         "Mayor resigns over the bridge"},
        {"the only h1", "<h1>City in turmoil</h1>", "City in turmoil"},
        {"a line that begins the title", "<p>x</p><div class=t>Mayor resigns over the bridge</div>",
         "Mayor resigns over the bridge"},
        {"not among other reports", "<aside><p>Mayor resigns over the bridge</p></aside>", ""},
        {"two that are not like it", "<h1>Harbour Post</h1><h1>Sports</h1>", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        meta_page t;
        dem_meta_found f;
        open(&t, &f, CASES[i].html);
        check_str(CASES[i].why, f.headline, CASES[i].want);
        meta_close(&t);
    }
}

static void days(void **state)
{
    static const struct {
        const char *why, *html;
        dem_meta_witness witness;
        const char *want;
    } CASES[] = {
        {"a line of a date", "@<p>18 March 2024</p>", DEM_DATED_LINE, "2024-03-18"},
        {"with an author", "@<p>By Ann Lee | 18 March 2024, 9:05 GMT</p>", DEM_DATED_LINE,
         "2024-03-18T09:05:00Z"},
        {"a label", "@<p>Published 18 March 2024</p>", DEM_DATED_LABEL, "2024-03-18"},
        {"a label in the line before", "@<p>Posted</p><p>18 March 2024</p>", DEM_DATED_LABEL, "2024-03-18"},
        {"in another language",
         "@<p>Ver\xc3\xb6"
         "ffentlicht am 18. M\xc3\xa4rz 2024</p>",
         DEM_DATED_LABEL, "2024-03-18"},
        {"updated is not published", "@<p>Updated 19 March 2024</p>", DEM_DATED_LINE, ""},
        {"but told", "@<p>Updated 19 March 2024</p>", DEM_DATED_UPDATED, "2024-03-19"},
        {"both in a line", "@<p>Updated 19 March 2024 | Published 18 March 2024</p>", DEM_DATED_LABEL,
         "2024-03-18"},
        {"both in a line: the change", "@<p>Updated 19 March 2024 | Published 18 March 2024</p>",
         DEM_DATED_UPDATED, "2024-03-19"},
        {"a sentence with a date",
         "@<p>He took office on 4 May 2019 after a long and bitter campaign in the city</p>", DEM_DATED_LINE,
         ""},
        {"in another report", "@<div class=related><p>4 May 2019</p></div>", DEM_DATED_LINE, ""},
        {"above, where none is below", "<p>18 March 2024</p>@<p>He goes.</p>", DEM_DATED_ABOVE, "2024-03-18"},
        {"not above, where one is below", "<p>20 March 2024</p>@<p>18 March 2024</p>", DEM_DATED_ABOVE, ""},
        {"too far below", "@<p>a<p>b<p>c<p>d<p>e<p>f<p>g<p>h<p>i<p>j<p>k<p>l<p>m<p>n<p>o<p>p<p>18 March 2024",
         DEM_DATED_LINE, ""},
        {"a time element", "@<time datetime='2024-03-18T09:05Z'>Monday</time>", DEM_DATED_TIME,
         "2024-03-18T09:05:00Z"},
        {"the first of two", "@<time>18 March 2024</time><time>3 May 2020</time>", DEM_DATED_TIME,
         "2024-03-18"},
        {"a time that tells a change", "@<p>Updated <time datetime='2024-03-19'>Tuesday</time></p>",
         DEM_DATED_TIME, ""},
        {"a pubdate anywhere",
         "@<p>a<p>b<p>c<p>d<p>e<p>f<p>g<p>h<p>i<p>j<p>k<p>l<p>m<p>n<p>o<p>p<p>q<p><time pubdate>18 "
         "March 2024</time>",
         DEM_DATED_TIME, "2024-03-18"},
        {"microdata",
         "<i itemprop=datePublished content='2024-03-18'></i><i itemprop=datePublished "
         "content='2020-01-01'></i>@",
         DEM_DATED_MICRO, "2024-03-18"},
        {"of a change", "<i itemprop=dateModified content='2024-03-19'></i>@", DEM_DATED_MODIFIED,
         "2024-03-19"},
        {"a list of reports",
         "@<i itemprop=datePublished>2024-01-01</i><i itemprop=datePublished>2024-01-02</i><i "
         "itemprop=datePublished>2024-01-03</i><i itemprop=datePublished>2024-01-04</i><i "
         "itemprop=datePublished>2024-01-05</i>",
         DEM_DATED_MICRO, ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        meta_page t;
        dem_meta_found f;
        open(&t, &f, CASES[i].html);
        check_str(CASES[i].why, meta_days(&t, &f, CASES[i].witness), CASES[i].want);
        meta_close(&t);
    }
}

static void authors(void **state)
{
    static const struct {
        const char *why, *html, *want;
    } CASES[] = {
        {"below", "@<p>By Ann Lee</p><p>By Bo Ray</p>", "Ann Lee=2"},
        {"in two lines", "@<p>By</p><p>Ann Lee</p>", "Ann Lee=2"},
        {"by the class alone", "@<p class=author-name>Ann Lee</p>", "Ann Lee=1"},
        {"rel=author", "@<p><a rel=author href=/a>Ann Lee</a></p>", "Ann Lee=2"},
        {"microdata", "@<p itemprop=author>by Ann Lee</p>", "Ann Lee=2; Ann Lee=2"},
        {"no name", "@<p class=author><a href=/a>ann@example.org</a></p>", ""},
        {"of another report", "@<aside><p>By Ann Lee</p></aside>", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        meta_page t;
        dem_meta_found f;
        open(&t, &f, CASES[i].html);
        check_str(CASES[i].why, meta_claims(&t, &f.author), CASES[i].want);
        meta_close(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(headlines), cmocka_unit_test(days),
                                       cmocka_unit_test(authors)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

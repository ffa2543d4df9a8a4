/* Feeds and sitemaps: feed/feed.h. The news in them is invented. */
#include "../base/check.h"
#include "base/buf.h"
#include "feed/feed.h"

static dem_arena arena;

static dem_feed read_as(dem_str bytes, const char *url)
{
    dem_feed feed;
    dem_error err = {0};
    dem_status st = dem_feed_read(&arena, bytes, dem_str_from(url), &feed, &err);
    if (st != DEM_OK) fail_msg("refused: %s", err.text);
    return feed;
}
static dem_feed read_feed(const char *z)
{
    return read_as(dem_str_from(z), "https://news.example/feeds/all.xml");
}
static int clean(void **state)
{
    (void)state;
    dem_arena_reset(&arena);
    return 0;
}

static const char RSS[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\n"
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>\n"
    "<title>Example News &amp; Views</title><link>https://news.example/</link><language>en-GB</language>\n"
    "<atom:link rel=\"self\" href=\"https://news.example/feeds/all.xml\"/>\n"
    "<image><title>Logo</title><link>https://news.example/logo</link></image>\n"
    "<item><title>Envoys &lt;i&gt;meet&lt;/i&gt; in Northport</title><link> /2025/envoys?a=1&amp;b=2 </link>\n"
    "<guid isPermaLink=\"false\">n-17</guid><pubDate>Wed, 12 Mar 2025 10:15:00 +0200</pubDate>\n"
    "<dc:creator>Ann Writer</dc:creator><dc:creator>Bo Scribe</dc:creator>\n"
    "<description>Short.</description>\n"
    "<content:encoded><![CDATA[<p>The envoys met.</p><p>They left.</p>]]></content:encoded></item>\n"
    "<item><title>No link</title><guid>https://news.example/2</guid><author>desk@news.example (The "
    "Desk)</author>\n"
    "<description>&lt;p&gt;Caf&amp;eacute; &amp;amp; bar&lt;/p&gt;</description></item>\n"
    "<item></item>\n"
    "</channel></rss>\n";

static void test_rss(void **state)
{
    (void)state;
    dem_feed f = read_feed(RSS);
    check_int("kind", f.kind, DEM_FEED_RSS);
    check_int("well-formed", f.damaged, false);
    check_str("channel", f.title, "Example News & Views");
    check_str("channel's page", f.link, "https://news.example/");
    check_str("language", f.language, "en-GB");
    check_int("an empty item is none", f.n_entries, 2);
    const dem_feed_entry *e = f.entry;
    check_str("title", e[0].title, "Envoys meet in Northport");
    check_str("link", e[0].link, "https://news.example/2025/envoys?a=1&b=2");
    check_str("id", e[0].id, "n-17");
    check_str("published", e[0].published, "2025-03-12T10:15:00+02:00");
    check_str("authors", e[0].author, "Ann Writer, Bo Scribe");
    check_str("text", e[0].html, "<p>The envoys met.</p><p>They left.</p>");
    check_int("whole", e[0].summary, false);
    check_str("the id is the link", e[1].link, "https://news.example/2");
    check_str("name without mail", e[1].author, "The Desk");
    check_str("description", e[1].html, "<p>Caf&eacute; &amp; bar</p>");
    check_int("a summary", e[1].summary, true);
}

static const char ATOM[] =
    "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\" xml:base=\"https://paper.example/a/\">\n"
    "<title type=\"html\">The &amp;lt;Paper&amp;gt;</title><link href=\"../\"/>\n"
    "<entry xml:lang=\"fr\"><title>A < B & C</title><id>tag:paper.example,2025:1</id>\n"
    "<link rel=\"enclosure\" href=\"x.mp3\"/><link rel=\"alternate\" type=\"application/json\" "
    "href=\"1.json\"/>\n"
    "<link rel=\"alternate\" type=\"text/html\" href=\"1.html\"/>\n"
    "<author><name>Cy Reporter</name><email>cy@paper.example</email></author>\n"
    "<source><title>Elsewhere</title><id>other</id></source>\n"
    "<updated>2025-03-13T01:00:00Z</updated><published>2025-03-12T23:00:00Z</published>\n"
    "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"a&quot;b\">One &amp; "
    "two.<br/>"
    "Three.</p></div></content><summary>Sum</summary></entry>\n"
    "<entry><title>Plain</title><link href=\"javascript:alert(1)\"/><id>2</id>\n"
    "<updated>2025-03-13T01:00:00Z</updated><content>1 &lt; 2</content></entry>\n"
    "<entry><title>Picture</title><id>3</id><content type=\"image/png\">AAAA</content></entry>\n"
    "</feed>";

static void test_atom(void **state)
{
    (void)state;
    dem_feed f = read_feed(ATOM);
    check_int("kind", f.kind, DEM_FEED_ATOM);
    check_int("a bare bracket", f.damaged, true);
    check_str("title in HTML", f.title, "The <Paper>");
    check_str("base", f.link, "https://paper.example/");
    check_str("language", f.language, "en");
    check_int("entries", f.n_entries, 3);
    const dem_feed_entry *e = f.entry;
    check_str("the page, not the JSON", e[0].link, "https://paper.example/a/1.html");
    check_str("id", e[0].id, "tag:paper.example,2025:1");
    check_str("author", e[0].author, "Cy Reporter");
    check_str("language", e[0].language, "fr");
    check_str("published, not updated", e[0].published, "2025-03-12T23:00:00Z");
    check_int("published", e[0].changed, false);
    check_str("XHTML", e[0].html, "<div><p class=\"a&quot;b\">One &amp; two.<br>Three.</p></div>");
    check_int("whole", e[0].summary, false);
    check_str("no such scheme", e[1].link, "");
    check_int("a change only", e[1].changed, true);
    check_str("plain", e[1].html, "1 < 2");
    check_int("plain", e[1].plain, true);
    check_str("a picture is no text", e[2].html, "");
}

static void test_rdf(void **state)
{
    (void)state;
    dem_feed f = read_feed(
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\""
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel rdf:about=\"https://old.example/\">"
        "<title>Old</title><dc:language>de</dc:language></channel>"
        "<item "
        "rdf:about=\"https://old.example/1\"><title>Eins</title><dc:date>2025-03-12T10:15+01:00</dc:date></"
        "item>"
        "</rdf:RDF>");
    check_int("kind", f.kind, DEM_FEED_RDF);
    check_str("channel", f.title, "Old");
    check_str("language", f.language, "de");
    check_int("entries", f.n_entries, 1);
    check_str("about", f.entry[0].link, "https://old.example/1");
    check_str("date", f.entry[0].published, "2025-03-12T10:15:00+01:00");
}

static void test_sitemaps(void **state)
{
    (void)state;
    dem_feed f = read_feed(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
        " xmlns:n=\"http://www.google.com/schemas/sitemap-news/0.9/\">"
        "<url><loc>https://map.example/1</loc><lastmod>2025-03-13</lastmod><n:news><n:publication>"
        "<n:name>The Map</n:name><n:language>en</n:language></n:publication>"
        "<n:publication_date>2025-03-12</n:publication_date><n:title>Strike ends</n:title></n:news></url>"
        "<url><loc>https://map.example/2</loc><lastmod>2025-03-11</lastmod></url><url/></urlset>");
    check_int("kind", f.kind, DEM_FEED_SITEMAP);
    check_int("entries", f.n_entries, 2);
    const dem_feed_entry *e = f.entry;
    check_str("title", e[0].title, "Strike ends");
    check_str("publisher", e[0].publisher, "The Map");
    check_str("language", e[0].language, "en");
    check_str("published", e[0].published, "2025-03-12");
    check_int("published", e[0].changed, false);
    check_str("changed", e[1].published, "2025-03-11");
    check_int("changed", e[1].changed, true);
    f = read_feed("<sitemapindex><sitemap><loc>https://map.example/a.xml.gz</loc></sitemap></sitemapindex>");
    check_int("kind", f.kind, DEM_FEED_INDEX);
    check_int("entries", f.n_entries, 1);
    check_str("further one", f.entry[0].link, "https://map.example/a.xml.gz");
}

/* What is not as it should be, and what comes of it. */
static void test_damaged(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *title, *html;
    } CASES[] = {
        {"elements that were to be text",
         "<rss><channel><item><title>T</title><description><p>One <b>two</b></p></description>", "T", ""},
        {"a reference behind an error",
         "<rss><channel><item><title>Rock & "
         "roll</title><description>&lt;p&gt;x&amp;amp;y&lt;/p&gt;</description></item>",
         "Rock & roll", "<p>x&amp;y</p>"},
        {"a name of HTML", "<rss><channel><item><title>Caf&eacute;&nbsp;bar</title></item></channel></rss>",
         "Caf\xC3\xA9 bar", ""},
        {"a prefix that nobody declared",
         "<rss><channel><item><title>T</title><content:encoded>C</content:encoded></item></channel></rss>", "T",
         "C"},
        {"a control character",
         "<rss><channel><item><title>A\x0B"
         "B</title></item></channel></rss>",
         "AB", ""},
        {"an end that is wrong costs the rest of its item",
         "<rss><channel><item><title>T</b></title><description>D</description></item></channel></rss>", "T",
         ""},
        {"names in small letters", "<rss><channel><ITEM><TITLE>T</TITLE></ITEM></channel></rss>", "T", ""},
        {"bytes that are no UTF-8",
         "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>a\xFFz</title></item>",
         "a\xC3\xBFz", ""},
        {"Latin letters", "<rss><channel><item><title>don\x92t</title></item></channel></rss>",
         "don\xE2\x80\x99t", ""},
        {"Cyrillic letters",
         "<?xml version='1.0' "
         "encoding='windows-1251'?><rss><channel><item><title>\xCC\xE8\xF0</title></item></channel></rss>",
         "\xD0\x9C\xD0\xB8\xD1\x80", ""},
        {"elements in a description",
         "<rss><channel><item><title>T</title><description><p>One "
         "<b>two</b></p></description></item></channel></rss>",
         "T", "<p>One <b>two</b></p>"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_feed f = read_feed(CASES[i].in);
        if (i == 0) {
            check_int("an item that does not end is none", f.n_entries, 0);
            check_int("and that is told", f.damaged, true);
            continue;
        }
        check_int(CASES[i].why, f.n_entries, 1);
        check_str(CASES[i].why, f.entry[0].title, CASES[i].title);
        check_str(CASES[i].why, f.entry[0].html, CASES[i].html);
    }
}

/* Addresses written by hand lack the escapes. */
static void test_ampersands(void **state)
{
    (void)state;
    dem_feed f =
        read_feed("<rss><channel><item><title>AT&T</title><link>https://x.example/?a=1&b=2&amp;c=3</link>"
                  "<description><![CDATA[<a href='?a&b'>&amp;</a>]]></description></item></channel></rss>");
    check_int("entries", f.n_entries, 1);
    check_str("title", f.entry[0].title, "AT&T");
    check_str("link", f.entry[0].link, "https://x.example/?a=1&b=2&c=3");
    check_str("text", f.entry[0].html, "<a href='?a&b'>&amp;</a>");
}

static void test_wide(void **state)
{
    (void)state;
    static const char XML[] =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><rss><channel><title>W&amp;&#65;</title></channel></rss>";
    char wide[2 * sizeof XML] = {(char)0xFF, (char)0xFE};
    for (size_t i = 0; i < sizeof XML - 1; i++) wide[2 + 2 * i] = XML[i];
    check_str("UTF-16", read_as((dem_str){wide, 2 * sizeof XML}, "").title, "W&A");
}

/* Entities of the document's own are not looked at, however many times they hold each other, and no file is read. */
static void test_entities(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_buf_addz(
        &b,
        "<!DOCTYPE rss [<!ENTITY e0 \"ha\"><!ENTITY nbsp \"own\"><!ENTITY file SYSTEM \"file:///etc/passwd\">\n"
        "<!ENTITY % outer SYSTEM \"http://evil.example/x.dtd\">%outer;\n");
    for (int i = 1; i < 40; i++)
        dem_buf_addf(&b, "<!ENTITY e%d \"&e%d;&e%d;&e%d;&e%d;\">\n", i, i - 1, i - 1, i - 1, i - 1);
    dem_buf_addz(
        &b, "]><rss><channel><item><title>T&e39;&file;</title><link a='&e39;'>http://x.example/?&e39;a</link>"
            "<description>one&nbsp;two</description></item></channel></rss>");
    dem_feed f = read_as(dem_buf_str(&b), "");
    check_int("entries", f.n_entries, 1);
    check_str("title", f.entry[0].title, "T");
    check_str("link", f.entry[0].link, "http://x.example/?a");
    check_str("HTML's meaning stands", f.entry[0].html, "one\xC2\xA0two");
    dem_buf_release(&b);
}

static void refused(const char *why, dem_str in, dem_status want, const char *text)
{
    dem_feed f;
    dem_error err = {0};
    check_int(why, dem_feed_read(&arena, in, DEM_STR("https://x.example/"), &f, &err), want);
    if (!strstr(err.text, text)) fail_msg("%s: \"%s\" does not say \"%s\"", why, err.text, text);
    check_str(why, dem_str_from(err.source), "https://x.example/");
    check_int(why, f.n_entries, 0);
}

static void test_refused(void **state)
{
    (void)state;
    refused("a page", DEM_STR("<!DOCTYPE html><html><head><title>x</title></head></html>"), DEM_E_FORMAT,
            "<html>");
    refused("text", DEM_STR("Nothing here"), DEM_E_FORMAT, "no feed");
    refused("nothing", DEM_STR(" \n"), DEM_E_FORMAT, "empty");
    refused("a name without an end", DEM_STR("<"), DEM_E_FORMAT, "no feed");
    char *large = calloc(1, DEM_FEED_MAX_BYTES + 1u);
    assert_non_null(large);
    refused("too large", (dem_str){large, DEM_FEED_MAX_BYTES + 1u}, DEM_E_LIMIT, "at most");
    free(large);
}

static void test_bounds(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_buf_addz(&b, "<rss><channel>");
    for (unsigned i = 0; i < DEM_FEED_MAX_ENTRIES + 7; i++)
        dem_buf_addf(&b, "<item><title>%u</title></item>", i);
    dem_feed f = read_as(dem_buf_str(&b), "");
    check_int("entries", f.n_entries, DEM_FEED_MAX_ENTRIES);
    check_int("cut", (long long)f.n_cut, 7);
    dem_buf_clear(&b);
    dem_buf_addz(&b, "<rss><channel><item><title>deep</title></item>");
    for (unsigned i = 0; i < 1000000; i++) dem_buf_addz(&b, "<a>");
    check_int("a million levels", read_as(dem_buf_str(&b), "").n_entries, 1);
    dem_buf_clear(&b);
    dem_buf_addz(&b, "<rss><channel><item><title>");
    for (unsigned i = 0; i < 2 * DEM_FEED_MAX_LINE; i++) dem_buf_addz(&b, "ab ");
    dem_buf_addz(&b, "</title><link>http://x.example/");
    for (unsigned i = 0; i < DEM_FEED_MAX_ADDRESS; i++) dem_buf_addz(&b, "x");
    dem_buf_addz(&b, "</link><description>");
    for (unsigned i = 0; i < DEM_FEED_MAX_HTML; i++) dem_buf_addz(&b, "\xC3\xA9");
    dem_buf_addz(&b, "</description></item></channel></rss>");
    f = read_as(dem_buf_str(&b), "");
    check_int("a long item", f.n_entries, 1);
    assert_true(f.entry[0].title.n <= DEM_FEED_MAX_LINE && f.entry[0].title.n > DEM_FEED_MAX_LINE - 4);
    check_str("an address that long is none", f.entry[0].link, "");
    check_int("text", (long long)f.entry[0].html.n, DEM_FEED_MAX_HTML);
    dem_buf_release(&b);
}

/* A description as long as a report is the report, unless it breaks off. */
static void test_whole(void **state)
{
    (void)state;
    for (int cut = 0; cut < 2; cut++) {
        dem_buf b = {0};
        dem_buf_addz(&b, "<rss><channel><item><description>");
        for (int i = 0; i < 60; i++) dem_buf_addz(&b, "The two sides met again in the capital. ");
        dem_buf_addz(&b, cut ? "They said that [&#8230;]" : "They left.");
        dem_buf_addz(&b, "</description></item></channel></rss>");
        dem_feed f = read_as(dem_buf_str(&b), "");
        check_int("summary", f.entry[0].summary, cut);
        dem_buf_release(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_rss, clean),        cmocka_unit_test_teardown(test_atom, clean),
        cmocka_unit_test_teardown(test_rdf, clean),        cmocka_unit_test_teardown(test_sitemaps, clean),
        cmocka_unit_test_teardown(test_damaged, clean),    cmocka_unit_test_teardown(test_wide, clean),
        cmocka_unit_test_teardown(test_entities, clean),   cmocka_unit_test_teardown(test_refused, clean),
        cmocka_unit_test_teardown(test_bounds, clean),     cmocka_unit_test_teardown(test_whole, clean),
        cmocka_unit_test_teardown(test_ampersands, clean),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dem_arena_release(&arena);
    return failed;
}

/* JSON-LD: page/meta_json.c. */
#include "meta_page.h"

#define LD(json) "<script type='application/ld+json'>" json "</script>"
static const char PAGE[] = "https://a.example/x";

typedef struct {
    meta_page page;
    dem_meta_found f;
} heard;

static void open(heard *h, const char *html)
{
    meta_open(&h->page, PAGE, html);
    h->f = meta_found(&h->page, PAGE);
}
static void close(heard *h)
{
    meta_close(&h->page);
}
static dem_str title(heard *h)
{
    return meta_claims(&h->page, &h->f.title);
}

static void whole(void **state)
{
    heard h;
    (void)state;
    open(&h, LD("{\"@type\":\"NewsArticle\",\"headline\":\"Mayor &amp; "
                "bridge\",\"datePublished\":\"2024-03-18T09:05:00+01:00\","
                "\"dateModified\":\"2024-03-19\",\"author\":[{\"name\":\"Ann Lee\"},\"Bo "
                "Ray\",{\"name\":\"https://a.example/c\"}],"
                "\"publisher\":{\"@type\":\"Organization\",\"name\":[\"Harbour Post\"]},\"inLanguage\":\"en\","
                "\"mainEntityOfPage\":{\"@id\":\"https://a.example/x\"},\"articleBody\":\"She goes.\"}"));
    check_str("title", title(&h), "Mayor & bridge=4");
    check_str("author", meta_claims(&h.page, &h.f.author), "Ann Lee, Bo Ray=4");
    check_str("publisher", meta_claims(&h.page, &h.f.publisher), "Harbour Post=3");
    check_str("published", meta_days(&h.page, &h.f, DEM_DATED_JSON), "2024-03-18T09:05:00+01:00");
    check_str("modified", meta_days(&h.page, &h.f, DEM_DATED_MODIFIED), "2024-03-19");
    check_str("language", meta_claims(&h.page, &h.f.language), "en=2");
    check_str("address", meta_claims(&h.page, &h.f.url), "https://a.example/x=2");
    check_str("body", h.f.body, "She goes.");
    assert_false(h.f.live);
    close(&h);
}

/* Which of the objects is heard, by its title. */
static void choices(void **state)
{
    static const struct {
        const char *why, *html, *want;
    } CASES[] = {
        {"in a graph",
         LD("{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"S\"},{\"@type\":\"Article\",\"headline\":\"A\"}]}"),
         "A=4"},
        {"in an array",
         LD("[{\"@type\":\"BreadcrumbList\"},7,null,{\"@type\":\"Article\",\"headline\":\"A\"}]"), "A=4"},
        {"a graph that is an object", LD("{\"@graph\":{\"@type\":\"Article\",\"headline\":\"A\"}}"), "A=4"},
        {"graphs in an array", LD("[{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"A\"}]}]"), "A=4"},
        {"main entity", LD("{\"@type\":\"Thing\",\"mainEntity\":{\"@type\":\"Article\",\"headline\":\"A\"}}"),
         "A=4"},
        {"several types", LD("{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"A\"}"), "A=4"},
        {"a type as an address", LD("{\"@type\":\"https://schema.org/OpinionNewsArticle\",\"headline\":\"A\"}"),
         "A=4"},
        {"an article before a page",
         LD("[{\"@type\":\"WebPage\",\"name\":\"P\"},{\"@type\":\"Article\",\"headline\":\"A\"}]"), "A=4"},
        {"a page where there is no article", LD("{\"@type\":\"WebPage\",\"name\":\"P\"}"), "P=1"},
        {"the first of two",
         LD("[{\"@type\":\"Article\",\"headline\":\"A\"},{\"@type\":\"Article\",\"headline\":\"B\"}]"), "A=4"},
        {"the one of this address",
         LD("[{\"@type\":\"Article\",\"headline\":\"A\",\"url\":\"https://a.example/a\"},"
            "{\"@type\":\"Article\",\"headline\":\"B\",\"url\":\"http://www.a.example/x/?u=1\"}]"),
         "B=4"},
        {"a second block",
         LD("{\"@type\":\"WebPage\",\"name\":\"P\"}") LD("{\"@type\":\"Article\",\"headline\":\"A\"}"),
         "P=1; A=4"},
        {"not two articles",
         LD("{\"@type\":\"Article\",\"headline\":\"A\"}") LD("{\"@type\":\"Article\",\"headline\":\"B\"}"),
         "A=4"},
        {"mended", LD("{\"@type\":\"Article\",\"headline\":\"A\nB\",\"datePublished\":,}"), "A B=4"},
        {"beyond mending", LD("{\"@type\":\"Article\",\"headline\":\"A\""), ""},
        {"one broken, one not", LD("{") LD("{\"@type\":\"Article\",\"headline\":\"A\"}"), "A=4"},
        {"type in capitals",
         "<script type='Application/LD+JSON; "
         "charset=utf-8'>{\"@type\":\"Article\",\"headline\":\"A\"}</script>",
         "A=4"},
        {"another script",
         "<p>x<script type='text/javascript'>{\"@type\":\"Article\",\"headline\":\"A\"}</script>", ""},
        {"of other things", LD("{\"@type\":\"Recipe\",\"headline\":\"A\"}"), ""},
        {"no object", LD("[[],\"\",3,null,true]") LD("7") LD("\"x\"") LD("null"), ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        heard h;
        open(&h, CASES[i].html);
        check_str(CASES[i].why, title(&h), CASES[i].want);
        close(&h);
    }
}

static void odd_members(void **state)
{
    heard h;
    (void)state;
    open(&h, LD("{\"@type\":\"Article\",\"headline\":[\"A\"],\"author\":\"https://a.example/"
                "ann\",\"publisher\":{\"name\":{}},"
                "\"datePublished\":1710752700,\"dateCreated\":\"2020-01-01\",\"mainEntityOfPage\":true,"
                "\"inLanguage\":7}"));
    check_str("no title", title(&h), "");
    check_str("an address is no author", meta_claims(&h.page, &h.f.author), "");
    check_str("no publisher", meta_claims(&h.page, &h.f.publisher), "");
    check_str("seconds", meta_days(&h.page, &h.f, DEM_DATED_JSON), "2024-03-18T09:05:00Z");
    check_str("created counts only alone", meta_days(&h.page, &h.f, DEM_DATED_LOOSE), "");
    close(&h);
    open(&h, LD("{\"@type\":\"Article\",\"dateCreated\":\"2020-01-01\"}"));
    check_str("created", meta_days(&h.page, &h.f, DEM_DATED_LOOSE), "2020-01-01");
    close(&h);
    open(&h, LD("[{\"@type\":\"WebSite\",\"name\":\"Harbour "
                "Post\"},{\"@type\":\"NewsMediaOrganization\",\"name\":\"Post Ltd\"}]"));
    check_str("the site", meta_claims(&h.page, &h.f.publisher), "Harbour Post=1; Post Ltd=1");
    close(&h);
}

/* The entries as "headline@published>url:body|...". */
static dem_str updates(heard *h)
{
    dem_str all = {"", 0};
    for (size_t i = 0; i < h->f.update.n; i++) {
        const dem_meta_update *u = &h->f.update.at[i];
        all = dem_arena_printf(&h->page.arena, "%.*s%s%.*s@%.*s>%.*s:%.*s", DEM_STR_ARG(all), i ? "|" : "",
                               DEM_STR_ARG(u->headline), DEM_STR_ARG(u->published), DEM_STR_ARG(u->url),
                               DEM_STR_ARG(u->body));
    }
    return all;
}

#define LIVE(more) "{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm\"" more "}"
#define ENTRY(name) "{\"@type\":\"BlogPosting\",\"headline\":\"" name "\"}"

static void live(void **state)
{
    static const struct {
        const char *why, *html, *want;
    } CASES[] = {
        {"entries in order",
         LD(LIVE(",\"liveBlogUpdate\":[{\"headline\":\"Trees &amp; "
                 "roofs\",\"datePublished\":\"2024-03-18T07:10:00-05:00\","
                 "\"url\":\"https://a.example/x#p2\",\"articleBody\":\"Two fell.\"},{\"headline\":\"Wind\","
                 "\"datePublished\":\"2024-03-18\",\"@id\":\"#p1\"}]")),
         "Trees & roofs@2024-03-18T07:10:00-05:00>https://a.example/x#p2:Two fell.|Wind@2024-03-18>#p1:"},
        {"other names",
         LD(LIVE(",\"liveBlogUpdate\":[{\"name\":\"Wind\",\"dateCreated\":\"2024-03-18\",\"headline\":\" "
                 "\",\"text\":\"It blows.\"}]")),
         "Wind@2024-03-18>:It blows."},
        {"one that is no list", LD(LIVE(",\"liveBlogUpdate\":" ENTRY("Wind"))), "Wind@>:"},
        {"what is no entry", LD(LIVE(",\"liveBlogUpdate\":[{},7,null,[],{\"url\":\"#x\"}," ENTRY("Wind") "]")),
         "Wind@>:"},
        {"a day of two readings is none",
         LD(LIVE(",\"liveBlogUpdate\":[{\"headline\":\"W\",\"datePublished\":\"3/4/2024\"}]")), "W@>:"},
        {"written twice",
         LD(LIVE(",\"liveBlogUpdate\":[" ENTRY("Wind") "]"))
             LD(LIVE(",\"liveBlogUpdate\":[" ENTRY("Wind") "]")),
         "Wind@>:"},
        {"beside an article",
         LD("{\"@type\":\"NewsArticle\",\"headline\":\"A\"}")
             LD(LIVE(",\"liveBlogUpdate\":[" ENTRY("Wind") "]")),
         "Wind@>:"},
        {"before an article of the same block",
         LD("[{\"@type\":\"NewsArticle\",\"headline\":\"A\"}," LIVE(
             ",\"liveBlogUpdate\":[" ENTRY("Wind") "]") "]"),
         "Wind@>:"},
        {"none", LD(LIVE("")), ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        heard h;
        open(&h, CASES[i].html);
        check_str(CASES[i].why, updates(&h), CASES[i].want);
        assert_true(h.f.live);
        close(&h);
    }
}

static void not_live(void **state)
{
    heard h;
    (void)state;
    open(&h, LD("{\"@type\":\"NewsArticle\",\"headline\":\"A\",\"url\":\"https://a.example/x\"}")
                 LD(LIVE(",\"url\":\"https://a.example/storm\",\"liveBlogUpdate\":[" ENTRY("Wind") "]")));
    check_str("a live page that this one only points to", updates(&h), "");
    assert_false(h.f.live);
    close(&h);
    open(&h, LD("{\"@type\":\"NewsArticle\",\"liveBlogUpdate\":[" ENTRY("Wind") "]}"));
    check_str("entries of what is no live page", updates(&h), "");
    close(&h);
    open(&h, LD(LIVE(",\"coverageStartTime\":\"2024-03-18T06:00:00Z\"")));
    check_str("day of a live page", meta_days(&h.page, &h.f, DEM_DATED_LOOSE), "2024-03-18T06:00:00Z");
    close(&h);
}

static void repeat(dem_buf *b, const char *head, const char *piece, int n, const char *tail)
{
    dem_buf_addz(b, head);
    for (int i = 0; i < n; i++) dem_buf_addz(b, piece);
    dem_buf_addz(b, tail);
}

static void check_bound(const char *why, dem_buf *b, int scripts, int updates_heard)
{
    meta_page t;
    meta_open_str(&t, (dem_str){NULL, 0}, dem_buf_str(b));
    dem_meta_found f = meta_found(&t, "");
    check_int(why, f.scripts, scripts);
    check_int(why, (int)f.update.n, updates_heard);
    meta_close(&t);
    dem_buf_clear(b);
}

static void bounds(void **state)
{
    dem_buf b = {0};
    (void)state;
    repeat(&b, "", LD("{\"@type\":\"WebSite\",\"name\":\"S\"}"), 100000, "");
    check_bound("a hundred thousand blocks", &b, DEM_META_SCRIPTS, 0);
    repeat(&b, "<script type='application/ld+json'>", "[", 100000, "</script>");
    check_bound("depth", &b, 1, 0);
    repeat(&b,
           "<script type='application/ld+json'>"
           "{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":[" ENTRY("W"),
           "," ENTRY("W"), 5000, "]}</script>");
    check_bound("entries", &b, 1, DEM_META_UPDATES);
    repeat(&b,
           "<script type='application/ld+json'>"
           "{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":[" ENTRY("W") "],\"articleBody\":\"",
           "0123456789", 3000000, "\"}</script>");
    check_bound("thirty megabytes", &b, 1, 0);
    dem_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(whole),       cmocka_unit_test(choices),
                                       cmocka_unit_test(odd_members), cmocka_unit_test(live),
                                       cmocka_unit_test(not_live),    cmocka_unit_test(bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

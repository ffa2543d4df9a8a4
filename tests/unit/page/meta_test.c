/* What a page says about itself: page/meta.h. */
#include "meta_page.h"

static void agreement(void **state)
{
    meta_page t;
    (void)state;
    meta_open(&t, "https://m.harbourpost.example/2024/03/18/mayor?from=feed",
              "<html lang=en><head><title>Mayor resigns over the bridge | Harbour Post</title>"
              "<meta property='og:site_name' content='Harbour Post | News and more'><meta property='og:locale' "
              "content=en_GB>"
              "<meta property='og:title' content='Mayor&#39;s farewell'>"
              "<link rel=canonical href='https://www.harbourpost.example/2024/03/18/mayor'>"
              "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Mayor resigns over "
              "the bridge\","
              "\"datePublished\":\"2024-03-18T09:05:00Z\",\"dateModified\":\"2024-03-20T07:00:00Z\","
              "\"author\":{\"name\":\"Harbour Post\"},\"publisher\":{\"name\":\"Harbour "
              "Post\"},\"articleBody\":\"She goes.\"}</script></head>"
              "<body><h1>Mayor resigns over the bridge</h1><p>By Ann Lee</p><p>18 March 2024</p><p>She "
              "goes.</p></body>");
    check_str("title", t.m.title, "Mayor resigns over the bridge");
    check_str("author", t.m.author, "Ann Lee");
    check_str("publisher", t.m.publisher, "Harbour Post");
    check_str("address", t.m.url, "https://www.harbourpost.example/2024/03/18/mayor");
    check_str("language", t.m.language, "en-GB");
    check_str("published", t.m.published, "2024-03-18T09:05:00Z");
    check_str("witness", dem_str_from(t.m.published_from), "json-ld");
    check_int("sure", t.m.published_sure, 98);
    check_str("body", t.m.body, "She goes.");
    assert_false(t.m.live);
    meta_close(&t);
}

static void nothing(void **state)
{
    meta_page t;
    dem_meta m;
    dem_arena arena;
    (void)state;
    meta_open(&t, "", "<p>x</p>");
    assert_true(!t.m.title.n && !t.m.author.n && !t.m.publisher.n && !t.m.url.n && !t.m.language.n);
    assert_true(!t.m.published.n && !t.m.published_from && !t.m.published_sure && !t.m.live && !t.m.n_updates);
    meta_close(&t);
    dem_arena_init(&arena, 0);
    dem_meta_find(&arena, NULL, DEM_STR("https://a.example/x#y"), &m);
    check_str("no document: its address", m.url, "https://a.example/x");
    dem_arena_release(&arena);
}

/* Of one kind of thing each: the page's head, and what is found. */
static void conflicts(void **state)
{
    static const struct {
        const char *why, *html, *author, *publisher, *language;
    } CASES[] = {
        {"an author that is an address",
         "<meta name=author content='https://a.example/ann'><meta name=byl content='By Ann Lee'>", "Ann Lee",
         "", ""},
        {"only the publisher as author",
         "<meta name=author content='Harbour Post'><meta property='og:site_name' content='Harbour Post'>",
         "Harbour Post", "Harbour Post", ""},
        {"an address as publisher",
         "<meta property='og:site_name' content='https://a.example'><meta name=publisher content='The Post'>",
         "", "The Post", ""},
        {"the publisher behind the title",
         "<title>Mayor is out | The Post</title><meta property='og:title' content='Mayor is out'>", "",
         "The Post", ""},
        {"languages that differ",
         "<html lang=de><meta property='og:locale' content=en_US><meta name=language content=en-GB>", "", "",
         "en-US"},
        {"no tag", "<html lang=English><meta name=language content=fr>", "", "", "fr"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        meta_page t;
        meta_open(&t, "", CASES[i].html);
        check_str(CASES[i].why, t.m.author, CASES[i].author);
        check_str(CASES[i].why, t.m.publisher, CASES[i].publisher);
        check_str(CASES[i].why, t.m.language, CASES[i].language);
        meta_close(&t);
    }
}

static void live(void **state)
{
    meta_page t;
    (void)state;
    meta_open(&t, "",
              "<script "
              "type='application/"
              "ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm\",\"datePublished\":\"2024-03-18\","
              "\"liveBlogUpdate\":[{\"headline\":\"Trees "
              "fall\",\"datePublished\":\"2024-03-18T07:10:00Z\"}]}</script>");
    assert_true(t.m.live);
    check_int("entries", t.m.n_updates, 1);
    check_str("entry", t.m.update[0].headline, "Trees fall");
    check_str("its time", t.m.update[0].published, "2024-03-18T07:10:00Z");
    meta_close(&t);
    meta_open(&t, "", "<title>The Latest: Storm moves on</title>");
    assert_true(t.m.live);
    meta_close(&t);
    meta_open(&t, "https://a.example/live/storm", "<p>x");
    assert_true(t.m.live);
    meta_close(&t);
}

static void find_in_many(const char *piece, size_t n, const char *tail)
{
    dem_buf b = {0};
    meta_page t;
    dem_meta m;
    for (size_t i = 0; i < n; i++) dem_buf_addz(&b, piece);
    dem_buf_addz(&b, tail);
    meta_open_str(&t, (dem_str){NULL, 0}, dem_buf_str(&b));
    dem_meta_find(&t.arena, t.doc, (dem_str){NULL, 0}, &m);
    meta_close(&t);
    dem_buf_release(&b);
}

/* Its time grows with the page, not with its square: that would outlast the test's limit many times over. */
static void ends(void **state)
{
    static const char *const CASES[][2] = {
        {"<meta property='og:title' content='Mayor is out | The Post'>", ""},
        {"<meta name=date content='2024-03-18T09:05:00Z'>", ""},
        {"<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"A\"}</script>", ""},
        {"<h1>Mayor is out on 18 March 2024</h1>", ""},
        {"<p><time datetime='2024-03-18'>18 March 2024</time></p>", ""},
        {"<i itemprop=datePublished>18 March 2024</i> ", ""},
        {"<a rel=author>", ""},
        {" \t\n\xc2\xa0", "<h1>A</h1>"},
        {"&amp;", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) find_in_many(CASES[i][0], 60000, CASES[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(agreement), cmocka_unit_test(nothing),
                                       cmocka_unit_test(conflicts), cmocka_unit_test(live),
                                       cmocka_unit_test(ends)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

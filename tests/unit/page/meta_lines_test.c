/* The lines that a reader sees: page/meta_lines.h. */
#include "meta_page.h"
#include "page/meta_lines.h"

/* "text/flags|..." */
static dem_str show(meta_page *t, const dem_meta_lines *lines)
{
    dem_str all = {"", 0};
    for (size_t i = 0; i < lines->line.n; i++)
        all = dem_arena_printf(&t->arena, "%.*s%s%.*s/%u", DEM_STR_ARG(all), i ? "|" : "",
                               DEM_STR_ARG(lines->line.at[i].text), lines->line.at[i].flags);
    return all;
}

static void walk(meta_page *t, const char *html, dem_meta_found *f, dem_meta_lines *lines)
{
    meta_open(t, "", html);
    *f = (dem_meta_found){.arena = &t->arena};
    *lines = (dem_meta_lines){0};
    dem_meta_walk(f, xmlDocGetRootElement(t->doc), lines);
}

static void lines(void **state)
{
    static const struct {
        const char *why, *html, *want;
    } CASES[] = {
        {"blocks end lines, inline elements do not", "<p>a <b>b</b>\n c<div>d</div>e<br>f",
         "a b c/0|d/0|e/0|f/0"},
        {"what nobody sees", "<p>a<script>x</script><style>y</style><noscript>z</noscript>b</p>", "ab/0"},
        {"navigation and other reports", "<nav>a<p>b</p></nav><div class='RelatedList'>c</div><p>d",
         "a/1|b/1|c/1|d/0"},
        {"a body is never elsewhere", "<body class='has-sidebar'><p>a", "a/0"},
        {"dated, byline", "<p>a <span class=pubDate>b</span> <span class='byline'>c</span> d",
         "a/0|b/2|c/4|d/0"},
        {"headline", "<h1>a <span>b</span></h1><p>c", "a b/8|c/0"},
        {"digits of two elements", "<p><span>20 Nov 2019</span><span>4:29</span>", "20 Nov 2019 4:29/0"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        meta_page t;
        dem_meta_found f;
        dem_meta_lines l;
        walk(&t, CASES[i].html, &f, &l);
        check_str(CASES[i].why, show(&t, &l), CASES[i].want);
        meta_close(&t);
    }
}

static void marks(void **state)
{
    meta_page t;
    dem_meta_found f;
    dem_meta_lines l;
    (void)state;
    walk(&t,
         "<p>a</p><time datetime='2024-03-18' pubdate>Monday</time><span itemprop='datePublished' "
         "content='2024-03-17'>x</span><a rel=author>Ann Lee</a><aside><time>3 May 2020</time></aside><i "
         "itemprop=url>u</i>",
         &f, &l);
    check_int("marks", (int)l.mark.n, 4);
    const dem_meta_mark *m = l.mark.at;
    assert_true(m[0].kind == DEM_MARK_TIME && !m[0].elsewhere && m[0].line == 1);
    check_str("attribute", m[0].value, "2024-03-18");
    check_str("pubdate", m[0].name, "pubdate");
    check_str("microdata", m[1].name, "datepublished");
    check_str("its content", m[1].value, "2024-03-17");
    assert_true(m[2].kind == DEM_MARK_AUTHOR);
    check_str("text", m[2].value, "Ann Lee");
    assert_true(m[3].elsewhere);
    check_str("text of a time", m[3].value, "3 May 2020");
    meta_close(&t);
}

static void bounds(void **state)
{
    meta_page t;
    dem_meta_found f = {0};
    dem_meta_lines l = {0};
    dem_buf b = {0};
    (void)state;
    dem_buf_addz(&b, "<h1>");
    for (int i = 0; i < 500; i++) dem_buf_addz(&b, "long ");
    dem_buf_addz(&b, "</h1>");
    for (int i = 0; i < 30000; i++) dem_buf_addz(&b, "<p>x<time>1</time></p>");
    meta_open_str(&t, (dem_str){NULL, 0}, dem_buf_str(&b));
    f.arena = &t.arena;
    dem_meta_walk(&f, xmlDocGetRootElement(t.doc), &l);
    assert_true(l.line.at[0].text.n <= DEM_META_LINE);
    check_int("cut", l.line.at[0].flags, DEM_LINE_H1 | DEM_LINE_CUT);
    check_int("lines", (int)l.line.n, DEM_META_LINES);
    assert_true(l.mark.n < 1000);
    meta_close(&t);
    dem_buf_release(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(lines), cmocka_unit_test(marks),
                                       cmocka_unit_test(bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

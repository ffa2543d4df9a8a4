/* Walking a document for its metadata: page/meta_dom.h. */
#include "meta_page.h"
#include "page/meta_dom.h"

static void attributes(void **state)
{
    meta_page t;
    (void)state;
    meta_open(&t, "", "<p class='a &amp; b' hidden data-x=''>text</p>");
    const xmlNode *p = meta_node(&t, "p");
    check_str("value", dem_meta_attr(p, "class"), "a & b");
    assert_non_null(dem_meta_attr(p, "hidden").p);
    check_str("empty", dem_meta_attr(p, "data-x"), "");
    assert_null(dem_meta_attr(p, "id").p);
    assert_null(dem_meta_attr(p->children, "class").p);
    assert_true(dem_meta_is(p, "p"));
    assert_false(dem_meta_is(p->children, "p"));
    check_str("text node", dem_meta_node_text(p->children), "text");
    assert_null(dem_meta_node_text(p).p);
    meta_close(&t);
}

/* "<name" and "name>" for each element, texts as they are. */
static void walking(void **state)
{
    meta_page t;
    (void)state;
    meta_open(&t, "", "<div>a<p>b<b>c</b></p><br>d</div>");
    const xmlNode *div = meta_node(&t, "div"), *at = div;
    dem_str all = {"", 0};
    bool leaving = false;
    while (at) {
        dem_str text = dem_meta_node_text(at);
        all = dem_arena_printf(&t.arena, "%.*s%.*s%s%s%s", DEM_STR_ARG(all), DEM_STR_ARG(text),
                               text.n || leaving ? "" : "<", text.n ? "" : (const char *)at->name,
                               leaving ? ">" : "");
        at = dem_meta_step(div, at, &leaving);
    }
    check_str("order", all, "<diva<pb<bcb>p><brddiv>");
    at = dem_meta_step_over(div, div->children->next, &leaving);
    assert_true(dem_meta_is(at, "br") && !leaving);
    at = dem_meta_step_over(div, div->last, &leaving);
    assert_true(at == div && leaving);
    assert_null(dem_meta_step_over(div, div, &leaving));
    meta_close(&t);
}

static void collapsing(void **state)
{
    dem_buf b = {0};
    (void)state;
    dem_meta_collapse(&b,
                      DEM_STR(" \n a\xc2\xa0 \t\xe2\x80\x83"
                              "b "),
                      100);
    dem_meta_collapse(&b, DEM_STR("  c"), 100);
    check_str("blanks of all kinds, over two texts", dem_buf_str(&b), "a b c");
    dem_buf_clear(&b);
    dem_meta_collapse(&b, DEM_STR("ab\xc3\xa9"), 3);
    check_str("a character is not cut", dem_buf_str(&b), "ab");
    dem_buf_clear(&b);
    dem_meta_collapse(&b,
                      DEM_STR("a\xff"
                              "b"),
                      100);
    check_str("a broken one is replaced", dem_buf_str(&b),
              "a\xef\xbf\xbd"
              "b");
    dem_buf_release(&b);
}

static void texts(void **state)
{
    meta_page t;
    (void)state;
    meta_open(&t, "", "<div> one <script>x</script><b>two</b><style>y</style> three</div>");
    check_str("without scripts", dem_meta_text(&t.arena, meta_node(&t, "div"), 100), "one two three");
    check_str("cut", dem_meta_text(&t.arena, meta_node(&t, "div"), 5), "one t");
    meta_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(attributes), cmocka_unit_test(walking),
                                       cmocka_unit_test(collapsing), cmocka_unit_test(texts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

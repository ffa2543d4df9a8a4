/* Walking a document for its metadata: page/meta_dom.h. */
#include "meta_page.h"
#include "page/meta_dom.h"

static void attributes(void **state)
{
    meta_page t;
    (void)state;
    meta_open(&t, "", "<p class='a &amp; b' hidden data-x=''>text</p>");
    const xmlNode *p = meta_node(&t, "p");
    check_str("value", page_attribute(p, "class"), "a & b");
    assert_non_null(page_attribute(p, "hidden").p);
    check_str("empty", page_attribute(p, "data-x"), "");
    assert_null(page_attribute(p, "id").p);
    assert_null(page_attribute(p->children, "class").p);
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
    const xmlNode *div = meta_node(&t, "div");
    page_walk w = page_walk_from(div);
    dem_str all = {"", 0};
    while (page_walk_next(&w)) {
        dem_str text = dem_meta_node_text(w.node);
        all = dem_arena_printf(&t.arena, "%.*s%.*s%s%s%s", DEM_STR_ARG(all), DEM_STR_ARG(text),
                               text.n || w.leaving ? "" : "<", text.n ? "" : (const char *)w.node->name,
                               w.leaving ? ">" : "");
    }
    check_str("order", all, "<diva<pb<bcb>p><brbr>ddiv>");
    w = (page_walk){div, div->children->next, false};
    page_walk_skip(&w);
    assert_true(page_walk_next(&w) && dem_meta_is(w.node, "br") && !w.leaving);
    w = (page_walk){div, div->last, false};
    page_walk_skip(&w);
    assert_true(page_walk_next(&w) && w.node == div && w.leaving);
    w = (page_walk){div, div, false};
    page_walk_skip(&w);
    assert_false(page_walk_next(&w));
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

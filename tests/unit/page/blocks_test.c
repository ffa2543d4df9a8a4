/* A page as paragraphs and boxes: page/blocks.h. */
#include "page_case.h"

/* The paragraphs, with '|' between them. */
static void check_blocks(const char *why, const char *html, const char *want)
{
    page_case t;
    dem_buf b = {0};
    page_case_open(&t, html);
    for (uint32_t i = 0; i < t.blocks.n; i++) {
        if (i) dem_buf_addc(&b, '|');
        dem_buf_add(&b, page_block_text(&t.blocks, &t.blocks.block[i]));
    }
    check_str(why, dem_buf_str(&b), want);
    dem_buf_release(&b);
    page_case_close(&t);
}

static void test_paragraphs(void **state)
{
    (void)state;
    check_blocks("white space", "<p> a \n\t b </p>\n<p>c&nbsp;d</p>", "a b|c d");
    check_blocks("what flows", "<p>a<b>b</b> <i>c</i><a href=x>d</a>", "ab cd");
    check_blocks("text beside boxes", "a<div>b</div>c", "a|b|c");
    check_blocks("lists", "<ul><li>a b<li>c<ul><li>d</ul>e</ul>", "a b|c|d|e");
    check_blocks("a break in a line", "<p>a long<br>line", "a long line");
    check_blocks("a line that ends a sentence", "<p>He left.<br>She came.", "He left.|She came.");
    check_blocks("two breaks", "<p>a b<br><br>c d", "a b|c d");
    check_blocks("what nobody sees", "<p>a<script>b</script><select><option>c</select><noscript>d</noscript>e",
                 "ae");
    check_blocks("signs alone", "<p>***</p><p>- a -</p><hr>", "- a -");
    check_blocks("a link around boxes", "<a href=x><h3>a</h3><p>b</p></a>", "a|b");
    check_blocks("an author's own element", "<div><x-card>a</x-card><x-card>b</x-card></div>", "a|b");
    check_blocks("cells", "<table><tr><td>a<td>b<tr><td>c</table>", "a|b|c");
    check_blocks("nothing", "<div></div>", "");
}

static void test_counts(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, "<p>The <a href=x>army of Esk</a> lost 40 men, it <b>said</b>. Why? "
                       "&#x519B;&#x968A;</p>");
    const page_block *b = &t.blocks.block[0];
    check_int("words, of which each Chinese sign is one", b->words, 12);
    check_int("in links", b->linked, 3);
    check_int("in bold", b->strong, 1);
    check_int("stops", b->stops, 2);
    check_int("commas", b->commas, 1);
    check_int("capitals", b->capitals, 3);
    check_int("numbers", b->digits, 1);
    page_case_close(&t);
}

static void test_boxes(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, "<div class=a><p>one two</p><p>three</p></div><div class=a><p>four</p></div>");
    const page_block *last = &t.blocks.block[2];
    const page_box *p = &t.blocks.box[last->box], *div = &t.blocks.box[p->parent], *first = div;
    check_int("a paragraph", p->tag, PAGE_P);
    check_int("in a box", div->tag, PAGE_DIV);
    check_int("of one paragraph", div->last - div->first, 1);
    first = &t.blocks.box[t.blocks.box[t.blocks.block[0].box].parent];
    check_int("its neighbour is of the same kind", first->kind == div->kind, true);
    check_int("and has three words", first->words, 3);
    check_int("and ends where this one begins", first->end, div - t.blocks.box);
    check_int("the root has all words", t.blocks.box[0].words, 4);
    check_int("and encloses all boxes", t.blocks.box[0].end, t.blocks.n_boxes);
    page_case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_paragraphs), cmocka_unit_test(test_counts),
                                       cmocka_unit_test(test_boxes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

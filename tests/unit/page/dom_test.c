/* The tree of a page, and walking it: page/dom.h. */
#include "page/page.h"
#include "page_case.h"
#include <pthread.h>

enum { THREADS = 8 };
static pthread_barrier_t start;

static void *parse_one(void *arg)
{
    dem_arena arena;
    xmlDoc *doc;
    (void)arg;
    dem_arena_init(&arena, 0);
    pthread_barrier_wait(&start);
    dem_status st = page_dom_parse(&arena, DEM_STR("<p>a"), &doc, NULL);
    xmlFreeDoc(doc);
    dem_arena_release(&arena);
    return st == DEM_OK ? &start : NULL;
}

/* Runs before all others: libxml2 is not ready yet, and all come at once. */
static void test_first_at_once(void **state)
{
    (void)state;
    pthread_t thread[THREADS];
    pthread_barrier_init(&start, NULL, THREADS);
    for (int i = 0; i < THREADS; i++) assert_int_equal(pthread_create(&thread[i], NULL, parse_one, NULL), 0);
    for (int i = 0; i < THREADS; i++) {
        void *good = NULL;
        pthread_join(thread[i], &good);
        assert_non_null(good);
    }
    pthread_barrier_destroy(&start);
}

static void test_walk(void **state)
{
    (void)state;
    dem_arena arena;
    xmlDoc *doc;
    dem_buf b = {0};
    dem_arena_init(&arena, 0);
    assert_int_equal(page_dom_parse(&arena, DEM_STR("<body><p>a<b>c</b></p><ul><li>d</ul>"), &doc, NULL),
                     DEM_OK);
    page_walk w = page_walk_from(xmlDocGetRootElement(doc));
    while (page_walk_next(&w)) {
        dem_buf_addf(&b, "%s%s ", w.leaving ? "/" : "", (const char *)w.node->name);
        if (!w.leaving && strcmp((const char *)w.node->name, "ul") == 0) page_walk_skip(&w);
    }
    check_str("what is in the list is left out", dem_buf_str(&b),
              "html body p text b text /b /p ul /body /html ");
    check_int("it stays at its end", page_walk_next(&w), false);
    dem_buf_release(&b);
    xmlFreeDoc(doc);
    dem_arena_release(&arena);
}

static void test_attribute(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, "<p class='a &amp; b' id hidden=\"\">c");
    const xmlNode *p = t.blocks.box[t.blocks.block[0].box].node;
    check_str("with a reference", page_attribute(p, "class"), "a & b");
    check_str("without a value", page_attribute(p, "id"), "");
    assert_non_null(page_attribute(p, "hidden").p);
    assert_null(page_attribute(p, "role").p);
    page_case_close(&t);
}

static void test_refused(void **state)
{
    (void)state;
    static const struct {
        const char *why, *head, *part;
        size_t n;
        dem_status want;
    } CASES[] = {
        {"nothing", "", "", 0, DEM_E_FORMAT},
        {"blanks", "", " ", 10, DEM_E_FORMAT},
        {"deep enough", "", "<div>", PAGE_MAX_DEPTH - 4, DEM_OK},
        {"boxes in each other", "", "<div>", 200000, DEM_E_LIMIT},
        {"elements in a paragraph", "<p>", "<b>", 200000, DEM_E_LIMIT},
        {"lists in lists", "", "<ul><li>", 100000, DEM_E_LIMIT},
        {"tables in tables", "", "<table><tr><td>", 60000, DEM_E_LIMIT},
        {"cells", "<table><tr>", "<td>a", 265000, DEM_E_LIMIT},
        {"end tags of nothing", "<p>a</p>", "</p>", 300000, DEM_E_LIMIT},
        {"roots without end", "<p>a</p>", "<html a b c d e f g h>", 70000, DEM_E_LIMIT},
        {"references that nobody knows", "<p>a", "&lol;", 300000, DEM_E_LIMIT},
        {"declarations of entities",
         "<!DOCTYPE html [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c "
         "\"&b;&b;&b;&b;\">]><p>x",
         "&c;", 1000, DEM_OK},
        {"too large", "<p>", "aaaaaaaaaaaaaaaa", DEM_MAX_PAGE / 16, DEM_E_LIMIT},
        {"a long attribute", "<p>a</p><p class='", "a-", 1000000, DEM_OK},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_arena arena;
        dem_error err = {0};
        xmlDoc *doc;
        char *html = page_case_repeat(CASES[i].head, CASES[i].part, CASES[i].n);
        dem_arena_init(&arena, 0);
        check_int(CASES[i].why, page_dom_parse(&arena, dem_str_from(html), &doc, &err), CASES[i].want);
        check_int(CASES[i].why, doc != NULL, CASES[i].want == DEM_OK);
        check_int("a reason is given", err.text[0] != 0, CASES[i].want != DEM_OK);
        xmlFreeDoc(doc);
        dem_arena_release(&arena);
        free(html);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_first_at_once), cmocka_unit_test(test_walk),
                                       cmocka_unit_test(test_attribute), cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

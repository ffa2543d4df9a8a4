/* References of HTML in plain text. */
#include "check_clean.h"

static const char *const READ[][2] = {
    {"don&rsquo;t", "don’t"},
    {"don&#8217;t", "don’t"},
    {"don&#x2019;t", "don’t"},
    {"don&#X2019;t", "don’t"},
    {"don&#146;t", "don’t"},
    {"don&amp;#8217;t", "don’t"},
    {"don&amp;amp;rsquo;t", "don’t"},
    {"AT&amp;T", "AT&T"},
    {"R&amp;D", "R&D"},
    {"a&nbsp;b", "a\xC2\xA0" "b"},
    {"&lt;b&gt; &quot;x&quot; &apos;y&apos;", "<b> \"x\" 'y'"},
    {"in&shy;ter&shy;est", "interest"},
    {"caf&eacute; &Eacute;cole", "café École"},
    {"&hellip;&mdash;&euro;&trade;", "…—€™"},
    {"Erdo&gbreve;an &Scaron;koda", "Erdoğan Škoda"},
    {"http://example.org/?a=1&amp;b=2", "http://example.org/?a=1&b=2"},
    {"&am&#112;;", "&"},
    {"&Atilde;&copy;t&Atilde;&copy;", "été"},
    {"&#1;x", " x"},
};

static const char *const STAYS[] = {
    "AT&T",
    "AT&T; R&D; Q&A;",
    "http://example.org/?a=1&copy=2&reg=3",
    "http://example.org/?x=1&lt=5",
    "&",
    "&;",
    "&#;",
    "&#x;",
    "&#0;",
    "&#xD800;",
    "&#1114112;",
    "&#99999999999999999999;",
    "&#12a;",
    "&rsquo ;",
    "&rsquo",
    "&RSQUO;",
    "&unknown;",
    "&averylongnamethatisnotoneofthemanynamesofhtml;",
    "Smith & Sons; Jones",
};

static void test_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(READ); i++) check_clean(READ[i][0], READ[i][1]);
}

static void test_stays(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(STAYS); i++) check_clean(STAYS[i], STAYS[i]);
}

static const struct {
    const char *name, *is;
} TABLE[] = {
#include "charset/entities.inc"
};

/* The table is searched by halves: each name must be found. */
static void test_table(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < COUNT(TABLE); i++) {
        char in[40];
        snprintf(in, sizeof in, "&%s;", TABLE[i].name);
        dem_offsets map;
        check_str(in, clean_with(&arena, in, DEM_CLEAN_ENTITIES, &map, NULL), TABLE[i].is);
    }
    dem_arena_release(&arena);
}

static void test_offsets(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_offsets map;
    dem_clean_counts counts;
    dem_str got = clean_with(&arena, "x &amp;#8217; y", DEM_CLEAN_ENTITIES, &map, &counts);
    check_str("text", got, "x ’ y");
    assert_int_equal(counts.entities, 1);
    size_t from, to;
    dem_offsets_span(&map, 2, 5, &from, &to);
    assert_int_equal(from, 2);
    assert_int_equal(to, 13);
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_read), cmocka_unit_test(test_stays), cmocka_unit_test(test_table),
                                       cmocka_unit_test(test_offsets)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}

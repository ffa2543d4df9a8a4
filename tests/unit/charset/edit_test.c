/* Rewriting a text from front to end. */
#include "charset/edit.h"
#include "check_clean.h"

static dem_arena arena;

static int begin(void **state)
{
    (void)state;
    dem_arena_init(&arena, 0);
    return 0;
}
static int end(void **state)
{
    (void)state;
    dem_arena_release(&arena);
    return 0;
}

static void test_nothing_changed(void **state)
{
    (void)state;
    const dem_str in = DEM_STR("as it was");
    dem_edit e = {.arena = &arena, .in = in};
    dem_offsets map = {NULL, 7};
    dem_str got = dem_edit_done(&e, &map);
    assert_ptr_equal(got.p, in.p);
    assert_int_equal(got.n, in.n);
    assert_int_equal(map.n, 0);
}

static void test_changes(void **state)
{
    (void)state;
    dem_edit e = {.arena = &arena, .in = DEM_STR("one two three")};
    dem_edit_replace(&e, 0, 3, DEM_STR("1"));
    dem_edit_char(&e, 4, 7, 0x20AC);
    dem_edit_replace(&e, 7, 8, (dem_str){NULL, 0});
    dem_offsets map;
    dem_str got = dem_edit_done(&e, &map);
    check_str("text", got, "1 €three");
    check_map("map", &map, got.n, 13);
    size_t from, to;
    dem_offsets_span(&map, 0, 1, &from, &to);
    assert_int_equal(from, 0);
    assert_int_equal(to, 3);
    dem_offsets_span(&map, 2, 5, &from, &to);
    assert_int_equal(from, 4);
    assert_int_equal(to, 7);
    dem_offsets_span(&map, 5, 10, &from, &to);
    assert_int_equal(from, 8);
    assert_int_equal(to, 13);
}

static void test_everything_dropped(void **state)
{
    (void)state;
    dem_edit e = {.arena = &arena, .in = DEM_STR("gone")};
    dem_edit_replace(&e, 0, 4, (dem_str){NULL, 0});
    dem_offsets map;
    dem_str got = dem_edit_done(&e, &map);
    assert_int_equal(got.n, 0);
    assert_int_equal(dem_offsets_start(&map, 0), 4);
}

static void test_last(void **state)
{
    (void)state;
    uint32_t c = 0;
    dem_edit e = {.arena = &arena, .in = DEM_STR("aéb")};
    assert_false(dem_edit_last(&e, 0, &c));
    assert_true(dem_edit_last(&e, 3, &c));
    assert_int_equal(c, 0xE9);
    dem_edit_char(&e, 0, 1, 0x20AC);
    assert_true(dem_edit_last(&e, 1, &c)); /* what was written, not what stood there */
    assert_int_equal(c, 0x20AC);
    assert_true(dem_edit_last(&e, 3, &c));
    assert_int_equal(c, 0xE9);
}

/* A text that becomes much longer than the room that was thought of. */
static void test_growth(void **state)
{
    (void)state;
    char in[500];
    memset(in, 'x', sizeof in);
    dem_edit e = {.arena = &arena, .in = {in, sizeof in}};
    for (size_t i = 0; i < sizeof in; i += 2) dem_edit_replace(&e, i, i + 1, DEM_STR("0123456789"));
    dem_offsets map;
    dem_str got = dem_edit_done(&e, &map);
    assert_int_equal(got.n, 250 * 11);
    for (size_t i = 0; i < got.n; i += 11) assert_memory_equal(got.p + i, "0123456789x", 11);
    check_map("map", &map, got.n, sizeof in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nothing_changed), cmocka_unit_test(test_changes),
                                       cmocka_unit_test(test_everything_dropped), cmocka_unit_test(test_last),
                                       cmocka_unit_test(test_growth)};
    return cmocka_run_group_tests(tests, begin, end);
}

/* Maps from a text to the one it was made from. */
#include "base/offsets.h"
#include "check.h"

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

/* "caf&eacute;-b" (with a soft hyphen of two bytes behind the dash) made into "café-b". */
static dem_offsets cafe(void)
{
    dem_offsets_builder b = {0};
    dem_offsets_copied(&arena, &b, 3);
    dem_offsets_replaced(&arena, &b, 2, 8);
    dem_offsets_copied(&arena, &b, 1);
    dem_offsets_replaced(&arena, &b, 0, 2);
    dem_offsets_copied(&arena, &b, 1);
    return dem_offsets_done(&arena, &b);
}

static void check_span(const dem_offsets *map, size_t start, size_t stop, size_t want_from, size_t want_to)
{
    size_t from, to;
    char why[80];
    dem_offsets_span(map, start, stop, &from, &to);
    snprintf(why, sizeof why, "[%zu, %zu) -> [%zu, %zu)", start, stop, from, to);
    check_int(why, (long long)from, (long long)want_from);
    check_int(why, (long long)to, (long long)want_to);
}

static void test_nothing_changed(void **state)
{
    (void)state;
    const dem_offsets none = {0};
    check_span(&none, 3, 9, 3, 9);
    dem_offsets_builder b = {0};
    for (int i = 0; i < 10; i++) dem_offsets_copied(&arena, &b, 7);
    dem_offsets map = dem_offsets_done(&arena, &b);
    assert_int_equal(map.n, 0);
    dem_offsets_builder empty = {0};
    map = dem_offsets_done(&arena, &empty);
    assert_int_equal(map.n, 0);
}

static void test_pieces(void **state)
{
    (void)state;
    const dem_offsets map = cafe();
    check_span(&map, 0, 3, 0, 3);
    check_span(&map, 3, 5, 3, 11);
    check_span(&map, 4, 5, 3, 11); /* within the piece */
    check_span(&map, 3, 4, 3, 11);
    check_span(&map, 0, 7, 0, 15);
    check_span(&map, 5, 6, 11, 12); /* what was dropped behind it is not its own */
    check_span(&map, 6, 7, 14, 15); /* nor what was dropped before it */
    check_span(&map, 6, 6, 14, 14);
    check_span(&map, 7, 7, 15, 15);
    check_span(&map, 100, 200, 15, 15);
}

static void test_ends_dropped(void **state)
{
    (void)state;
    dem_offsets_builder b = {0};
    dem_offsets_replaced(&arena, &b, 0, 3);
    dem_offsets_copied(&arena, &b, 4);
    dem_offsets_replaced(&arena, &b, 0, 5);
    const dem_offsets map = dem_offsets_done(&arena, &b);
    check_span(&map, 0, 4, 3, 7);
    check_span(&map, 4, 4, 12, 12);
    dem_offsets_builder all = {0};
    dem_offsets_replaced(&arena, &all, 0, 9);
    const dem_offsets gone = dem_offsets_done(&arena, &all);
    assert_int_equal(gone.n, 1);
    check_span(&gone, 0, 0, 9, 9);
}

static void test_put_in(void **state)
{
    (void)state;
    dem_offsets_builder b = {0};
    dem_offsets_copied(&arena, &b, 4);
    dem_offsets_replaced(&arena, &b, 2, 0);
    dem_offsets_copied(&arena, &b, 4);
    const dem_offsets map = dem_offsets_done(&arena, &b);
    check_span(&map, 4, 6, 4, 4);
    check_span(&map, 5, 7, 4, 5);
    check_span(&map, 0, 10, 0, 8);
}

/* A text of one script in UTF-16 is one run, however long. */
static void test_equal_steps_are_one_run(void **state)
{
    (void)state;
    dem_offsets_builder b = {0};
    for (int i = 0; i < 1000; i++) dem_offsets_replaced(&arena, &b, 1, 2);
    const dem_offsets map = dem_offsets_done(&arena, &b);
    assert_int_equal(map.n, 2);
    check_span(&map, 500, 501, 1000, 1002);
}

static void test_steps_parted_by_a_gap(void **state)
{
    (void)state;
    dem_offsets_builder b = {0};
    dem_offsets_replaced(&arena, &b, 2, 1);
    dem_offsets_replaced(&arena, &b, 0, 4);
    dem_offsets_replaced(&arena, &b, 2, 1);
    const dem_offsets map = dem_offsets_done(&arena, &b);
    check_span(&map, 0, 2, 0, 1);
    check_span(&map, 2, 4, 5, 6);
}

static void test_copy(void **state)
{
    (void)state;
    dem_arena other = {0};
    dem_offset_run run[] = {{0, 0, 1, 1}, {3, 3, 2, 8}, {5, 11, 1, 1}, {7, 13, 0, 0}};
    dem_offsets copy = dem_offsets_copy(&other, (dem_offsets){run, 4});
    assert_true(copy.run != run && copy.n == 4);
    assert_memory_equal(copy.run, run, sizeof run);
    assert_int_equal(dem_offsets_copy(&other, (dem_offsets){0}).n, 0);
    dem_arena_release(&other);
}

static void test_compose(void **state)
{
    (void)state;
    /* UTF-16 with a mark: 13 characters of a byte each ... */
    dem_offsets_builder b = {0};
    dem_offsets_replaced(&arena, &b, 0, 2);
    for (int i = 0; i < 15; i++) dem_offsets_replaced(&arena, &b, 1, 2);
    const dem_offsets wide = dem_offsets_done(&arena, &b), second = cafe();
    const dem_offsets map = dem_offsets_compose(&arena, wide, second);
    check_span(&map, 0, 3, 2, 8);
    check_span(&map, 3, 5, 8, 24);
    check_span(&map, 5, 6, 24, 26);
    check_span(&map, 6, 7, 30, 32);
    check_span(&map, 0, 7, 2, 32);
    const dem_offsets none = {0};
    assert_ptr_equal(dem_offsets_compose(&arena, none, second).run, second.run);
    assert_ptr_equal(dem_offsets_compose(&arena, second, none).run, second.run);
}

/* The second map cuts a piece of the first in two: each half was made from the whole. */
static void test_compose_within_a_piece(void **state)
{
    (void)state;
    dem_offsets_builder one = {0}, two = {0};
    dem_offsets_copied(&arena, &one, 1);
    dem_offsets_replaced(&arena, &one, 4, 10);
    dem_offsets_copied(&arena, &one, 1);
    dem_offsets_copied(&arena, &two, 2);
    dem_offsets_replaced(&arena, &two, 0, 2);
    dem_offsets_copied(&arena, &two, 2);
    const dem_offsets first = dem_offsets_done(&arena, &one), second = dem_offsets_done(&arena, &two);
    const dem_offsets map = dem_offsets_compose(&arena, first, second);
    check_span(&map, 0, 1, 0, 1);
    check_span(&map, 1, 2, 1, 11);
    check_span(&map, 2, 3, 1, 11);
    check_span(&map, 3, 4, 11, 12);
}

/* A random rewriting of a text of `n` bytes. */
static dem_offsets random_map(uint32_t *seed, size_t n, size_t *made)
{
    dem_offsets_builder b = {0};
    while (b.from < n) {
        *seed = *seed * 1664525u + 1013904223u;
        size_t left = n - b.from, taken = (*seed >> 8) % 5 + 1, kind = *seed >> 28;
        if (taken > left) taken = left;
        if (kind < 8) dem_offsets_copied(&arena, &b, taken);
        else dem_offsets_replaced(&arena, &b, kind % 4, taken);
    }
    *made = b.at;
    return dem_offsets_done(&arena, &b);
}

/* Composed or one after the other: the same span, and never a step back. */
static void test_compose_is_one_after_the_other(void **state)
{
    (void)state;
    uint32_t seed = 7;
    for (int i = 0; i < 300; i++) {
        size_t middle, made, before = 0;
        const dem_offsets first = random_map(&seed, 60, &middle), second = random_map(&seed, middle, &made);
        const dem_offsets both = dem_offsets_compose(&arena, first, second);
        for (size_t at = 0; at < made; at++) {
            size_t from, to, want_from, want_to;
            dem_offsets_span(&second, at, at + 1, &want_from, &want_to);
            dem_offsets_span(&first, want_from, want_to, &want_from, &want_to);
            dem_offsets_span(&both, at, at + 1, &from, &to);
            assert_int_equal(from, want_from);
            assert_int_equal(to, want_to);
            assert_true(from >= before && to >= from && to <= 60);
            before = from;
        }
        dem_arena_reset(&arena);
    }
}

/* Three rewritings: it does not matter which two are composed first. */
static void test_compose_is_associative(void **state)
{
    (void)state;
    uint32_t seed = 21;
    for (int i = 0; i < 300; i++) {
        size_t second, third, made;
        const dem_offsets a = random_map(&seed, 60, &second), b = random_map(&seed, second, &third),
                          c = random_map(&seed, third, &made);
        const dem_offsets left = dem_offsets_compose(&arena, dem_offsets_compose(&arena, a, b), c),
                          right = dem_offsets_compose(&arena, a, dem_offsets_compose(&arena, b, c));
        for (size_t start = 0; start <= made; start++)
            for (size_t stop = start; stop <= made; stop++) {
                size_t from, to, want_from, want_to;
                dem_offsets_span(&left, start, stop, &want_from, &want_to);
                dem_offsets_span(&right, start, stop, &from, &to);
                assert_int_equal(from, want_from);
                assert_int_equal(to, want_to);
            }
        dem_arena_reset(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_changed),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_ends_dropped),
        cmocka_unit_test(test_put_in),
        cmocka_unit_test(test_equal_steps_are_one_run),
        cmocka_unit_test(test_steps_parted_by_a_gap),
        cmocka_unit_test(test_copy),
        cmocka_unit_test(test_compose),
        cmocka_unit_test(test_compose_within_a_piece),
        cmocka_unit_test(test_compose_is_one_after_the_other),
        cmocka_unit_test(test_compose_is_associative),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

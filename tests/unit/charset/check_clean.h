/* Cleaning with what must always hold: valid UTF-8, a map within the text, nothing left to clean. */
#ifndef TESTS_CHARSET_CHECK_CLEAN_H
#define TESTS_CHARSET_CHECK_CLEAN_H
#include "../base/check.h"
#include "base/utf8.h"
#include "charset/clean.h"

static inline void check_map(const char *why, const dem_offsets *map, size_t n_made, size_t n_from)
{
    size_t before = 0;
    for (size_t at = 0; at < n_made; at++) {
        size_t from, to;
        dem_offsets_span(map, at, at + 1, &from, &to);
        if (from < before || to < from || to > n_from) fail_msg("%s: byte %zu maps to [%zu, %zu)", why, at, from, to);
        before = from;
    }
}

static inline dem_str clean_with(dem_arena *arena, const char *in, unsigned what, dem_offsets *map,
                                 dem_clean_counts *counts)
{
    const dem_str text = dem_str_from(in);
    dem_str got = dem_charset_clean(arena, text, what, map, counts);
    assert_true(dem_utf8_valid(got));
    check_map(in, map, got.n, text.n);
    dem_offsets again;
    dem_str twice = dem_charset_clean(arena, got, what, &again, NULL);
    if (twice.p != got.p) fail_msg("%s: cleaned again it becomes \"%.*s\"", in, DEM_STR_ARG(twice));
    return got;
}

/* `in` becomes `want`; where they are the same, nothing at all is done. */
static inline void check_clean(const char *in, const char *want)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_offsets map;
    dem_clean_counts counts;
    dem_str got = clean_with(&arena, in, DEM_CLEAN_ALL, &map, &counts);
    check_str(in, got, want);
    if (strcmp(in, want) == 0) {
        assert_ptr_equal(got.p, in);
        assert_int_equal(map.n, 0);
    }
    dem_arena_release(&arena);
}

#endif

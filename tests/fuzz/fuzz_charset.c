/* fuzz_charset.c - any bytes under any label into UTF-8, and cleaned: what comes out is UTF-8, maps never step back
 * nor leave the bytes, what was copied is the same on both sides, and what is clean stays as it is. The first byte
 * says what is stated and what is cleaned. */
#include "base/utf8.h"
#include "charset/clean.h"
#include "charset/declared.h"
#include "charset/decode.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const LABELS[] = {NULL,        "utf-8",    "latin1", "windows-1251", "gbk",         "big5",
                                     "shift_jis", "euc-jp",   "hz",     "iso-2022-jp",  "iso-2022-kr", "euc-kr",
                                     "utf-16",    "utf-32be", "koi8-r", "nonsense"};

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_charset: %s\n", what);
    abort();
}

static void check_map(const dem_offsets *map, size_t n_made, size_t n_from)
{
    size_t before = 0;
    for (size_t at = 0; at < n_made; at++) {
        size_t from, to;
        dem_offsets_span(map, at, at + 1, &from, &to);
        demand(from >= before && to >= from && to <= n_from, "a map that steps back or leaves the text");
        before = from;
    }
    demand(dem_offsets_start(map, n_made) == n_from, "a map that ends before the text");
}

/* A byte that became one byte is the same, but for a control that became a blank. */
static void check_copied(const dem_offsets *map, dem_str made, dem_str from)
{
    for (uint32_t i = 0; i + 1 < map->n; i++) {
        const dem_offset_run *r = &map->run[i];
        if (r->made != 1 || r->taken != 1) continue;
        for (size_t k = 0; k < r[1].at - r->at; k++) {
            unsigned char is = (unsigned char)made.p[r->at + k], was = (unsigned char)from.p[r->from + k];
            demand(is == was || (is == ' ' && (was < ' ' || was == 0x7F)), "a byte that was not copied");
        }
    }
}

/* Both maps as one lead where one leads after the other. */
static void check_composed(dem_arena *arena, const dem_offsets *first, const dem_offsets *second, size_t n,
                           size_t n_from)
{
    const dem_offsets both = dem_offsets_compose(arena, *first, *second);
    for (size_t at = 0; at < n; at++) {
        size_t from, to, want_from, want_to;
        dem_offsets_span(second, at, at + 1, &want_from, &want_to);
        dem_offsets_span(first, want_from, want_to, &want_from, &want_to);
        dem_offsets_span(&both, at, at + 1, &from, &to);
        demand(from == want_from && to == want_to, "a composed map that leads elsewhere");
    }
    check_map(&both, n, n_from);
}

static void check(dem_arena *arena, dem_str bytes, const char *label, unsigned what)
{
    dem_decoded d;
    demand(dem_charset_decode(arena, bytes, dem_str_from(label), &d) == DEM_OK, "refused");
    demand(dem_utf8_valid(d.text), "decoded into what is not UTF-8");
    demand(d.bad <= bytes.n, "more bad bytes than bytes");
    check_map(&d.map, d.text.n, bytes.n);
    dem_offsets map, again;
    dem_clean_counts counts;
    dem_str got = dem_charset_clean(arena, d.text, what, &map, &counts);
    demand(dem_utf8_valid(got), "cleaned into what is not UTF-8");
    check_map(&map, got.n, d.text.n);
    check_copied(&map, got, d.text);
    check_composed(arena, &d.map, &map, got.n, bytes.n);
    dem_str twice = dem_charset_clean(arena, got, what, &again, NULL);
    demand(counts.rounds == DEM_CLEAN_ROUNDS || (twice.p == got.p && again.n == 0), "not clean after cleaning");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    const dem_str bytes = {(const char *)data + 1, size - 1};
    dem_charset_declared(bytes);
    dem_charset_content_type(bytes);
    check(&arena, bytes, LABELS[data[0] & 15], data[0] >> 4 ? (unsigned)data[0] >> 4 | 48 : DEM_CLEAN_ALL);
    dem_arena_release(&arena);
    return 0;
}

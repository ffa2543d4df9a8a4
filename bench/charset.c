/* charset.c - what decoding and cleaning do to texts as they are found, and what they cost.
 *
 *     charset [-a|-m] FILE...    how many texts change, by kind; with -a every change, with -m those in texts that
 *                                have mojibake
 *     charset -t FILE...         speed over those of UTF-8, as they are and cleaned already, against a scan for a
 *                                byte that is not there and against the check that they are UTF-8
 *
 * Processor time, the fastest of some turns. */
#include "base/input.h"
#include "base/utf8.h"
#include "charset/clean.h"
#include "charset/declared.h"
#include "charset/decode.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TURNS = 15, MAX_FILE = 64 << 20, AROUND = 30 };

typedef struct tally {
    size_t texts, bytes, how[DEM_CHARSET_ASSUMED + 1], bad, changed;
    size_t kind[6], with[6]; /* characters and texts */
} tally;

static const char *const KINDS[6] = {"mojibake", "entities", "invisible", "ligatures", "controls", "composed"};

static void print_flat(dem_str s)
{
    for (size_t i = 0; i < s.n; i++) putchar((unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
}

/* A change in its surroundings: file, was, became. Ends are moved out to whole characters. */
static void print_change(const char *path, dem_str was, size_t from, size_t to)
{
    size_t start = from > AROUND ? from - AROUND : 0, stop = to + AROUND < was.n ? to + AROUND : was.n;
    while (start > 0 && ((unsigned char)was.p[start] & 0xC0) == 0x80) start--;
    while (stop < was.n && ((unsigned char)was.p[stop] & 0xC0) == 0x80) stop++;
    printf("%s\t", path);
    print_flat(dem_str_sub(was, start, from));
    printf("[[");
    print_flat(dem_str_sub(was, from, to));
    printf("]]");
    print_flat(dem_str_sub(was, to, stop));
}

/* Every step of the map that replaced something. */
static void print_changes(const char *path, dem_str was, dem_str is, const dem_offsets *map)
{
    for (uint32_t i = 0; i + 1 < map->n; i++) {
        const dem_offset_run *r = &map->run[i], *next = r + 1;
        if (r->made == 1 && r->taken == 1) continue;
        size_t n = (next->at - r->at) / r->made;
        print_change(path, was, r->from, r->from + n * r->taken);
        printf("\t");
        print_flat(dem_str_sub(is, r->at, next->at));
        printf("\n");
    }
}

static void count(tally *t, const dem_decoded *d, const dem_clean_counts *c, bool changed)
{
    const size_t n[6] = {c->mojibake, c->entities, c->invisible, c->ligatures, c->controls, c->composed};
    t->texts++;
    t->bytes += d->text.n;
    t->how[d->how]++;
    t->bad += d->bad;
    t->changed += changed;
    for (size_t i = 0; i < 6; i++) {
        t->kind[i] += n[i];
        t->with[i] += n[i] > 0;
    }
}

static void look(const char *path, dem_str bytes, dem_arena *arena, char show, tally *t)
{
    dem_decoded d;
    dem_offsets map;
    dem_clean_counts counts;
    if (dem_charset_decode(arena, bytes, dem_charset_declared(bytes), &d) != DEM_OK) return;
    dem_str is = dem_charset_clean(arena, d.text, DEM_CLEAN_ALL, &map, &counts);
    count(t, &d, &counts, is.p != d.text.p);
    if (show == 'a' || (show == 'm' && counts.mojibake)) print_changes(path, d.text, is, &map);
}

static void print_tally(const tally *t)
{
    printf("%zu texts, %zu bytes, %zu bytes that are no character; cleaning changed %zu texts\n", t->texts,
           t->bytes, t->bad, t->changed);
    for (unsigned i = 0; i <= DEM_CHARSET_ASSUMED; i++)
        if (t->how[i]) printf("%10s %8zu texts\n", dem_charset_how_word((dem_charset_how)i), t->how[i]);
    for (size_t i = 0; i < 6; i++)
        if (t->kind[i]) printf("%10s %8zu texts %8zu characters\n", KINDS[i], t->with[i], t->kind[i]);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static size_t scan(dem_arena *arena, dem_str s)
{
    (void)arena;
    return memchr(s.p, 0xFF, s.n) != NULL;
}
static size_t valid(dem_arena *arena, dem_str s)
{
    (void)arena;
    return dem_utf8_valid(s);
}
static size_t decode(dem_arena *arena, dem_str s)
{
    dem_decoded d;
    return dem_charset_decode(arena, s, (dem_str){NULL, 0}, &d) == DEM_OK ? d.text.n : 0;
}
static size_t clean(dem_arena *arena, dem_str s)
{
    dem_offsets map;
    return dem_charset_clean(arena, s, DEM_CLEAN_ALL, &map, NULL).n;
}

typedef size_t task(dem_arena *arena, dem_str s);
typedef DEM_VEC(dem_str) texts;

/* GB/s of the fastest turn over all texts, one by one. */
static double speed(task *work, texts list, size_t *sum)
{
    double best = 1e9;
    size_t bytes = 0;
    dem_arena arena;
    dem_arena_init(&arena, 1 << 20);
    for (int turn = 0; turn < TURNS; turn++) {
        double took = 0;
        bytes = 0;
        for (size_t i = 0; i < list.n; i++) {
            double start = now();
            *sum += work(&arena, list.at[i]);
            took += now() - start;
            bytes += list.at[i].n;
            dem_arena_reset(&arena);
        }
        if (took < best) best = took;
    }
    dem_arena_release(&arena);
    return (double)bytes / (best > 0 ? best : 1e-9) * 1e-9;
}

static void time_all(texts list, dem_arena *arena)
{
    texts done = {0};
    size_t sum = 0;
    for (size_t i = 0; i < list.n; i++) {
        dem_offsets map;
        dem_str clean_one = dem_charset_clean(arena, list.at[i], DEM_CLEAN_ALL, &map, NULL);
        dem_vec_push(arena, &done, clean_one);
    }
    printf("GB/s over %zu texts: scan for a byte %.2f", (size_t)list.n, speed(scan, list, &sum));
    printf(", UTF-8 check %.2f", speed(valid, list, &sum));
    printf(", decode %.2f", speed(decode, list, &sum));
    printf(", clean %.3f", speed(clean, list, &sum));
    printf(", clean again %.2f (%zu)\n", speed(clean, done, &sum), sum);
}

int main(int argc, char **argv)
{
    const char option = argc > 1 && argv[1][0] == '-' ? argv[1][1] : 0;
    const bool timed = option == 't';
    tally t = {0};
    texts list = {0};
    dem_arena arena;
    dem_arena_init(&arena, 1 << 20);
    for (int i = option ? 2 : 1; i < argc; i++) {
        dem_str bytes;
        dem_error err = {0};
        if (dem_input_file(argv[i], MAX_FILE, &arena, &bytes, &err) != DEM_OK)
            fprintf(stderr, "charset: %s\n", err.text);
        else if (!timed) look(argv[i], bytes, &arena, option, &t);
        else if (dem_utf8_valid(bytes)) dem_vec_push(&arena, &list, bytes);
        if (!timed) dem_arena_reset(&arena);
    }
    if (timed) time_all(list, &arena);
    else print_tally(&t);
    dem_arena_release(&arena);
    return EXIT_SUCCESS;
}

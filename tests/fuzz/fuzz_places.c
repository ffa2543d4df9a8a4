/* fuzz_places.c - any bytes as a dump of GeoNames: the import must end, its counts must add up, and what it wrote must be found again by
 * any words. */
#define _GNU_SOURCE
#include "lexicon/check.h"
#include "places/places.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_places: %s\n", what);
    abort();
}

/* A lexicon of two countries, made once. */
static const dem_lexicon *countries(void)
{
    static dem_lexicon *l;
    static const char TEXT[] =
        "country PAK Pakistan\n  name Pakistan\n  iso PK\ncountry FRA France\n  name France\n  iso FR | GP\n";
    const dem_lexicon_options alone = {.alone = true};
    char path[64];
    if (l) return l;
    int fd = memfd_create("lexicon", 0);
    demand(fd >= 0 && write(fd, TEXT, sizeof TEXT - 1) == sizeof TEXT - 1, "no memory file");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    demand(dem_lexicon_load_with(&l, path, &alone, NULL) == DEM_OK, "the lexicon does not load");
    close(fd);
    return l;
}

static void count_one(void *ctx, const dem_error *why)
{
    demand(why->line > 0 && why->text[0], "a row without a place");
    ++*(uint64_t *)ctx;
}

/* The first words of the input, cut at blanks and tabs, as words of a text. */
static void look_up(const char *file, dem_str text)
{
    enum { WORDS = 64 };
    dem_places *p = NULL;
    dem_str word[WORDS];
    uint32_t n = 0;
    demand(dem_places_open(&p, file, NULL) == DEM_OK, "what was written does not open");
    for (size_t at = 0; at < text.n && n < WORDS; at++) {
        size_t from = at;
        while (at < text.n && text.p[at] != ' ' && text.p[at] != '\t' && text.p[at] != '\n') at++;
        if (at > from) word[n++] = dem_str_sub(text, from, at);
    }
    dem_gazetteer g = dem_places_gazetteer(p);
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (uint32_t i = 0; i < n; i++) {
        const dem_naming *naming = NULL;
        uint32_t found = 0, length = g.find(g.of, &arena, word + i, n - i, &naming, &found);
        demand(length <= n - i && (length == 0) == (found == 0), "a name longer than the text");
        for (uint32_t k = 0; length && k < found; k++)
            demand(naming[k].place->weight >= 1, "a place without weight");
    }
    dem_arena_release(&arena);
    dem_places_close(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64], file[64];
    uint64_t skipped = 0;
    int fd = memfd_create("dump", 0);
    demand(fd >= 0 && (size == 0 || write(fd, data, size) == (ssize_t)size), "no memory file");
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    snprintf(file, sizeof file, "/tmp/fuzz-places-%d.db", (int)getpid());
    const dem_places_wanted wanted = {.skipped = count_one, .ctx = &skipped};
    dem_places_count c;
    dem_status st = dem_places_import(countries(), path, file, &wanted, &c, NULL);
    demand(c.skipped == skipped && c.places <= c.rows, "rows do not add up");
    if (st == DEM_OK) look_up(file, (dem_str){(const char *)data, size});
    else demand(access(file, F_OK) != 0, "a failed import left a file");
    unlink(file);
    close(fd);
    return 0;
}

/* reports.h - any bytes through the reader and the unfolder, for the fuzz drivers: it must end, and what comes out must
 * be sound reports. */
#ifndef TESTS_FUZZ_REPORTS_H
#define TESTS_FUZZ_REPORTS_H
#include "base/utf8.h"
#include "reader/unfold.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz: %s\n", what);
    abort();
}

static inline bool id_is_fit(dem_str id)
{
    for (size_t at = 0; at < id.n;) {
        uint32_t c = dem_utf8_next(id, &at);
        if (c == ':' || dem_is_space(c)) return false;
    }
    return id.n > 0;
}

static inline bool has_ink(dem_str text)
{
    for (size_t at = 0; at < text.n;)
        if (!dem_is_space(dem_utf8_next(text, &at))) return true;
    return false;
}

static inline void check_text(const dem_report *r)
{
    demand(r->text.n <= DEM_MAX_TEXT, "a text above the limit");
    demand(dem_utf8_valid(r->text), "a text that is not UTF-8");
    demand(has_ink(r->text), "a text of blanks");
}

static inline void check_zones(const dem_report *r)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < r->n_zones; i++) {
        const dem_zone *z = &r->zones[i];
        demand(z->start >= end && z->end > z->start && z->end <= r->text.n, "zones out of order");
        demand(z->kind != DEM_ZONE_BODY && z->kind < DEM_ZONE_COUNT, "a zone of no kind");
        end = z->end;
    }
}

static inline void check_report(const dem_report *r)
{
    check_text(r);
    check_zones(r);
    demand(id_is_fit(r->id), "an unfit id");
    demand((r->day == DEM_DATE_NONE) == (r->published.n == 0), "a day without a date");
    demand(!r->published_from || r->published.n, "a witness of no date");
    demand(!r->origin.n || dem_offsets_end(&r->origin, r->text.n) <= r->given.n,
           "a way that leads out of the text");
    const dem_str fields[] = {r->id, r->url, r->title, r->author, r->publisher, r->published, r->language};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        demand(dem_utf8_valid(fields[i]), "a field that is not UTF-8");
}

static inline void check_item(dem_arena *arena, const dem_item *item)
{
    static dem_languages *languages; /* one for all inputs: opening it takes longer than an input */
    static dem_unfolder *unfolder;
    dem_unfolded found;
    dem_error err;
    if (!languages && dem_languages_open(&languages, NULL, &err) != DEM_OK) demand(false, err.text);
    if (!unfolder) unfolder = dem_unfolder_new(languages, false);
    demand(id_is_fit(item->report.id), "an unfit id of an item");
    if (!item->page.p) check_text(&item->report);
    if (dem_unfold(unfolder, arena, item, &found, NULL, NULL, &err) != DEM_OK) return;
    demand(found.n + found.n_foreign > 0, "nothing in it, and no reason why");
    for (uint32_t i = 0; i < found.n; i++) check_report(&found.report[i]);
}

/* Reads all of `path`, a file of `size` bytes; how many items it had, good or bad. */
static inline size_t read_all(const char *path, const dem_reader_options *options, size_t size)
{
    dem_reader *reader;
    dem_error err;
    if (dem_reader_open(&reader, &path, 1, options, &err) != DEM_OK) demand(false, "open refused");
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_status st = DEM_OK;
    size_t n = 0;
    /* Each item takes at least a byte, if unpacked; packed bytes give at most some thousand times more. */
    for (;; n++) {
        demand(n <= size * 2048 + 2, "no end");
        dem_item item = {0};
        st = dem_reader_take(reader, &arena, &item, &err);
        if (st == DEM_END) break;
        if (st == DEM_OK) check_item(&arena, &item);
        dem_arena_reset(&arena);
    }
    dem_arena_release(&arena);
    dem_reader_close(reader);
    return n;
}

/* The bytes as a file without a name, which is closed by its number. */
static inline int memory_file(const uint8_t *data, size_t size, char path[64])
{
    int fd = memfd_create("fuzz", 0);
    demand(fd >= 0 && (size == 0 || write(fd, data, size) == (ssize_t)size), "no memory file");
    snprintf(path, 64, "/proc/self/fd/%d", fd);
    return fd;
}

#endif

/* reports.h - any bytes through the reader, for the fuzz drivers: it must end, and what it hands out must be sound reports. */
#ifndef TESTS_FUZZ_REPORTS_H
#define TESTS_FUZZ_REPORTS_H
#include "base/utf8.h"
#include "reader/reader.h"
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

static inline void check_report(const dem_report *r)
{
    demand(r->text.n <= DEM_MAX_TEXT, "a text above the limit");
    demand(dem_utf8_valid(r->text), "a text that is not UTF-8");
    demand(has_ink(r->text), "a text of blanks");
    demand(id_is_fit(r->id), "an unfit id");
    demand((r->day != DEM_DATE_NONE) == (r->published.n > 0), "a date without a day");
    demand(!r->published_from || r->published.n, "a witness of no date");
    const dem_str fields[] = {r->id, r->url, r->title, r->publisher, r->author, r->published, r->language};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        demand(dem_utf8_valid(fields[i]), "a field that is not UTF-8");
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
        dem_report report = {0};
        st = dem_reader_next(reader, &arena, &report, &err);
        if (st == DEM_END) break;
        if (st == DEM_OK) check_report(&report);
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

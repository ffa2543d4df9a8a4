/* fuzz_reader.c - any bytes through the reader, in each format: it must end, and what it hands out must
 * be a sound report. */
#define _GNU_SOURCE
#include "base/utf8.h"
#include "reader/reader.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_reader: %s\n", what);
    abort();
}

static bool id_is_fit(dem_str id)
{
    for (size_t at = 0; at < id.n;) {
        uint32_t c = dem_utf8_next(id, &at);
        if (c == ':' || dem_is_space(c)) return false;
    }
    return id.n > 0;
}

static bool has_ink(dem_str text)
{
    for (size_t at = 0; at < text.n;)
        if (!dem_is_space(dem_utf8_next(text, &at))) return true;
    return false;
}

static void check_report(const dem_report *r)
{
    demand(r->text.n <= DEM_MAX_TEXT, "a text above the limit");
    demand(dem_utf8_valid(r->text), "a text that is not UTF-8");
    demand(has_ink(r->text), "a text of blanks");
    demand(id_is_fit(r->id), "an unfit id");
    const dem_str fields[] = {r->id, r->url, r->title, r->publisher, r->published, r->language};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        demand(dem_utf8_valid(fields[i]), "a field that is not UTF-8");
}

static void read_all(const char *path, const char *format, size_t size)
{
    dem_reader *reader;
    dem_error err;
    if (dem_reader_open(&reader, &path, 1, &(dem_reader_options){.format = format}, &err) != DEM_OK) demand(false, "open refused");
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_status st = DEM_OK;
    /* Each item takes at least a byte, if unpacked; packed bytes give at most some thousand times more. */
    for (size_t n = 0; st != DEM_END; n++) {
        demand(n <= size * 2048 + 2, "no end");
        dem_report report = {0};
        st = dem_reader_next(reader, &arena, &report, &err);
        if (st == DEM_OK) check_report(&report);
        dem_arena_reset(&arena);
    }
    dem_arena_release(&arena);
    dem_reader_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int fd = memfd_create("fuzz", 0);
    demand(fd >= 0 && (size == 0 || write(fd, data, size) == (ssize_t)size), "no memory file");
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    read_all(path, NULL, size);
    for (size_t i = 0; dem_reader_format_name(i); i++) read_all(path, dem_reader_format_name(i), size);
    close(fd);
    return 0;
}

/* fuzz_warc.c - any bytes as a web archive, as the body of an answer, and as what a server said of a page that is kept: reading must end, and
 * what is handed out must be what the headers promise. */
#define _GNU_SOURCE
#include "warc/body.h"
#include "warc/warc.h"
#include "warc/write.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MAX_BODY = 1 << 16 };

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_warc: %s\n", what);
    abort();
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

static void check_record(const dem_warc_record *r, const dem_input *in, uint64_t number)
{
    demand(r->type <= DEM_WARC_CONVERSION, "a record that nobody wants");
    demand(r->number > number, "records out of order");
    demand(r->offset < dem_input_offset(in), "a record that is still to come");
    demand(r->body.n <= MAX_BODY, "a body above the limit");
    demand(r->status >= 0 && r->status <= 999, "a status of more than three digits");
    demand(r->type == DEM_WARC_RESPONSE || r->status == 0, "a status without a server");
}

/* Every byte of the fields and the body is touched, so that one that is not there is noticed. */
static void touch(const dem_warc_record *r)
{
    const dem_str parts[] = {r->uri,      r->id,       r->date, r->media, r->charset,
                             r->language, r->modified, r->sent, r->body};
    volatile unsigned sum = 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (size_t k = 0; k < parts[i].n; k++) sum += (unsigned char)parts[i].p[k];
}

static void read_archive(dem_str bytes)
{
    dem_input *in;
    dem_warc *w;
    dem_warc_record r = {0};
    dem_error err = {0};
    dem_status st = dem_input_open_memory(&in, DEM_STR("fuzz"), bytes, 0, &err);
    if (st != DEM_OK) return;
    dem_warc_open(&w, in, MAX_BODY);
    uint64_t number = 0, records = 0;
    for (uint64_t n = 0; st != DEM_END; n++) {
        dem_arena arena = {0};
        st = dem_warc_next(w, &arena, &r, &err);
        if (st == DEM_OK) {
            check_record(&r, in, number);
            touch(&r);
            number = r.number;
            records++;
        }
        demand(st == DEM_OK || st == DEM_END || err.text[0], "an error without a word");
        /* Whatever is told has taken at least a version line, but the first and the last. */
        demand(n <= dem_input_offset(in) / 8 + 2, "no end");
        dem_arena_release(&arena);
    }
    uint64_t counted = 0;
    for (int t = 0; t <= DEM_WARC_CONVERSION; t++) counted += dem_warc_count(w, (dem_warc_type)t);
    demand(counted <= records + 1 + number && counted >= records, "records that were not counted");
    dem_warc_close(w);
    dem_input_close(in);
}

/* ---- bodies ------------------------------------------------------------------------------------------------------- */

static void decode(dem_str bytes)
{
    static const char *const CODINGS[] = {
        "", "gzip", "deflate", "zstd", "br", "deflate, gzip", "gzip,gzip,gzip,gzip,gzip"};
    for (size_t i = 0; i < sizeof CODINGS / sizeof *CODINGS; i++) {
        dem_arena arena = {0};
        dem_body b = {.bytes = bytes};
        const char *why = NULL;
        dem_str transfer = i % 2 ? DEM_STR("chunked") : DEM_STR("");
        dem_status st = dem_body_decode(&arena, &b, transfer, dem_str_from(CODINGS[i]), MAX_BODY, &why);
        demand(st == DEM_OK || (why && why[0]), "a refusal without a reason");
        demand(st != DEM_OK || b.bytes.n <= MAX_BODY || b.bytes.n <= bytes.n, "a body above the limit");
        dem_arena_release(&arena);
    }
}

/* ---- writing ------------------------------------------------------------------------------------------------------- */

static const dem_str DATE = {"2025-03-18T09:00:00Z", 20}, URI = {"https://example.org/", 20};

static int file_of(dem_str bytes, char path[64])
{
    int fd = memfd_create("fuzz", 0);
    demand(fd >= 0 && (bytes.n == 0 || write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n), "no memory file");
    snprintf(path, 64, "/proc/self/fd/%d", fd);
    return fd;
}

/* The body of the last record is `body`. */
static void check_last(const char *path, dem_str body)
{
    dem_input *in;
    dem_warc *w;
    dem_warc_record r;
    dem_status st;
    bool is = false;
    dem_arena arena = {0};
    demand(dem_input_open(&in, path, 0, NULL) == DEM_OK, "what was written does not open");
    dem_warc_open(&w, in, SIZE_MAX / 2);
    for (; (st = dem_warc_next(w, &arena, &r, NULL)) == DEM_OK; dem_arena_reset(&arena))
        is = dem_str_eq(r.body, body);
    demand(st == DEM_END && is, "what was written is not read");
    dem_warc_close(w);
    dem_input_close(in);
    dem_arena_release(&arena);
}

/* A page that came with this head. */
static void write_page(dem_str head, dem_str body)
{
    char path[64];
    int fd = file_of((dem_str){NULL, 0}, path);
    dem_warc_writer *w = NULL;
    demand(dem_warc_writer_open(&w, path, DATE, NULL) == DEM_OK, "no writer");
    demand(dem_warc_write_response(w, URI, DATE, head, body, NULL) == DEM_OK, "not written");
    dem_warc_writer_close(w);
    check_last(path, body);
    close(fd);
}

/* Behind what may be a torn archive, or none at all. */
static void append_to(dem_str bytes)
{
    char path[64];
    int fd = file_of(bytes, path);
    dem_warc_writer *w = NULL;
    dem_status st = dem_warc_writer_open(&w, path, DATE, NULL);
    off_t size = lseek(fd, 0, SEEK_END);
    demand(st == DEM_OK || (st == DEM_E_FORMAT && size == (off_t)bytes.n), "a file of others is touched");
    if (st == DEM_OK) {
        demand(dem_warc_write_response(w, URI, DATE, DEM_STR(""), DEM_STR("page"), NULL) == DEM_OK,
               "not appended");
        demand(lseek(fd, 0, SEEK_END) > size, "nothing was appended");
    }
    dem_warc_writer_close(st == DEM_OK ? w : NULL);
    close(fd);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dem_str bytes = {(const char *)data, size};
    size_t half = size / 2 < DEM_WARC_MAX_HEAD / 4 ? size / 2 : DEM_WARC_MAX_HEAD / 4;
    dem_warc_probe(bytes);
    read_archive(bytes);
    decode(bytes);
    write_page(dem_str_sub(bytes, 0, half), dem_str_sub(bytes, half, size));
    append_to(bytes);
    return 0;
}

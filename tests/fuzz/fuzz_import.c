/* fuzz_import.c - any bytes as a dictionary: the import must end, its counts must add up, and what it writes must be
 * a lexicon file without a mistake. */
#define _GNU_SOURCE
#include "base/utf8.h"
#include "import/petrarch.h"
#include "lexicon/check.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *what, const char *more)
{
    if (holds) return;
    fprintf(stderr, "fuzz_import: %s: %s\n", what, more);
    abort();
}

static int file_of(dem_str bytes, char path[64])
{
    int fd = memfd_create("fuzz", 0);
    demand(fd >= 0 && (bytes.n == 0 || write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n), "no memory file", "");
    snprintf(path, 64, "/proc/self/fd/%d", fd);
    return fd;
}

static void check_loss(void *ctx, const dem_error *loss)
{
    uint32_t *n = ctx;
    demand(loss->line > 0 && dem_utf8_valid(dem_str_from(loss->source)) && loss->text[0],
           "a loss without a place", loss->text);
    ++*n;
}

static void check_loads(dem_str text)
{
    enum { LARGEST = 16 << 20 }; /* as the loader */
    const dem_lexicon_options alone = {.alone = true};
    dem_lexicon *l = NULL;
    dem_error err = {0};
    char path[64];
    if (text.n > LARGEST) return;
    int fd = file_of(text, path);
    dem_status st = dem_lexicon_load_with(&l, path, &alone, &err);
    demand(st == DEM_OK, "a mistake in what was written", err.text);
    dem_lexicon_free(l);
    close(fd);
}

typedef dem_status import_fn(const char *const *path, size_t n, const dem_petrarch_options *options,
                             dem_buf *out, dem_petrarch_count *count, dem_error *err);

static void import(import_fn *fn, const char *path)
{
    uint32_t losses = 0, counted = 0;
    const dem_petrarch_options options = {.report = check_loss, .ctx = &losses};
    dem_petrarch_count c;
    dem_buf out = {0};
    dem_error err = {0};
    /* Packed bytes that are damaged end the file; what was read before them must still be sound. */
    fn(&path, 1, &options, &out, &c, &err);
    for (int i = 0; i < DEM_LOSS_COUNT; i++) counted += c.loss[i];
    demand(c.entries == c.whole + c.part + c.none + c.repeated, "entries do not add up", "");
    demand(counted >= losses, "losses do not add up", "");
    check_loads(dem_buf_str(&out));
    dem_buf_release(&out);
}

/* Any bytes may be given as either kind. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static import_fn *const KINDS[] = {dem_petrarch_actors, dem_petrarch_verbs};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        char path[64];
        int fd = file_of((dem_str){(const char *)data, size}, path);
        import(KINDS[i], path);
        close(fd);
    }
    return 0;
}

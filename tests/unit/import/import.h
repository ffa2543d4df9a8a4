/* import.h - a dictionary of a few lines through the importer, for tests. */
#ifndef TEST_IMPORT_H
#define TEST_IMPORT_H
#include "import/petrarch.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h> /* needs setjmp.h and stdarg.h before it */

typedef struct imported {
    dem_buf text, losses; /* losses: a line each, "LINE: text" */
    dem_petrarch_count count;
} imported;

static inline void note_loss(void *ctx, const dem_error *loss)
{
    dem_buf_addf(ctx, "%u: %s\n", (unsigned)loss->line, loss->text);
}

/* Writes bytes into a file of their own; the caller unlinks it. */
static inline void write_temp(char path[32], const char *bytes, size_t n)
{
    memcpy(path, "/tmp/dem-import-XXXXXX", sizeof "/tmp/dem-import-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, n), n);
    close(fd);
}

typedef dem_status import_fn(const char *const *path, size_t n, const dem_petrarch_options *options,
                             dem_buf *out, dem_petrarch_count *count, dem_error *err);

static inline imported import_with(import_fn *fn, const char *bytes, size_t n, const char *mark)
{
    char path[32];
    imported im = {0};
    const char *const paths[] = {path};
    const dem_petrarch_options options = {.mark = mark, .report = note_loss, .ctx = &im.losses};
    dem_buf_addz(&im.losses, "");
    write_temp(path, bytes, n);
    dem_status st = fn(paths, 1, &options, &im.text, &im.count, NULL);
    unlink(path);
    assert_int_equal(st, DEM_OK);
    return im;
}

static inline imported import_bytes(const char *bytes, size_t n, const char *mark)
{
    return import_with(dem_petrarch_actors, bytes, n, mark);
}

static inline imported import_text(const char *text)
{
    return import_bytes(text, strlen(text), NULL);
}

static inline void imported_free(imported *im)
{
    dem_buf_release(&im->text);
    dem_buf_release(&im->losses);
}

/* The entries without comments, head and the role of the offices. */
static inline dem_str entries_of(const imported *im, dem_buf *b)
{
    dem_str rest = dem_buf_str(&im->text), line;
    dem_buf_addz(b, "");
    while (dem_str_next(&rest, '\n', &line)) {
        if (dem_str_is(line, "role petrarch-office")) break;
        if (!line.n || line.p[0] == '#') continue;
        dem_buf_add(b, line);
        dem_buf_addc(b, '\n');
    }
    return dem_buf_str(b);
}

#endif

/* base/origin.c - see origin.h. */
#include "base/origin.h"
#include "base/arena.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 1 << 16 };

bool dem_flow_is_bomb(uint64_t out, uint64_t packed)
{
    return out > DEM_BOMB_FREE && (out - DEM_BOMB_FREE) / DEM_BOMB_RATIO > packed;
}

/* A skippable frame of the number that web archives keep for their dictionary. */
static void note_start(dem_flow *flow, const void *block, size_t n)
{
    static const unsigned char FRAME[4] = {0x5D, 0x2A, 0x4D, 0x18};
    if (flow->packed == 0 && n >= sizeof FRAME) flow->dictionary = memcmp(block, FRAME, sizeof FRAME) == 0;
}

/* ---- a file ---------------------------------------------------------------------------------------- */

typedef struct file_origin {
    dem_origin o;
    int fd;
    char block[BLOCK];
} file_origin;

static la_ssize_t read_file(dem_origin *o, struct archive *a, const void **block)
{
    file_origin *f = (file_origin *)o;
    ssize_t n;
    do n = read(f->fd, f->block, BLOCK);
    while (n < 0 && errno == EINTR);
    *block = f->block;
    if (n < 0) {
        archive_set_error(a, errno, "%s", strerror(errno));
        return -1;
    }
    note_start(o->flow, f->block, (size_t)n);
    o->flow->packed += (uint64_t)n;
    return n;
}

static la_int64_t seek_file(dem_origin *o, la_int64_t offset, int whence)
{
    return lseek(((file_origin *)o)->fd, offset, whence);
}

static void close_file(dem_origin *o)
{
    file_origin *f = (file_origin *)o;
    if (f->fd != STDIN_FILENO) close(f->fd);
    free(f);
}

dem_origin *dem_origin_file(int fd, dem_flow *flow)
{
    struct stat st;
    file_origin *f = dem_xalloc(sizeof *f);
    bool plain = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    *flow = (dem_flow){.size = plain ? (uint64_t)st.st_size : UINT64_MAX};
    f->o = (dem_origin){.read = read_file, .close = close_file, .flow = flow};
    /* Standard input may stand in the middle of a file: its start is not ours to seek. */
    if (plain && fd != STDIN_FILENO) f->o.seek = seek_file;
    f->fd = fd;
    return &f->o;
}

/* ---- memory ---------------------------------------------------------------------------------------- */

typedef struct memory_origin {
    dem_origin o;
    dem_str bytes;
    size_t at;
} memory_origin;

static la_ssize_t read_memory(dem_origin *o, struct archive *a, const void **block)
{
    (void)a;
    memory_origin *m = (memory_origin *)o;
    dem_str next = dem_str_sub(m->bytes, m->at, m->at + BLOCK);
    *block = next.p;
    note_start(o->flow, next.p, next.n);
    o->flow->packed += next.n;
    m->at += next.n;
    return (la_ssize_t)next.n;
}

static la_int64_t seek_memory(dem_origin *o, la_int64_t offset, int whence)
{
    memory_origin *m = (memory_origin *)o;
    size_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? m->at : m->bytes.n;
    la_int64_t size = (la_int64_t)m->bytes.n, from = (la_int64_t)base;
    if (offset < -from || offset > size - from) return ARCHIVE_FATAL;
    m->at = (size_t)(from + offset);
    return (la_int64_t)m->at;
}

static void close_memory(dem_origin *o)
{
    free(o);
}

dem_origin *dem_origin_memory(dem_str bytes, dem_flow *flow)
{
    memory_origin *m = dem_xalloc(sizeof *m);
    *flow = (dem_flow){.size = bytes.n};
    m->o = (dem_origin){.read = read_memory, .seek = seek_memory, .close = close_memory, .flow = flow};
    m->bytes = bytes;
    return &m->o;
}

/* ---- libarchive's side ------------------------------------------------------------------------------ */

static la_ssize_t on_read(struct archive *a, void *o, const void **block)
{
    return ((dem_origin *)o)->read(o, a, block);
}

static la_int64_t on_seek(struct archive *a, void *o, la_int64_t offset, int whence)
{
    la_int64_t at = ((dem_origin *)o)->seek(o, offset, whence);
    if (at >= 0) return at;
    archive_set_error(a, EINVAL, "cannot go to byte %lld", (long long)offset);
    return ARCHIVE_FATAL;
}

struct archive *dem_origin_archive(void)
{
    struct archive *a = archive_read_new();
    if (!a) dem_oom_hook(BLOCK);
    return a;
}

int dem_origin_start(struct archive *a, dem_origin *o)
{
    archive_read_set_callback_data(a, o);
    archive_read_set_read_callback(a, on_read);
    if (o->seek) archive_read_set_seek_callback(a, on_seek);
    return archive_read_open1(a);
}

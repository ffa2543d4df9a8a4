/* base/input.c - see input.h. libarchive's raw format undoes the compression.
 *
 *   buf   |  already handed out  |  held: read, not yet handed out  |  free  |
 *         0                      from                               to       cap */
#include "base/input.h"
#include "base/input_parts.h"
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct dem_input {
    struct archive *archive;
    dem_origin *origin;
    dem_flow own;    /* counted here if this is the bottom of the tower */
    uint64_t before; /* what had gone in at the bottom when this was opened */
    uint64_t out;    /* bytes unpacked so far */
    bool member;     /* of an archive: what comes out counts for that archive too */
    char *name;
    size_t max_line;
    char *buf;
    size_t from, to, cap;
    uint64_t line, offset; /* of the byte at `from` */
    bool ended;            /* the archive has no more bytes, or failed */
    bool failed;           /* the failure in `error` has not been reported yet */
    dem_error error;
};

static dem_status fail_errno(dem_error *err, const char *path, int code)
{
    return dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "cannot read: %s", strerror(code));
}

/* An open descriptor, or -1 with *err filled. */
static int open_path(const char *path, dem_error *err)
{
    if (strcmp(path, "-") == 0) return STDIN_FILENO;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    if (fd < 0) {
        fail_errno(err, path, errno);
        return -1;
    }
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "cannot read: is a folder that cannot be listed");
        return -1;
    }
    return fd;
}

static void note_failure(dem_input *in)
{
    const char *why = archive_error_string(in->archive);
    if (in->origin->flow->dictionary) why = "needs a zstd dictionary, which is not supported";
    dem_fail(&in->error, DEM_E_IO, dem_input_name(in), in->line + 1, in->offset, "cannot read: %s",
             why ? why : "unknown cause");
    in->ended = in->failed = true;
}

/* Counts `n` bytes that came out; false if too much has come out of too little, which ends the input. */
static bool is_honest(dem_input *in, size_t n)
{
    dem_flow *flow = in->origin->flow;
    uint64_t packed = flow->packed - in->before;
    in->out += n;
    if (in->member) flow->members += n;
    /* Members that overlap in the file are read more than once, so all of them are also held against its size. */
    bool bomb = dem_flow_is_bomb(in->out, packed) ||
                dem_flow_is_bomb(flow->members, flow->packed < flow->size ? flow->packed : flow->size);
    if (!bomb) return true;
    dem_fail(&in->error, DEM_E_LIMIT, dem_input_name(in), in->line + 1, in->offset,
             "unpacks to more than %u times its size, the rest is not read", DEM_BOMB_RATIO);
    in->ended = in->failed = true;
    return false;
}

static void open_archive(dem_input *in)
{
    struct archive_entry *entry;
    in->archive = dem_origin_archive();
    archive_read_support_filter_gzip(in->archive);
    archive_read_support_filter_zstd(in->archive);
    archive_read_support_filter_bzip2(in->archive);
    archive_read_support_filter_xz(in->archive);
    archive_read_support_format_raw(in->archive);
    archive_read_support_format_empty(in->archive);
    if (dem_origin_start(in->archive, in->origin) != ARCHIVE_OK) {
        note_failure(in);
        return;
    }
    int got = archive_read_next_header(in->archive, &entry);
    if (got == ARCHIVE_EOF)
        in->ended = true;
    else if (got < ARCHIVE_WARN)
        note_failure(in);
}

static dem_input *new_input(dem_str name, size_t max_line)
{
    dem_input *in = dem_xalloc(sizeof *in);
    in->name = dem_xalloc(name.n + 1);
    if (name.n) memcpy(in->name, name.p, name.n);
    in->max_line = max_line;
    return in;
}

/* Opens what `in` has got as its origin; an input that cannot be opened is closed. */
static dem_status start(dem_input **out, dem_input *in, dem_error *err)
{
    in->before = in->origin->flow->packed;
    open_archive(in);
    if (!in->failed) {
        *out = in;
        return DEM_OK;
    }
    dem_fail(err, DEM_E_IO, dem_input_name(in), 0, 0, "%s", in->error.text);
    dem_input_close(in);
    return DEM_E_IO;
}

dem_status dem_input_open(dem_input **out, const char *path, size_t max_line, dem_error *err)
{
    int fd = open_path(path, err);
    if (fd < 0) return DEM_E_IO;
    dem_input *in = new_input(dem_str_from(path), max_line);
    in->origin = dem_origin_file(fd, &in->own);
    return start(out, in, err);
}

dem_status dem_input_open_memory(dem_input **out, dem_str name, dem_str bytes, size_t max_line, dem_error *err)
{
    dem_input *in = new_input(name, max_line);
    in->origin = dem_origin_memory(bytes, &in->own);
    return start(out, in, err);
}

dem_status dem_input_open_member(dem_input **out, dem_str name, dem_origin *origin, size_t max_line, dem_error *err)
{
    dem_input *in = new_input(name, max_line);
    in->origin = origin;
    in->member = true;
    return start(out, in, err);
}

void dem_input_close(dem_input *in)
{
    if (!in) return;
    archive_read_free(in->archive);
    in->origin->close(in->origin);
    free(in->name);
    free(in->buf);
    free(in);
}

dem_str dem_input_name(const dem_input *in)
{
    return dem_str_from(in->name);
}

/* Room for `n` more bytes. What is held moves to the front only if the way it goes is long enough to be worth it: a
 * caller who looks far ahead and takes little would have it moved for each block. */
static void make_room(dem_input *in, size_t n)
{
    size_t keep = in->to - in->from;
    if (in->to + n <= in->cap) return;
    if (in->from > 0 && in->from >= keep / 8) {
        memmove(in->buf, in->buf + in->from, keep);
        in->from = 0;
        in->to = keep;
    }
    if (in->to + n <= in->cap) return;
    in->cap = in->cap * 2 > in->to + n ? in->cap * 2 : in->to + n;
    in->buf = dem_xrealloc(in->buf, in->cap);
}

static void append(dem_input *in, const void *block, size_t n)
{
    make_room(in, n);
    memcpy(in->buf + in->to, block, n);
    in->to += n;
}

/* Reads one more block; false at the end or on a failure, which is noted for later. */
static bool fill(dem_input *in)
{
    const void *block;
    size_t n = 0;
    la_int64_t at;
    while (!in->ended && n == 0) {
        int got = archive_read_data_block(in->archive, &block, &n, &at);
        if (got == ARCHIVE_EOF)
            in->ended = true;
        else if (got < ARCHIVE_WARN)
            note_failure(in);
    }
    if (in->ended || !is_honest(in, n)) return false;
    append(in, block, n);
    return true;
}

static dem_str held(const dem_input *in)
{
    return (dem_str){in->buf ? in->buf + in->from : NULL, in->to - in->from};
}

static bool has_full_line(dem_str s)
{
    size_t i = 0;
    while (i < s.n && dem_byte_blank(s.p[i])) i++;
    return i < s.n && memchr(s.p + i, '\n', s.n - i);
}

dem_str dem_input_peek(dem_input *in, size_t limit)
{
    while (held(in).n < limit && !has_full_line(held(in)) && fill(in)) continue;
    return dem_str_sub(held(in), 0, limit);
}

dem_str dem_input_ahead(dem_input *in, size_t n)
{
    while (held(in).n < n && fill(in)) continue;
    return dem_str_sub(held(in), 0, n);
}

uint64_t dem_input_offset(const dem_input *in)
{
    return in->offset;
}

static dem_status give_up(dem_input *in, dem_error *err)
{
    in->failed = false;
    in->from = in->to;
    if (err) *err = in->error;
    return in->error.code;
}

/* Moves past `n` held bytes. */
static void take(dem_input *in, size_t n)
{
    in->from += n;
    in->offset += n;
}

dem_status dem_input_skip(dem_input *in, uint64_t n, dem_error *err)
{
    while (n > held(in).n) {
        n -= held(in).n;
        take(in, held(in).n);
        if (!fill(in)) return in->failed ? give_up(in, err) : DEM_END;
    }
    take(in, (size_t)n);
    return DEM_OK;
}

/* ---- for members.c ------------------------------------------------------------------------------------ */

bool dem_input_block(dem_input *in, dem_str *block, dem_error *err)
{
    if (!held(in).n && !fill(in) && in->failed) return give_up(in, err), false;
    *block = held(in);
    take(in, block->n);
    return true;
}

dem_origin *dem_input_origin(dem_input *in)
{
    return in->origin;
}

bool dem_input_is_plain(const dem_input *in)
{
    return archive_filter_code(in->archive, 0) == ARCHIVE_FILTER_NONE;
}

/* ---- lines and the whole -------------------------------------------------------------------------------- */

/* Drops what is held and what follows up to and including the next LF. */
static dem_status skip_line(dem_input *in, const dem_line *line, dem_error *err)
{
    for (;;) {
        dem_str rest = held(in);
        const char *lf = rest.n ? memchr(rest.p, '\n', rest.n) : NULL;
        take(in, lf ? (size_t)(lf - rest.p) + 1 : rest.n);
        if (lf || !fill(in)) break;
    }
    return dem_fail(err, DEM_E_LIMIT, dem_input_name(in), line->number, line->offset,
                    "line longer than %zu bytes", in->max_line);
}

dem_status dem_input_line(dem_input *in, dem_line *line, dem_error *err)
{
    size_t seen = 0;
    *line = (dem_line){.number = in->line + 1, .offset = in->offset};
    for (;;) {
        dem_str rest = held(in);
        const char *lf = rest.n > seen ? memchr(rest.p + seen, '\n', rest.n - seen) : NULL;
        size_t n = lf ? (size_t)(lf - rest.p) : rest.n;
        if (n > in->max_line) {
            in->line++;
            return skip_line(in, line, err);
        }
        seen = rest.n;
        if (!lf && fill(in)) continue;
        if (!lf && in->failed) return give_up(in, err); /* half a line is not a line */
        if (!lf && n == 0) return DEM_END;
        line->text = dem_str_sub(rest, 0, n);
        in->line++;
        take(in, lf ? n + 1 : n);
        return DEM_OK;
    }
}

dem_status dem_input_all(dem_input *in, size_t limit, dem_arena *arena, dem_str *out, dem_error *err)
{
    while (held(in).n <= limit && fill(in)) continue;
    if (in->failed) return give_up(in, err);
    dem_str all = held(in);
    take(in, all.n);
    if (all.n > limit) {
        in->ended = true;
        return dem_fail(err, DEM_E_LIMIT, dem_input_name(in), 0, 0, "longer than %zu bytes", limit);
    }
    *out = dem_arena_str(arena, all);
    return DEM_OK;
}

static dem_status stream(const char *path, size_t limit, dem_arena *arena, dem_str *out, dem_error *err)
{
    dem_input *in = NULL;
    dem_status st = dem_input_open(&in, path, limit, err);
    if (st == DEM_OK) st = dem_input_all(in, limit, arena, out, err);
    dem_input_close(in);
    return st;
}

/* `size` bytes into `to`, fewer if the file has become shorter; *n is their number. False with errno set. */
static bool read_size(int fd, char *to, size_t size, size_t *n)
{
    ssize_t got = 1;
    for (*n = 0; *n < size && got > 0; *n += got > 0 ? (size_t)got : 0) got = read(fd, to + *n, size - *n);
    return got >= 0;
}

dem_status dem_input_file(const char *path, size_t limit, dem_arena *arena, dem_str *out, dem_error *err)
{
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode)) return stream(path, limit, arena, out, err);
    size_t size = (size_t)st.st_size, n = 0;
    if (size > limit)
        return dem_fail(err, DEM_E_LIMIT, dem_str_from(path), 0, 0, "longer than %zu bytes", limit);
    char *p = dem_arena_alloc(arena, size + 1);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    bool good = fd >= 0 && read_size(fd, p, size, &n);
    dem_status status = good ? DEM_OK : fail_errno(err, path, errno);
    if (fd >= 0) close(fd);
    *out = (dem_str){p, n};
    return status;
}

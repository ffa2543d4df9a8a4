/* warc/write.c - see write.h.
 *
 *   member   | 1F 8B 8 flags time(4) 0 os | 8 0 'D' 'L' 4 0 length(4) | deflate, sum, size | as libarchive packs it, with the
 *                                            extra field put in behind the ten bytes of the header */
#include "warc/write.h"
#include "base/arena.h"
#include "base/sha256.h"
#include "warc/fields.h"
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    GZIP_HEAD = 10,
    EXTRA = 10,     /* bytes of the extra field, its own length included */
    LENGTH_AT = 16, /* of a member's length in it */
    FLAGS_AT = 3,
    HAS_EXTRA = 4
};

struct dem_warc_writer {
    int fd;
    char *path;
    uint64_t size;  /* of the whole records in the file */
    dem_buf record; /* being made */
    dem_buf packed; /* and packed */
};

static dem_status fail_errno(const dem_warc_writer *w, const char *what, dem_error *err)
{
    return dem_fail(err, DEM_E_IO, dem_str_from(w->path), 0, w->size, "cannot %s: %s", what, strerror(errno));
}

/* ---- packing ------------------------------------------------------------------------------------------------- */

static la_ssize_t keep(struct archive *a, void *to, const void *bytes, size_t n)
{
    (void)a;
    dem_buf_add(to, (dem_str){bytes, n});
    return (la_ssize_t)n;
}

/* `record` as a gzip member behind what is in `out`. False if libarchive refuses. */
static bool gzip(dem_str record, dem_buf *out)
{
    struct archive *a = archive_write_new();
    struct archive_entry *entry = archive_entry_new();
    if (!a || !entry) dem_oom_hook(record.n);
    archive_write_add_filter_gzip(a);
    archive_write_set_filter_option(a, "gzip", "timestamp", NULL); /* the same record, the same bytes */
    archive_write_set_format_raw(a);
    archive_write_set_bytes_per_block(a, 0);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_pathname(entry, "record");
    bool good = archive_write_open(a, out, NULL, keep, NULL) == ARCHIVE_OK &&
                archive_write_header(a, entry) == ARCHIVE_OK &&
                archive_write_data(a, record.p, record.n) == (la_ssize_t)record.n &&
                archive_write_close(a) == ARCHIVE_OK;
    archive_entry_free(entry);
    archive_write_free(a);
    return good;
}

static const unsigned char FIELD[6] = {8, 0, 'D', 'L', 4, 0}; /* of the extra field; the length follows */

/* w->record as a member that tells its length in w->packed. */
static bool pack(dem_warc_writer *w)
{
    dem_buf_clear(&w->packed);
    for (int i = 0; i < EXTRA; i++) dem_buf_addc(&w->packed, 0); /* the header moves here */
    if (!gzip(dem_buf_str(&w->record), &w->packed) || w->packed.n > UINT32_MAX) return false;
    char *p = w->packed.p;
    memmove(p, p + EXTRA, GZIP_HEAD);
    memcpy(p + GZIP_HEAD, FIELD, sizeof FIELD);
    p[FLAGS_AT] |= HAS_EXTRA;
    for (int i = 0; i < 4; i++) p[LENGTH_AT + i] = (char)(w->packed.n >> (8 * i) & 0xFF);
    return true;
}

/* Length of the member that begins with head[n]; 0 if that is too little to tell. False if it is none of ours, nor the
 * start of one, nor the zeros that a machine may leave that lost its power while it wrote. */
static bool read_length(const unsigned char *head, size_t n, uint32_t *length)
{
    static const unsigned char START[] = {0x1F, 0x8B, 8, HAS_EXTRA, 0, 0, 0, 0}, ZEROS[GZIP_HEAD + EXTRA];
    bool start = memcmp(head, START, n < sizeof START ? n : sizeof START) == 0;
    size_t field = n < GZIP_HEAD ? 0 : n - GZIP_HEAD < sizeof FIELD ? n - GZIP_HEAD : sizeof FIELD;
    bool ours = start && memcmp(head + GZIP_HEAD, FIELD, field) == 0;
    *length = 0;
    for (int i = 3; ours && n == GZIP_HEAD + EXTRA && i >= 0; i--) *length = *length << 8 | head[LENGTH_AT + i];
    return (ours && (n < GZIP_HEAD + EXTRA || *length > GZIP_HEAD + EXTRA)) || memcmp(head, ZEROS, n) == 0;
}

/* ---- the file -------------------------------------------------------------------------------------------------- */

/* Sets w->size to the end of the last whole member and cuts off what follows: the torn end of a record, or nothing. */
static dem_status find_end(dem_warc_writer *w, dem_error *err)
{
    struct stat st;
    uint32_t length;
    if (fstat(w->fd, &st) != 0) return fail_errno(w, "read", err);
    uint64_t size = (uint64_t)st.st_size;
    for (; w->size < size; w->size += length) {
        unsigned char head[GZIP_HEAD + EXTRA];
        ssize_t got = pread(w->fd, head, sizeof head, (off_t)w->size);
        if (got < 0) return fail_errno(w, "read", err);
        if (!read_length(head, (size_t)got, &length))
            return dem_fail(err, DEM_E_FORMAT, dem_str_from(w->path), 0, w->size,
                            "not a web archive that was written here; it is left as it is");
        if (length == 0 || length > size - w->size) break;
    }
    if (w->size < size && ftruncate(w->fd, (off_t)w->size) != 0)
        return fail_errno(w, "cut off a torn record", err);
    return DEM_OK;
}

/* Appends w->record. */
static dem_status append(dem_warc_writer *w, dem_error *err)
{
    if (!pack(w)) return dem_fail(err, DEM_E_IO, dem_str_from(w->path), 0, w->size, "cannot pack a record");
    for (size_t at = 0; at < w->packed.n;) {
        ssize_t n = pwrite(w->fd, w->packed.p + at, w->packed.n - at, (off_t)(w->size + at));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            dem_status st = fail_errno(w, "write", err);
            /* If that fails too the end stays torn, until the next record is written over it. */
            bool cut = ftruncate(w->fd, (off_t)w->size) == 0;
            (void)cut;
            return st;
        }
        at += (size_t)n;
    }
    w->size += w->packed.n;
    return DEM_OK;
}

/* ---- records ------------------------------------------------------------------------------------------------------ */

/* A name for a record that the same content always gets, in the form of a UUID. */
static void add_id(dem_buf *b, dem_str head, dem_str block)
{
    char h[65];
    dem_sha256 sum;
    dem_sha256_init(&sum);
    dem_sha256_add(&sum, head);
    dem_sha256_add(&sum, block);
    dem_sha256_hex(&sum, h);
    dem_buf_addf(b, "WARC-Record-ID: <urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s>\r\n", h, h + 8, h + 12, h + 15,
                 h + 18);
}

/* Makes w->record. */
static void make(dem_warc_writer *w, const char *type, dem_str date, dem_str media, dem_str uri,
                 const dem_warc_told *told, dem_str block)
{
    dem_buf *b = &w->record;
    dem_buf_clear(b);
    dem_buf_addf(b, "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Date: %.*s\r\n", type, DEM_STR_ARG(date));
    if (uri.n) dem_buf_addf(b, "WARC-Target-URI: %.*s\r\n", DEM_STR_ARG(uri));
    dem_warc_told_add(b, told);
    add_id(b, dem_buf_str(b), block);
    dem_buf_addf(b, "Content-Type: %.*s\r\nContent-Length: %zu\r\n\r\n", DEM_STR_ARG(media), block.n);
    dem_buf_add(b, block);
    dem_buf_addz(b, "\r\n\r\n");
}

static dem_status write_info(dem_warc_writer *w, dem_str date, dem_error *err)
{
    make(w, "warcinfo", date, DEM_STR("application/warc-fields"), (dem_str){NULL, 0}, NULL,
         DEM_STR("software: demarche\r\nformat: WARC File Format 1.1\r\n"));
    return append(w, err);
}

/* One header line, as it holds for a body that was decoded. */
static void add_header(dem_buf *b, dem_str line)
{
    static const char *const UNDONE[] = {"content-encoding", "transfer-encoding"};
    dem_str rest = line, name;
    if (!dem_str_next(&rest, ':', &name)) return;
    name = dem_str_trim(name);
    if (dem_str_ieq(name, DEM_STR("content-length"))) return;
    if (DEM_STR_IONE_OF(name, UNDONE)) dem_buf_addz(b, "X-Crawler-");
    dem_buf_add(b, line);
    dem_buf_addz(b, "\r\n");
}

static void add_head(dem_buf *b, dem_str head, size_t body)
{
    size_t end = dem_fields_end(head);
    dem_str line;
    if (end) head.n = end;
    while (dem_str_next(&head, '\n', &line)) {
        if (dem_str_ends(line, DEM_STR("\r"))) line.n--;
        if (line.n) add_header(b, line);
    }
    dem_buf_addf(b, "Content-Length: %zu\r\n\r\n", body);
}

/* Fit to stand in a header line. */
static bool is_fit(dem_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 0x7F) return false;
    return s.n > 0;
}

static dem_status check_names(const dem_warc_writer *w, dem_str uri, dem_str date, dem_error *err)
{
    if (is_fit(uri) && is_fit(date)) return DEM_OK;
    return dem_fail(err, DEM_E_FORMAT, dem_str_from(w->path), 0, w->size,
                    "a record needs an address and a date without blanks");
}

dem_status dem_warc_write_page(dem_warc_writer *w, dem_str uri, dem_str date, dem_str head, dem_str body,
                               const dem_warc_told *told, dem_error *err)
{
    dem_status st = check_names(w, uri, date, err);
    if (st != DEM_OK) return st;
    dem_buf block = {0};
    if (!dem_str_starts(head, DEM_STR("HTTP/"))) dem_buf_addz(&block, "HTTP/1.1 200 OK\r\n");
    add_head(&block, head, body.n);
    dem_buf_add(&block, body);
    make(w, "response", date, DEM_STR("application/http;msgtype=response"), uri, told, dem_buf_str(&block));
    dem_buf_release(&block);
    return append(w, err);
}

dem_status dem_warc_write_response(dem_warc_writer *w, dem_str uri, dem_str date, dem_str head, dem_str body,
                                   dem_error *err)
{
    return dem_warc_write_page(w, uri, date, head, body, NULL, err);
}

dem_status dem_warc_write_conversion(dem_warc_writer *w, dem_str uri, dem_str date, dem_str media, dem_str body,
                                     const dem_warc_told *told, dem_error *err)
{
    dem_status st = check_names(w, uri, date, err);
    if (st != DEM_OK) return st;
    make(w, "conversion", date, media, uri, told, body);
    return append(w, err);
}

/* ---- opening and closing --------------------------------------------------------------------------------------------- */

dem_status dem_warc_writer_open(dem_warc_writer **out, const char *path, dem_str date, dem_error *err)
{
    dem_warc_writer *w = dem_xalloc(sizeof *w);
    size_t n = strlen(path) + 1;
    dem_status st = DEM_OK;
    w->path = memcpy(dem_xalloc(n), path, n);
    w->fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (!is_fit(date)) st = dem_fail(err, DEM_E_FORMAT, dem_str_from(path), 0, 0, "a web archive needs a date");
    else if (w->fd < 0) st = fail_errno(w, "open", err);
    else if (flock(w->fd, LOCK_EX | LOCK_NB) != 0)
        st = dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "another program is writing to it");
    if (st == DEM_OK) st = find_end(w, err);
    if (st == DEM_OK && w->size == 0) st = write_info(w, date, err);
    if (st == DEM_OK) *out = w;
    else dem_warc_writer_close(w);
    return st;
}

uint64_t dem_warc_writer_size(const dem_warc_writer *w)
{
    return w->size;
}

dem_status dem_warc_writer_cut(dem_warc_writer *w, uint64_t size, dem_error *err)
{
    if (size >= w->size) return DEM_OK;
    if (ftruncate(w->fd, (off_t)size) != 0) return fail_errno(w, "take back a record", err);
    w->size = size;
    return DEM_OK;
}

dem_status dem_warc_writer_sync(dem_warc_writer *w, dem_error *err)
{
    return fsync(w->fd) == 0 ? DEM_OK : fail_errno(w, "write to disk", err);
}

void dem_warc_writer_close(dem_warc_writer *w)
{
    if (!w) return;
    if (w->fd >= 0) close(w->fd);
    free(w->path);
    dem_buf_release(&w->record);
    dem_buf_release(&w->packed);
    free(w);
}

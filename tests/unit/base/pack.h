/* Archives for a test, made in memory. */
#ifndef TESTS_PACK_H
#define TESTS_PACK_H
#include "base/buf.h"
#include "check.h"
#include <archive.h>
#include <archive_entry.h>

typedef struct pack {
    struct archive *a;
    dem_buf bytes;
} pack;

static inline la_ssize_t pack_keep_(struct archive *a, void *to, const void *bytes, size_t n)
{
    (void)a;
    dem_buf_add(to, (dem_str){bytes, n});
    return (la_ssize_t)n;
}
/* format: "zip", "ustar", "pax", "gnutar"; filter: "none", "gzip", "zstd", "bzip2", "xz"; options as libarchive takes
 * them, or NULL. */
static inline void pack_begin(pack *p, const char *format, const char *filter, const char *options)
{
    *p = (pack){.a = archive_write_new()};
    archive_write_set_format_by_name(p->a, format);
    if (strcmp(filter, "none") != 0) archive_write_add_filter_by_name(p->a, filter);
    if (options && archive_write_set_options(p->a, options) != ARCHIVE_OK)
        fail_msg("%s", archive_error_string(p->a));
    archive_write_set_bytes_per_block(p->a, 0);
    archive_write_set_passphrase(p->a, "secret");
    if (archive_write_open(p->a, &p->bytes, NULL, pack_keep_, NULL) != ARCHIVE_OK) fail_msg("no archive");
}
/* type: AE_IFREG, AE_IFLNK, ...; the content of a link is its target. */
static inline void pack_add(pack *p, const char *name, unsigned type, dem_str content)
{
    struct archive_entry *e = archive_entry_new();
    archive_entry_set_pathname(e, name);
    archive_entry_set_filetype(e, type);
    archive_entry_set_perm(e, 0644);
    if (type == AE_IFREG) archive_entry_set_size(e, (la_int64_t)content.n);
    if (type == AE_IFLNK) archive_entry_set_symlink(e, content.p);
    archive_write_header(p->a, e);
    if (type == AE_IFREG) archive_write_data(p->a, content.p, content.n);
    archive_entry_free(e);
}
/* A member of `n` bytes, all of them `c`. */
static inline void pack_fill(pack *p, const char *name, char c, uint64_t n)
{
    static char block[1 << 16];
    struct archive_entry *e = archive_entry_new();
    archive_entry_set_pathname(e, name);
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_perm(e, 0644);
    archive_entry_set_size(e, (la_int64_t)n);
    archive_write_header(p->a, e);
    memset(block, c, sizeof block);
    for (; n > 0; n -= n < sizeof block ? n : sizeof block)
        archive_write_data(p->a, block, n < sizeof block ? (size_t)n : sizeof block);
    archive_entry_free(e);
}
/* The archive; the caller releases p->bytes. */
static inline dem_str pack_end(pack *p)
{
    archive_write_close(p->a);
    archive_write_free(p->a);
    return dem_buf_str(&p->bytes);
}

#endif

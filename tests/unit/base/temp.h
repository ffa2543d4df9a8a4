/* Files for a test, in a folder of its own that is removed afterwards. */
#ifndef TESTS_TEMP_H
#define TESTS_TEMP_H
#include "check.h"
#include <archive.h>
#include <archive_entry.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct temp {
    char folder[64];
    char path[256]; /* of the file made last */
} temp;

static inline void temp_make(temp *t)
{
    snprintf(t->folder, sizeof t->folder, "%s/demarche-test-XXXXXX", P_tmpdir);
    if (!mkdtemp(t->folder)) fail_msg("no temporary folder");
}
static inline int temp_remove_(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
    (void)st, (void)type, (void)ftw;
    return remove(path);
}
static inline void temp_remove(temp *t)
{
    nftw(t->folder, temp_remove_, 8, FTW_DEPTH | FTW_PHYS);
}
static inline const char *temp_path(temp *t, const char *name)
{
    snprintf(t->path, sizeof t->path, "%s/%s", t->folder, name);
    return t->path;
}
static inline const char *temp_file(temp *t, const char *name, dem_str bytes)
{
    FILE *f = fopen(temp_path(t, name), "wb");
    if (!f || (bytes.n && fwrite(bytes.p, 1, bytes.n, f) != bytes.n) || fclose(f) != 0)
        fail_msg("cannot write %s", name);
    return t->path;
}
/* The same, compressed: "gzip" or "zstd". */
static inline const char *temp_packed(temp *t, const char *name, const char *filter, dem_str bytes)
{
    struct archive *a = archive_write_new();
    struct archive_entry *e = archive_entry_new();
    archive_write_add_filter_by_name(a, filter);
    archive_write_set_format_raw(a);
    if (archive_write_open_filename(a, temp_path(t, name)) != ARCHIVE_OK) fail_msg("cannot write %s", name);
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_pathname(e, "data");
    archive_write_header(a, e);
    archive_write_data(a, bytes.p, bytes.n);
    archive_entry_free(e);
    archive_write_free(a);
    return t->path;
}

#endif

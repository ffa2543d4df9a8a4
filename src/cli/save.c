/* cli/save.c - see save.h. */
#include "cli/save.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST_NAME = 200 }; /* file systems take 255 bytes, the endings included */

static dem_status failed(dem_str path, const char *what, dem_error *err)
{
    return dem_fail(err, DEM_E_IO, path, 0, 0, "%s: %s", what, strerror(errno));
}

dem_status dem_save_folder(const char *folder, dem_error *err)
{
    struct stat st;
    if (mkdir(folder, 0777) == 0) return DEM_OK;
    if (errno == EEXIST && stat(folder, &st) == 0 && S_ISDIR(st.st_mode)) return DEM_OK;
    return failed(dem_str_from(folder), "cannot make the folder", err);
}

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-_.", c);
}

static void add_name(dem_buf *b, dem_str id)
{
    size_t begin = b->n;
    for (size_t i = 0; i < id.n; i++) {
        bool plain = id.p[i] && is_plain(id.p[i]) && !(i == 0 && id.p[i] == '.'); /* no hidden files */
        if (plain) dem_buf_addc(b, id.p[i]);
        else dem_buf_addf(b, "%%%02X", (unsigned char)id.p[i]);
    }
    if (b->n - begin <= LONGEST_NAME) return;
    b->n = begin + LONGEST_NAME;
    dem_buf_addf(b, "-%016llx", (unsigned long long)dem_str_hash(id));
}

static bool write_file(const char *path, dem_str text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (fd < 0) return false;
    bool good = true;
    for (size_t at = 0; good && at < text.n;) {
        ssize_t n = write(fd, text.p + at, text.n - at);
        good = n >= 0 || errno == EINTR;
        if (n > 0) at += (size_t)n;
    }
    return close(fd) == 0 && good;
}

dem_status dem_save_text(const char *folder, const dem_report *r, dem_error *err)
{
    dem_buf path = {0}, draft = {0};
    dem_buf_addf(&path, "%s/", folder);
    add_name(&path, r->id);
    dem_buf_add(&draft, dem_buf_str(&path));
    dem_buf_addz(&path, ".txt");
    dem_buf_addz(&draft, ".new"); /* never half a text under its own name */
    bool good = write_file(draft.p, r->text) && rename(draft.p, path.p) == 0;
    dem_status st = good ? DEM_OK : failed(dem_buf_str(&path), "cannot write", err);
    dem_buf_release(&path);
    dem_buf_release(&draft);
    return st;
}

/* lang/train/beside.c - written, synced, renamed. */
#include "lang/train/beside.h"
#include <errno.h>
#include <unistd.h>

dem_status dem_write_beside(const char *path, bool (*put)(const void *own, FILE *out), const void *own,
                            dem_error *err)
{
    dem_buf tmp = {0};
    dem_buf_addf(&tmp, "%s.new", path);
    FILE *f = fopen(tmp.p, "wb");
    bool ok = f && put(own, f) && fflush(f) == 0 && fsync(fileno(f)) == 0;
    if (f) ok &= fclose(f) == 0;
    ok = ok && rename(tmp.p, path) == 0;
    dem_status st =
        ok ? DEM_OK : dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "cannot write: %s", strerror(errno));
    dem_buf_release(&tmp);
    return st;
}

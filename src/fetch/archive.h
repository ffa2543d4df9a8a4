/* fetch/archive.h - what was fetched, kept: in web archives and in the state beside them, in such an order that a process may
 * die at any point and nothing is lost or kept twice (state.h). */
#ifndef DEM_FETCH_ARCHIVE_H
#define DEM_FETCH_ARCHIVE_H
#include "feed/feed.h"
#include "fetch/state.h"
#include "fetch/transport.h"
#include "fetch/url.h"

typedef struct dem_archive dem_archive;

/* `path`: a web archive, if it ends in ".warc.gz", whose state is a file of that name with a dot before and ".state" behind
 * it; or a folder, made if it does not exist, with an archive a day ("2025-03-18.warc.gz") and the state in ".state". What
 * the last process left unfinished is finished. `dry`: nothing is written, neither file is made. On DEM_OK the caller
 * owns *out and ends it with dem_archive_close(). DEM_E_IO, DEM_E_FORMAT, DEM_E_STORE. */
dem_status dem_archive_open(dem_archive **out, const char *path, bool dry, dem_error *err);
/* Takes NULL. */
void dem_archive_close(dem_archive *a);
/* Borrowed. */
dem_state *dem_archive_state(dem_archive *a);

/* Keeps a page that is wanted as `url` and was found at `final`; `now` is when, in seconds since 1970. *same is set, and nothing
 * written, if that is kept already. */
dem_status dem_archive_page(dem_archive *a, dem_str url, dem_str final, const dem_reply *r, int64_t now,
                            bool *same, dem_error *err);

/* A feed that was asked as `url`, found at `at`, and read. */
typedef struct dem_poll {
    dem_str url;
    const dem_url *at;
    const dem_reply *reply;
    const dem_feed *feed;
    int64_t now;
    bool texts; /* the texts of its entries are kept, no pages are wanted */
} dem_poll;
typedef struct dem_poll_result {
    uint64_t added; /* entries that are new: their pages are wanted now, or their texts kept */
    uint64_t bare;  /* that are new but have nothing that could be kept: no address, or no text */
} dem_poll_result;
/* Notes what is new in the feed; if anything is, the feed itself is kept as well. */
dem_status dem_archive_feed(dem_archive *a, const dem_poll *poll, dem_poll_result *out, dem_error *err);

#endif

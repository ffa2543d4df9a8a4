/* fetch/fetch.h - feeds, and the pages that they name, from the network into a web archive.
 *
 * A round asks each feed once, and then for all pages that are wanted: those that the feeds name now, and those that an
 * earlier round did not come to. One request at a time goes to a host, with a pause behind it; robots.txt is read
 * before anything else and obeyed, again on each host that a redirect leads to; what may pass is tried again
 * (retry.h), and a host that keeps failing is left for the next round. What is kept, and how, says archive.h. */
#ifndef DEM_FETCH_FETCH_H
#define DEM_FETCH_FETCH_H
#include "base/error.h"
#include "base/job.h"

/* Requests under way at a time, to different hosts. */
enum { DEM_FETCH_AT_ONCE = 8 };
/* Sitemaps of an index that are asked, the newest; indexes within an index are not. */
enum { DEM_INDEX_PARTS = 100 };

typedef struct dem_fetch dem_fetch;

typedef struct dem_fetch_options {
    const char *agent;  /* the User-Agent header; begins with the name that is looked for in robots.txt */
    int64_t interval;   /* milliseconds between two requests to a host; see DEM_MIN_INTERVAL */
    long timeout;       /* milliseconds for an answer */
    size_t max_bytes;   /* of a page, unpacked; of feeds: DEM_FEED_MAX_BYTES */
    uint64_t max_pages; /* asked for in a round; 0: all that are wanted */
    bool texts;         /* keep the texts that stand in the feeds and ask for no page */
    bool dry;           /* ask for feeds and robots.txt only, and keep nothing */
    bool
        feeds_anyway; /* ask for the feeds that were given even if robots.txt forbids them; not for their pages */
} dem_fetch_options;

typedef struct dem_fetch_tally {
    uint64_t feeds, unchanged, feeds_failed;
    uint64_t added, bare; /* entries of feeds that were new; new ones of which nothing can be kept */
    uint64_t kept, same;  /* pages; those that led to one that was kept already */
    uint64_t refused;     /* by robots.txt */
    uint64_t failed;      /* pages, now or for good */
    uint64_t bytes;       /* of the bodies kept, unpacked */
    uint64_t would;       /* pages that a dry run would have asked for */
    uint64_t left;        /* pages that are wanted still */
} dem_fetch_tally;

/* Who is told; each function may be NULL. */
typedef struct dem_fetch_listener {
    void *ctx;
    void (*trouble)(void *ctx, const dem_error *what); /* about one feed or page; its source is the address */
    void (*would)(void *ctx, dem_str url);             /* a page that a dry run would have asked for */
    void (*step)(void *ctx, const dem_fetch_tally *so_far); /* after each answer, and while there is none */
} dem_fetch_listener;

/* `to`: see dem_archive_open(). Options and listener are copied, the strings in them borrowed. On DEM_OK the caller owns *out
 * and ends it with dem_fetch_close(). */
dem_status dem_fetch_open(dem_fetch **out, const char *to, const dem_fetch_options *options,
                          const dem_fetch_listener *listener, dem_error *err);
/* Takes NULL. */
void dem_fetch_close(dem_fetch *f);
/* A round over the feeds at these addresses. Ends early when stop->wanted is set; what is under way is dropped then, and wanted
 * still. What goes wrong with a feed or page is told to the listener and counted; DEM_E_IO and DEM_E_STORE are about the archive,
 * and end the round. */
dem_status dem_fetch_round(dem_fetch *f, const dem_str *feeds, size_t n, dem_stop *stop, dem_fetch_tally *tally,
                           dem_error *err);

#endif

/* fetch/state.h - what a folder of fetched pages remembers: feeds and pages, in SQLite.
 *
 * A page is wanted once a feed names it, and that is noted together with the feed's validators in one transaction: a feed that
 * answers "not modified" has no page that is not noted here. Before a page is written to its archive the archive's length is
 * noted with it, afterwards that it is there. A process that dies between the two leaves a page "in writing", and
 * whether its record is whole can be told from the length of the archive. So each page is kept exactly once. The same holds
 * for the feeds themselves, but these are asked for again: what a process that died had written of one is taken back.
 *
 * One process at a time has a folder's state. Its files begin with a dot: a folder of archives is read without them. */
#ifndef DEM_FETCH_STATE_H
#define DEM_FETCH_STATE_H
#include "base/arena.h"
#include "base/error.h"
#include "warc/told.h"

typedef struct dem_state dem_state;

typedef enum dem_page_state {
    DEM_PAGE_UNKNOWN = -1,
    DEM_PAGE_WANTED,
    DEM_PAGE_WRITING, /* being written to its archive */
    DEM_PAGE_KEPT,
    DEM_PAGE_SAME,    /* leads to a page that is kept under another address */
    DEM_PAGE_REFUSED, /* by robots.txt */
    DEM_PAGE_FAILED   /* for good */
} dem_page_state;

/* A page that failed in so many runs has failed for good. */
enum { DEM_PAGE_MAX_RUNS = 5 };

typedef struct dem_feed_state {
    dem_str etag, modified; /* validators of the last answer; {NULL,0} if there were none */
    int64_t polled, next;   /* last asked, not to be asked before; seconds since 1970, 0: never, any time */
} dem_feed_state;

/* Opens or makes the file `path`. DEM_E_STORE if it cannot be had, another process has it, or it is something else. */
dem_status dem_state_open(dem_state **out, const char *path, dem_error *err);
/* Takes NULL. What was not committed is undone. */
void dem_state_close(dem_state *s);
dem_status dem_state_begin(dem_state *s, dem_error *err);
dem_status dem_state_commit(dem_state *s, dem_error *err);

/* Zeroed if the feed is not known. Strings in `arena`. */
dem_status dem_state_feed(dem_state *s, dem_arena *arena, dem_str url, dem_feed_state *out, dem_error *err);
dem_status dem_state_put_feed(dem_state *s, dem_str url, const dem_feed_state *feed, dem_error *err);

/* A feed is about to be written behind byte `offset` of `file`; until dem_state_put_feed() or dem_state_feed_cut(). */
dem_status dem_state_feed_writing(dem_state *s, dem_str url, dem_str file, uint64_t offset, dem_error *err);
/* Nothing is being written of it any more, and nothing is known of its last answer. */
dem_status dem_state_feed_cut(dem_state *s, dem_str url, dem_error *err);

/* Notes that a page on `host` is wanted, with what was told of it. `local`: its feed is in a private network, into which the page
 * may lead, too. *added is false if it was known already. */
dem_status dem_state_want(dem_state *s, dem_str url, dem_str host, const dem_warc_told *told, bool local,
                          bool *added, dem_error *err);
/* In *out. A page that was reached over redirects is known by the address it was found at, too. */
dem_status dem_state_page(dem_state *s, dem_str url, dem_page_state *out, dem_error *err);
/* What was told of a page that is known. In `arena`. */
dem_status dem_state_told(dem_state *s, dem_arena *arena, dem_str url, dem_warc_told *out, dem_error *err);

/* Calls fn for each host that has pages that are wanted; for each of the pages of a host that are wanted and were noted
 * behind *after, in the order in which they were noted, up to `most`, moving *after (0: from the first on). The string
 * is valid within the call, in which the state must not be used. */
typedef void dem_state_host_fn(void *ctx, dem_str host);
typedef void dem_state_page_fn(void *ctx, dem_str url, bool local);
dem_status dem_state_hosts(dem_state *s, dem_state_host_fn *fn, void *ctx, dem_error *err);
dem_status dem_state_wanted(dem_state *s, dem_str host, int64_t *after, size_t most, dem_state_page_fn *fn,
                            void *ctx, dem_error *err);

/* How many pages are wanted. */
dem_status dem_state_count_wanted(dem_state *s, uint64_t *out, dem_error *err);

/* About to be written behind byte `offset` of `file`. `final`: the address it was found at in the end. */
dem_status dem_state_writing(dem_state *s, dem_str url, dem_str final, dem_str file, uint64_t offset,
                             dem_str when, dem_error *err);
/* How it ended. `http`: what the server said, 0 if it said nothing. */
dem_status dem_state_end(dem_state *s, dem_str url, dem_page_state as, int http, dem_str reason,
                         dem_error *err);
/* It failed, and is wanted still; *end is set if it has now failed for good. */
dem_status dem_state_failed(dem_state *s, dem_str url, int http, dem_str reason, bool *end, dem_error *err);

/* What was being written when the process ended. In the arena of the call. */
typedef struct dem_unfinished {
    dem_str url; /* empty: nothing was */
    bool is_feed;
    dem_str file;
    uint64_t offset;
} dem_unfinished;
dem_status dem_state_unfinished(dem_state *s, dem_arena *arena, dem_unfinished *out, dem_error *err);

#endif

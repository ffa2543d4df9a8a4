/* fetch/parts.h - a round in progress; for fetch.c, answers.c and feeds.c only. */
#ifndef DEM_FETCH_PARTS_H
#define DEM_FETCH_PARTS_H
#include "base/map.h"
#include "fetch/archive.h"
#include "fetch/fetch.h"
#include "fetch/hosts.h"
#include "fetch/sites.h"
#include "fetch/transport.h"

struct dem_fetch {
    dem_fetch_options options;
    dem_fetch_listener listener;
    dem_archive *archive;
    dem_state *state; /* of the archive */
    dem_transport *net;
    dem_sites *sites;
    /* of the round */
    dem_hosts *hosts;
    dem_arena arena;
    dem_map asked; /* feeds */
    dem_fetch_tally *tally;
    uint64_t begun; /* pages */
};

/* Milliseconds of a clock that only goes forward; seconds since 1970. */
int64_t dem_fetch_clock(void);
int64_t dem_fetch_now(void);

/* Tells of trouble with an address. */
void dem_fetch_trouble(dem_fetch *f, dem_status code, dem_str url, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* Puts a visit into the queue of its host. */
void dem_fetch_queue(dem_fetch *f, dem_visit *v);

/* A visit to the host has failed; too many in a row, or `at_once`, and it is left for the next round. */
void dem_fetch_strike(dem_fetch *f, dem_host *host, bool at_once);

/* Begins with a feed, unless the round has asked it already or its server does not want to be asked yet. Takes the visit. */
dem_status dem_fetch_feed(dem_fetch *f, dem_visit *v, dem_error *err);
/* Lets each host know whether the state has pages of it. */
dem_status dem_fetch_note_hosts(dem_fetch *f, dem_error *err);
/* What a feed's last answer leads to. The visit stays the caller's. */
dem_status dem_fetch_feed_answer(dem_fetch *f, const dem_visit *v, dem_reply *r, dem_error *err);

/* What an answer leads to. Takes both. */
dem_status dem_fetch_answer(dem_fetch *f, dem_visit *v, dem_reply *r, dem_error *err);
/* It will not be asked for: forbidden, or its host is given up. `r`: the reason. The visit stays the caller's. */
dem_status dem_fetch_miss(dem_fetch *f, const dem_visit *v, const dem_reply *r, dem_error *err);

#endif

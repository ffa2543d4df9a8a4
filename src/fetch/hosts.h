/* fetch/hosts.h - whose turn it is: one request at a time to a host, and a pause behind each.
 *
 * Times are milliseconds of a clock that only goes forward. Hosts are told apart by their names, without ports. */
#ifndef DEM_FETCH_HOSTS_H
#define DEM_FETCH_HOSTS_H
#include "fetch/visit.h"

/* The shortest pause between two requests to a host, in milliseconds; a host that is this machine may be asked faster. */
enum { DEM_MIN_INTERVAL = 1000 };
/* A host that failed so many visits in a row, each with all its tries, is given up. */
enum { DEM_HOST_STRIKES = 3 };

typedef struct dem_hosts dem_hosts;

typedef struct dem_host {
    dem_str name;
    dem_visits queue;
    int64_t ready;    /* not to be asked before */
    uint32_t delay;   /* that its robots.txt asks for, milliseconds */
    unsigned strikes; /* visits that failed in a row */
    bool busy, given_up;
    bool more;     /* the state may have wanted pages of it behind `after` */
    int64_t after; /* see dem_state_wanted() */
} dem_host;

/* `interval`: the pause, in milliseconds. Never NULL; ended with dem_hosts_free(), which takes NULL and frees the visits
 * that wait. */
dem_hosts *dem_hosts_new(int64_t interval);
void dem_hosts_free(dem_hosts *h);
/* The host of that name, made if it is new. */
dem_host *dem_hosts_get(dem_hosts *h, dem_str name);
/* The i-th, in the order in which they came; NULL behind the last. */
dem_host *dem_hosts_at(dem_hosts *h, size_t i);
/* The next visit that may begin now, NULL if there is none; its host is busy from then on. Hosts take turns. */
dem_visit *dem_hosts_next(dem_hosts *h, int64_t now);
/* How long until one may begin; -1 if none waits, or only behind busy hosts. */
int64_t dem_hosts_wait(const dem_hosts *h, int64_t now);
/* The request to the host has ended. */
void dem_hosts_done(dem_hosts *h, dem_host *host, int64_t now);
/* It is not to be asked for so long. */
void dem_host_rest(dem_host *host, int64_t now, int64_t wait);
/* True for names of this machine. */
bool dem_host_is_here(dem_str name);

#endif

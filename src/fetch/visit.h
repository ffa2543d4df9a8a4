/* fetch/visit.h - an address that is to be asked for, and where that has led so far. */
#ifndef DEM_FETCH_VISIT_H
#define DEM_FETCH_VISIT_H
#include "fetch/url.h"

/* Redirects that are followed, as browsers and RFC 9309 have it. */
enum { DEM_MAX_HOPS = 5 };

typedef enum dem_visit_kind { DEM_VISIT_ROBOTS, DEM_VISIT_FEED, DEM_VISIT_PAGE } dem_visit_kind;

typedef struct dem_visit {
    dem_arena arena; /* of its strings; small */
    dem_visit_kind kind;
    dem_str wanted; /* the address that was asked for, in the form of dem_url; of robots.txt: the origin */
    dem_url at;     /* the one that is asked now */
    dem_str etag, modified; /* of a feed's last answer */
    unsigned hops, tries;   /* redirects followed; how often `at` was asked already without avail */
    bool only_public;       /* it was named by a feed that is public itself: see dem_request */
    unsigned depth;         /* of a feed: in how many indexes of sitemaps it stands */
    struct dem_visit *next; /* of the list it is in */
} dem_visit;

/* A visit to `url`, NULL if that is no address of http or https. The caller ends it with dem_visit_free(), which takes
 * NULL. */
dem_visit *dem_visit_new(dem_visit_kind kind, dem_str url);
/* To the robots.txt of an origin. */
dem_visit *dem_visit_robots(dem_str origin);
void dem_visit_free(dem_visit *v);
/* Goes on to `location`, as an answer from v->at gave it. False if it is no address for us, or one too many. */
bool dem_visit_redirect(dem_visit *v, dem_str location);
/* True for the statuses by which a server sends to another address. */
bool dem_http_redirects(int status);

/* A list of visits. A zeroed one is empty. */
typedef struct dem_visits {
    dem_visit *first, *last;
} dem_visits;
void dem_visits_push(dem_visits *list, dem_visit *v);    /* at the end */
void dem_visits_unshift(dem_visits *list, dem_visit *v); /* at the head */
dem_visit *dem_visits_take(dem_visits *list);            /* from the head; NULL if it is empty */
void dem_visits_join(dem_visits *list,
                     dem_visits *more); /* all of `more` before what is there; `more` is empty then */
void dem_visits_free(dem_visits *list);

#endif

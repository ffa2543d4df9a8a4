/* fetch/sites.h - what each site asks of us: its robots.txt, read before anything else and kept for a day. */
#ifndef DEM_FETCH_SITES_H
#define DEM_FETCH_SITES_H
#include "fetch/robots.h"
#include "fetch/transport.h"
#include "fetch/visit.h"

/* As long as RFC 9309 lets one go without asking again, in milliseconds. */
#define DEM_ROBOTS_AGE (INT64_C(24) * 3600 * 1000)
/* When it could not be had. */
#define DEM_ROBOTS_AGE_CLOSED (INT64_C(600) * 1000)

typedef struct dem_sites dem_sites;

typedef struct dem_site {
    dem_str origin;
    dem_arena arena; /* of the rules */
    dem_robots robots;
    bool known, asked;  /* its rules are known; are on their way */
    int64_t read;       /* when they came; milliseconds */
    dem_visits waiting; /* until they are known */
} dem_site;

/* `product`: our name in robots.txt, borrowed. Never NULL; ended with dem_sites_free(), which takes NULL. */
dem_sites *dem_sites_new(dem_str product);
void dem_sites_free(dem_sites *s);
/* The site with that origin ("https://news.example"), made if it is new. What is too old is not known any more. */
dem_site *dem_sites_get(dem_sites *s, dem_str origin, int64_t now);
/* The last answer to the question for its robots.txt. None there: all is allowed. Servers that fail, and no answer: nothing is,
 * for now. */
void dem_site_learn(dem_sites *s, dem_site *site, const dem_reply *r, int64_t now);
/* Frees the visits that still wait, and forgets that rules are on their way. */
void dem_sites_settle(dem_sites *s);
/* How many there are. */
size_t dem_sites_count(const dem_sites *s);

#endif

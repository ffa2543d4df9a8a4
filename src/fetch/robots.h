/* fetch/robots.h - what a site asks of programs like ours: robots.txt as RFC 9309 has it.
 *
 * All groups that name our product are taken together; if none does, those for "*". Of the rules that match an address
 * the one with the longest pattern counts, of equals the one that allows; '*' in a pattern stands for anything, '$' at
 * its end for the end of the address. Addresses that no rule matches are allowed. */
#ifndef DEM_FETCH_ROBOTS_H
#define DEM_FETCH_ROBOTS_H
#include "base/arena.h"

/* What lies behind is not read. */
#define DEM_ROBOTS_MAX_BYTES (500u << 10)
/* Longest Crawl-delay that is honoured, in milliseconds. */
#define DEM_ROBOTS_MAX_DELAY 60000u

typedef struct dem_robots_rule {
    dem_str pattern; /* in the form of addresses that are compared */
    bool allows;
} dem_robots_rule;

/* A zeroed one allows everything. */
typedef struct dem_robots {
    const dem_robots_rule *rule; /* [n] */
    size_t n;
    uint32_t delay; /* milliseconds that it asks for between two requests */
    bool closed;    /* everything is forbidden for now: the site could not tell */
} dem_robots;

/* `product`: our name as it stands in User-agent lines, "demarche". Never fails. Everything in `arena`. */
dem_robots dem_robots_read(dem_arena *arena, dem_str bytes, dem_str product);
/* `target`: path and query of an address. */
bool dem_robots_allows(const dem_robots *r, dem_str target);
/* The product that a User-Agent header names: the letters at its head, "demarche" of "demarche/0.1 (+https://...)". */
dem_str dem_robots_product(dem_str agent);

#endif

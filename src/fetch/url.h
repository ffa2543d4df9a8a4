/* fetch/url.h - addresses of pages, in one form, and what they are made of. */
#ifndef DEM_FETCH_URL_H
#define DEM_FETCH_URL_H
#include "base/arena.h"

#define DEM_URL_MAX 8192u

typedef struct dem_url {
    dem_str text;   /* scheme and host in small letters, no default port, no fragment, a path; NUL behind it */
    dem_str host;   /* in small letters, without port */
    dem_str origin; /* scheme, host and port: "https://news.example", "http://127.0.0.1:8080" */
    dem_str target; /* path and query: "/a?b=c" */
} dem_url;

/* Reads `given`, relative to `base` if that is not empty. False if the result is no address of http or https, or is longer
 * than DEM_URL_MAX. In `arena`. */
bool dem_url_read(dem_arena *arena, dem_str given, dem_str base, dem_url *out);

#endif

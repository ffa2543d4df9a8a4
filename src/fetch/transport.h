/* fetch/transport.h - requests over HTTP, several at a time; libcurl does the talking.
 *
 * One request is one answer: redirects are not followed here, nothing is tried again, nothing is kept between
 * requests but open connections. Only http and https are ever spoken. What comes back is bounded: the head, the body after
 * unpacking, the time to connect, the time in all, and how slow it may be. */
#ifndef DEM_FETCH_TRANSPORT_H
#define DEM_FETCH_TRANSPORT_H
#include "base/buf.h"
#include "base/error.h"

/* Longest head of an answer. */
#define DEM_HTTP_MAX_HEAD 65536u

/* Why there is no page. */
typedef enum dem_miss {
    DEM_MISS_NONE,
    DEM_MISS_GONE,     /* 404, 410 */
    DEM_MISS_DENIED,   /* any other 4xx */
    DEM_MISS_BUSY,     /* 429, 5xx */
    DEM_MISS_SLOW,     /* no answer in time */
    DEM_MISS_BROKEN,   /* no connection, or one that broke off */
    DEM_MISS_LARGE,    /* more than we take */
    DEM_MISS_REDIRECT, /* too many, or to where we do not go */
    DEM_MISS_KIND,     /* an answer that is no page or feed */
    DEM_MISS_REFUSED,  /* robots.txt forbids it */
    DEM_MISS_LOCAL,    /* in a network that the request must not go into */
    DEM_MISS_COUNT
} dem_miss;

/* "not there", "server busy or failing", ...; static storage. */
const char *dem_miss_word(dem_miss m);

typedef struct dem_transport dem_transport;

typedef struct dem_transport_options {
    const char *agent; /* the User-Agent header */
    long timeout;      /* milliseconds for an answer as a whole; connecting gets a third of it */
} dem_transport_options;

typedef struct dem_request {
    const char *url;
    dem_str etag, modified; /* for If-None-Match and If-Modified-Since; empty: unconditional */
    size_t max_body;        /* bytes after unpacking */
    bool only_public;       /* not to this machine or into private networks (address.h), unless over a proxy */
    void *of;               /* the caller's; comes back with the answer */
} dem_request;

typedef struct dem_reply {
    void *of;
    int status;    /* 0 if there was no answer */
    dem_miss miss; /* from the status if there was an answer: 2xx, 3xx are none */
    bool local;    /* it came from there */
    char why[160]; /* in words, if miss is set */
    dem_buf head;  /* status line and header lines, ended by an empty line */
    dem_buf body;  /* unpacked; if it was too large, as much of it as was to be taken */
} dem_reply;

/* On DEM_OK the caller owns *out and ends it with dem_transport_close(). */
dem_status dem_transport_open(dem_transport **out, const dem_transport_options *options, dem_error *err);
/* Takes NULL. Requests that are under way are dropped. */
void dem_transport_close(dem_transport *t);
/* Begins a request; its strings are copied. Whatever happens to it comes out of dem_transport_next(). */
void dem_transport_start(dem_transport *t, const dem_request *request);
/* Ends all that are under way: they come out as broken off. */
void dem_transport_drop(dem_transport *t);
/* How many are under way or not yet handed out. */
unsigned dem_transport_active(const dem_transport *t);
/* Lets the network work, waiting for it at most `wait` milliseconds. */
void dem_transport_work(dem_transport *t, int wait);
/* A reply that is complete, NULL if there is none now. The caller ends it with dem_reply_free(). */
dem_reply *dem_transport_next(dem_transport *t);
void dem_reply_free(dem_reply *r);
/* The value of a header field, of several the last; {NULL,0} if there is none. Borrowed from the reply. */
dem_str dem_reply_field(const dem_reply *r, const char *name);

#endif

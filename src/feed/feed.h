/* feed/feed.h - feeds and sitemaps into entries.
 *
 * RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, sitemaps with and without the news extension, and indexes of
 * sitemaps. Told apart by the root element, never by a name or a media type. libxml2 parses, recovering, without
 * network and without any entity that the document declares: those of HTML ("&nbsp;") are known, all others are dropped.
 * A feed that breaks off gives the entries that were whole. */
#ifndef DEM_FEED_FEED_H
#define DEM_FEED_FEED_H
#include "base/arena.h"
#include "base/error.h"

/* Above these a feed is refused (bytes), or cut (entries, further ones are counted only). A sitemap may hold 50,000. */
#define DEM_FEED_MAX_BYTES (32u << 20)
#define DEM_FEED_MAX_ENTRIES 50000u
/* Longest title, name or id, cut at a character; longest address, dropped beyond; longest text of an entry, cut. */
#define DEM_FEED_MAX_LINE 4096u
#define DEM_FEED_MAX_ADDRESS 8192u
#define DEM_FEED_MAX_HTML (4u << 20)

typedef enum dem_feed_kind {
    DEM_FEED_RSS,
    DEM_FEED_RDF,
    DEM_FEED_ATOM,
    DEM_FEED_SITEMAP, /* entries are pages */
    DEM_FEED_INDEX    /* entries are further sitemaps: only link and published are set */
} dem_feed_kind;

/* All strings are valid UTF-8, {NULL,0} if unknown. */
typedef struct dem_feed_entry {
    dem_str title;     /* one line of plain text */
    dem_str link;      /* absolute, http or https */
    dem_str id;        /* guid, id or rdf:about as it stands; the link if there is none */
    dem_str published; /* "YYYY-MM-DD" or "YYYY-MM-DDThh:mm:ss" with "Z" or "+hh:mm" (see feed/date.h) */
    dem_str author;    /* several joined by ", " */
    dem_str publisher; /* as a news sitemap names it */
    dem_str language;  /* as written: "en", "en-GB" */
    dem_str html;      /* text of the entry, as HTML, or as plain text if plain is set */
    bool plain;        /* html is plain text (Atom's type="text") */
    bool summary;      /* html is no more than a summary, as far as one can tell */
    bool changed;      /* published says when the entry was last changed, nothing says when it appeared */
} dem_feed_entry;

typedef struct dem_feed {
    dem_feed_kind kind;
    dem_str title, link, language; /* of the channel */
    dem_feed_entry *entry;         /* [n_entries], in the order of the feed */
    uint32_t n_entries;
    uint64_t n_cut; /* entries beyond DEM_FEED_MAX_ENTRIES */
    bool damaged;   /* it was not well-formed; what could be read was read */
} dem_feed;

/* Reads a whole feed that was found at `url` (relative addresses are resolved against it; may be empty: they are dropped
 * then, unless the feed has a base of its own). Everything in `arena`. DEM_E_FORMAT if it is no feed, DEM_E_LIMIT if
 * it is longer than DEM_FEED_MAX_BYTES. An error's source is `url`. */
dem_status dem_feed_read(dem_arena *arena, dem_str bytes, dem_str url, dem_feed *out, dem_error *err);
/* True if what begins with `head` has the root element of a feed. Some KiB are enough. */
bool dem_feed_probe(dem_str head);
/* "RSS", "Atom", "sitemap", ...; static storage. */
const char *dem_feed_kind_name(dem_feed_kind kind);

#endif

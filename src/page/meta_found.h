/* page/meta_found.h - what the witnesses of a page said; for the files of page/meta*.c only.
 *
 *   meta_json.c      JSON-LD ─────────────┐
 *   meta_element.c   meta, link, html ────┤
 *   meta_lines.c     the visible lines ──►├─► dem_meta_found ─► meta_agree.c (day), meta_vote.c (all else) ─► dem_meta
 *   meta_text.c      dates and bylines    │
 *   meta_url.c       the address ─────────┘
 */
#ifndef DEM_PAGE_META_FOUND_H
#define DEM_PAGE_META_FOUND_H
#include "base/vec.h"
#include "page/meta.h"
#include "page/meta_when.h"

enum {
    DEM_META_VALUES = 32,      /* claims of each sort that are kept */
    DEM_META_LONG = 1000,      /* bytes of a claim; longer ones are cut, addresses left out */
    DEM_META_DATES = 64,       /* dates that are kept */
    DEM_META_SCRIPTS = 32,     /* blocks of JSON-LD that are read */
    DEM_META_SCRIPT = 4 << 20, /* bytes of one of them; larger ones are left out */
    DEM_META_OBJECTS = 2000,   /* objects of a block that are looked at */
    DEM_META_UPDATES = 2000,   /* entries of a live page */
    DEM_META_LINES = 20000,    /* visible lines that are kept */
    DEM_META_LINE = 240,       /* bytes of such a line */
    DEM_META_NEAR = 16         /* lines behind the headline that may tell date and author */
};

/* One thing said, and how much the voice of who says it counts. */
typedef struct dem_meta_value {
    dem_str text;
    int weight;
} dem_meta_value;
typedef DEM_VEC(dem_meta_value) dem_meta_values;

/* Who told a date, from the surest to the weakest. */
typedef enum dem_meta_witness {
    DEM_DATED_JSON,     /* datePublished of an article in JSON-LD */
    DEM_DATED_META,     /* a meta element whose name says "published" */
    DEM_DATED_MICRO,    /* microdata: itemprop="datePublished" */
    DEM_DATED_TIME,     /* a `time` element by the headline */
    DEM_DATED_LABEL,    /* a line "Published 12 November 2019" by the headline */
    DEM_DATED_LINE,     /* a line by the headline that is hardly more than a date */
    DEM_DATED_URL,      /* the address: /2019/11/12/ */
    DEM_DATED_LOOSE,    /* a meta element called "date" or "created" */
    DEM_DATED_MODIFIED, /* dateModified and its like, in JSON-LD, meta and microdata */
    DEM_DATED_UPDATED,  /* a line "Updated ..." */
    DEM_DATED_WITNESSES
} dem_meta_witness;

typedef struct dem_meta_dated {
    dem_meta_witness witness;
    dem_meta_when when;
} dem_meta_dated;

typedef struct dem_meta_found {
    dem_arena *arena;
    dem_str page;                                            /* where the page was found */
    dem_str base;                                            /* of its relative addresses; {NULL,0}: `page` */
    dem_str site;                                            /* og:site_name */
    dem_meta_values title, author, publisher, url, language; /* addresses as written */
    dem_str headline;                                        /* as the page shows it */
    DEM_VEC(dem_meta_dated) dated;
    bool live;
    int scripts, heard; /* blocks of JSON-LD; what has spoken in them (meta_json.c) */
    bool heard_own;     /* under the page's own address */
    dem_str body;
    DEM_VEC(dem_meta_update) update;
} dem_meta_found;

/* Weights of a voice. */
enum { DEM_META_WEAK = 1, DEM_META_SOME = 2, DEM_META_GOOD = 3, DEM_META_STRONG = 4 };

/* Adds what is said, trimmed and collapsed and with character references replaced; nothing if it is blank or there are too many. */
void dem_meta_say(dem_meta_found *f, dem_meta_values *of, int weight, dem_str text);
/* Adds a date if there is one in `value`. */
void dem_meta_date(dem_meta_found *f, dem_meta_witness witness, dem_str value);
void dem_meta_date_add(dem_meta_found *f, dem_meta_witness witness, const dem_meta_when *when);
/* `text` with "&amp;", "&#39;", "&quot;" and so on replaced: they are met in JSON-LD and in attributes written twice. In `arena`. */
dem_str dem_meta_plain(dem_arena *arena, dem_str text, size_t most);

/* The parts: each adds what it finds. */
void dem_meta_json(dem_meta_found *f, const xmlNode *script);
void dem_meta_element(dem_meta_found *f, const xmlNode *n);
/* All of it, unweighed. */
void dem_meta_gather(dem_arena *arena, const xmlDoc *doc, dem_str url, dem_meta_found *out);

#endif

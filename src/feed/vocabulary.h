/* feed/vocabulary.h - which element of which vocabulary tells what; for the files of this folder only. */
#ifndef DEM_FEED_VOCABULARY_H
#define DEM_FEED_VOCABULARY_H
#include "feed/feed.h"

typedef enum dem_vocabulary {
    DEM_VOCABULARY_NONE, /* not one of ours */
    DEM_VOCABULARY_RSS,  /* no namespace, or those of RSS 0.9 and 1.0 */
    DEM_VOCABULARY_RDF,
    DEM_VOCABULARY_ATOM,
    DEM_VOCABULARY_SITEMAP,
    DEM_VOCABULARY_NEWS,
    DEM_VOCABULARY_DUBLIN_CORE, /* its elements and its terms */
    DEM_VOCABULARY_CONTENT,
    DEM_VOCABULARY_XHTML
} dem_vocabulary;

typedef enum dem_feed_field {
    DEM_FIELD_NONE,
    DEM_FIELD_TITLE,
    DEM_FIELD_LINK,
    DEM_FIELD_ID,
    DEM_FIELD_PUBLISHED,
    DEM_FIELD_AUTHOR,
    DEM_FIELD_PUBLISHER,
    DEM_FIELD_LANGUAGE,
    DEM_FIELD_TEXT,
    DEM_FIELD_COUNT
} dem_feed_field;

/* Ranks with a meaning of their own. */
enum { DEM_RANK_CHANGED = 1, DEM_RANK_SUMMARY = 2 };

typedef struct dem_vocabulary_row {
    dem_vocabulary vocabulary;
    const char *name;
    dem_feed_field field;
    int rank; /* the higher one stands; a date of DEM_RANK_CHANGED is that of a change, a text up to DEM_RANK_SUMMARY a summary */
} dem_vocabulary_row;

/* A kind of document by its root element. */
typedef struct dem_vocabulary_root {
    const char *name;
    dem_vocabulary own; /* what elements without a prefix belong to */
    dem_feed_kind kind;
    const char *entry; /* the element that is an entry */
} dem_vocabulary_root;

/* NULL if it is the root of no feed. The case counts: a prefix must have been taken off. */
const dem_vocabulary_root *dem_vocabulary_root_of(dem_str name);

/* By the namespace or, where it is not declared (uri NULL), by the prefix people write. Both may be NULL. */
dem_vocabulary dem_vocabulary_of(const char *uri, const char *prefix);
/* The row of an element, NULL if it tells nothing. ASCII case is taken as equal ("pubdate" is met). */
const dem_vocabulary_row *dem_vocabulary_row_of(dem_vocabulary v, const char *name);

#endif

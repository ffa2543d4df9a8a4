/* feed/entry.h - what was found of an entry or a channel, made fit to be handed out; for the files of this folder only. */
#ifndef DEM_FEED_ENTRY_H
#define DEM_FEED_ENTRY_H
#include "feed/feed.h"
#include "feed/vocabulary.h"

typedef enum dem_feed_markup {
    DEM_MARKUP_HTML,  /* text that is HTML once XML is undone */
    DEM_MARKUP_XHTML, /* elements, written out as HTML */
    DEM_MARKUP_NONE   /* plain text */
} dem_feed_markup;

/* The best value of each field so far. A zeroed one is empty. */
typedef struct dem_feed_draft {
    dem_str value[DEM_FIELD_COUNT];
    int rank[DEM_FIELD_COUNT];
    bool plain; /* of the text */
    bool id_is_link;
} dem_feed_draft;

/* Offers a value as it stood in the feed. Copied into `arena` if it is taken. `base`: what addresses are relative to. */
void dem_feed_draft_offer(dem_arena *arena, dem_feed_draft *d, const dem_vocabulary_row *row, dem_str raw,
                          dem_feed_markup markup, dem_str base);
void dem_feed_draft_entry(dem_arena *arena, const dem_feed_draft *d, dem_feed_entry *out);
/* `given` resolved against `base`, if that gives an address of http or https of tolerable length; else {NULL,0}. */
dem_str dem_feed_address(dem_arena *arena, dem_str given, dem_str base);

#endif

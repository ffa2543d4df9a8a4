/* reader/zone_words.h - what the words of a line are about; lists in zone_words.def.
 *
 * For the zone_*.c files only. */
#ifndef DEM_READER_ZONE_WORDS_H
#define DEM_READER_ZONE_WORDS_H
#include "base/arena.h"

/* Classes of words. */
enum {
    W_SHARE = 1 << 0,
    W_SUBSCRIBE = 1 << 1,
    W_LETTER = 1 << 2,
    W_LEGAL = 1 << 3,
    W_PICTURE = 1 << 4,
    W_PLACE_IN_PICTURE = 1 << 5,
    W_SITE = 1 << 6,
    W_COMMENT = 1 << 7,
    W_MORE = 1 << 8,
    W_AD = 1 << 9,
    W_WRITER = 1 << 10,
    W_DATE = 1 << 11,
    W_SAY = 1 << 12,
    W_PAST = 1 << 13,
    W_YOU = 1 << 14,
    W_WE = 1 << 15,
    W_I = 1 << 16,
    W_SMALL = 1 << 17,
    W_ORDER = 1 << 18,
    W_PIECE = 1 << 19,
    W_FULL = 1 << 20,
    W_ENGLISH = 1 << 21, /* small words of English, and of other languages */
    W_OTHER = 1 << 22,
    W_TELLING = W_SHARE | W_SUBSCRIBE | W_LETTER | W_LEGAL | W_PICTURE | W_SITE | W_COMMENT | W_MORE | W_AD |
                W_WRITER | W_PIECE | W_YOU | W_WE | W_I, /* what page and reader speak of */
    W_PAGE =
        W_SHARE | W_SUBSCRIBE | W_LETTER | W_LEGAL | W_PICTURE | W_SITE | W_COMMENT | W_MORE | W_AD | W_WRITER
};

typedef struct zone_words {
    uint32_t all, first, last;              /* classes met; those of the first and the last word */
    uint32_t words, small, english, others; /* how many, and how many of these classes */
    uint32_t date;                          /* while counting: how far a full date has come */
    bool full_date;                         /* "Wednesday, Nov. 20, 2019" */
    bool is, biography;                     /* "Jane Doe is a reporter ..." */
} zone_words;

enum { ZONE_COUNTED = 100 /* words that are looked at: what is no report shows it sooner */ };

/* Where each word of the lists is found; made for each text, since that is quicker than to search the lists for its words. */
typedef struct zone_lexicon zone_lexicon;
const zone_lexicon *zone_lexicon_make(dem_arena *arena);

/* Of the first ZONE_COUNTED words of a folded text. */
zone_words zone_words_count(const zone_lexicon *x, dem_str fold);

#endif

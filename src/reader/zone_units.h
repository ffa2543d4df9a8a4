/* reader/zone_units.h - a text cut into lines, with the features that zones are found by.
 *
 * For the zone_*.c files only. */
#ifndef DEM_READER_ZONE_UNITS_H
#define DEM_READER_ZONE_UNITS_H
#include "reader/zone_words.h"
#include "record/report.h"

/* Which rule spoke of a line, last one first heard. */
typedef enum zone_rule {
    ZONE_BY_NONE,
    ZONE_BY_PHRASE,   /* of zone_phrases.def, in the line itself */
    ZONE_BY_SHAPE,    /* a stamp, a byline, an address, ... */
    ZONE_BY_TITLE,    /* the title of the report */
    ZONE_BY_THREAD,   /* in a comment thread that nothing announces */
    ZONE_BY_OPENER,   /* it opens a section */
    ZONE_BY_COMMENTS, /* in a section of comments, to the end */
    ZONE_BY_LIST,     /* in a list of other reports, to the end */
    ZONE_BY_TITLES,   /* one of some titles behind an opener */
    ZONE_BY_MENU,
    ZONE_BY_HEADING,
    ZONE_BY_TAIL /* like a heading, with nothing behind it */
} zone_rule;

/* A line, or the lines of one hard-wrapped paragraph. */
typedef struct zone_unit {
    uint32_t start, end;   /* bytes of the text, no blanks at the ends, not empty */
    dem_str text;          /* those bytes */
    dem_str fold;          /* for phrases: case folded, quotes and dashes plain */
    dem_str core;          /* of fold, without digits, blanks and punctuation at both ends */
    uint32_t words;        /* separated by blanks */
    uint32_t upper, lower; /* words that begin with a letter of that case */
    bool starts_upper;     /* first letter, behind quotation marks and the like, is upper case */
    bool full;             /* ends as a sentence does: . ! ? and what may close behind them */
    char last;             /* last byte */
    zone_words about;      /* of fold */
    bool gap_before;       /* a blank line, or the start of the text */
    bool gap_after;
    dem_zone_kind kind; /* DEM_ZONE_BODY until judged otherwise */
    zone_rule by;       /* what made it so */
    bool soft;          /* judged by shape alone; taken back if nothing else is left as body */
} zone_unit;

typedef struct zone_units {
    zone_unit *at;
    uint32_t n;
    const zone_lexicon *lexicon;
} zone_units;

/* All in `arena`. */
zone_units zone_units_cut(dem_arena *arena, dem_str text);
/* A text by itself, not empty and without blanks at its ends, with the same features. */
zone_unit zone_unit_of(dem_arena *arena, const zone_lexicon *x, dem_str text);
/* A paragraph of running text: a full sentence of some length. */
bool zone_is_running(const zone_unit *u);
/* A line that could be a headline, a cross-head, a menu entry or a teaser: no full stop, not long. */
bool zone_is_headish(const zone_unit *u);
/* The next word of `rest` (between blanks), moving on; false at the end. */
bool zone_next_word(dem_str *rest, dem_str *word);
/* `word` without punctuation at its ends. */
dem_str zone_bare(dem_str word);
/* True if `phrase` stands in `s` and does not begin or end within a word of `s`. */
bool zone_has(dem_str s, dem_str phrase);
/* True if `s` begins with `phrase` and that does not end within a word of `s`. */
bool zone_starts(dem_str s, dem_str phrase);

/* zone_rules.c: judges one line by itself: sets its kind and by, if anything speaks against it. */
void zone_judge_line(zone_unit *u);
/* zone_rules.c: judges one sentence of a line, or a line as one. `after` is the kind of the sentence before. */
dem_zone_kind zone_judge_sentence(const zone_unit *u, dem_zone_kind after);
/* zone_rules.c: the line opens a section of this kind ("Comments", "Related links"), or DEM_ZONE_BODY. */
dem_zone_kind zone_opens(const zone_unit *u);

/* zone_thread.c: marks comment threads that nothing announces. */
void zone_mark_thread(dem_arena *arena, zone_units us);
/* zone_sections.c: marks what follows lines such as "Comments" and "Related". */
void zone_mark_sections(dem_arena *arena, zone_units us);
/* zone_thread.c: somebody talks: of himself, to another, or with feeling. */
bool zone_is_talk(const zone_unit *u);
/* zone_thread.c: one word of a shape that user names have and headings do not. */
bool zone_is_handle(const zone_unit *u);

#endif

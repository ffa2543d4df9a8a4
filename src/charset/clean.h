/* charset/clean.h - UTF-8 as it is found into UTF-8 as it was meant, with the way back.
 *
 * What is mended is what copying and converting did to a text, and only where that is certain; what is odd but may
 * have been meant stays. Cleaning a clean text changes nothing. */
#ifndef DEM_CHARSET_CLEAN_H
#define DEM_CHARSET_CLEAN_H
#include "base/offsets.h"

enum {
    /* UTF-8 that was read as windows-1252 or Latin-1, once or several times ("donâ€™t"); see charset/mojibake.c. */
    DEM_CLEAN_MOJIBAKE = 1,
    /* References of HTML that end in a semicolon ("&rsquo;", "&#8217;", "&amp;#146;"); unknown names stay. */
    DEM_CLEAN_ENTITIES = 2,
    /* Soft hyphens, zero-width spaces, word joiners and byte order marks go; (non-)joiners stay between letters of
     * scripts that write with them and in emoji. */
    DEM_CLEAN_INVISIBLE = 4,
    /* U+FB00 to U+FB06 become the letters ff, fi, fl, ffi, ffl, st and st. */
    DEM_CLEAN_LIGATURES = 8,
    /* U+0080 to U+009F become the characters that windows-1252 has there; other control characters, but for tab and
     * line ends, become spaces. */
    DEM_CLEAN_CONTROLS = 16,
    /* Unicode normalization form C. */
    DEM_CLEAN_COMPOSED = 32,
    DEM_CLEAN_ALL = 63
};

/* How many of each kind were mended, in characters of the text as it was before that step. */
typedef struct dem_clean_counts {
    size_t mojibake, entities, invisible, ligatures, controls, composed;
} dem_clean_counts;

/* What is mended may show something else to mend (an entity within an entity). After so many rounds it stays. */
#define DEM_CLEAN_ROUNDS 8

/* `text` (valid UTF-8) cleaned of what `what` says, in `arena`; `text` itself, the same pointer, if nothing is to be
 * done or it is DEM_OFFSETS_MAX bytes or longer. *map leads from the result to `text`; `counts` may be NULL. Never
 * fails. A text with nothing to mend costs one scan. */
dem_str dem_charset_clean(dem_arena *arena, dem_str text, unsigned what, dem_offsets *map,
                          dem_clean_counts *counts);

#endif

/* charset/decode.h - bytes of any character set into UTF-8, with the way back.
 *
 * What is believed, first to last:
 *   1. a byte order mark;
 *   2. the pattern of zero bytes that UTF-16 and UTF-32 have in Western text;
 *   3. bytes that are valid UTF-8 and not all ASCII: UTF-8, whatever is stated, since no other character set gives
 *      such bytes by chance in more than a few characters, and servers state Latin-1 for everything;
 *   4. bytes that are all ASCII: themselves, unless escapes show ISO 2022 or HZ is stated;
 *   5. nearly valid UTF-8: single bytes of windows-1252 in it are read as such;
 *   6. the stated one, if it is known and fits;
 *   7. what ICU's detector says with enough confidence;
 *   8. windows-1252. */
#ifndef DEM_CHARSET_DECODE_H
#define DEM_CHARSET_DECODE_H
#include "base/error.h"
#include "base/offsets.h"

typedef enum dem_charset_how {
    DEM_CHARSET_ASCII,    /* nothing to know */
    DEM_CHARSET_MARK,     /* byte order mark */
    DEM_CHARSET_VALID,    /* valid UTF-8, or zero bytes as only UTF-16 and UTF-32 have them */
    DEM_CHARSET_NEARLY,   /* UTF-8 with a few bytes that are not */
    DEM_CHARSET_DECLARED, /* stated, and it fits */
    DEM_CHARSET_DETECTED,
    DEM_CHARSET_ASSUMED
} dem_charset_how;

typedef struct dem_decoded {
    dem_str text;        /* valid UTF-8 without byte order mark; a slice of the bytes given if they are that */
    const char *charset; /* ICU's name in lower case, static storage */
    dem_charset_how how;
    size_t bad;      /* bytes that are no character there and became U+FFFD */
    dem_offsets map; /* from the text to the bytes given */
} dem_decoded;

/* Longer input is refused. */
#define DEM_CHARSET_MAX ((size_t)256 << 20)

/* Never fails on what `bytes` hold: DEM_OK, or DEM_E_LIMIT above DEM_CHARSET_MAX (out is zeroed then). `declared` is
 * a label as stated (charset/declared.h), known or not, or {NULL,0}. */
dem_status dem_charset_decode(dem_arena *arena, dem_str bytes, dem_str declared, dem_decoded *out);
/* "declared", "detected", ... */
const char *dem_charset_how_word(dem_charset_how how);

#endif

/* base/utf8.h - characters in UTF-8 text: reading, repairing, classes, and keys for looking names up.
 *
 * Classes and case come from ICU's character tables; texts stay UTF-8 throughout. */
#ifndef DEM_BASE_UTF8_H
#define DEM_BASE_UTF8_H
#include "base/arena.h"

#define DEM_UTF8_BAD 0xFFFDu /* the replacement character */

uint32_t dem_utf8_next_wide_(dem_str s, size_t *at); /* for dem_utf8_next */
/* The character at s.p[*at]; moves *at behind it. A byte that is no part of a character gives
 * DEM_UTF8_BAD and moves by one. Needs *at < s.n. */
static inline uint32_t dem_utf8_next(dem_str s, size_t *at)
{
    unsigned char c = (unsigned char)s.p[*at];
    if (c >= 0x80) return dem_utf8_next_wide_(s, at);
    ++*at;
    return c;
}
/* The character that ends at *at; moves *at to its start. Needs 0 < *at <= s.n. */
uint32_t dem_utf8_before(dem_str s, size_t *at);
/* Writes `c` as UTF-8; the number of bytes (1..4). What is no character is written as DEM_UTF8_BAD. */
size_t dem_utf8_put(char out[4], uint32_t c);
/* True if there is nothing in `s` but white space of any kind. */
bool dem_utf8_only_blanks(dem_str s);
/* True if all of `s` is well-formed UTF-8 (no surrogates, no overlong forms). */
bool dem_utf8_valid(dem_str s);
/* Without a byte order mark at its head. */
dem_str dem_utf8_without_bom(dem_str s);
/* `s` itself if it is valid; otherwise a copy in `arena` with each bad byte replaced by U+FFFD (three
 * bytes). *bad (may be NULL) is set to the number of bad bytes. */
dem_str dem_utf8_repair(dem_arena *arena, dem_str s, size_t *bad);

bool dem_is_letter(uint32_t c);
bool dem_is_upper(uint32_t c); /* title case letters included */
bool dem_is_lower(uint32_t c);
bool dem_is_digit(uint32_t c); /* decimal digits of any script */
bool dem_is_space(uint32_t c); /* white space of any kind, no-break space included */
bool dem_is_punct(uint32_t c); /* punctuation and symbols */
/* Simple case folding and mapping of one character. */
uint32_t dem_fold_char(uint32_t c);
uint32_t dem_upper_char(uint32_t c);
/* Curly, low, angled and prime quotation marks as ' or "; the no-break and other spaces as ' '; hyphens
 * and dashes as '-'. Any other character is returned as it is. */
uint32_t dem_plain_char(uint32_t c);

/* For looking words up: every character through dem_plain_char and dem_fold_char. `s` itself if nothing
 * changes, else a copy in `arena`. The length may differ from that of `s`. */
dem_str dem_utf8_fold(dem_arena *arena, dem_str s);
/* For looking names up: as dem_utf8_fold, and without diacritics ("Erdoğan", "ERDOGAN" -> "erdogan"),
 * letters such as "ł", "ø", "ß", "æ" written as ASCII, soft hyphens and joiners dropped, no blanks at
 * the ends and one between words. `s` itself if nothing changes, else a copy in `arena`. */
dem_str dem_utf8_key(dem_arena *arena, dem_str s);

#endif

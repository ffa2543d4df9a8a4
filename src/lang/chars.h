/* lang/chars.h - characters by byte offset. */
#ifndef DEM_LANG_CHARS_H
#define DEM_LANG_CHARS_H
#include "base/utf8.h"

/* The character at byte `i` (< s.n) and its length in bytes (at least 1, never past the end). */
static inline uint32_t dem_char_at(dem_str s, size_t i, uint32_t *len)
{
    size_t at = i;
    uint32_t cp = dem_utf8_next(s, &at);
    *len = (uint32_t)(at - i);
    return cp;
}
/* White space begins at byte `i`; control characters and zero-width spaces count as such. */
static inline bool dem_blank_at(dem_str s, size_t i, uint32_t *len)
{
    *len = 1;
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80) return c <= ' ' || c == 0x7f;
    uint32_t cp = dem_char_at(s, i, len);
    return dem_is_space(cp) || cp == 0x85 || cp == 0x200b || cp == 0xfeff;
}
/* Start of the character that ends before `to`, not before `from` (< to). */
static inline size_t dem_char_back(dem_str s, size_t from, size_t to)
{
    size_t i = to;
    dem_utf8_before(s, &i);
    return i < from ? from : i;
}

#endif

/* lang/utf8.h - characters of valid UTF-8; bytes that are none count as one character each. */
#ifndef DEM_LANG_UTF8_H
#define DEM_LANG_UTF8_H
#include "base/str.h"

/* The character at byte `i` (< s.n) and its length in bytes (at least 1, never past the end). */
static inline uint32_t dem_utf8_at(dem_str s, size_t i, uint32_t *len)
{
    const unsigned char *p = (const unsigned char *)s.p + i;
    size_t left = s.n - i;
    *len = 1;
    if (p[0] < 0xc0) return p[0] < 0x80 ? p[0] : 0xfffd;
    uint32_t need = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
    if (need > left) return 0xfffd;
    uint32_t cp = p[0] & (0x7f >> need);
    for (uint32_t k = 1; k < need; k++) {
        if ((p[k] & 0xc0) != 0x80) return 0xfffd;
        cp = cp << 6 | (p[k] & 0x3f);
    }
    *len = need;
    return cp <= 0x10ffff ? cp : 0xfffd;
}
/* White space (control characters, no-break and zero-width spaces included) begins at byte `i`. */
static inline bool dem_blank_at(dem_str s, size_t i, uint32_t *len)
{
    *len = 1;
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80) return c <= ' ' || c == 0x7f;
    uint32_t cp = dem_utf8_at(s, i, len);
    return cp == 0xa0 || cp == 0x85 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200b) || cp == 0x2028 || cp == 0x2029 ||
           cp == 0x202f || cp == 0x205f || cp == 0x3000 || cp == 0xfeff;
}
/* Start of the character that ends before `to`, not before `from` (< to). */
static inline size_t dem_utf8_back(dem_str s, size_t from, size_t to)
{
    size_t i = to - 1;
    while (i > from && ((unsigned char)s.p[i] & 0xc0) == 0x80 && to - i < 4) i--;
    return i;
}
/* Writes `cp` and returns its length, 1 to 4. */
static inline uint32_t dem_utf8_put(char out[4], uint32_t cp)
{
    if (cp < 0x80) return out[0] = (char)cp, 1;
    if (cp < 0x800) return out[0] = (char)(0xc0 | cp >> 6), out[1] = (char)(0x80 | (cp & 63)), 2;
    if (cp < 0x10000)
        return out[0] = (char)(0xe0 | cp >> 12), out[1] = (char)(0x80 | (cp >> 6 & 63)),
               out[2] = (char)(0x80 | (cp & 63)), 3;
    return out[0] = (char)(0xf0 | cp >> 18), out[1] = (char)(0x80 | (cp >> 12 & 63)),
           out[2] = (char)(0x80 | (cp >> 6 & 63)), out[3] = (char)(0x80 | (cp & 63)), 4;
}

#endif

/* base/str.h - a slice of bytes that belongs to somebody else.
 *
 * A dem_str is passed by value. It is never owned, need not end in NUL, and may be empty ({NULL, 0}
 * included). Who owns the bytes is said where the slice comes from. */
#ifndef DEM_BASE_STR_H
#define DEM_BASE_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct dem_str {
    const char *p;
    size_t n; /* bytes */
} dem_str;

/* ASCII only: white space (space, tab, LF, VT, FF, CR); a capital made small. */
static inline bool dem_byte_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char dem_byte_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* A slice of a string literal. */
#define DEM_STR(lit) ((dem_str){"" lit, sizeof(lit) - 1})
/* For printf's "%.*s". */
#define DEM_STR_ARG(s) (int)(s).n, (s).n ? (s).p : ""

static inline dem_str dem_str_from(const char *z)
{
    return (dem_str){z, z ? strlen(z) : 0};
}
/* Bytes [from, to) of `s`, both cut to its length. */
static inline dem_str dem_str_sub(dem_str s, size_t from, size_t to)
{
    if (to > s.n) to = s.n;
    if (from > to) from = to;
    return (dem_str){s.p ? s.p + from : NULL, to - from};
}
static inline bool dem_str_eq(dem_str a, dem_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
static inline bool dem_str_is(dem_str a, const char *z)
{
    /* Most comparisons in a table of names end here. */
    if (a.n && (!z || a.p[0] != z[0])) return false;
    return dem_str_eq(a, dem_str_from(z));
}
static inline bool dem_str_starts(dem_str s, dem_str head)
{
    return s.n >= head.n && (head.n == 0 || memcmp(s.p, head.p, head.n) == 0);
}
static inline bool dem_str_ends(dem_str s, dem_str tail)
{
    return s.n >= tail.n && (tail.n == 0 || memcmp(s.p + s.n - tail.n, tail.p, tail.n) == 0);
}

/* Byte order, shorter first on a tie: <0, 0, >0. */
int dem_str_cmp(dem_str a, dem_str b);
/* The same letters, taking ASCII case as equal. */
bool dem_str_ieq(dem_str a, dem_str b);
/* True if `s` is one of list[n]; the second takes ASCII case as equal. The macros are for arrays. */
bool dem_str_one_of(dem_str s, const char *const *list, size_t n);
bool dem_str_ione_of(dem_str s, const char *const *list, size_t n);
#define DEM_STR_ONE_OF(s, list) dem_str_one_of((s), (list), sizeof(list) / sizeof *(list))
#define DEM_STR_IONE_OF(s, list) dem_str_ione_of((s), (list), sizeof(list) / sizeof *(list))
/* A copy of `s` in out[size] with ASCII letters in lower case, cut to size - 1 bytes, with a NUL behind it. */
dem_str dem_str_lower(dem_str s, char *out, size_t size);
/* Without ASCII blanks (space, tab, CR, LF, VT, FF) at both ends. */
static inline dem_str dem_str_trim(dem_str s)
{
    while (s.n && dem_byte_blank(s.p[0])) s.p++, s.n--;
    while (s.n && dem_byte_blank(s.p[s.n - 1])) s.n--;
    return s;
}
/* Offset of the first `needle` in `s`, or s.n if there is none. */
size_t dem_str_find(dem_str s, dem_str needle);
/* Takes the part of *rest before the first `sep` (or all of it) and moves *rest behind that separator.
 * False, with nothing taken, once *rest has been used up (rest->p == NULL then). */
bool dem_str_next(dem_str *rest, char sep, dem_str *part);
/* 64-bit hash; the same on every machine. FNV-1a with a final mix. */
uint64_t dem_str_hash(dem_str s);
/* A decimal number that fills all of `s`; false (and *out untouched) otherwise or above 2^32-1. */
bool dem_str_u32(dem_str s, uint32_t *out);

#endif

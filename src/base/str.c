/* base/str.c - see str.h. */
#include "base/str.h"

int dem_str_cmp(dem_str a, dem_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int d = n ? memcmp(a.p, b.p, n) : 0;
    return d ? d : (a.n > b.n) - (a.n < b.n);
}

bool dem_str_ieq(dem_str a, dem_str b)
{
    if (a.n != b.n) return false;
    for (size_t i = 0; i < a.n; i++)
        if (dem_byte_lower(a.p[i]) != dem_byte_lower(b.p[i])) return false;
    return true;
}

dem_str dem_str_lower(dem_str s, char *out, size_t size)
{
    size_t n = s.n < size ? s.n : size - 1;
    for (size_t i = 0; i < n; i++) out[i] = dem_byte_lower(s.p[i]);
    out[n] = 0;
    return (dem_str){out, n};
}

size_t dem_str_find(dem_str s, dem_str needle)
{
    if (needle.n == 0) return 0;
    for (size_t at = 0; at + needle.n <= s.n; at++) {
        const char *hit = memchr(s.p + at, needle.p[0], s.n - needle.n - at + 1);
        if (!hit) break;
        at = (size_t)(hit - s.p);
        if (memcmp(hit, needle.p, needle.n) == 0) return at;
    }
    return s.n;
}

bool dem_str_next(dem_str *rest, char sep, dem_str *part)
{
    if (!rest->p) return false;
    const char *hit = rest->n ? memchr(rest->p, sep, rest->n) : NULL;
    if (!hit) {
        *part = *rest;
        *rest = (dem_str){NULL, 0};
        return true;
    }
    size_t n = (size_t)(hit - rest->p);
    *part = (dem_str){rest->p, n};
    *rest = (dem_str){hit + 1, rest->n - n - 1};
    return true;
}

uint64_t dem_str_hash(dem_str s)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
    h ^= h >> 32; /* FNV's low bits are weak for short keys and tables of 2^k slots */
    h *= 0xd6e8feb86659fd93u;
    return h ^ (h >> 32);
}

bool dem_str_u32(dem_str s, uint32_t *out)
{
    uint64_t v = 0;
    if (s.n == 0 || s.n > 10) return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') return false;
        v = v * 10 + (uint64_t)(s.p[i] - '0');
    }
    if (v > UINT32_MAX) return false;
    *out = (uint32_t)v;
    return true;
}

/* Most differ in the first byte; a list's words have their lengths still to be counted. */
bool dem_str_one_of(dem_str s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((!s.n || s.p[0] == list[i][0]) && dem_str_is(s, list[i])) return true;
    return false;
}

bool dem_str_ione_of(dem_str s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((!s.n || dem_byte_lower(s.p[0]) == dem_byte_lower(list[i][0])) &&
            dem_str_ieq(s, dem_str_from(list[i])))
            return true;
    return false;
}

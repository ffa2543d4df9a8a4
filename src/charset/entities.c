/* charset/entities.c - references to characters that HTML left in a plain text.
 *
 * Only with the semicolon: without it "AT&T" and "?a=1&copy=2" would lose by it. What is escaped twice ("&amp;#8217;")
 * is read twice. */
#include "base/utf8.h"
#include "charset/step.h"
#include "charset/windows1252.h"

static const struct entity {
    const char *name, *is;
} ENTITIES[] = {
#include "charset/entities.inc"
};

enum {
    LONGEST = 32, /* of a reference, with '&' and ';' */
    AMPERSAND = '&'
};

static uint32_t named(dem_str name)
{
    size_t low = 0, high = sizeof ENTITIES / sizeof *ENTITIES;
    while (low < high) {
        size_t middle = low + (high - low) / 2, at = 0;
        int order = dem_str_cmp(dem_str_from(ENTITIES[middle].name), name);
        if (order == 0) return dem_utf8_next(dem_str_from(ENTITIES[middle].is), &at);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

static unsigned digit_value(char c)
{
    if (c >= '0' && c <= '9') return (unsigned)(c - '0');
    c = dem_byte_lower(c);
    return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

/* "8217" or "x2019"; 0 for what is no number or no character. Pages that say 128 to 159 mean windows-1252. */
static uint32_t numbered(dem_str digits)
{
    unsigned base = digits.n && dem_byte_lower(digits.p[0]) == 'x' ? 16 : 10;
    if (base == 16) digits = dem_str_sub(digits, 1, digits.n);
    uint32_t c = 0;
    for (size_t i = 0; i < digits.n; i++) {
        unsigned value = digit_value(digits.p[i]);
        if (value >= base) return 0;
        c = c * base + value;
        if (c > 0x10FFFF) return 0;
    }
    if (c >= 0xD800 && c < 0xE000) return 0;
    return c >= 0x80 && c < 0xA0 ? dem_1252_char((unsigned char)c) : c;
}

/* The character of the reference whose body (behind '&') begins at `at`; 0 if there is none. *end is set behind its
 * semicolon. */
static uint32_t reference(dem_str s, size_t at, size_t *end)
{
    dem_str near = dem_str_sub(s, at, at + LONGEST);
    size_t n = 0;
    while (n < near.n && near.p[n] != ';' && near.p[n] > ' ' && near.p[n] != AMPERSAND) n++;
    if (n == 0 || n == near.n || near.p[n] != ';') return 0;
    *end = at + n + 1;
    return near.p[0] == '#' ? numbered(dem_str_sub(near, 1, n)) : named(dem_str_sub(near, 0, n));
}

void dem_clean_entities(dem_edit *e, dem_clean_counts *counts)
{
    const dem_str s = e->in;
    for (size_t i = 0; i < s.n; i++) {
        const char *found = memchr(s.p + i, AMPERSAND, s.n - i);
        if (!found) break;
        i = (size_t)(found - s.p);
        size_t from = i, end = i + 1, next;
        uint32_t c = AMPERSAND, inner;
        while (c == AMPERSAND && (inner = reference(s, end, &next))) {
            c = inner;
            end = next;
        }
        if (end == from + 1) continue;
        dem_edit_char(e, from, end, c);
        counts->entities++;
        i = end - 1;
    }
}

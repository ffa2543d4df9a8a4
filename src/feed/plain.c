/* feed/plain.c - see plain.h. */
#include "feed/plain.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <libxml/HTMLparser.h>

dem_str dem_feed_line(dem_arena *arena, dem_str text, size_t limit)
{
    text = dem_utf8_repair(arena, text, NULL);
    char *out = dem_arena_alloc(arena, (text.n < limit ? text.n : limit) + 1);
    size_t n = 0;
    bool gap = false;
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        uint32_t c = dem_utf8_next(text, &at);
        bool blank = dem_is_space(c) || c < 0x20;
        if (!blank && n + (gap && n) + (at - from) > limit) break;
        if (!blank) {
            if (gap && n) out[n++] = ' ';
            memcpy(out + n, text.p + from, at - from);
            n += at - from;
        }
        gap = blank;
    }
    return n ? (dem_str){out, n} : (dem_str){NULL, 0};
}

size_t dem_feed_character(const char *name, char out[8])
{
    const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)name);
    memset(out, 0, 8);
    return known ? dem_utf8_put(out, known->value) : 0;
}

/* "&#8217;", "&#x2019;": the character, 0 if it is none. */
static uint32_t numbered(dem_str digits)
{
    bool hex = digits.n > 1 && (digits.p[0] == 'x' || digits.p[0] == 'X');
    uint32_t c = 0;
    for (size_t i = hex; i < digits.n; i++) {
        char d = dem_byte_lower(digits.p[i]);
        if (d >= '0' && d <= '9') c = c * (hex ? 16 : 10) + (uint32_t)(d - '0');
        else if (hex && d >= 'a' && d <= 'f') c = c * 16 + (uint32_t)(d - 'a' + 10);
        else return 0;
        if (c > 0x10FFFF) return 0;
    }
    return c;
}

/* The reference that `rest` begins with: adds its character, gives its length; 0 if it is none. */
static size_t reference(dem_buf *b, dem_str rest)
{
    enum { LONGEST = 12 };
    char name[LONGEST + 1] = {0}, out[8] = {0};
    size_t end = dem_str_find(dem_str_sub(rest, 0, LONGEST), DEM_STR(";"));
    if (end < 2 || end >= rest.n || end >= LONGEST) return 0;
    memcpy(name, rest.p + 1, end - 1);
    uint32_t c = name[0] == '#' ? numbered(dem_str_sub(rest, 2, end)) : 0;
    size_t n = name[0] == '#' ? (c ? dem_utf8_put(out, c) : 0) : dem_feed_character(name, out);
    dem_buf_add(b, (dem_str){out, n});
    return n ? end + 1 : 0;
}

/* The length of the tag that `rest` begins with, 0 if it is none. Tags are blanks: "<br>" parts words. */
static size_t tag(dem_str rest)
{
    char c = rest.n > 1 ? dem_byte_lower(rest.p[1]) : 0;
    if (!(c >= 'a' && c <= 'z') && c != '/' && c != '!') return 0;
    size_t end = dem_str_find(rest, DEM_STR(">"));
    return end < rest.n ? end + 1 : 0;
}

dem_str dem_feed_unmark(dem_arena *arena, dem_str html, size_t limit)
{
    dem_buf b = {0};
    bool open = true; /* a '<' that no '>' follows is looked for once, or the search would be quadratic */
    for (size_t at = 0; at < html.n && b.n < 2 * limit;) {
        dem_str rest = dem_str_sub(html, at, html.n);
        size_t n = 0;
        if (rest.p[0] == '&') n = reference(&b, rest);
        if (rest.p[0] == '<' && open) {
            n = tag(rest);
            if (n) dem_buf_addc(&b, ' ');
            else open = dem_str_find(rest, DEM_STR(">")) < rest.n;
        }
        if (!n) dem_buf_addc(&b, rest.p[0]);
        at += n ? n : 1;
    }
    dem_str line = dem_feed_line(arena, dem_buf_str(&b), limit);
    dem_buf_release(&b);
    return line;
}

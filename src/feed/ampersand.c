/* feed/ampersand.c - ampersands that nobody escaped: see ampersand.h. */
#include "feed/ampersand.h"
#include "base/buf.h"

static bool is_word(char c)
{
    c = dem_byte_lower(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}
static bool is_digit(char c, bool hex)
{
    c = dem_byte_lower(c);
    return (c >= '0' && c <= '9') || (hex && c >= 'a' && c <= 'f');
}

/* `rest` begins with the ampersand. */
static bool is_reference(dem_str rest)
{
    enum { LONGEST_NAME = 64 };
    size_t at = 1, from;
    bool number = rest.n > 1 && rest.p[1] == '#';
    bool hex = number && rest.n > 2 && (rest.p[2] | 32) == 'x';
    from = at += (size_t)number + (size_t)hex;
    while (at < rest.n && at < LONGEST_NAME && (number ? is_digit(rest.p[at], hex) : is_word(rest.p[at]))) at++;
    return at > from && at < rest.n && rest.p[at] == ';';
}

/* The length of the CDATA section or comment that `rest` begins with, 0 if it is none. */
static size_t section(dem_str rest)
{
    bool data = dem_str_starts(rest, DEM_STR("<![CDATA["));
    if (!data && !dem_str_starts(rest, DEM_STR("<!--"))) return 0;
    size_t end = dem_str_find(rest, data ? DEM_STR("]]>") : DEM_STR("-->"));
    return end < rest.n ? end + 3 : rest.n;
}

dem_str dem_feed_ampersands(dem_arena *arena, dem_str text)
{
    dem_buf b = {0};
    size_t from = 0;
    for (size_t at = 0; at < text.n; at++) {
        if (text.p[at] != '&' && text.p[at] != '<') continue;
        dem_str rest = dem_str_sub(text, at, text.n);
        size_t n = section(rest);
        if (n) at += n - 1;
        if (n || text.p[at] != '&' || is_reference(rest)) continue;
        dem_buf_add(&b, dem_str_sub(text, from, at + 1));
        dem_buf_add(&b, DEM_STR("amp;"));
        from = at + 1;
    }
    if (!from) return text;
    dem_buf_add(&b, dem_str_sub(text, from, text.n));
    text = dem_arena_str(arena, dem_buf_str(&b));
    dem_buf_release(&b);
    return text;
}

/* feed/encoding.c - see encoding.h. */
#include "feed/encoding.h"
#include "base/utf8.h"

/* What the XML declaration names, {NULL,0} if it names nothing. */
static dem_str declared(dem_str bytes)
{
    enum { LONGEST_DECLARATION = 256 };
    if (!dem_str_starts(bytes, DEM_STR("<?xml"))) return (dem_str){NULL, 0};
    dem_str head = dem_str_sub(bytes, 0, LONGEST_DECLARATION);
    head = dem_str_sub(head, 0, dem_str_find(head, DEM_STR("?>")));
    size_t at = dem_str_find(head, DEM_STR("encoding"));
    dem_str rest = dem_str_trim(dem_str_sub(head, at + strlen("encoding"), head.n));
    if (at == head.n || !rest.n || rest.p[0] != '=') return (dem_str){NULL, 0};
    rest = dem_str_trim(dem_str_sub(rest, 1, rest.n));
    if (!rest.n || (rest.p[0] != '"' && rest.p[0] != '\'')) return (dem_str){NULL, 0};
    char quote[] = {rest.p[0], 0};
    rest = dem_str_sub(rest, 1, rest.n);
    return dem_str_trim(dem_str_sub(rest, 0, dem_str_find(rest, dem_str_from(quote))));
}

/* Every second byte of its first characters is NUL, or it says so by a mark. */
static bool is_wide(dem_str s)
{
    return dem_str_starts(s, DEM_STR("\xFF\xFE")) || dem_str_starts(s, DEM_STR("\xFE\xFF")) ||
           (s.n > 1 && (s.p[0] == 0) != (s.p[1] == 0));
}

dem_str dem_feed_encoding(dem_arena *arena, dem_str bytes, const char **encoding)
{
    static const char *const LATIN[] = {"iso-8859-1", "iso8859-1", "latin1",
                                        "us-ascii",   "ascii",     "windows-1252"};
    static const char *const UTF8[] = {"utf-8", "utf8"};
    *encoding = NULL;
    if (is_wide(bytes)) return bytes;
    dem_str text = dem_utf8_without_bom(bytes);
    bool marked = text.n < bytes.n;
    while (text.n && dem_byte_blank(text.p[0])) text = dem_str_sub(text, 1, text.n);
    dem_str name = declared(text);
    bool valid = dem_utf8_valid(text);
    if (!marked && !valid && (!name.n || DEM_STR_IONE_OF(name, LATIN))) {
        *encoding = "windows-1252";
        return text;
    }
    bool is_utf8 = marked || !name.n || DEM_STR_IONE_OF(name, UTF8) || (valid && DEM_STR_IONE_OF(name, LATIN));
    if (!is_utf8) return text;
    *encoding = "UTF-8";
    return dem_utf8_repair(arena, text, NULL);
}

/* page/meta_language.c - see meta_language.h. */
#include "page/meta_language.h"

enum { LONGEST = 35 };

static bool letters(dem_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (dem_byte_lower(s.p[i]) < 'a' || dem_byte_lower(s.p[i]) > 'z') return false;
    return true;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

/* One piece in its usual case; the first is the language, of the others four letters are a script and two a region. */
static void recase(char *p, size_t n, bool first)
{
    bool alpha = letters((dem_str){p, n});
    for (size_t i = 0; i < n; i++) p[i] = dem_byte_lower(p[i]);
    if (!first && alpha && n == 4) p[0] = upper(p[0]);
    if (!first && alpha && n == 2) p[0] = upper(p[0]), p[1] = upper(p[1]);
}

dem_str dem_meta_language(dem_arena *arena, dem_str tag)
{
    static const char *const NONE[] = {"und", "mul", "zxx", "mis", "x"};
    char out[LONGEST + 1];
    size_t n = 0;
    dem_str piece, rest = dem_str_trim(tag);
    if (!rest.n || rest.n > LONGEST) return (dem_str){NULL, 0};
    for (size_t i = 0; i < rest.n; i++) out[i] = rest.p[i] == '_' ? '-' : rest.p[i];
    rest.p = out;
    while (dem_str_next(&rest, '-', &piece)) {
        bool first = n == 0;
        if (!piece.n || piece.n > 8 || (first && (piece.n < 2 || piece.n > 3 || !letters(piece))))
            return (dem_str){NULL, 0};
        for (size_t i = 0; i < piece.n; i++) {
            char c = dem_byte_lower(piece.p[i]);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) return (dem_str){NULL, 0};
        }
        recase(out + (piece.p - out), piece.n, first);
        if (first && DEM_STR_ONE_OF(piece, NONE)) return (dem_str){NULL, 0};
        n = (size_t)(piece.p - out) + piece.n;
    }
    return dem_arena_str(arena, (dem_str){out, n});
}

/* page/meta_author.c - see meta_author.h. */
#include "page/meta_author.h"
#include "base/utf8.h"
#include "page/meta_when.h"

/* Longest first where one begins another. */
static const char *const BY[] = {
    "reported by", "written by", "posted by", "story by", "by:", "by", "von", "por", "par"};

/* `line` behind one of the words of BY; all of it where it begins with none. */
static dem_str behind_by(dem_str line)
{
    for (size_t i = 0; i < sizeof BY / sizeof *BY; i++) {
        dem_str by = dem_str_from(BY[i]);
        if (line.n < by.n || !dem_str_ieq(dem_str_sub(line, 0, by.n), by)) continue;
        if (line.n == by.n) return (dem_str){NULL, 0};
        if (dem_byte_blank(line.p[by.n])) return dem_str_trim(dem_str_sub(line, by.n, line.n));
    }
    return line;
}

bool dem_meta_only_by(dem_str line)
{
    return line.n > 0 && behind_by(line).n == 0;
}

bool dem_meta_starts_by(dem_str line)
{
    return behind_by(line).n < line.n;
}

/* Up to the first of what ends the names. */
static dem_str names_of(dem_str s)
{
    static const char *const ENDS[] = {" | ", " \xe2\x80\xa2 ", " \xc2\xb7 ",     " / ",          " on ",
                                       " - ", " \xe2\x80\x94 ", " \xe2\x80\x93 ", "\xe2\x80\x94", " @"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) s.n = dem_str_find(s, dem_str_from(ENDS[i]));
    size_t at = 0, from = 0;
    dem_meta_when when;
    if (dem_meta_when_next(s, &at, &from, &when)) s.n = from;
    s = dem_str_trim(s);
    while (s.n && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == '|' || s.p[s.n - 1] == ':'))
        s = dem_str_trim(dem_str_sub(s, 0, s.n - 1));
    return s;
}

/* A name has a letter that is a capital or of a script without them, no "://" or '@', and few digits. */
static bool is_name(dem_str s)
{
    bool large = false;
    int digits = 0;
    if (s.n < 2 || dem_str_find(s, DEM_STR("://")) < s.n || memchr(s.p, '@', s.n) || s.p[0] == '/')
        return false;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = dem_utf8_next(s, &at);
        large |= dem_is_letter(c) && !dem_is_lower(c);
        digits += dem_is_digit(c);
    }
    return large && digits <= 2;
}

dem_str dem_meta_byline(dem_str line)
{
    enum { LONGEST = 160 };
    static const char *const NOBODY[] = {"admin",  "administrator", "editor", "staff",
                                         "author", "webmaster",     "user",   "unknown"};
    dem_str s = names_of(behind_by(dem_str_trim(line)));
    if (s.n > LONGEST || !is_name(s) || DEM_STR_IONE_OF(s, NOBODY)) return (dem_str){NULL, 0};
    return s;
}

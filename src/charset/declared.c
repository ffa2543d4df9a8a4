/* charset/declared.c - see declared.h. Only as much of HTML is understood as the statement needs. */
#include "charset/declared.h"

static bool istarts(dem_str s, dem_str word)
{
    return s.n >= word.n && dem_str_ieq(dem_str_sub(s, 0, word.n), word);
}

static dem_str skip_blanks(dem_str s)
{
    while (s.n && dem_byte_blank(s.p[0])) s = dem_str_sub(s, 1, s.n);
    return s;
}

/* What ends a value that is in no quotation marks of its own. */
static bool ends_value(char c)
{
    return dem_byte_blank(c) || c == '"' || c == '\'' || c == ';' || c == '>' || c == ',';
}

/* The value behind `= ` and perhaps a quotation mark; {NULL,0} if there is no equals sign. */
static dem_str value_at(dem_str s)
{
    s = skip_blanks(s);
    if (!s.n || s.p[0] != '=') return (dem_str){NULL, 0};
    s = skip_blanks(dem_str_sub(s, 1, s.n));
    if (s.n && (s.p[0] == '"' || s.p[0] == '\'')) s = skip_blanks(dem_str_sub(s, 1, s.n));
    size_t n = 0;
    while (n < s.n && !ends_value(s.p[n])) n++;
    return n ? dem_str_sub(s, 0, n) : (dem_str){NULL, 0};
}

/* The value of `name = value` within `s`, the name not within a longer one. */
static dem_str named_value(dem_str s, dem_str name)
{
    for (size_t i = 0; i + name.n <= s.n; i++) {
        if (i && !ends_value(s.p[i - 1]) && s.p[i - 1] != '/') continue;
        if (!istarts(dem_str_sub(s, i, s.n), name)) continue;
        dem_str value = value_at(dem_str_sub(s, i + name.n, s.n));
        if (value.n) return value;
    }
    return (dem_str){NULL, 0};
}

dem_str dem_charset_declared(dem_str head)
{
    head = skip_blanks(dem_str_sub(head, 0, DEM_DECLARED_WITHIN));
    if (istarts(head, DEM_STR("<?xml"))) {
        dem_str value = named_value(dem_str_sub(head, 0, dem_str_find(head, DEM_STR(">"))), DEM_STR("encoding"));
        if (value.n) return value;
    }
    for (size_t i = 0; i < head.n; i++) {
        dem_str rest = dem_str_sub(head, i, head.n);
        if (rest.p[0] != '<') continue;
        if (dem_str_starts(rest, DEM_STR("<!--"))) {
            i += dem_str_find(rest, DEM_STR("-->"));
        } else if (istarts(rest, DEM_STR("<meta"))) {
            dem_str tag = dem_str_sub(rest, 5, dem_str_find(rest, DEM_STR(">")));
            dem_str value = named_value(tag, DEM_STR("charset"));
            if (value.n) return value;
        }
    }
    return (dem_str){NULL, 0};
}

dem_str dem_charset_content_type(dem_str value)
{
    size_t semicolon = dem_str_find(value, DEM_STR(";"));
    return named_value(dem_str_sub(value, semicolon, value.n), DEM_STR("charset"));
}

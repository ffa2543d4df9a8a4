/* lexicon/values.c - codes, sectors, dates, modes and coordinates as they are written in entries. */
#include "lexicon/parts.h"
#include <stdlib.h>

bool dem_value_code(dem_str s, char code[4])
{
    if (s.n != 3) return false;
    for (size_t i = 0; i < 3; i++)
        if (s.p[i] < 'A' || s.p[i] > 'Z') return false;
    memcpy(code, s.p, 3);
    code[3] = 0;
    return true;
}

/* The next part of *rest between any of the characters `+` and blank; empty at the end. */
static dem_str plus_part(dem_str *rest)
{
    while (rest->n && (*rest->p == '+' || *rest->p == ' ')) *rest = dem_str_sub(*rest, 1, rest->n);
    size_t n = 0;
    while (n < rest->n && rest->p[n] != '+' && rest->p[n] != ' ') n++;
    dem_str part = dem_str_sub(*rest, 0, n);
    *rest = dem_str_sub(*rest, n, rest->n);
    return part;
}

bool dem_value_sectors(dem_str s, dem_sectors *out)
{
    *out = 0;
    for (dem_str part; (part = plus_part(&s)).n;) {
        unsigned sector = dem_sector_by_name(part);
        if (sector == DEM_SECTOR_COUNT) return false;
        *out |= (dem_sectors)1 << sector;
    }
    return true;
}

bool dem_value_contexts(dem_str s, dem_contexts *out)
{
    *out = 0;
    for (dem_str part; (part = plus_part(&s)).n;) {
        unsigned context = dem_context_by_name(part);
        if (context == DEM_CONTEXT_COUNT) return false;
        *out |= DEM_BIT(context);
    }
    return *out != 0;
}

bool dem_value_modes(dem_event_type type, dem_str s, dem_modes *out)
{
    *out = (dem_modes){0, 0};
    for (dem_str part; (part = plus_part(&s)).n;) {
        unsigned mode = dem_mode_by_name(type, part);
        if (mode == DEM_MODE_COUNT) return false;
        *out = dem_modes_with(*out, mode);
    }
    return true;
}

/* The first (or last) day of "2013", "2013-03" or "2013-03-14". */
static dem_date read_day(dem_str s, bool last)
{
    uint32_t year, month = last ? 12 : 1, day;
    if (s.n == 10) return dem_date_parse(s);
    if (s.n != 4 && s.n != 7) return DEM_DATE_NONE;
    if (!dem_str_u32(dem_str_sub(s, 0, 4), &year)) return DEM_DATE_NONE;
    if (s.n == 7 && (s.p[4] != '-' || !dem_str_u32(dem_str_sub(s, 5, 7), &month) || month < 1 || month > 12))
        return DEM_DATE_NONE;
    day = last ? (uint32_t)dem_month_days((int)year, (int)month) : 1;
    return dem_date_from((int)year, (int)month, (int)day);
}

static bool read_range(dem_str first, dem_str last, dem_date *from, dem_date *to)
{
    if (!first.n && !last.n) return false;
    *from = first.n ? read_day(first, false) : DEM_DATE_NONE;
    *to = last.n ? read_day(last, true) : DEM_DATE_NONE;
    if ((first.n && *from == DEM_DATE_NONE) || (last.n && *to == DEM_DATE_NONE)) return false;
    return !first.n || !last.n || *from <= *to;
}

bool dem_value_range(dem_str s, dem_date *from, dem_date *to)
{
    size_t dots = dem_str_find(s, DEM_STR(".."));
    return read_range(dem_str_sub(s, 0, dots), dots < s.n ? dem_str_sub(s, dots + 2, s.n) : s, from, to);
}

/* Takes the question mark off the end of *day; one without a day before it stays, and is no day. */
static bool is_doubtful(dem_str *day)
{
    if (day->n < 2 || !dem_str_ends(*day, DEM_STR("?"))) return false;
    day->n--;
    return true;
}

bool dem_value_tenure(dem_str s, dem_tenure *t)
{
    size_t dots = dem_str_find(s, DEM_STR(".."));
    dem_str first = dem_str_sub(s, 0, dots), last = dem_str_sub(s, dots + 2, s.n);
    t->from_doubtful = is_doubtful(&first);
    t->to_doubtful = is_doubtful(&last);
    return read_range(first, last, &t->from, &t->to);
}

/* A decimal number in plain notation; strtod() would follow the locale. */
static bool read_decimal(dem_str s, double *out)
{
    bool minus = s.n && s.p[0] == '-', digits = false;
    double value = 0, scale = 0;
    for (size_t i = minus; i < s.n; i++) {
        if (s.p[i] == '.' && scale == 0)
            scale = 1;
        else if (dem_str_find(DEM_STR("0123456789"), dem_str_sub(s, i, i + 1)) < 10) {
            digits = true;
            value = value * 10 + (s.p[i] - '0');
            scale *= 10;
        } else
            return false;
    }
    *out = (minus ? -value : value) / (scale > 0 ? scale : 1);
    return digits;
}

/* Takes the last word off *s. */
static dem_str last_word(dem_str *s)
{
    size_t at = s->n;
    while (at > 0 && s->p[at - 1] != ' ') at--;
    dem_str word = dem_str_sub(*s, at, s->n);
    *s = dem_str_trim(dem_str_sub(*s, 0, at));
    return word;
}

bool dem_value_point(dem_str *s, bool *has_point, double *lat, double *lon)
{
    dem_str rest = *s, b = last_word(&rest), a = last_word(&rest);
    *has_point = false;
    if (!rest.n || !read_decimal(a, lat) || !read_decimal(b, lon)) return true;
    *s = rest;
    *has_point = true;
    return *lat >= -90 && *lat <= 90 && *lon >= -180 && *lon <= 180;
}

bool dem_value_alternative(dem_loading *ld, uint32_t line, dem_str *rest, dem_str *part)
{
    for (bool first = rest->p && dem_str_starts(*rest, DEM_STR("|")); dem_str_next(rest, '|', part);
         first = false) {
        *part = dem_str_trim(*part);
        if (part->n) return true;
        if (!first) dem_load_bad(ld, line, "empty alternative: nothing between two bars or at the end");
    }
    return false;
}

/* reader/published.c - ISO 8601 as it is met in feeds and data sets, brought into one form. */
#include "reader/published.h"
#include "base/date.h"

/* Two digits at s[at], below `limit`; -1 otherwise. */
static int two(dem_str s, size_t at, int limit)
{
    if (at + 2 > s.n || s.p[at] < '0' || s.p[at] > '9' || s.p[at + 1] < '0' || s.p[at + 1] > '9') return -1;
    int v = (s.p[at] - '0') * 10 + s.p[at + 1] - '0';
    return v < limit ? v : -1;
}

static bool at_is(dem_str s, size_t at, char c)
{
    return at < s.n && s.p[at] == c;
}

/* "Z", "z", "+hh:mm", "+hhmm", "+hh" (or '-') that is all of `s`; written to out[7]. */
static bool zone(dem_str s, char out[7])
{
    memset(out, 0, 7);
    if (s.n == 1 && (s.p[0] | 32) == 'z') {
        out[0] = 'Z';
        return true;
    }
    if (!at_is(s, 0, '+') && !at_is(s, 0, '-')) return false;
    size_t minutes = at_is(s, 3, ':') ? 4 : 3;
    bool hours_only = s.n == 3;
    if (two(s, 1, 24) < 0 || (!hours_only && (two(s, minutes, 60) < 0 || s.n != minutes + 2))) return false;
    memcpy(out, s.p, 3);
    out[3] = ':';
    memcpy(out + 4, hours_only ? "00" : s.p + minutes, 2);
    return true;
}

/* Reads what follows the date: 'T' or a blank, hh:mm, perhaps :ss and a fraction, a zone. */
static bool clock_time(dem_str s, int *hour, int *minute, int *second, char out[7])
{
    if (!at_is(s, 0, 'T') && !at_is(s, 0, 't') && !at_is(s, 0, ' ')) return false;
    *hour = two(s, 1, 24);
    *minute = at_is(s, 3, ':') ? two(s, 4, 60) : -1;
    *second = 0;
    size_t at = 6;
    if (at_is(s, at, ':')) {
        *second = two(s, at + 1, 61);
        at += 3;
    }
    if (*hour < 0 || *minute < 0 || *second < 0) return false;
    if (at_is(s, at, '.') || at_is(s, at, ','))
        for (at++; at < s.n && s.p[at] >= '0' && s.p[at] <= '9';) at++;
    if (at_is(s, at, ' ')) at++;
    return zone(dem_str_sub(s, at, s.n), out);
}

dem_str dem_published(dem_arena *arena, dem_str given, bool *time_lost)
{
    char day[11], offset[7];
    int hour, minute, second;
    given = dem_str_trim(given);
    *time_lost = false;
    dem_date date = dem_date_parse(dem_str_sub(given, 0, 10));
    if (date == DEM_DATE_NONE || (given.n > 10 && given.p[10] >= '0' && given.p[10] <= '9'))
        return (dem_str){NULL, 0};
    dem_date_format(date, day);
    if (given.n > 10 && clock_time(dem_str_sub(given, 10, given.n), &hour, &minute, &second, offset))
        return dem_arena_printf(arena, "%sT%02d:%02d:%02d%s", day, hour, minute, second, offset);
    *time_lost = given.n > 10;
    return dem_arena_printf(arena, "%s", day);
}

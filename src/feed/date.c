/* feed/date.c - see date.h: a cursor over the text that takes numbers and names in the orders they are met in. */
#include "feed/date.h"
#include "base/date.h"

typedef struct moment {
    dem_date day;
    bool timed;
    int hour, minute, second, offset; /* offset of the zone in minutes */
} moment;

enum { NO_OFFSET = 100000 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static bool is_letter(char c)
{
    return dem_byte_lower(c) >= 'a' && dem_byte_lower(c) <= 'z';
}

static bool take(dem_str *s, char c)
{
    if (!s->n || s->p[0] != c) return false;
    *s = dem_str_sub(*s, 1, s->n);
    return true;
}
static void skip_blanks(dem_str *s)
{
    while (s->n && (dem_byte_blank(s->p[0]) || s->p[0] == ',' || s->p[0] == '.')) take(s, s->p[0]);
}

/* A number of `least` to `most` digits with no digit behind it; -1, and nothing taken, if there is none. */
static int number(dem_str *s, size_t least, size_t most)
{
    size_t n = 0;
    int v = 0;
    for (; n < s->n && is_digit(s->p[n]) && n <= most; n++) v = v * 10 + (s->p[n] - '0');
    if (n < least || n > most) return -1;
    *s = dem_str_sub(*s, n, s->n);
    return v;
}
static dem_str name(dem_str *s)
{
    size_t n = 0;
    while (n < s->n && is_letter(s->p[n])) n++;
    dem_str word = dem_str_sub(*s, 0, n);
    *s = dem_str_sub(*s, n, s->n);
    return word;
}

/* 1 .. 12 by the first three letters; 0 if it is no month. */
static int month_of(dem_str word)
{
    static const char *const MONTHS[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; i < 12 && word.n >= 3; i++)
        if (dem_str_ieq(dem_str_sub(word, 0, 3), dem_str_from(MONTHS[i]))) return i + 1;
    return 0;
}

/* As RFC 2822 has it: 49 is 2049, 50 is 1950. */
static int full_year(int year, size_t digits)
{
    if (digits > 2 || year < 0) return year;
    return year + (year < 50 ? 2000 : 1900);
}
static int year_of(dem_str *s)
{
    size_t before = s->n;
    int year = number(s, 2, 4);
    return full_year(year, before - s->n);
}

/* ── zone and time ───────────────────────────────────────────────────────── */

/* "+02:00", "-0500", "+2": minutes east. */
static int numeric_offset(dem_str *s)
{
    int sign = s->n && s->p[0] == '-' ? -1 : 1;
    *s = dem_str_sub(*s, 1, s->n);
    dem_str rest = *s;
    int four = number(&rest, 4, 4), hours = four >= 0 ? four / 100 : number(&rest, 1, 2);
    int minutes = four >= 0 ? four % 100 : take(&rest, ':') ? number(&rest, 2, 2) : 0;
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59) return NO_OFFSET;
    *s = rest;
    return sign * (hours * 60 + minutes);
}

/* The zones that RFC 822 names; any other name could be two zones. "GMT+0300" is met too. */
static int zone(dem_str *s)
{
    static const struct {
        const char *name;
        int hours;
    } ZONES[] = {{"z", 0},    {"gmt", 0},  {"ut", 0},   {"utc", 0},  {"est", -5}, {"edt", -4},
                 {"cst", -6}, {"cdt", -5}, {"mst", -7}, {"mdt", -6}, {"pst", -8}, {"pdt", -7}};
    skip_blanks(s);
    dem_str word = name(s);
    if (s->n && (s->p[0] == '+' || s->p[0] == '-')) return numeric_offset(s);
    for (size_t i = 0; i < sizeof ZONES / sizeof *ZONES; i++)
        if (dem_str_ieq(word, dem_str_from(ZONES[i].name))) return ZONES[i].hours * 60;
    return NO_OFFSET;
}

/* "10:15", "10:15:30", "10:15:30.25" */
static bool clock_time(dem_str *s, moment *m)
{
    m->hour = number(s, 1, 2);
    if (m->hour < 0 || m->hour > 23 || !take(s, ':')) return false;
    m->minute = number(s, 2, 2);
    m->second = take(s, ':') ? number(s, 2, 2) : 0;
    if (take(s, '.') || take(s, ','))
        while (s->n && is_digit(s->p[0])) take(s, s->p[0]);
    return m->minute >= 0 && m->minute < 60 && m->second >= 0 && m->second <= 60;
}

/* asctime() has the year behind the time, where others have the zone. */
static void time_and_zone(dem_str *s, moment *m)
{
    skip_blanks(s);
    if (!clock_time(s, m)) return;
    m->offset = zone(s);
    m->timed = m->offset != NO_OFFSET;
}

/* ── the orders of day, month and year ───────────────────────────────────── */

static bool iso(dem_str s, moment *m)
{
    int year = number(&s, 4, 4);
    if (year < 0 || !take(&s, '-')) return false;
    int month = number(&s, 2, 2);
    if (month < 0 || !take(&s, '-')) return false;
    m->day = dem_date_from(year, month, number(&s, 2, 2));
    if (m->day == DEM_DATE_NONE) return false;
    if (!take(&s, 'T') && !take(&s, 't') && !take(&s, ' ')) return s.n == 0;
    time_and_zone(&s, m);
    return true;
}

/* "12 Mar 2025 10:15:00 GMT", "12-Mar-25 ..." */
static bool day_first(dem_str s, moment *m)
{
    int day = number(&s, 1, 2);
    take(&s, '-');
    skip_blanks(&s);
    int month = month_of(name(&s));
    take(&s, '-');
    skip_blanks(&s);
    m->day = dem_date_from(year_of(&s), month, day);
    if (m->day == DEM_DATE_NONE) return false;
    time_and_zone(&s, m);
    return true;
}

/* "Mar 12 10:15:00 2025": no zone, for HTTP it is GMT by definition. */
static bool as_asctime(dem_str s, int month, int day, moment *m)
{
    if (!clock_time(&s, m)) return false;
    skip_blanks(&s);
    m->day = dem_date_from(number(&s, 4, 4), month, day);
    m->timed = m->day != DEM_DATE_NONE;
    return m->timed;
}

/* "March 12, 2025 10:15 GMT" */
static bool month_first(dem_str s, moment *m)
{
    int month = month_of(name(&s));
    skip_blanks(&s);
    int day = number(&s, 1, 2);
    skip_blanks(&s);
    if (as_asctime(s, month, day, m)) return true;
    m->day = dem_date_from(number(&s, 4, 4), month, day);
    if (m->day == DEM_DATE_NONE) return false;
    time_and_zone(&s, m);
    return true;
}

static bool read_moment(dem_str s, moment *m)
{
    *m = (moment){.day = DEM_DATE_NONE};
    s = dem_str_trim(s);
    if (iso(s, m)) return true;
    dem_str behind = s;
    dem_str word = name(&behind);
    skip_blanks(&behind);
    *m = (moment){.day = DEM_DATE_NONE};
    if (word.n && month_of(word) && month_first(s, m)) return true;
    *m = (moment){.day = DEM_DATE_NONE};
    return day_first(behind, m) || month_first(behind, m);
}

dem_str dem_feed_date(dem_arena *arena, dem_str given)
{
    moment m;
    char day[11];
    if (!read_moment(given, &m)) return (dem_str){NULL, 0};
    dem_date_format(m.day, day);
    if (!m.timed) return dem_arena_printf(arena, "%s", day);
    if (m.offset == 0) return dem_arena_printf(arena, "%sT%02d:%02d:%02dZ", day, m.hour, m.minute, m.second);
    int east = m.offset < 0 ? -m.offset : m.offset;
    return dem_arena_printf(arena, "%sT%02d:%02d:%02d%c%02d:%02d", day, m.hour, m.minute, m.second,
                            m.offset < 0 ? '-' : '+', east / 60, east % 60);
}

int64_t dem_feed_seconds(dem_str given)
{
    moment m;
    if (!read_moment(given, &m) || !m.timed) return -1;
    return (int64_t)m.day * 86400 + (m.hour * 60 + m.minute - m.offset) * 60 + m.second;
}

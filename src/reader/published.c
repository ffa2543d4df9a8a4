/* reader/published.c - dates as they are met in feeds, data sets and exports, brought into one form.
 *
 * A date is cut into pieces: numbers, names of months and weekdays, a clock time, a zone. Which number is what is decided when
 * all are there. */
#include "reader/published.h"

typedef struct pieces {
    int number[3]; /* in the order given */
    int digits[3];
    int n;
    int month;    /* named: 1..12; 0 if none is */
    char between; /* what stands between the first two numbers: '/', '-', '.', ' ' */
    int hour, minute, second;
    bool clock, zoned;
    bool lost;    /* something of the time is not understood */
    char zone[7]; /* "Z", "+hh:mm" */
} pieces;

/* ---- numbers and clock times -------------------------------------------------------------------------------- */

static bool is_digit(dem_str s, size_t at)
{
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Two digits at s[at], below `limit`; -1 otherwise. */
static int two(dem_str s, size_t at, int limit)
{
    if (!is_digit(s, at) || !is_digit(s, at + 1)) return -1;
    int v = (s.p[at] - '0') * 10 + s.p[at + 1] - '0';
    return v < limit ? v : -1;
}

static bool at_is(dem_str s, size_t at, char c)
{
    return at < s.n && s.p[at] == c;
}

/* "hh:mm", perhaps ":ss" and a fraction; the bytes it takes, 0 if it is no such time. */
static size_t clock_time(dem_str s, pieces *d)
{
    size_t at = is_digit(s, 1) ? 2 : 1;
    int hour = at == 2 ? two(s, 0, 24) : s.p[0] - '0', minute = at_is(s, at, ':') ? two(s, at + 1, 60) : -1,
        second = 0;
    at += 3;
    if (hour < 0 || minute < 0) return 0;
    if (at_is(s, at, ':')) {
        second = two(s, at + 1, 61);
        at += 3;
        if (second < 0) return 0;
        if (at_is(s, at, '.') || at_is(s, at, ','))
            for (at++; is_digit(s, at);) at++;
    }
    d->hour = hour;
    d->minute = minute;
    d->second = second;
    d->clock = true;
    return at;
}

/* "+hh:mm", "+hhmm", "+hh" (or '-'); the bytes it takes, 0 if it is none. */
static size_t zone_offset(dem_str s, pieces *d)
{
    size_t minutes = at_is(s, 3, ':') ? 4 : 3;
    if (two(s, 1, 24) < 0) return 0;
    bool hours_only = s.n == 3 || (minutes == 3 && !is_digit(s, 3));
    if (!hours_only && two(s, minutes, 60) < 0) return 0;
    memcpy(d->zone, s.p, 3);
    d->zone[3] = ':';
    memcpy(d->zone + 4, hours_only ? "00" : s.p + minutes, 2);
    d->zoned = true;
    return hours_only ? 3 : minutes + 2;
}

/* A number, or the clock time that begins with it; the bytes it takes, 0 if there is no place for it. */
static size_t number(dem_str s, size_t at, pieces *d)
{
    size_t n = at;
    int v = 0;
    dem_str rest = dem_str_sub(s, at, s.n);
    while (is_digit(s, n)) {
        if (n - at < 8) v = v * 10 + s.p[n] - '0';
        n++;
    }
    if (at_is(s, n, ':')) return d->clock ? 0 : clock_time(rest, d);
    if (d->n == 3 || n - at > 4) return 0;
    if (d->n == 1) d->between = s.p[at - 1];
    d->number[d->n] = v;
    d->digits[d->n++] = (int)(n - at);
    static const char *const NTH[] = {"st", "nd", "rd", "th"};
    if (DEM_STR_IONE_OF(dem_str_sub(s, n, n + 2), NTH)) n += 2;
    return n - at;
}

/* ---- words -------------------------------------------------------------------------------------------------- */

/* The place of `w` in list[n], whole or its first letters (at least three); -1. */
static int in_list(dem_str w, const char *const *list, int n)
{
    for (int i = 0; i < n && w.n >= 3; i++)
        if (w.n <= strlen(list[i]) && dem_str_ieq(w, (dem_str){list[i], w.n})) return i;
    return -1;
}

static int month_named(dem_str w)
{
    static const char *const MONTHS[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
    return in_list(w, MONTHS, 12) + 1;
}

static bool weekday_named(dem_str w)
{
    static const char *const DAYS[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
    return in_list(w, DAYS, 7) >= 0;
}

/* Zones that mean one thing only, as mails have them (RFC 822). */
static bool zone_named(dem_str w, pieces *d)
{
    static const struct {
        const char *name, *zone;
    } ZONES[] = {{"Z", "Z"},        {"UTC", "Z"},      {"GMT", "Z"},      {"UT", "Z"},       {"EST", "-05:00"},
                 {"EDT", "-04:00"}, {"CDT", "-05:00"}, {"MST", "-07:00"}, {"MDT", "-06:00"}, {"PST", "-08:00"},
                 {"PDT", "-07:00"}, {"CET", "+01:00"}, {"CEST", "+02:00"}};
    for (size_t i = 0; i < sizeof ZONES / sizeof *ZONES; i++)
        if (dem_str_ieq(w, dem_str_from(ZONES[i].name))) {
            memcpy(d->zone, ZONES[i].zone, strlen(ZONES[i].zone) + 1);
            return d->zoned = true;
        }
    return false;
}

/* "am", "pm" behind a clock time of twelve hours. */
static bool half_day(dem_str w, pieces *d)
{
    bool am = dem_str_ieq(w, DEM_STR("am")), pm = dem_str_ieq(w, DEM_STR("pm"));
    if ((!am && !pm) || !d->clock || d->hour > 12 || d->hour == 0) return false;
    d->hour = d->hour % 12 + (pm ? 12 : 0);
    return true;
}

/* A word; the bytes it takes, 0 if it has no place in a date. */
static size_t word(dem_str s, size_t at, pieces *d)
{
    size_t n = at;
    while (n < s.n && ((s.p[n] | 32) >= 'a' && (s.p[n] | 32) <= 'z')) n++;
    dem_str w = dem_str_sub(s, at, n);
    int month = month_named(dem_str_ieq(w, DEM_STR("sept")) ? DEM_STR("sep") : w);
    if (d->month == 0 && month) {
        d->month = month;
        return n - at;
    }
    static const char *const BETWEEN[] = {"t", "at", "on", "of"};
    if (weekday_named(w) || half_day(w, d) || (d->clock && !d->zoned && zone_named(w, d))) return n - at;
    return DEM_STR_IONE_OF(w, BETWEEN) ? n - at : 0;
}

/* ---- the whole ---------------------------------------------------------------------------------------------- */

/* True if there is a day already, so that the rest is the time or some remark. */
static bool has_day(const pieces *d)
{
    return d->n + (d->month > 0) >= 3;
}

/* What stands between the parts of dates and says nothing. */
static bool is_mark(char c)
{
    return dem_byte_blank(c) || c == ',' || c == '.' || c == '/' || c == '-' || c == '(' || c == ')';
}

/* Cuts `s`; false if something in it has no place in a date. */
static bool cut(dem_str s, pieces *d)
{
    for (size_t at = 0; at < s.n;) {
        char c = s.p[at];
        size_t n = 0;
        bool sign = (c == '+' || c == '-') && d->clock && !d->zoned;
        if (sign) n = zone_offset(dem_str_sub(s, at, s.n), d);
        else if (is_mark(c)) n = 1;
        else if (is_digit(s, at)) n = number(s, at, d);
        else if ((c | 32) >= 'a' && (c | 32) <= 'z') n = word(s, at, d);
        if (n == 0) {
            d->lost = true;
            return has_day(d);
        }
        at += n;
    }
    return has_day(d);
}

/* Of "12/11/2019": which is the day. False if that cannot be said. Between dots the day comes first, wherever it is written
 * so; that says nothing of dates with slashes. */
static bool in_order(const pieces *d, dem_day_order *order, int *day, int *month)
{
    int a = d->number[0], b = d->number[1];
    dem_day_order told = a > 12 ? DEM_ORDER_DAY_FIRST : b > 12 ? DEM_ORDER_MONTH_FIRST : DEM_ORDER_UNKNOWN;
    if (d->between == '.') told = DEM_ORDER_DAY_FIRST;
    else *order = (dem_day_order)(*order | told);
    if (told == DEM_ORDER_UNKNOWN) told = a == b ? DEM_ORDER_DAY_FIRST : *order;
    *day = told == DEM_ORDER_DAY_FIRST ? a : b;
    *month = told == DEM_ORDER_DAY_FIRST ? b : a;
    return told == DEM_ORDER_DAY_FIRST || told == DEM_ORDER_MONTH_FIRST;
}

/* The day that the pieces make. */
static dem_date day_of(const pieces *d, dem_day_order *order, bool *unclear)
{
    int day, month;
    if (d->month) { /* "12 November 2019", "November 12, 2019", "2019 November 12" */
        if (d->n != 2) return DEM_DATE_NONE;
        int year = d->digits[0] == 4 ? 0 : 1;
        if (d->digits[year] != 4 || d->digits[1 - year] > 2) return DEM_DATE_NONE;
        return dem_date_from(d->number[year], d->month, d->number[1 - year]);
    }
    if (d->n != 3 || d->digits[1] > 2) return DEM_DATE_NONE;
    if (d->digits[0] == 4 && d->digits[2] <= 2) return dem_date_from(d->number[0], d->number[1], d->number[2]);
    if (d->digits[0] > 2 || d->digits[2] != 4) return DEM_DATE_NONE;
    if (dem_date_from(d->number[2], d->number[0], d->number[1]) == DEM_DATE_NONE &&
        dem_date_from(d->number[2], d->number[1], d->number[0]) == DEM_DATE_NONE)
        return DEM_DATE_NONE; /* neither way a day, and no witness for an order */
    *unclear = !in_order(d, order, &day, &month);
    return *unclear ? DEM_DATE_NONE : dem_date_from(d->number[2], month, day);
}

static size_t count_digits(dem_str s)
{
    size_t n = 0;
    while (is_digit(s, n)) n++;
    return n;
}

/* "20191112", alone or with a time behind it ("20191112T094000Z", "20191112094000"): puts the day into *d. */
static bool compact(dem_str s, pieces *d)
{
    size_t n = count_digits(s), at = n == 14 ? 8 : 9;
    if (n != 14 && (n != 8 || (s.n > 8 && (s.p[8] | 32) != 't' && s.p[8] != ' '))) return false;
    *d = (pieces){.number = {two(s, 0, 100) * 100 + two(s, 2, 100), two(s, 4, 100), two(s, 6, 100)},
                  .digits = {4, 2, 2},
                  .n = 3};
    if (s.n == 8) return true;
    d->hour = two(s, at, 24), d->minute = two(s, at + 2, 60), d->second = two(s, at + 4, 61);
    d->clock = d->hour >= 0 && d->minute >= 0 && d->second >= 0;
    dem_str zone = dem_str_trim(dem_str_sub(s, at + 6, s.n));
    d->lost = !d->clock || (zone.n && !zone_named(zone, d) &&
                            ((zone.p[0] != '+' && zone.p[0] != '-') || zone_offset(zone, d) != zone.n));
    return true;
}

/* Seconds, or milliseconds, since 1970. */
static bool epoch(dem_str s, dem_date *day, pieces *d)
{
    enum { DAY = 86400 };
    static const int64_t FROM = 315532800, TO = 4102444800; /* 1980-01-01, 2100-01-01 */
    size_t n = count_digits(s), i = n;
    int64_t v = 0;
    if (at_is(s, i, '.'))
        for (i++; is_digit(s, i);) i++;
    if (i != s.n || (n != 9 && n != 10 && n != 12 && n != 13)) return false;
    for (i = 0; i < n; i++) v = v * 10 + s.p[i] - '0';
    if (n >= 12) v /= 1000;
    if (v < FROM || v >= TO) return false;
    *day = (dem_date)(v / DAY);
    int left = (int)(v % DAY);
    *d = (pieces){.hour = left / 3600,
                  .minute = left / 60 % 60,
                  .second = left % 60,
                  .clock = true,
                  .zoned = true,
                  .zone = "Z"};
    return true;
}

static dem_date understand(dem_str given, pieces *d, dem_day_order *order, bool *unclear)
{
    enum { LONGEST = 80 };
    dem_date day = DEM_DATE_NONE;
    *d = (pieces){0};
    *unclear = false;
    if (given.n > LONGEST) given.n = LONGEST;
    if (epoch(given, &day, d)) return day;
    return compact(given, d) || cut(given, d) ? day_of(d, order, unclear) : day;
}

dem_str dem_published_in(dem_arena *arena, dem_str given, dem_day_order *order, bool *time_lost, bool *unclear)
{
    pieces d;
    char text[11];
    dem_date day = understand(dem_str_trim(given), &d, order, unclear);
    *time_lost = false;
    if (day == DEM_DATE_NONE) return (dem_str){NULL, 0};
    dem_date_format(day, text);
    if (d.clock && d.zoned && !d.lost)
        return dem_arena_printf(arena, "%sT%02d:%02d:%02d%s", text, d.hour, d.minute, d.second, d.zone);
    *time_lost = d.clock || d.lost;
    return dem_arena_printf(arena, "%s", text);
}

dem_str dem_published(dem_arena *arena, dem_str given, bool *time_lost)
{
    dem_day_order order = DEM_ORDER_UNKNOWN;
    bool unclear;
    return dem_published_in(arena, given, &order, time_lost, &unclear);
}

dem_date dem_published_day(dem_str given)
{
    pieces d;
    dem_day_order order = DEM_ORDER_UNKNOWN;
    bool unclear;
    return understand(dem_str_trim(given), &d, &order, &unclear);
}

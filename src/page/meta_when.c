/* page/meta_when.c - see meta_when.h. */
#include "page/meta_when.h"
#include "page/meta_month.h"
#include <stdlib.h>

enum { MOST_BLANKS = 8, LONGEST_WORD = 16, VALUE = 128 /* bytes of a value that are looked at */ };

static bool digit(dem_str s, size_t at)
{
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool wordy(dem_str s, size_t at)
{
    if (at >= s.n) return false;
    char c = dem_byte_lower(s.p[at]);
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool pass(dem_str s, size_t *at, char c)
{
    if (*at >= s.n || s.p[*at] != c) return false;
    ++*at;
    return true;
}

static void pass_blanks(dem_str s, size_t *at)
{
    for (int i = 0; i < MOST_BLANKS && *at < s.n && dem_byte_blank(s.p[*at]); i++) ++*at;
}

static dem_str word_at(dem_str s, size_t at)
{
    size_t to = at;
    while (wordy(s, to) && to < at + LONGEST_WORD) to++;
    return dem_str_sub(s, at, to);
}

/* One of the small words inside a date ("12 de noviembre de 2019") and the blanks behind it. */
static void pass_of(dem_str s, size_t *at)
{
    static const char *const OF[] = {"de", "of", "del"};
    dem_str word = word_at(s, *at);
    if (!DEM_STR_IONE_OF(word, OF)) return;
    *at += word.n;
    pass_blanks(s, at);
}

static int read_month(dem_str s, size_t *at)
{
    dem_str word = word_at(s, *at);
    int month = dem_meta_month(word);
    if (month) *at += word.n;
    return month;
}

/* Four digits, or two where `two` allows it. */
static bool read_year(dem_str s, size_t *at, bool two, int *year)
{
    size_t to = *at, n = dem_meta_digits(s, &to, 4, year);
    if (n != 4 && !(n == 2 && two)) return false;
    if (n == 2) *year += *year < 70 ? 2000 : 1900;
    *at = to;
    return true;
}

static void pass_ordinal(dem_str s, size_t *at)
{
    static const char *const ENDS[] = {"st", "nd", "rd", "th", "er", "o", "\xc2\xba"};
    dem_str word = word_at(s, *at);
    if (DEM_STR_IONE_OF(word, ENDS)) *at += word.n;
}

/* Behind the day and the blanks: "November 2019", "Nov. 2019", "-Nov-19", "de noviembre de 2019". */
static dem_date day_first(dem_str s, size_t *at, int day)
{
    int year = 0;
    bool dashed = pass(s, at, '-');
    if (!dashed) {
        pass_ordinal(s, at);
        (void)pass(s, at, '.');
        pass_blanks(s, at);
        pass_of(s, at);
    }
    int month = read_month(s, at);
    if (!month) return DEM_DATE_NONE;
    if (dashed && !pass(s, at, '-')) return DEM_DATE_NONE;
    (void)pass(s, at, '.');
    (void)pass(s, at, ',');
    pass_blanks(s, at);
    pass_of(s, at);
    return read_year(s, at, dashed, &year) ? dem_date_from(year, month, day) : DEM_DATE_NONE;
}

/* "November 12, 2019", "Nov. 12th 2019", and "Nov 12 14:05:00 2019" of C's asctime. */
static dem_date month_first(dem_str s, size_t *at)
{
    int day = 0, year = 0, month = read_month(s, at);
    dem_meta_clock clock;
    if (!month) return DEM_DATE_NONE;
    (void)pass(s, at, '.');
    pass_blanks(s, at);
    if (!dem_meta_digits(s, at, 2, &day)) return DEM_DATE_NONE;
    pass_ordinal(s, at);
    size_t before = *at;
    if (!dem_meta_clock_read(s, at, &clock)) *at = before;
    (void)pass(s, at, ',');
    pass_blanks(s, at);
    return read_year(s, at, false, &year) ? dem_date_from(year, month, day) : DEM_DATE_NONE;
}

/* "2019-11-12" and with other separators, behind the year. */
static dem_date year_first(dem_str s, size_t *at, int year)
{
    char sep = *at < s.n ? s.p[*at] : 0;
    int month = 0, day = 0;
    if ((sep != '-' && sep != '/' && sep != '.') || !pass(s, at, sep)) return DEM_DATE_NONE;
    if (!dem_meta_digits(s, at, 2, &month) || !pass(s, at, sep)) return DEM_DATE_NONE;
    return dem_meta_digits(s, at, 2, &day) ? dem_date_from(year, month, day) : DEM_DATE_NONE;
}

/* "12/11/2019", "12.11.19": both readings where there are two. */
static void slashed(dem_str s, size_t *at, int first, dem_meta_when *out)
{
    char sep = *at < s.n ? s.p[*at] : 0;
    int second = 0, year = 0;
    if ((sep != '-' && sep != '/' && sep != '.') || !pass(s, at, sep)) return;
    if (!dem_meta_digits(s, at, 2, &second) || !pass(s, at, sep) || !read_year(s, at, true, &year)) return;
    out->day = dem_date_from(year, first, second);
    out->other = dem_date_from(year, second, first);
    if (out->day == DEM_DATE_NONE) out->day = out->other;
    if (out->other == out->day) out->other = DEM_DATE_NONE;
}

/* A date that begins at *at, with its time. */
static bool read_here(dem_str s, size_t *at, dem_meta_when *out)
{
    size_t to = *at;
    int first = 0;
    *out = (dem_meta_when){.day = DEM_DATE_NONE, .other = DEM_DATE_NONE};
    if (digit(s, to)) {
        size_t n = dem_meta_digits(s, &to, 4, &first), behind = to;
        if (n == 4) out->day = year_first(s, &to, first);
        if (n == 1 || n == 2) {
            slashed(s, &to, first, out);
            if (out->day == DEM_DATE_NONE) out->day = day_first(s, &behind, first), to = behind;
        }
    } else {
        out->day = month_first(s, &to);
    }
    if (out->day == DEM_DATE_NONE || digit(s, to)) return false;
    out->timed = dem_meta_clock_read(s, &to, &out->clock) && out->clock.zoned;
    *at = to;
    return true;
}

bool dem_meta_when_next(dem_str line, size_t *at, size_t *from, dem_meta_when *out)
{
    for (size_t i = *at; i < line.n; i++) {
        bool number = digit(line, i), inside = i > 0 && (number ? digit(line, i - 1) : wordy(line, i - 1));
        if (inside || (!number && !wordy(line, i))) continue;
        *from = *at = i;
        if (read_here(line, at, out)) return true;
    }
    *at = line.n;
    return false;
}

/* "20191112", with or without a time behind it, and the seconds and milliseconds of Unix. */
static bool all_digits(dem_str s, dem_meta_when *out)
{
    size_t n = 0;
    int64_t v = 0;
    for (; n < 14 && digit(s, n); n++) v = v * 10 + (s.p[n] - '0');
    *out = (dem_meta_when){.day = DEM_DATE_NONE, .other = DEM_DATE_NONE};
    if (n == 8 || n == 12 || n == 14) {
        while (n > 8) v /= 10, n--;
        out->day = dem_date_from((int)(v / 10000), (int)(v / 100 % 100), (int)(v % 100));
        return out->day != DEM_DATE_NONE;
    }
    if (s.n != n || (n != 10 && n != 13)) return false;
    int64_t second = n == 13 ? v / 1000 : v, of_day = second % 86400;
    out->day = (dem_date)(second / 86400);
    out->timed = true;
    out->clock = (dem_meta_clock){(int)(of_day / 3600), (int)(of_day / 60 % 60), (int)(of_day % 60), true, 0};
    return true;
}

bool dem_meta_when_value(dem_str s, dem_meta_when *out)
{
    size_t at = 0, from = 0;
    s = dem_str_trim(dem_str_sub(dem_str_trim(s), 0, VALUE));
    return all_digits(s, out) || dem_meta_when_next(s, &at, &from, out);
}

dem_str dem_meta_when_text(dem_arena *arena, const dem_meta_when *w)
{
    char day[11];
    const dem_meta_clock *c = &w->clock;
    dem_date_format(w->day, day);
    if (!w->timed) return dem_arena_printf(arena, "%s", day);
    if (c->zone == 0) return dem_arena_printf(arena, "%sT%02d:%02d:%02dZ", day, c->hour, c->minute, c->second);
    int off = abs(c->zone);
    return dem_arena_printf(arena, "%sT%02d:%02d:%02d%c%02d:%02d", day, c->hour, c->minute, c->second,
                            c->zone < 0 ? '-' : '+', off / 60, off % 60);
}

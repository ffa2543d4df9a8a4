/* time/holiday.c - the days of a holiday in a year. Easter: J. Meeus, Astronomical Algorithms (2nd ed. 1998), ch. 8; the
 * tabular Islamic calendar: E. G. Richards, Mapping Time (1998), ch. 18, in its civil form (leap years 2, 5, 7, 10, 13, 16,
 * 18, 21, 24, 26, 29 of thirty). Integers throughout. */
#include "time/words.h"

dem_date time_easter(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return dem_date_from(year, month, day);
}

/* By the Julian calendar, which is behind by a number of days that grows with the centuries. */
dem_date time_orthodox_easter(int year)
{
    int a = year % 4, b = year % 7, c = year % 19;
    int d = (19 * c + 15) % 30, e = (2 * a + 4 * b - d + 34) % 7;
    int month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;
    return dem_date_add_days(dem_date_from(year, month, day), year / 100 - year / 400 - 2);
}

dem_date time_islamic(int year, int month, int day)
{
    enum { EPOCH = -492148 }; /* 16 July 622 Julian, counted from 1970-01-01 */
    int days = day - 1 + 29 * (month - 1) + month / 2 + 354 * (year - 1) + (3 + 11 * year) / 30;
    return dem_date_add_days(EPOCH, days);
}

static dem_date nth_weekday(const dem_holiday *h, int year)
{
    dem_date first = dem_date_from(year, h->month, 1);
    if (first == DEM_DATE_NONE) return first;
    int length = dem_month_days(year, h->month), to = (h->weekday - dem_date_weekday(first) + 7) % 7;
    int day = h->nth > 0 ? to + 7 * (h->nth - 1) : to + 7 * ((length - 1 - to) / 7);
    return day < length ? dem_date_add_days(first, day + h->shift) : DEM_DATE_NONE;
}

/* Years of the Islamic calendar are shorter: two of its years may begin in one of ours. */
static uint32_t islamic_days(const dem_holiday *h, int year, dem_date out[2])
{
    uint32_t n = 0;
    int guess = (year - 622) * 33 / 32;
    for (int y = guess - 1; y <= guess + 2 && n < 2; y++) {
        dem_date d = y >= 1 ? time_islamic(y, h->month, h->day) : DEM_DATE_NONE;
        if (d != DEM_DATE_NONE && dem_date_civil(d).year == year) out[n++] = d;
    }
    return n;
}

static uint32_t listed_days(const dem_holiday *h, int year, dem_date out[2])
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < h->n_date && n < 2; i++)
        if (dem_date_civil(h->date[i]).year == year) out[n++] = h->date[i];
    return n;
}

static uint32_t days_of(const dem_holiday *h, int year, dem_date out[2])
{
    out[0] = DEM_DATE_NONE;
    switch ((dem_holiday_rule)h->rule) {
    case DEM_HOLIDAY_FIXED: out[0] = dem_date_from(year, h->month, h->day); break;
    case DEM_HOLIDAY_NTH: out[0] = nth_weekday(h, year); break;
    case DEM_HOLIDAY_EASTER: out[0] = dem_date_add_days(time_easter(year), h->shift); break;
    case DEM_HOLIDAY_ORTHODOX: out[0] = dem_date_add_days(time_orthodox_easter(year), h->shift); break;
    case DEM_HOLIDAY_ISLAMIC: return islamic_days(h, year, out);
    case DEM_HOLIDAY_LISTED: return listed_days(h, year, out);
    }
    return out[0] != DEM_DATE_NONE;
}

/* The first rule, from `number` on, that has a day in `year` and is of `country`, or of any. */
static uint32_t days_by(const dem_lexicon *lex, uint32_t number, const char *country, int year, dem_date out[2],
                        unsigned *known_to)
{
    for (const dem_holiday *h; number != DEM_HOLIDAY_NONE; number = h->next) {
        h = dem_lexicon_holiday(lex, number);
        if (strcmp(h->country, country) != 0) continue;
        uint32_t n = days_of(h, year, out);
        *known_to = h->known_to;
        if (n) return n;
    }
    return 0;
}

uint32_t dem_holiday_days(const dem_lexicon *lex, uint32_t rule, const char *country, int year, dem_date out[2],
                          unsigned *known_to)
{
    uint32_t n = 0;
    *known_to = DEM_UNIT_DAY;
    if (year < 1 || year > 9999) return 0;
    if (country[0]) n = days_by(lex, rule, country, year, out, known_to);
    return n ? n : days_by(lex, rule, "", year, out, known_to);
}

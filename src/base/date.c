/* base/date.c - days to civil dates and back, by H. Hinnant's era method ("chrono-compatible low-level
 * date algorithms"): years are counted from March so that the leap day comes last. */
#include "base/date.h"
#include <stdio.h>

enum { DAYS_PER_ERA = 146097, EPOCH_SHIFT = 719468 };

int dem_month_days(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : DAYS[month - 1];
}

dem_date dem_date_from(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12) return DEM_DATE_NONE;
    if (day < 1 || day > dem_month_days(year, month)) return DEM_DATE_NONE;
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400, yoe = y - era * 400;
    int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * DAYS_PER_ERA + doe - EPOCH_SHIFT;
}

dem_civil dem_date_civil(dem_date d)
{
    if (d == DEM_DATE_NONE) return (dem_civil){0};
    int z = d + EPOCH_SHIFT;
    int era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    int doe = z - era * DAYS_PER_ERA;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int month = mp < 10 ? mp + 3 : mp - 9;
    return (dem_civil){yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1};
}

int dem_date_weekday(dem_date d)
{
    int w = (d + 3) % 7; /* 1970-01-01 was a Thursday */
    return w < 0 ? w + 7 : w;
}

dem_date dem_date_add_months(dem_date d, int months)
{
    if (d == DEM_DATE_NONE) return d;
    dem_civil c = dem_date_civil(d);
    int m = c.year * 12 + c.month - 1 + months;
    int year = m / 12, month = m % 12 + 1;
    if (year < 1 || year > 9999) return DEM_DATE_NONE;
    int last = dem_month_days(year, month);
    return dem_date_from(year, month, c.day < last ? c.day : last);
}

dem_date dem_date_add_days(dem_date d, int days)
{
    enum { FIRST = -719162, LAST = 2932896 }; /* 0001-01-01, 9999-12-31 */
    if (d == DEM_DATE_NONE) return d;
    int64_t to = (int64_t)d + days;
    return to < FIRST || to > LAST ? DEM_DATE_NONE : (dem_date)to;
}

static int digits(dem_str s, size_t from, size_t to)
{
    int v = 0;
    for (size_t i = from; i < to; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') return -1;
        v = v * 10 + (s.p[i] - '0');
    }
    return v;
}

dem_date dem_date_parse(dem_str s)
{
    if (s.n < 10 || s.p[4] != '-' || s.p[7] != '-') return DEM_DATE_NONE;
    if (s.n > 10 && s.p[10] != 'T' && s.p[10] != ' ') return DEM_DATE_NONE;
    return dem_date_from(digits(s, 0, 4), digits(s, 5, 7), digits(s, 8, 10));
}

void dem_date_format(dem_date d, char out[11])
{
    out[0] = 0;
    if (d == DEM_DATE_NONE) return;
    dem_civil c = dem_date_civil(d);
    snprintf(out, 11, "%04u-%02u-%02u", (unsigned)c.year % 10000u, (unsigned)c.month % 100u,
             (unsigned)c.day % 100u);
}

/* time/days.c - units of time as spans of days: resolve.h. */
#include "time/resolve.h"

bool days_from_to(dem_date first, dem_date last, dem_precision p, dem_days *out)
{
    *out = (dem_days){.first = first, .last = last, .precision = p};
    return first != DEM_DATE_NONE && last != DEM_DATE_NONE && first <= last;
}

bool days_one(dem_date d, dem_days *out)
{
    return days_from_to(d, d, DEM_PRECISION_DAY, out);
}

bool days_months(int year, int month, int n, dem_days *out)
{
    dem_date first = dem_date_from(year, month, 1);
    return days_from_to(first, dem_date_add_days(dem_date_add_months(first, n), -1), DEM_PRECISION_MONTH, out);
}

bool days_month(int year, int month, dem_days *out)
{
    dem_date first = dem_date_from(year, month, 1);
    if (first == DEM_DATE_NONE) return false;
    return days_from_to(first, first + dem_month_days(year, month) - 1, DEM_PRECISION_MONTH, out);
}

bool days_year(int year, dem_days *out)
{
    return days_from_to(dem_date_from(year, 1, 1), dem_date_from(year, 12, 31), DEM_PRECISION_YEAR, out);
}

static bool week_of(dem_date d, int days, dem_days *out)
{
    dem_date monday = dem_date_add_days(d, -dem_date_weekday(d));
    return days_from_to(monday, dem_date_add_days(monday, days - 1), DEM_PRECISION_WEEK, out);
}

bool days_unit(dem_date d, unsigned unit, dem_days *out)
{
    if (d == DEM_DATE_NONE) return false;
    dem_civil c = dem_date_civil(d);
    switch ((dem_unit)unit) {
    case DEM_UNIT_WEEK: return week_of(d, 7, out);
    case DEM_UNIT_FORTNIGHT: return week_of(d, 14, out);
    case DEM_UNIT_MONTH: return days_month(c.year, c.month, out);
    case DEM_UNIT_YEAR:
    case DEM_UNIT_DECADE:
    case DEM_UNIT_CENTURY: return days_year(c.year, out);
    default: return days_one(d, out);
    }
}

/* Months of a unit; 0 if it is counted in days. */
static int months_of(unsigned unit)
{
    switch ((dem_unit)unit) {
    case DEM_UNIT_MONTH: return 1;
    case DEM_UNIT_YEAR: return 12;
    case DEM_UNIT_DECADE: return 120;
    case DEM_UNIT_CENTURY: return 1200;
    default: return 0;
    }
}

dem_date days_shift(dem_date d, unsigned unit, int count, bool half)
{
    enum { HOURS_A_DAY = 24, HALF_MONTH = 15, HALF_WEEK = 3 };
    int months = months_of(unit), sign = count < 0 ? -1 : 1;
    if (unit == DEM_UNIT_HOUR) return dem_date_add_days(d, count / HOURS_A_DAY);
    if (unit == DEM_UNIT_MONTH && half)
        return dem_date_add_days(dem_date_add_months(d, count), sign * HALF_MONTH);
    if (months) return dem_date_add_months(d, count * months + (half ? sign * months / 2 : 0));
    int days = unit == DEM_UNIT_WEEK || unit == DEM_UNIT_WEEKEND ? 7 : unit == DEM_UNIT_FORTNIGHT ? 14 : 1;
    return dem_date_add_days(d, count * days + (half && days > 1 ? sign * HALF_WEEK * days / 7 : 0));
}

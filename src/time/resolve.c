/* time/resolve.c - from an expression and the days it is counted from to the days it means. */
#include "time/resolve.h"

/* A weekday: the nearest not after publication, of what lies ahead not before it (codebook 12.10). */
static bool weekday(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out)
{
    if (today == DEM_DATE_NONE) return false;
    int now = dem_date_weekday(today), back = (now - t->weekday + 7) % 7, on = (t->weekday - now + 7) % 7;
    int days = a->future ? on : -back;
    if (t->which != DEM_TIME_NEAREST && t->unit == DEM_UNIT_WEEK)
        days = t->weekday - now + 7 * t->which; /* "Monday last week" */
    else if (t->which == 1) days = on ? on : 7;
    else if (t->which == -1) days = back ? -back : -7;
    if (!days_one(dem_date_add_days(today, days), out)) return false;
    if (t->end.day) out->last = dem_date_add_days(out->first, (t->end.day - 1 - t->weekday + 7) % 7);
    return out->last != DEM_DATE_NONE;
}

/* Its Saturday and Sunday. */
static bool weekend(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out)
{
    enum { SATURDAY = 5 };
    int back = (dem_date_weekday(today) - SATURDAY + 7) % 7; /* days since a Saturday */
    int which = t->which == DEM_TIME_NEAREST ? t->count : t->which, days = -back;
    if (which < 0) days = back <= 1 ? -back - 7 : -back;
    else if (which > 0 || (a->future && back > 1)) days = 7 - back;
    dem_date saturday = dem_date_add_days(today, days);
    return days_from_to(saturday, dem_date_add_days(saturday, 1), DEM_PRECISION_DAY, out);
}

static bool unit(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out)
{
    if (today == DEM_DATE_NONE) return false;
    if (t->unit == DEM_UNIT_WEEKEND) return weekend(t, a, today, out);
    if (t->unit == DEM_UNIT_DECADE) {
        dem_civil c = dem_date_civil(dem_date_add_months(today, 120 * t->count));
        int year = c.year - c.year % 10;
        return days_from_to(dem_date_from(year, 1, 1), dem_date_from(year + 9, 12, 31), DEM_PRECISION_YEAR,
                            out);
    }
    return days_unit(days_shift(today, t->unit, t->count, false), t->unit, out);
}

/* "over the past month": from its first day on, to today. */
static bool past(const dem_time *t, dem_date today, dem_days *out)
{
    if (!days_unit(days_shift(today, t->unit, t->count, t->half), t->unit, out)) return false;
    out->last = today;
    return out->first <= today;
}

/* The day counted, then the first day of that unit; the unit is the precision (codebook D60). */
static bool counted(const dem_time *t, dem_date base, int sign, dem_days *out)
{
    bool half_year = t->half && t->count == 0 && t->unit == DEM_UNIT_YEAR; /* "half a year ago" */
    if (base == DEM_DATE_NONE) return false;
    if (half_year) return days_unit(dem_date_add_months(base, 6 * sign), DEM_UNIT_MONTH, out);
    if (t->half && t->count == 0) return days_unit(days_shift(base, t->unit, 0, false), DEM_UNIT_DAY, out);
    return days_unit(days_shift(base, t->unit, t->count, t->half), t->unit, out);
}

static bool ago(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out)
{
    bool ahead = t->count > 0;
    return (!ahead || a->future) && counted(t, today, ahead ? 1 : -1, out);
}

/* The part of a span that is meant. The first day moves only where the whole unit would say too much: a half. */
static bool take_part(const dem_time *t, dem_days *d)
{
    if (d->first == DEM_DATE_NONE || d->last == DEM_DATE_NONE) return true; /* a century has no parts */
    int days = d->last - d->first + 1;
    dem_civil c = dem_date_civil(d->first);
    bool year = d->precision == DEM_PRECISION_YEAR;
    switch ((dem_part)t->part) {
    case DEM_PART_EARLY: d->last = d->first + days / 2; return true;
    case DEM_PART_FIRST_HALF:
        return year ? days_months(c.year, 1, 6, d)
                    : days_from_to(d->first, d->first + days / 2, d->precision, d);
    case DEM_PART_SECOND_HALF: return year ? days_months(c.year, 7, 6, d) : true;
    default: return true;
    }
}

static bool resolve(const dem_lexicon *lex, const dem_time *t, const dem_time_anchor *a, dem_days *out)
{
    dem_date today = a->written != DEM_DATE_NONE ? a->written : a->day;
    switch ((dem_time_kind)t->kind) {
    case DEM_DATED_CALENDAR: return resolve_calendar(t, a, today, out);
    case DEM_DATED_WEEKDAY: return weekday(t, a, today, out);
    case DEM_DATED_TODAY: return days_one(dem_date_add_days(today, t->count), out);
    case DEM_DATED_UNIT: return unit(t, a, today, out);
    case DEM_DATED_PAST: return past(t, today, out);
    case DEM_DATED_AGO: return ago(t, a, today, out);
    case DEM_DATED_COUNTED: return counted(t, t->behind >= 0 ? a->behind : a->told, t->count < 0 ? -1 : 1, out);
    case DEM_DATED_SAME: return days_unit(t->behind >= 0 ? a->behind : a->told, t->unit, out);
    case DEM_DATED_SEASON: return resolve_season(t, a, today, out);
    case DEM_DATED_QUARTER: return resolve_quarter(t, a, today, out);
    case DEM_DATED_DECADE: return resolve_decade(t, out);
    case DEM_DATED_CENTURY: return resolve_century(t, a, out);
    case DEM_DATED_NAMED: return resolve_named(lex, t, a, today, out);
    }
    return false;
}

bool dem_time_resolve(const dem_lexicon *lex, const dem_time *t, const dem_time_anchor *a, dem_days *out)
{
    *out = (dem_days){.first = DEM_DATE_NONE, .last = DEM_DATE_NONE, .precision = DEM_PRECISION_UNKNOWN};
    if (!resolve(lex, t, a, out)) return false;
    return t->kind == DEM_DATED_DECADE || take_part(t, out);
}

bool dem_time_absolute(const dem_time *t)
{
    return t->at.year > 0 || t->kind == DEM_DATED_CENTURY;
}

/* time/resolve.h - what the files that count days share; for this folder. */
#ifndef DEM_TIME_RESOLVE_H
#define DEM_TIME_RESOLVE_H
#include "time/time.h"

/* The longest times that have a precision of their own; false if one of their days is outside the calendar. */
bool days_one(dem_date d, dem_days *out);
bool days_from_to(dem_date first, dem_date last, dem_precision p, dem_days *out);
bool days_month(int year, int month, dem_days *out);
bool days_months(int year, int month, int n, dem_days *out); /* n months, known to the month */
bool days_year(int year, dem_days *out);
/* The unit that `d` lies in: its day, ISO week, month, year; of a decade the first year. */
bool days_unit(dem_date d, unsigned unit, dem_days *out);
/* `count` units later (or earlier), and half a unit more. */
dem_date days_shift(dem_date d, unsigned unit, int count, bool half);

/* Longer times that are named: seasons, quarters, decades, holidays. */
bool resolve_season(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out);
bool resolve_quarter(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out);
bool resolve_decade(const dem_time *t, dem_days *out);
bool resolve_century(const dem_time *t, const dem_time_anchor *a, dem_days *out);
bool resolve_named(const dem_lexicon *lex, const dem_time *t, const dem_time_anchor *a, dem_date today,
                   dem_days *out);
bool resolve_calendar(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out);

#endif

/* base/date.h - civil days of the proleptic Gregorian calendar.
 *
 * A dem_date counts days from 1970-01-01 and has no clock time and no zone. */
#ifndef DEM_BASE_DATE_H
#define DEM_BASE_DATE_H
#include "base/str.h"

typedef int32_t dem_date;
#define DEM_DATE_NONE INT32_MIN

typedef struct dem_civil {
    int year, month, day; /* month 1..12, day 1..31 */
} dem_civil;

/* DEM_DATE_NONE unless the three name a real day of the years 1..9999. */
dem_date dem_date_from(int year, int month, int day);
/* All zero for DEM_DATE_NONE. */
dem_civil dem_date_civil(dem_date d);
/* 0 Monday .. 6 Sunday; `d` must be a day. */
int dem_date_weekday(dem_date d);
/* Days of the month 1..12. */
int dem_month_days(int year, int month);
/* `months` later (or earlier), the day cut to the length of that month; DEM_DATE_NONE for DEM_DATE_NONE, or
 * beyond the years 1..9999. */
dem_date dem_date_add_months(dem_date d, int months);
/* `days` later (or earlier); DEM_DATE_NONE for DEM_DATE_NONE, or beyond the years 1..9999. */
dem_date dem_date_add_days(dem_date d, int days);
/* Reads "YYYY-MM-DD", alone or followed by 'T' or a blank and a time; DEM_DATE_NONE if it is no such date. */
dem_date dem_date_parse(dem_str s);
/* "YYYY-MM-DD" and NUL into out[11]; "" for DEM_DATE_NONE. */
void dem_date_format(dem_date d, char out[11]);

#endif
